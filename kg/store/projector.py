"""Keeps the projected edges and status periods equal to what the claims in the store say."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kg import projection
from kg.projection import Edge, Facing, Said
from kg.store import rows
from kg.store import statements as cypher
from kg.store.base import Row, Store, Transaction
from ontology.vocabulary import DeonticModality, Predicate

NO_EDGE = (Predicate.LEGAL_STATUS, Predicate.DISPUTES)


@dataclass(frozen=True, slots=True)
class NormKind:
    """What a norm is, whatever is claimed of it: `type` is a restriction type's code."""

    type: str
    modality: DeonticModality

    @classmethod
    def of(cls, properties: Mapping[str, Any]) -> "NormKind | None":
        """From an entity's properties; None for what is no norm."""
        modality = properties.get("modality")
        return cls(str(properties["type"]), DeonticModality(str(modality))) if modality else None


@dataclass(frozen=True, slots=True)
class Touched:
    """What a write touches: all live claims of these triples and norms.

    `old_triples` and `old_norms` have edges in the store already, which are made anew.
    """

    claims: Collection[Said]
    triples: Collection[str]
    old_triples: Collection[str]
    norms: Mapping[str, NormKind]
    old_norms: Collection[str]


@dataclass(frozen=True, slots=True)
class Projected:
    """What the claims of a `Touched` come to; `timelines` are properties of norms."""

    edges: tuple[Edge, ...]
    timelines: Mapping[str, Row]
    faces: tuple[Facing, ...]

    @property
    def alone(self) -> frozenset[str]:
        """The triples that rest on one undisputed claim."""
        return frozenset(e.triple for e in self.edges if len(e.claims) == 1 and not e.disputed)


def project(touched: Touched) -> Projected:
    """Fold claims into edges, status periods and who faces what, without touching a store."""
    edges = _edges(touched.claims)
    parties: dict[str, list[Edge]] = defaultdict(list)
    for edge in edges:
        parties[edge.subject].append(edge)
    statuses: dict[str, list[Said]] = defaultdict(list)
    for said in touched.claims:
        if said.predicate is Predicate.LEGAL_STATUS:
            statuses[said.subject].append(said)
    timelines: dict[str, Row] = {}
    faces: list[Facing] = []
    for norm, kind in sorted(touched.norms.items()):
        periods = projection.timeline(statuses.get(norm, ()))
        timelines[norm] = rows.timeline_row(periods)
        faces.extend(projection.faces(parties.get(norm, ()), kind.modality, periods))
    changed = tuple(edge for edge in edges if edge.triple in touched.triples)
    return Projected(changed, timelines, tuple(faces))


def write_projection(
    tx: Transaction, touched: Touched, projected: Projected, *, done: Collection[str]
) -> None:
    """Make the store agree with the projection; the triples in `done` have their edges already."""
    by_predicate: dict[Predicate, list[Edge]] = defaultdict(list)
    for one in projected.edges:
        if one.triple not in done:
            by_predicate[one.predicate].append(one)
    for predicate, some in sorted(by_predicate.items()):
        stale = [rows.edge_row(one) for one in some if one.triple in touched.old_triples]
        run(tx, cypher.delete_edges(predicate), stale)
        run(tx, cypher.create_edges(predicate), [rows.edge_row(one) for one in some])
    timelines = [
        {"id": norm, "properties": projected.timelines[norm]} for norm in sorted(touched.old_norms)
    ]
    run(tx, cypher.SET_TIMELINES, timelines)
    if touched.old_norms:
        tx.run(cypher.DELETE_FACING, {"ids": sorted(touched.old_norms)})
    tx.each(
        cypher.CREATE_FACING,
        [rows.facing_row(one, touched.norms[one.norm].type) for one in projected.faces],
    )


def rebuild(store: Store) -> None:
    """Make every projected edge and status period anew from the claims."""
    store.write(_rebuild)


def _rebuild(tx: Transaction) -> None:
    claims = [rows.said(row) for row in tx.run(cypher.ALL_CLAIMS)]
    known = {row["id"]: NormKind.of(row) for row in tx.run(cypher.ALL_NORMS)}
    norms = {said.subject: kind for said in claims if (kind := known.get(said.subject))}
    triples = {said.triple for said in claims}
    touched = Touched(claims, triples, triples, norms, norms.keys())
    write_projection(tx, touched, project(touched), done=())


def _edges(claims: Iterable[Said]) -> tuple[Edge, ...]:
    by_triple: dict[str, list[Said]] = defaultdict(list)
    for said in claims:
        if said.predicate not in NO_EDGE:
            by_triple[said.triple].append(said)
    return tuple(projection.edge(some) for _, some in sorted(by_triple.items()))


def run(tx: Transaction, statement: str, some: Sequence[Any]) -> None:
    """Run a statement over rows, if there are any."""
    if some:
        tx.run(statement, {"rows": some})
