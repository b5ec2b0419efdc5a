"""The closed names of the exchange format, for those who read it or ask for it."""

from typing import Literal

type EntityType = Literal["Company", "AIModel", "Agency", "Jurisdiction", "Instrument"]

type RelationType = Literal[
    "developed_by",
    "subsidiary_of",
    "part_of",
    "located_in",
    "issued_by",
    "listed_on",
    "invested_in",
    "supplies",
    "distilled_from",
    "opposes",
    "amends",
]
