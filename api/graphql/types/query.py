"""The root: the questions that can be asked."""

import strawberry

from api.graphql import arguments as ask
from api.graphql.declare import AS_OF, CLOCKS, KNOWN_AT, ById, declared, listed
from api.graphql.types.changes import Changes
from api.graphql.types.claims import Claim, Document
from api.graphql.types.entities import Entity
from api.graphql.types.nodes import Node
from api.graphql.types.pages import ClaimPage, DocumentPage, EntityPage, FacingPage, RestrictionPage
from api.graphql.types.stats import Stats
from kg.query import Single, lists
from kg.query.clocks import known
from kg.query.facing import FACING

ENTITY = Single(f"MATCH (<new>:Entity {{id: $id}}) WHERE {known('<new>')}")
DOCUMENT = Single(f"MATCH (<new>:Document {{id: $id}}) WHERE {known('<new>')}")
CLAIM = Single(f"MATCH (<new>:Claim {{key: $id}}) WHERE {known('<new>')}")
PASSAGE = Single(
    f"MATCH (<new>:Passage {{id: $id}})-[:IN_DOCUMENT]->(<d>:Document) WHERE {known('<d>')}"
)
BY_ID = ById(
    (
        (r"document:[^#]*", "Document", DOCUMENT),
        (r"document:.*#.*", "Evidence", PASSAGE),
        (r"claim:.*", "Claim", CLAIM),
        (r".*", "Entity", ENTITY),
    )
)


@strawberry.type(description="The questions that the graph answers.")
class Query:
    facing: FacingPage | None = listed(
        FACING,
        "Who faces norms of a type on a day, and on what evidence.",
        *ask.FACING_ARGUMENTS,
        KNOWN_AT,
    )
    entity: Entity | None = declared(ENTITY, "The entity with an id.", ask.ID, *CLOCKS)
    entities: EntityPage | None = listed(
        lists.ENTITIES,
        "Entities, by name; with `search`, the best matches of a name or alias first.",
        *ask.ENTITY_ARGUMENTS,
        *CLOCKS,
    )
    restrictions: RestrictionPage | None = listed(
        lists.RESTRICTIONS,
        "Norms, by name.",
        *ask.RESTRICTION_ARGUMENTS,
        ask.IMPOSED_BY,
        ask.INSTRUMENT,
        KNOWN_AT,
    )
    document: Document | None = declared(DOCUMENT, "The document with an id.", ask.ID, *CLOCKS)
    documents: DocumentPage | None = listed(
        lists.DOCUMENTS, "Documents, the newest first.", *ask.DOCUMENT_ARGUMENTS, *CLOCKS
    )
    claim: Claim | None = declared(CLAIM, "The claim with an id.", ask.ID, *CLOCKS)
    claims: ClaimPage | None = listed(
        lists.CLAIMS, "Claims, by id.", *ask.CLAIM_ARGUMENTS, ask.SUBJECT, ask.OBJECT, *CLOCKS
    )
    changes: Changes | None = declared(
        Single(),
        "What parties face, now against an earlier moment, on a day.",
        ask.SINCE,
        AS_OF,
    )
    node: Node | None = declared(BY_ID, "Whatever has an id.", ask.ID, *CLOCKS)
    stats: Stats | None = declared(Single(), "Counts of what the graph holds.", *CLOCKS)
