"""Random queries over the schema: nested, aliased, in fragments, with arguments that can hit."""

from collections.abc import Callable
from dataclasses import dataclass, field

from graphql import (
    GraphQLArgument,
    GraphQLField,
    GraphQLInterfaceType,
    GraphQLNonNull,
    GraphQLObjectType,
    get_named_type,
    is_leaf_type,
)
from hypothesis import strategies as st

from api.graphql.schema import core
from kg.query.facing import FacingRole
from ontology.vocabulary import (
    AssertionStatus,
    DeonticModality,
    EntityKind,
    LegalStatus,
    Predicate,
    RestrictionType,
)
from tests.differential.graphs import DAYS
from tests.differential.world import World

DEPTH = 5
SKIPPED = {("entities", "search")}  # how well a name matches is the engines' own business
ENUMS = {
    one.__name__: tuple(member.name for member in one)
    for one in (
        AssertionStatus,
        DeonticModality,
        EntityKind,
        FacingRole,
        LegalStatus,
        Predicate,
        RestrictionType,
    )
}


@dataclass
class Writing:
    """A query on its way to text: names must not repeat."""

    draw: st.DrawFn
    world: World
    names: int = 0
    fragments: list[str] = field(default_factory=list)

    def fresh(self, stem: str) -> str:
        self.names += 1
        return f"{stem}{self.names}"

    def root(self) -> str:
        query = core.query_type
        assert query is not None
        names = self.draw(st.lists(st.sampled_from(sorted(query.fields)), min_size=1, max_size=2))
        fields = [self.field(name, query.fields[name], 1) for name in names]
        return " ".join(["{", *fields, "}", *self.fragments])

    def field(self, name: str, definition: GraphQLField, depth: int) -> str:
        alias = f"{self.fresh('a')}: " if depth == 1 or self.draw(st.booleans()) else ""
        given = self.arguments(name, definition)
        if given and not alias:
            alias = f"{self.fresh('a')}: "
        target = get_named_type(definition.type)
        if is_leaf_type(target):
            return f"{alias}{name}{given}"
        assert isinstance(target, GraphQLObjectType | GraphQLInterfaceType)
        return f"{alias or self.fresh('a') + ': '}{name}{given} {self.selection(target, depth)}"

    def selection(self, parent: GraphQLObjectType | GraphQLInterfaceType, depth: int) -> str:
        leaves = [n for n, f in parent.fields.items() if is_leaf_type(get_named_type(f.type))]
        composites = sorted(set(parent.fields) - set(leaves))
        must = [n for n in ("edges", "node") if n in composites]
        some = self.draw(st.lists(st.sampled_from(leaves), max_size=3)) if leaves else []
        deeper = []
        if depth < DEPTH or must:
            deeper = must or (
                self.draw(st.lists(st.sampled_from(composites), max_size=2)) if composites else []
            )
        if "pageInfo" in composites and self.draw(st.booleans()):
            deeper = [*deeper, "pageInfo"]
        next_depth = depth if must else depth + 1
        parts = ["__typename"] if not some or self.draw(st.booleans()) else []
        parts += [self.field(name, parent.fields[name], 2) for name in dict.fromkeys(some)]
        parts += [self.field(name, parent.fields[name], next_depth) for name in deeper]
        if isinstance(parent, GraphQLInterfaceType) and depth < DEPTH:
            parts += self.conditional(parent, depth)
        if "totalCount" in leaves:
            parts.append("totalCount")
        body = "{ " + " ".join(parts) + " }"
        return self.spread(parent.name, body) if self.draw(st.integers(0, 4)) == 0 else body

    def conditional(self, parent: GraphQLInterfaceType, depth: int) -> list[str]:
        """Fragments on some of the types that can stand here."""
        kinds = sorted(core.get_possible_types(parent), key=lambda kind: kind.name)
        chosen = self.draw(st.lists(st.sampled_from(kinds), max_size=2))
        return [f"... on {kind.name} {self.selection(kind, depth + 1)}" for kind in chosen]

    def spread(self, type_name: str, body: str) -> str:
        name = self.fresh("F")
        self.fragments.append(f"fragment {name} on {type_name} {body}")
        return f"{{ ...{name} }}"

    def arguments(self, field_name: str, definition: GraphQLField) -> str:
        given = []
        for name, argument in definition.args.items():
            needed = isinstance(argument.type, GraphQLNonNull) and name in ("id", "first", "since")
            optional = (field_name, name) not in SKIPPED and name != "after"
            if needed or (optional and self.draw(st.integers(0, 3)) == 0):
                given.append(f"{name}: {self.value(name, argument)}")
        return f"({', '.join(given)})" if given else ""

    def value(self, name: str, argument: GraphQLArgument) -> str:
        named = get_named_type(argument.type).name
        if named in ENUMS:
            one = self.draw(st.sampled_from(ENUMS[named]))
            return f"[{one}]" if name in ("types", "statuses", "roles") else one
        return str(self.draw(VALUES[named](self.world, name)))


def _ids(world: World, name: str) -> st.SearchStrategy[str]:
    known = [*world.entities, *world.documents, *world.claims, *world.passages, "company:nobody"]
    return st.sampled_from(known).map(lambda key: f'"{key}"')


def _texts(world: World, name: str) -> st.SearchStrategy[str]:
    return st.sampled_from(('"US"', '"notice 1"', '"Notice"'))


VALUES: dict[str, Callable[[World, str], st.SearchStrategy[object]]] = {
    "ID": _ids,
    # A moment after all writing: what is known then is what is known now.
    "DateTime": lambda world, name: st.just('"2026-12-01T00:00:00Z"'),
    "Int": lambda world, name: st.integers(0, 4),
    "Float": lambda world, name: st.sampled_from((0.3, 0.5)),
    "Boolean": lambda world, name: st.sampled_from(("true", "false")),
    "Date": lambda world, name: st.sampled_from([f'"{day}"' for day in DAYS]),
    "String": _texts,
}


@st.composite
def queries(draw: st.DrawFn, world: World) -> str:
    return Writing(draw, world).root()
