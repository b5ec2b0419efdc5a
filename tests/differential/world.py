"""The graph as plain Python values, folded from the same batches that a store is given."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from kg import ids, projection
from kg.claims import Batch, Claim, Document, Entity, Passage
from kg.projection import Edge, Facing, Period, Said
from ontology.vocabulary import DeonticModality, EntityKind, Predicate

NO_EDGE = (Predicate.LEGAL_STATUS, Predicate.DISPUTES)


@dataclass(frozen=True)
class World:
    """All that some batches say; every look-up is a walk over everything."""

    batches: tuple[Batch, ...]

    @cached_property
    def documents(self) -> dict[str, Document]:
        return {batch.document.id: batch.document for batch in self.batches}

    @cached_property
    def entities(self) -> dict[str, Entity]:
        return {one.id: one for batch in self.batches for one in batch.entities}

    @cached_property
    def claims(self) -> dict[str, Claim]:
        return {one.key: one for batch in self.batches for one in batch.claims}

    @cached_property
    def passages(self) -> dict[str, Passage]:
        return {one.id: one for claim in self.claims.values() for one in claim.evidence}

    @cached_property
    def disputed(self) -> frozenset[str]:
        return frozenset(key for claim in self.claims.values() for key in claim.disputes)

    @cached_property
    def edges(self) -> tuple[Edge, ...]:
        by_triple: dict[str, list[Said]] = defaultdict(list)
        for claim in self.claims.values():
            if claim.predicate not in NO_EDGE:
                by_triple[claim.triple].append(self.said(claim))
        return tuple(projection.edge(said) for said in by_triple.values())

    @cached_property
    def facing(self) -> tuple[Facing, ...]:
        found: list[Facing] = []
        for norm in self.of_kind(EntityKind.RESTRICTION):
            edges = [edge for edge in self.edges if edge.subject == norm.id]
            modality = DeonticModality(str(norm.properties["modality"]))
            found.extend(projection.faces(edges, modality, self.periods(norm)))
        return tuple(found)

    def periods(self, norm: Entity) -> tuple[Period, ...]:
        return projection.timeline(
            self.said(claim)
            for claim in self.claims.values()
            if claim.subject == norm.id and claim.predicate is Predicate.LEGAL_STATUS
        )

    def of_kind(self, *kinds: EntityKind) -> list[Entity]:
        return by_name(one for one in self.entities.values() if one.kind in kinds)

    def said(self, claim: Claim) -> Said:
        published = self.documents[claim.document].published
        return Said(
            key=claim.key,
            subject=claim.subject,
            predicate=claim.predicate,
            target=claim.object or claim.value or "",
            triple=claim.triple,
            status=claim.status,
            attested=published or "2026-11-24",
            valid=claim.valid,
            confidence=claim.confidence,
            disputed=claim.key in self.disputed,
        )

    def forth(self, subject: str, predicate: Predicate) -> list[Entity]:
        return by_name(
            self.entities[edge.object]
            for edge in self.edges
            if edge.subject == subject and edge.predicate is predicate
        )

    def back(self, target: str, predicate: Predicate) -> list[Entity]:
        return by_name(
            self.entities[edge.subject]
            for edge in self.edges
            if edge.object == target and edge.predicate is predicate
        )

    def quotes(self, claims: Iterable[str]) -> list[Passage]:
        found = {p.id: p for key in claims for p in self.claims[key].evidence}
        return sorted(found.values(), key=lambda p: (p.document, p.start, p.end))


def sort_key(entity: Entity) -> str:
    return f"{ids.folded(entity.name)}\x01{entity.id}"


def by_name(entities: Iterable[Entity]) -> list[Entity]:
    return sorted(entities, key=sort_key)


def by_key(claims: Iterable[Claim]) -> list[Claim]:
    return sorted(claims, key=lambda claim: claim.key)


def status_on(periods: Sequence[Period], day: str) -> str:
    return next((p.status.value for p in periods if p.start <= day < p.end), "unknown")
