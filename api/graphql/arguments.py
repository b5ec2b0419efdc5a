"""The arguments of the schema's fields, each declared once."""

from datetime import date, datetime

import strawberry

from api.graphql import declare
from api.graphql.declare import Argument
from kg.query.facing import FacingRole
from ontology.vocabulary import (
    AssertionStatus,
    DeonticModality,
    EntityKind,
    LegalStatus,
    Predicate,
    RestrictionType,
)

ID = Argument("id", strawberry.ID, "The id.")
AS_OF = Argument(
    "asOf", date | None, "The day that the answer is about; by default that of the whole question."
)
EXACT = Argument(
    "exact", bool, "Whether a type stands for itself only, not for narrower ones.", False
)
TYPES = Argument("types", list[RestrictionType] | None, "Types of norms, any of which will do.")
TYPE = Argument("type", RestrictionType | None, "A type of norm, with its narrower types.")
IMPOSED_BY = Argument("imposedBy", strawberry.ID | None, "The id of a party that imposes the norm.")
INSTRUMENT = Argument("instrument", strawberry.ID | None, "The id of an establishing instrument.")
SUBJECT = Argument("subject", strawberry.ID | None, "The id of the claim's subject.")
OBJECT = Argument("object", strawberry.ID | None, "The id of the claim's object.")

ROLES = Argument(
    "roles",
    list[FacingRole],
    "The roles that count.",
    [FacingRole.RESTRICTED, FacingRole.OBLIGED],
)

FACES_ARGUMENTS = (
    TYPE,
    TYPES,
    declare.AS_OF,
    Argument(
        "statuses",
        list[LegalStatus] | None,
        "The legal statuses that count, each with its narrower ones; all but ended if it is null.",
    ),
    ROLES,
    EXACT,
    Argument("minConfidence", float | None, "The least confidence that counts, from 0 to 1."),
    Argument("includeUndated", bool, "Whether norms count whose status no source dates.", True),
)
FACING_ARGUMENTS = (
    *FACES_ARGUMENTS,
    Argument("party", strawberry.ID | None, "The id of the only party that counts."),
)
CHANGE_ARGUMENTS = (
    TYPE,
    TYPES,
    EXACT,
    Argument("statuses", list[LegalStatus] | None, "The statuses that count; any if it is null."),
    ROLES,
    Argument("parties", list[strawberry.ID] | None, "The ids of the only parties that count."),
)
SINCE = Argument("since", datetime, "The moment to compare with.")
RESTRICTION_ARGUMENTS = (
    TYPE,
    TYPES,
    EXACT,
    Argument(
        "statuses",
        list[LegalStatus] | None,
        "The legal statuses that count, each with its narrower ones; any if it is null.",
    ),
    AS_OF,
    Argument("modality", DeonticModality | None, "The modality that counts."),
)
ENTITY_ARGUMENTS = (
    Argument("kind", EntityKind | None, "The kind that counts."),
    Argument("search", str | None, "Words of a name or an alias."),
    Argument("country", str | None, "An ISO 3166 country code."),
)
DOCUMENT_ARGUMENTS = (
    Argument("search", str | None, "Words of the title, in a row."),
    Argument("publishedFrom", date | None, "The first day of publication that counts."),
    Argument("publishedTo", date | None, "The last day of publication that counts."),
)
CLAIM_ARGUMENTS = (
    Argument("predicate", Predicate | None, "What the claims assert."),
    Argument("status", AssertionStatus | None, "How their sources stand to them."),
)
