"""Small graphs for tests: entities, claims and batches in a line each; what a store holds."""

from collections.abc import Sequence

from kg import ids
from kg.claims import UNKNOWN, Batch, Claim, Document, Entity, Interval, Passage, Run
from kg.store import Store
from kg.store.base import Row
from ontology.vocabulary import AssertionStatus, EntityKind, LegalStatus, Predicate

NOW = "2026-11-24T12:00:00.000000Z"
RUN = Run("run:test", "test", "0", NOW)


def entity(kind: EntityKind, name: str, *aliases: str) -> Entity:
    return Entity(ids.entity(kind.prefix, ids.folded(name)), kind, name, aliases)


def restriction(name: str, type_: str, modality: str) -> Entity:
    key = ids.entity(EntityKind.RESTRICTION.prefix, name)
    properties = {"type": type_, "modality": modality}
    return Entity(key, EntityKind.RESTRICTION, name, (), properties)


def document(text: str, published: str | None = None) -> Document:
    return Document(text, title=text.split(".")[0], published=published)


def passage(text: str) -> Passage:
    """The whole text as one quote."""
    return Passage(document(text).id, 0, len(text), text)


def claim(
    text: str,
    subject: Entity,
    predicate: Predicate,
    target: Entity,
    status: AssertionStatus = AssertionStatus.REPORTED,
    valid: Interval = UNKNOWN,
) -> Claim:
    return Claim(
        subject=subject.id,
        predicate=predicate,
        status=status,
        document=document(text).id,
        evidence=(passage(text),),
        object=target.id,
        valid=valid,
    )


def status_claim(text: str, norm: Entity, status: LegalStatus, valid: Interval = UNKNOWN) -> Claim:
    return Claim(
        subject=norm.id,
        predicate=Predicate.LEGAL_STATUS,
        status=AssertionStatus.REPORTED,
        document=document(text).id,
        evidence=(passage(text),),
        value=status.value,
        valid=valid,
    )


def batch(
    text: str, published: str | None, entities: Sequence[Entity], claims: Sequence[Claim]
) -> Batch:
    return Batch(document(text, published), tuple(entities), tuple(claims), RUN)


PAST = ("pastStatuses", "pastFrom", "pastTo", "pastSince", "pastUntil", "standingSince")


def snapshot(store: Store) -> list[list[Row]]:
    """All that questions about the present read: nodes, edges, properties, in a fixed order."""
    entities = store.read(
        "MATCH (n:Entity) RETURN n.id AS id, n{.*} AS node, labels(n) AS labels ORDER BY id"
    )
    for row in entities:
        row["node"] = {key: value for key, value in row["node"].items() if key not in PAST}
        row["labels"] = sorted(row["labels"])
    return [
        entities,
        store.read("MATCH (n:Claim) RETURN n.key AS id, n{.*} AS node ORDER BY id"),
        store.read("MATCH (n:Document) RETURN n.id AS id, n{.*} AS node ORDER BY id"),
        store.read("MATCH (n:Passage) RETURN n.id AS id, n{.*} AS node ORDER BY id"),
        store.read(
            "MATCH (f:Facing) WHERE f.supersededAt IS NULL "
            "RETURN f.key AS id, f.from AS start, f{.*} AS node ORDER BY id, start"
        ),
        store.read(
            "MATCH (s)-[e]->(o) WHERE NOT type(e) ENDS WITH '_PAST' AND s.supersededAt IS NULL "
            "RETURN coalesce(s.id, s.key) AS s, type(e) AS type, coalesce(o.id, o.key) AS o, "
            "properties(e) AS e, s.from AS f ORDER BY s, type, o, f"
        ),
    ]
