"""The root: the questions that can be asked."""

import strawberry

from api.graphql import arguments as ask
from api.graphql.declare import ById, declared, listed
from api.graphql.types.claims import Claim, Document
from api.graphql.types.entities import Entity
from api.graphql.types.nodes import Node
from api.graphql.types.pages import ClaimPage, DocumentPage, EntityPage, FacingPage, RestrictionPage
from api.graphql.types.stats import Stats
from kg.query import Single, lists
from kg.query.facing import FACING

ENTITY = Single("MATCH (<new>:Entity {id: $id})")
DOCUMENT = Single("MATCH (<new>:Document {id: $id})")
CLAIM = Single("MATCH (<new>:Claim {key: $id})")
PASSAGE = Single("MATCH (<new>:Passage {id: $id})")
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
        FACING, "Who faces norms of a type on a day, and on what evidence.", *ask.FACING_ARGUMENTS
    )
    entity: Entity | None = declared(ENTITY, "The entity with an id.", ask.ID)
    entities: EntityPage | None = listed(
        lists.ENTITIES,
        "Entities, by name; with `search`, the best matches of a name or alias first.",
        *ask.ENTITY_ARGUMENTS,
    )
    restrictions: RestrictionPage | None = listed(
        lists.RESTRICTIONS,
        "Norms, by name.",
        *ask.RESTRICTION_ARGUMENTS,
        ask.IMPOSED_BY,
        ask.INSTRUMENT,
    )
    document: Document | None = declared(DOCUMENT, "The document with an id.", ask.ID)
    documents: DocumentPage | None = listed(
        lists.DOCUMENTS, "Documents, the newest first.", *ask.DOCUMENT_ARGUMENTS
    )
    claim: Claim | None = declared(CLAIM, "The claim with an id.", ask.ID)
    claims: ClaimPage | None = listed(
        lists.CLAIMS, "Claims, by id.", *ask.CLAIM_ARGUMENTS, ask.SUBJECT, ask.OBJECT
    )
    node: Node | None = declared(BY_ID, "Whatever has an id.", ask.ID)
    stats: Stats | None = declared(Single(), "Counts of what the graph holds.")
