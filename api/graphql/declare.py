"""How a GraphQL field declares what it reads: once, with its description and its pattern.

`stored` reads a property, `linked` follows edges, `listed` pages through a long list. A type's
fields are plain annotations; nothing resolves them one by one, see `plan` and `execute`.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from typing import Any

import strawberry
from strawberry.annotation import StrawberryAnnotation
from strawberry.types.arguments import StrawberryArgument
from strawberry.types.field import StrawberryField
from strawberry.types.unset import UNSET

from kg.clock import stamp
from kg.query import Connection, End, Hop, Key, Part, Single, Value
from kg.query.clocks import held, tie
from kg.query.patterns import BY_NAME, Pattern
from ontology.vocabulary import Predicate

PATTERN = "pattern"


@dataclass(frozen=True, slots=True)
class Argument:
    """An argument, declared once for all the fields that take it."""

    name: str
    type: Any
    description: str
    default: Any = UNSET

    @property
    def definition(self) -> StrawberryArgument:
        return StrawberryArgument(
            python_name=self.name,
            graphql_name=self.name,
            type_annotation=StrawberryAnnotation(self.type),
            default=self.default,
            description=self.description,
        )


@dataclass(frozen=True, slots=True)
class ById:
    """A root field whose type and pattern follow from the form of the id, the first that fits."""

    forms: tuple[tuple[str, str, Single], ...]

    def chosen(self, node_id: str) -> tuple[str, Single]:
        """The GraphQL type and the pattern for an id."""
        return next((name, one) for form, name, one in self.forms if re.fullmatch(form, node_id))


def declared(
    pattern: Pattern | ById, description: str, *arguments: Argument, name: str = ""
) -> Any:
    """A field that is read by `pattern`; `name` where Python's own words forbid the GraphQL one."""
    field = strawberry.field(
        description=description, metadata={PATTERN: pattern}, name=name or None
    )
    field.arguments = [argument.definition for argument in arguments]
    return field


def pattern_of(field: StrawberryField) -> Pattern | ById:
    """The pattern that a field was declared with; TypeError if it has none."""
    pattern: Pattern | ById | None = field.metadata.get(PATTERN)
    if pattern is None:
        raise TypeError(f"the field {field.python_name} declares no pattern")
    return pattern


def stored(source: str, description: str, *arguments: Argument, name: str = "") -> Any:
    """A leaf: a property of the node, or a Cypher expression over `<it>`."""
    expression = source if "<it>" in source else f"<it>.{source}"
    return declared(Value(expression), description, *arguments, name=name)


def linked(
    predicate: Predicate,
    description: str,
    *,
    to: str,
    inverse: bool = False,
    many: bool = True,
) -> Any:
    """The nodes with label `to` at the other end of a predicate's edges, by name.

    `inverse` follows the edges against their arrows.
    """
    left, right = ("<-", "-") if inverse else ("-", "->")
    match = f"MATCH (<it>){left}[<e>:{tie(predicate)}]{right}(<new>:{to}) WHERE {held('<e>')}"
    return declared(Hop(match, many=many), description)


def reached(
    match: str,
    description: str,
    *,
    order: tuple[Key, ...] = BY_NAME,
    many: bool = True,
    distinct: bool = False,
) -> Any:
    """What a match of its own finds from `<it>`, in a stated order."""
    return declared(Hop(match, order, many, distinct), description)


def ended(clause: str, description: str) -> Any:
    """The one node that is always there, such as an end of an edge: a clause binds it."""
    return declared(End(clause), description)


def listed(connection: Connection, description: str, *arguments: Argument) -> Any:
    """A long list, read page by page."""
    return declared(connection, description, *arguments, FIRST, AFTER)


def part(one: Part, description: str) -> Any:
    """One of the fields that every connection has."""
    return declared(one, description)


FIRST = Argument("first", int, "How many rows the page holds at most.", 50)
AFTER = Argument(
    "after", str | None, "The cursor after which the page begins; null for the first page."
)
AS_OF = Argument("asOf", date | None, "The day that the answer is about; today if it is null.")
KNOWN_AT = Argument(
    "knownAt",
    datetime | None,
    "Answer from what the graph knew at that moment; from what it knows now if it is null.",
)
CLOCKS = (AS_OF, KNOWN_AT)


def plain(value: Any) -> Any:
    """An argument's value as the graph stores such values."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, datetime):
        return stamp(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list):
        return [plain(item) for item in value]
    return value
