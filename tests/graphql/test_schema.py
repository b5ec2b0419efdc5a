"""The schema tells everything about itself, and its text in the documentation is current."""

from collections.abc import Iterator
from pathlib import Path

from graphql import (
    GraphQLEnumType,
    GraphQLInterfaceType,
    GraphQLObjectType,
    get_introspection_query,
)

from api.graphql.declare import pattern_of
from api.graphql.schema import core, schema
from ontology.vocabulary import EntityKind
from tests.graphql.sample import DOWN, Ask

SNAPSHOT = Path(__file__).parents[2] / "docs" / "schema.graphql"


def own_types() -> Iterator[tuple[str, GraphQLObjectType | GraphQLInterfaceType | GraphQLEnumType]]:
    for name, one in core.type_map.items():
        if not name.startswith("__") and isinstance(
            one, GraphQLObjectType | GraphQLInterfaceType | GraphQLEnumType
        ):
            yield name, one


def undescribed() -> Iterator[str]:
    for name, one in own_types():
        if not one.description:
            yield name
        if isinstance(one, GraphQLEnumType):
            yield from (f"{name}.{v}" for v, value in one.values.items() if not value.description)
            continue
        for key, field in one.fields.items():
            if not field.description:
                yield f"{name}.{key}"
            yield from (
                f"{name}.{key}({a})" for a, arg in field.args.items() if not arg.description
            )


def test_everything_has_a_description() -> None:
    assert list(undescribed()) == []


def test_every_field_declares_its_pattern() -> None:
    for _, one in own_types():
        if not isinstance(one, GraphQLEnumType):
            for field in one.fields.values():
                pattern_of(field.extensions["strawberry-definition"])


def test_every_kind_of_entity_has_a_type() -> None:
    entity = core.get_type("Entity")
    assert isinstance(entity, GraphQLInterfaceType)
    names = {one.name for one in core.get_possible_types(entity)}
    assert names == {kind.value for kind in EntityKind}


def test_the_documented_schema_is_current() -> None:
    """`python -m api.graphql.schema > docs/schema.graphql` renews it."""
    assert SNAPSHOT.read_text() == schema.as_str() + "\n"


def test_introspection_is_answered_without_a_store() -> None:
    data = Ask(DOWN).data(get_introspection_query(input_value_deprecation=True))
    assert {one["name"] for one in data["__schema"]["types"]} >= {"Query", "Facing"}
