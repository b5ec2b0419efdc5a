"""From the one record that a statement returns to the answer: keys renamed, leaves converted.

Engines return maps in an order of their own, and unions need the fields of each object's own
kind, so that every object is rebuilt once, in the order of the question.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from kg.query import cursors
from kg.query.patterns import Part

type Shape = Callable[[Any], Any]
type Slots = tuple[tuple[str, str, Shape | None], ...]

KIND = "__kind"  # the slot that holds an abstract object's kind
KEYS = "__keys"  # the slot that holds a row's sort keys


def leaf(convert: Shape) -> Shape:
    """Convert a leaf, or each item of a list of leaves, unless it is unknown."""

    def shape(value: Any) -> Any:
        if value is None:
            return None
        if isinstance(value, list):
            return [convert(item) for item in value]
        return convert(value)

    return shape


def many(shape: Shape) -> Shape:
    return lambda items: [shape(item) for item in items]


def filled(row: Mapping[str, Any], slots: Slots) -> dict[str, Any]:
    return {key: row[slot] if shape is None else shape(row[slot]) for key, slot, shape in slots}


def concrete(slots: Slots) -> Shape:
    """An object of one known kind: (answer key, slot in the record, shape) in order."""
    return lambda row: None if row is None else filled(row, slots)


def abstract(slots: Mapping[str, Slots]) -> Shape:
    """An object whose kind is in the record; a kind that the question cannot name has no fields."""
    return lambda row: None if row is None else filled(row, slots.get(row[KIND], ()))


def constant(value: Any) -> Shape:
    return lambda _: value


def cursor(row: Mapping[str, Any]) -> str:
    return cursors.encode(row[KEYS])


def page_facts(rows: Sequence[Mapping[str, Any]], first: int, *, paged: bool) -> dict[str, Any]:
    """What is known of a page of which one row more than `first` was read."""
    shown = rows[:first]
    return {
        Part.HAS_NEXT.name: len(rows) > first,
        Part.HAS_PREVIOUS.name: paged,
        Part.FIRST_CURSOR.name: cursor(shown[0]) if shown else None,
        Part.LAST_CURSOR.name: cursor(shown[-1]) if shown else None,
    }
