"""What a question asks for, without the language that it was asked in."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from kg.query.patterns import Pattern


@dataclass(frozen=True, slots=True)
class Field:
    """One wanted field: under which key, read by which pattern, with which arguments.

    `convert` turns a stored leaf that is not null into what the answer shows; a leaf that is a
    list is converted item by item.
    """

    key: str
    pattern: Pattern
    arguments: Mapping[str, Any] = field(default_factory=dict)
    object: "Object | None" = None
    convert: Callable[[Any], Any] | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """The fields wanted of the objects whose kind is one of `kinds`, in the order of the answer."""

    kinds: frozenset[str]
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class Object:
    """What is wanted of a nested object; `abstract` when its kind is known only from the data."""

    groups: tuple[Group, ...]
    abstract: bool = False
