"""The building blocks by which a field says what it reads: small values over Cypher fragments.

In a fragment `<it>` is the variable of the object that the field belongs to, `<new>` the variable
that the pattern binds, any other `<name>` a variable of the pattern's own, and `$name` a
parameter: the argument of that name, or the value that the whole question carries (`$asOf`).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any

type Arguments = Mapping[str, Any]
PAST = "past"  # among a filter's arguments: whether the question is about the past


@dataclass(frozen=True, slots=True)
class Value:
    """A leaf: a Cypher expression over the current variable."""

    expression: str


@dataclass(frozen=True, slots=True)
class Key:
    """One expression of a total order."""

    expression: str
    descending: bool = False


BY_NAME = (Key("<new>.sort"),)


@dataclass(frozen=True, slots=True)
class Hop:
    """Other nodes (or edges, or map values) reached from the current one, in a stated order."""

    match: str
    order: tuple[Key, ...] = BY_NAME
    many: bool = True
    distinct: bool = False


@dataclass(frozen=True, slots=True)
class End:
    """A node that is always there, exactly one, such as the start of the current edge.

    Its clause binds `<new>` in passing; a `CALL` of its own would cost time per row.
    """

    clause: str


@dataclass(frozen=True, slots=True)
class Count:
    """How many nodes a pattern finds, in all or, with `by`, as (name, count) pairs by name."""

    match: str
    by: str | None = None


@dataclass(frozen=True, slots=True)
class Filter:
    """A condition that holds when `value` finds something for it in the arguments."""

    name: str
    clause: str
    value: Callable[[Arguments], Any]


def argument(name: str) -> Callable[[Arguments], Any]:
    """What finds an argument's value as it was given."""
    return lambda arguments: arguments.get(name)


def always(name: str, clause: str) -> Filter:
    """A filter that no argument controls."""
    return Filter(name, clause, lambda _: True)


def same(name: str, clause: str) -> Filter:
    """A filter on the argument of its own name, as it was given."""
    return Filter(name, clause, argument(name))


@dataclass(frozen=True, slots=True)
class Variant:
    """How a connection is matched and ordered when one of its arguments is given.

    A `text_search` begins with the store's own clause, which binds `node` and `score`.
    """

    argument: str
    match: str
    order: tuple[Key, ...] = BY_NAME
    text_search: bool = False


@dataclass(frozen=True, slots=True)
class TextSearch:
    """How a store searches texts: Cypher that binds `node` and `score`, and what makes `$query`."""

    clause: str
    query: Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Connection:
    """A long list, read page by page in a total order.

    `one_scan` counts and pages by gathering the matches once: right for cheap rows behind a
    costly match; otherwise the count is a search of its own. `distinct` is for matches that find
    a row along several ways.
    """

    match: str
    order: tuple[Key, ...] = BY_NAME
    filters: tuple[Filter, ...] = ()
    variants: tuple[Variant, ...] = ()
    one_scan: bool = False
    distinct: bool = False


@dataclass(frozen=True, slots=True)
class Single:
    """At most one root object, found by the arguments; without a match, one that needs no node."""

    match: str | None = None


class Part(Enum):
    """The fields that every connection has."""

    TOTAL = auto()
    PAGE_INFO = auto()
    EDGES = auto()
    CURSOR = auto()
    NODE = auto()
    HAS_NEXT = auto()
    HAS_PREVIOUS = auto()
    FIRST_CURSOR = auto()
    LAST_CURSOR = auto()


type Pattern = Value | Hop | End | Count | Connection | Single | Part
