"""Counts of what the graph holds."""

import strawberry

from api.graphql.arguments import AS_OF
from api.graphql.declare import declared, stored
from kg.query import Count, lists, nodes
from kg.query.clocks import known, live
from ontology.vocabulary import AssertionStatus, EntityKind, LegalStatus, RestrictionType

NORMS = f"MATCH (<new>:Restriction) WHERE {lists.STANDING}"
CLAIMS = f"MATCH (<new>:Claim) WHERE {live('<new>')}"


@strawberry.type(description="How many entities are of a kind.")
class KindCount:
    kind: EntityKind = stored("name", "The kind.")
    count: int = stored("count", "How many there are.")


@strawberry.type(description="How many norms are of a type.")
class TypeCount:
    type: RestrictionType = stored("name", "The type.")
    count: int = stored("count", "How many there are.")


@strawberry.type(description="How many norms have a legal status.")
class StatusCount:
    status: LegalStatus = stored("name", "The legal status.")
    count: int = stored("count", "How many there are.")


@strawberry.type(description="How many claims have a standing.")
class AssertionCount:
    status: AssertionStatus = stored("name", "How the sources stand to them.")
    count: int = stored("count", "How many there are.")


@strawberry.type(description="Counts of what the graph holds.")
class Stats:
    entities: list[KindCount] = declared(
        Count(f"MATCH (<new>:Entity) WHERE {known('<new>')}", "<new>.kind"), "Entities by kind."
    )
    restrictions: list[TypeCount] = declared(Count(NORMS, "<new>.type"), "Norms by type.")
    statuses: list[StatusCount] = declared(
        Count(NORMS, nodes.STATUS.replace("<it>", "<new>")),
        "Norms by legal status on a day.",
        AS_OF,
    )
    assertions: list[AssertionCount] = declared(
        Count(CLAIMS, "<new>.status"), "Claims by their sources' standing."
    )
    claims: int = declared(Count(CLAIMS), "Claims in all.")
    documents: int = declared(
        Count(f"MATCH (<new>:Document) WHERE {known('<new>')}"), "Documents in all."
    )
