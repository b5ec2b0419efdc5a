"""Keeps the projected edges and status periods equal to what the claims in the store say."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from kg import projection
from kg.projection import Edge, Said
from kg.store import rows
from kg.store import statements as cypher
from kg.store.base import Row, Store, Transaction
from ontology.vocabulary import DeonticModality, Predicate

NO_EDGE = (Predicate.LEGAL_STATUS, Predicate.DISPUTES)


@dataclass(frozen=True, slots=True)
class Touched:
    """What a write touches: all live claims of these triples and norms.

    `old_triples` and `old_norms` have edges in the store already, which are made anew.
    """

    claims: Collection[Said]
    triples: Collection[str]
    old_triples: Collection[str]
    norms: Mapping[str, DeonticModality]
    old_norms: Collection[str]


def project(tx: Transaction, touched: Touched) -> None:
    """Write the edges and periods of everything touched."""
    edges = _edges(said for said in touched.claims if said.triple in touched.triples)
    _write_edges(tx, edges, frozenset(touched.old_triples))
    _write_norms(tx, touched)


def rebuild(store: Store) -> None:
    """Make every projected edge and status period anew from the claims."""
    store.write(_rebuild)


def _rebuild(tx: Transaction) -> None:
    claims = [rows.said(row) for row in tx.run(cypher.ALL_CLAIMS)]
    norms = {row["id"]: DeonticModality(row["modality"]) for row in tx.run(cypher.ALL_NORMS)}
    triples = {said.triple for said in claims}
    project(tx, Touched(claims, triples, triples, norms, norms))


def _edges(claims: Iterable[Said]) -> list[Edge]:
    by_triple: dict[str, list[Said]] = defaultdict(list)
    for said in claims:
        if said.predicate not in NO_EDGE:
            by_triple[said.triple].append(said)
    return [projection.edge(some) for _, some in sorted(by_triple.items())]


def _write_edges(tx: Transaction, edges: Iterable[Edge], old: frozenset[str]) -> None:
    by_predicate: dict[Predicate, list[Edge]] = defaultdict(list)
    for one in edges:
        by_predicate[one.predicate].append(one)
    for predicate, some in sorted(by_predicate.items()):
        stale = [rows.edge_row(one) for one in some if one.triple in old]
        run(tx, cypher.delete_edges(predicate), stale)
        run(tx, cypher.create_edges(predicate), [rows.edge_row(one) for one in some])


def _write_norms(tx: Transaction, touched: Touched) -> None:
    by_norm: dict[str, list[Said]] = defaultdict(list)
    for said in touched.claims:
        if said.subject in touched.norms:
            by_norm[said.subject].append(said)
    timelines: list[Row] = []
    faces: list[Row] = []
    for norm, claims in sorted(by_norm.items()):
        periods = projection.timeline(s for s in claims if s.predicate is Predicate.LEGAL_STATUS)
        timelines.append({"id": norm, "properties": rows.timeline_row(periods)})
        facing = projection.faces(_edges(claims), touched.norms[norm], periods)
        faces.extend(rows.facing_row(one) for one in facing)
    if touched.old_norms:
        tx.run(cypher.DELETE_FACES, {"ids": sorted(touched.old_norms)})
    run(tx, cypher.SET_TIMELINES, timelines)
    run(tx, cypher.CREATE_FACES, faces)


def run(tx: Transaction, statement: str, some: Sequence[Row]) -> None:
    """Run a statement over rows, if there are any."""
    if some:
        tx.run(statement, {"rows": some})
