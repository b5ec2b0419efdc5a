"""Keeps the projected edges and status periods equal to what the claims in the store say."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kg import projection
from kg.clock import stamp
from kg.projection import Edge, Facing, Said
from kg.store import rows
from kg.store import statements as cypher
from kg.store.base import Row, Store, Texts, Transaction
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
        return cls.known(properties) if properties.get("modality") else None

    @classmethod
    def known(cls, properties: Mapping[str, Any]) -> "NormKind":
        """From the properties of a norm."""
        return cls(str(properties["type"]), DeonticModality(str(properties["modality"])))


@dataclass(frozen=True, slots=True)
class Touched:
    """What a write touches: all claims of these triples and norms that stand after it.

    `stored` is a claim of each triple that may have an edge in the store; `standing` are the norms
    that the store knows, as it has them.
    """

    claims: Collection[Said]
    triples: Collection[str]
    stored: Mapping[str, Said]
    norms: Mapping[str, NormKind]
    standing: Mapping[str, Row]


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
    tx: Transaction, touched: Touched, projected: Projected, *, now: str, done: Collection[str]
) -> None:
    """Make the store agree with the projection; the triples in `done` have their edges already.

    What the store held until now stays as what it knew in the past.
    """
    moment = {"now": now}
    _write_edges(tx, touched, projected, moment, done)
    _write_standing(tx, touched, projected, moment)
    wanted = {rows.facing_row(one, touched.norms[one.norm].type) for one in projected.faces}
    held = {
        rows.stored_facing(row)
        for row in tx.each(cypher.CURRENT_FACING, [(norm,) for norm in sorted(touched.standing)])
    }
    tx.each(cypher.SUPERSEDE_FACING, sorted(held - wanted), moment)
    tx.each(cypher.CREATE_FACING, sorted(wanted - held), moment)


def _write_edges(
    tx: Transaction, touched: Touched, projected: Projected, moment: Row, done: Collection[str]
) -> None:
    wanted: dict[Predicate, dict[tuple[str, str], Row]] = defaultdict(dict)
    held: dict[Predicate, dict[tuple[str, str], Row]] = defaultdict(dict)
    for one in projected.edges:
        if one.triple not in done:
            wanted[one.predicate][one.subject, one.object] = rows.edge_row(one)
    ends: dict[Predicate, list[Texts]] = defaultdict(list)
    for said in touched.stored.values():
        if said.triple in touched.triples and said.predicate not in NO_EDGE:
            ends[said.predicate].append((said.subject, said.target))
    for predicate, some in sorted(ends.items()):
        for row in tx.each(cypher.current_edges(predicate), some):
            held[predicate][row["subject"], row["object"]] = rows.stored_edge(row)
    for predicate in sorted(wanted.keys() | held.keys()):
        old, new = held[predicate], wanted[predicate]
        gone = [pair for pair, row in sorted(old.items()) if new.get(pair) != row]
        tx.each(cypher.supersede_edges(predicate), gone, moment)
        come = [row for pair, row in sorted(new.items()) if old.get(pair) != row]
        run(tx, cypher.create_edges(predicate), come, moment)


def _write_standing(tx: Transaction, touched: Touched, projected: Projected, moment: Row) -> None:
    claimed = {said.subject for said in touched.claims}
    changed = []
    for norm, held in sorted(touched.standing.items()):
        new = {**projected.timelines[norm], "withdrawn": norm not in claimed}
        if any(held[name] != value for name, value in new.items()):
            changed.append({"id": norm, "properties": new})
    run(tx, cypher.SET_STANDING, changed, moment)


def rebuild(store: Store, *, now: str) -> None:
    """Make every projected edge and status period agree with the claims that stand."""
    moment = stamp(now)
    store.write(lambda tx: _rebuild(tx, moment))


def _rebuild(tx: Transaction, now: str) -> None:
    claims = [rows.said(row) for row in tx.run(cypher.ALL_CLAIMS)]
    subjects = sorted({said.subject for said in claims})
    standing = {row["id"]: row for row in tx.each(cypher.NORMS, [(one,) for one in subjects])}
    by_triple = {said.triple: said for said in claims}
    norms = {key: NormKind.known(row) for key, row in standing.items()}
    touched = Touched(claims, by_triple.keys(), by_triple, norms, standing)
    write_projection(tx, touched, project(touched), now=now, done=())


def _edges(claims: Iterable[Said]) -> tuple[Edge, ...]:
    by_triple: dict[str, list[Said]] = defaultdict(list)
    for said in claims:
        if said.predicate not in NO_EDGE:
            by_triple[said.triple].append(said)
    return tuple(projection.edge(some) for _, some in sorted(by_triple.items()))


def run(
    tx: Transaction, statement: str, some: Sequence[Any], parameters: Row | None = None
) -> None:
    """Run a statement over rows, if there are any."""
    if some:
        tx.run(statement, {**(parameters or {}), "rows": some})
