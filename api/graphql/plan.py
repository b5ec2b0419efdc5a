"""From a checked GraphQL operation to the neutral selection that the compiler understands.

Fragments, directives, aliases, arguments and type conditions end here; the depth, the cost and
the page sizes of what is asked for are held to the limits on the way.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from graphql import (
    FieldNode,
    FragmentDefinitionNode,
    GraphQLEnumType,
    GraphQLError,
    GraphQLField,
    GraphQLInterfaceType,
    GraphQLObjectType,
    GraphQLOutputType,
    GraphQLUnionType,
    InlineFragmentNode,
    SelectionSetNode,
    get_argument_values,
    get_named_type,
    is_leaf_type,
    is_list_type,
)
from graphql.execution.values import VariableValues, get_directive_values
from graphql.type import GraphQLIncludeDirective, GraphQLSkipDirective, is_non_null_type

from api.graphql import errors
from api.graphql.declare import ById, pattern_of, plain
from api.graphql.limits import LIST_ROWS, PAGE_COST, Limits
from api.graphql.schema import core
from kg.query import Connection, Field, Group, Object, Part, Value
from kg.query.patterns import Pattern

type Collected = dict[str, list[FieldNode]]

TYPE_NAME = "__typename"


@dataclass(frozen=True, slots=True)
class Question:
    """What an operation brings along: its fragments and its variables' values."""

    fragments: Mapping[str, FragmentDefinitionNode]
    variables: VariableValues


@cache
def declared_pattern(parent: str, name: str) -> Pattern | ById:
    """The pattern of a field, by the names of its type and itself."""
    field = _type(parent).fields[name]
    return pattern_of(field.extensions["strawberry-definition"])


@cache
def _kinds(name: str) -> frozenset[str]:
    """The concrete types that a type condition lets through."""
    found = core.get_type(name)
    if isinstance(found, GraphQLObjectType):
        return frozenset([name])
    if not isinstance(found, GraphQLInterfaceType | GraphQLUnionType):
        raise TypeError(f"{name} has no fields")
    return frozenset(one.name for one in core.get_possible_types(found))


def _type(name: str) -> GraphQLObjectType | GraphQLInterfaceType:
    found = core.get_type(name)
    if not isinstance(found, GraphQLObjectType | GraphQLInterfaceType):
        raise TypeError(f"{name} has no fields")
    return found


@cache
def _converter(name: str) -> Any:
    """What turns a stored code into the name of the enum's value."""
    found = core.get_type(name)
    if not isinstance(found, GraphQLEnumType):
        return None
    return {getattr(v.value, "value", v.value): key for key, v in found.values.items()}.__getitem__


def root_fields(question: Question, selections: SelectionSetNode) -> Collected:
    """The fields of the query root, by response key."""
    return Collector(question).fields(selections, "Query")


class Collector:
    """Gathers the fields that a selection asks of one concrete type, as the specification says."""

    def __init__(self, question: Question) -> None:
        self.question = question

    def fields(self, selections: SelectionSetNode, kind: str) -> Collected:
        return self.merged([selections], kind)

    def merged(self, sets: Sequence[SelectionSetNode], kind: str) -> Collected:
        found: Collected = {}
        visited: set[str] = set()
        for selections in sets:
            self._gather(selections, kind, found, visited)
        return found

    def conditions(self, sets: Sequence[SelectionSetNode]) -> set[str]:
        """The types that any fragment in the selection is conditional on."""
        found: set[str] = set()
        for selections in sets:
            self._conditions(selections, found, set())
        return found

    def _gather(
        self, selections: SelectionSetNode, kind: str, found: Collected, visited: set[str]
    ) -> None:
        for node in selections.selections:
            if not self._included(node):
                continue
            if isinstance(node, FieldNode):
                key = node.alias.value if node.alias else node.name.value
                found.setdefault(key, []).append(node)
                continue
            inner = self._fragment(node, visited)
            if inner is not None:
                condition = inner.type_condition
                if condition is None or kind in _kinds(condition.name.value):
                    self._gather(inner.selection_set, kind, found, visited)

    def _conditions(self, selections: SelectionSetNode, found: set[str], visited: set[str]) -> None:
        for node in selections.selections:
            if isinstance(node, FieldNode):
                continue
            inner = self._fragment(node, visited)
            if inner is not None:
                if inner.type_condition:
                    found.add(inner.type_condition.name.value)
                self._conditions(inner.selection_set, found, visited)

    def _fragment(
        self, node: Any, visited: set[str]
    ) -> InlineFragmentNode | FragmentDefinitionNode | None:
        """What a spread stands for; a named fragment counts once in a selection."""
        if isinstance(node, InlineFragmentNode):
            return node
        name: str = node.name.value
        if name in visited:
            return None
        visited.add(name)
        return self.question.fragments[name]

    def _included(self, node: Any) -> bool:
        if not node.directives:
            return True
        variables = self.question.variables
        skip = get_directive_values(GraphQLSkipDirective, node, variables)
        if skip and skip["if"]:
            return False
        include = get_directive_values(GraphQLIncludeDirective, node, variables)
        return not include or bool(include["if"])


