"""The closed vocabularies as GraphQL enums, with the definitions that the ontology gives them."""

from enum import Enum

import strawberry
from strawberry.types.enum import StrawberryEnumDefinition

from kg.query.facing import FacingRole
from ontology import model
from ontology.vocabulary import SCHEMES, EntityKind, Predicate

FACING_ROLES = {
    FacingRole.RESTRICTED.value: "The norm cuts the party off from something.",
    FacingRole.OBLIGED.value: "The norm obliges the party to do something.",
    FacingRole.BOUND.value: "The norm forbids the party to do something to others.",
}


def _described(enum: type[Enum], description: str, values: dict[str, str]) -> None:
    strawberry.enum(enum, description=description)
    definition: StrawberryEnumDefinition = enum.__strawberry_definition__  # type: ignore[attr-defined]
    for value in definition.values:
        value.description = values[value.value]


def described(name: str) -> str:
    """What the ontology says of a class."""
    return model.load().classes[name].comment


def _describe() -> None:
    """Make every vocabulary a GraphQL enum; a value without a definition is a KeyError."""
    ontology = model.load()
    for name, enum in SCHEMES.items():
        scheme = ontology.scheme(name)
        definitions = {concept.notation: concept.definition for concept in scheme.concepts}
        _described(enum, scheme.comment, definitions)
    classes = {kind.value: ontology.classes[kind.value].comment for kind in EntityKind}
    _described(EntityKind, "The kinds of things that the graph knows.", classes)
    properties = {one.value: ontology.properties[one.value].comment for one in Predicate}
    _described(Predicate, "What a claim can assert of its subject.", properties)
    _described(FacingRole, "How a party stands under a norm.", FACING_ROLES)


_describe()
