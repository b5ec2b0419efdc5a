"""Texts of a row back to values, in Cypher: rows hold texts alone (see `Transaction.each`)."""

from collections.abc import Iterable, Mapping
from typing import Any

from kg.errors import InvalidInputError

ITEM = "\x1d"  # between the items of a list; both engines split it


def cell(value: Any) -> str:
    """A value as the text of a cell; an unknown one is empty.

    InvalidInputError for an item of a list that holds the character which separates items.
    """
    match value:
        case None:
            return ""
        case str():
            return value
        case bool():
            return "true" if value else "false"
        case tuple() | list():
            if any(ITEM in item for item in value):
                raise InvalidInputError(f"a name holds the control character U+001D: {value!r}")
            return ITEM.join(value)
        case _:
            return repr(value)


def known(index: int) -> str:
    """The text of a cell; null, so that nothing is stored, if it is empty."""
    return f"nullIf(row[{index}], '')"


def items(index: int) -> str:
    return f"CASE row[{index}] WHEN '' THEN [] ELSE split(row[{index}], '{ITEM}') END"


def number(index: int) -> str:
    return f"toFloat(row[{index}])"


def integer(index: int) -> str:
    return f"toInteger(row[{index}])"


def flag(index: int) -> str:
    return f"row[{index}] = 'true'"


def read(value: Any, index: int) -> str:
    """The expression that gives back a value of this one's type."""
    match value:
        case str():
            return f"row[{index}]"
        case bool():
            return flag(index)
        case int():
            return integer(index)
        case float():
            return number(index)
        case _:
            return items(index)


type Columns = tuple[tuple[str, str], ...]


def columns(properties: Mapping[str, Any], start: int) -> Columns:
    """Property names with the expressions that read them, in cells from `start` on."""
    return tuple(
        (name, read(value, index))
        for index, (name, value) in enumerate(sorted(properties.items()), start)
    )


def assigned(some: Iterable[tuple[str, str]]) -> str:
    """The inside of a map; names are identifiers, never input."""
    return ", ".join(f"`{name}`: {expression}" for name, expression in some)