class Planner:
    """Plans root fields of one operation, against one budget."""

    def __init__(self, question: Question, limits: Limits) -> None:
        self.collector = Collector(question)
        self.question = question
        self.limits = limits
        self.cost = 0

    def root(self, key: str, nodes: Sequence[FieldNode]) -> Field:
        """Plan one root field.

        RequestRefusedError when the operation as a whole asks for too much, FieldRefusedError
        when this field cannot be answered as it is asked.
        """
        return self._field(key, nodes, "Query", rows=1, depth=1)

    def _field(
        self, key: str, nodes: Sequence[FieldNode], parent: str, *, rows: int, depth: int
    ) -> Field:
        name = nodes[0].name.value
        self._spend(rows, depth, nodes)
        if name == TYPE_NAME:
            return Field(key, Value(f"'{parent}'"))
        definition = _type(parent).fields[name]
        arguments = self._arguments(definition, nodes[0])
        pattern = declared_pattern(parent, name)
        named = get_named_type(definition.type)
        target = named.name
        if isinstance(pattern, ById):
            target, pattern = pattern.chosen(arguments["id"])
        elif is_leaf_type(named):
            return Field(key, pattern, arguments, None, _converter(target))
        inner = self._rows(pattern, definition.type, arguments, rows, nodes)
        sets = [node.selection_set for node in nodes if node.selection_set]
        wanted = self._object(sets, target, rows=inner, depth=depth + 1)
        return Field(key, pattern, arguments, wanted)

    def _object(
        self, sets: Sequence[SelectionSetNode], name: str, *, rows: int, depth: int
    ) -> Object:
        """What is wanted of each kind; kinds that the same fragments let through share a group."""
        kinds = _kinds(name)
        if isinstance(core.get_type(name), GraphQLObjectType):
            return Object((self._group(sets, kinds, rows=rows, depth=depth),))
        groups = [
            self._group(sets, alike, rows=rows, depth=depth) for alike in self._alike(sets, kinds)
        ]
        return Object(tuple(groups), abstract=True)

    def _alike(
        self, sets: Sequence[SelectionSetNode], kinds: frozenset[str]
    ) -> Iterator[frozenset[str]]:
        conditions = sorted(self.collector.conditions(sets))
        alike: dict[tuple[bool, ...], set[str]] = {}
        for kind in sorted(kinds):
            signature = tuple(kind in _kinds(condition) for condition in conditions)
            alike.setdefault(signature, set()).add(kind)
        return map(frozenset, alike.values())

    def _group(
        self, sets: Sequence[SelectionSetNode], kinds: frozenset[str], *, rows: int, depth: int
    ) -> Group:
        kind = min(kinds)
        fields = []
        for key, nodes in self.collector.merged(sets, kind).items():
            field = self._field(key, nodes, kind, rows=rows, depth=depth)
            if nodes[0].name.value == TYPE_NAME and len(kinds) > 1:
                field = Field(key, Value("<it>.kind"))
            fields.append(field)
        return Group(kinds, tuple(fields))

    def _rows(
        self,
        pattern: Pattern,
        type_: GraphQLOutputType,
        arguments: Mapping[str, Any],
        rows: int,
        nodes: Sequence[FieldNode],
    ) -> int:
        """How many rows are to be expected below a field."""
        if isinstance(pattern, Connection):
            first: int = arguments["first"]
            if not 0 <= first <= self.limits.page_size:
                message = f"first is {first}: a page has 0 to {self.limits.page_size} rows"
                raise errors.field_refused(message, errors.PAGE_SIZE, nodes)
            self.cost += rows * PAGE_COST
            return rows * max(first, 1)
        if isinstance(pattern, Part):
            return rows
        bare = type_.of_type if is_non_null_type(type_) else type_
        return rows * LIST_ROWS if is_list_type(bare) else rows

    def _arguments(self, definition: GraphQLField, node: FieldNode) -> Mapping[str, Any]:
        if not definition.args:
            return {}
        try:
            values = get_argument_values(definition, node, self.question.variables)
        except GraphQLError as error:
            refused = errors.coded(error, errors.BAD_USER_INPUT)
            raise errors.FieldRefusedError(refused) from error
        return {name: plain(value) for name, value in values.items()}

    def _spend(self, rows: int, depth: int, nodes: Sequence[FieldNode]) -> None:
        self.cost += rows
        if depth > self.limits.depth:
            message = f"the query is nested more than {self.limits.depth} levels deep"
            raise errors.refused(message, errors.DEPTH_LIMIT, nodes)
        if self.cost > self.limits.cost:
            message = (
                f"the query may cost more than {self.limits.cost}: "
                "ask for smaller pages, fewer nested lists or fewer fields"
            )
            raise errors.refused(message, errors.COST_LIMIT, nodes)
