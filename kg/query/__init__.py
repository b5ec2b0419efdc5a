"""From patterns and a selection to one Cypher statement that returns the whole nested answer."""

from kg.query.compiler import Compiled, compile_field
from kg.query.cursors import BadCursorError
from kg.query.patterns import (
    Connection,
    Count,
    End,
    Filter,
    Hop,
    Key,
    Part,
    Single,
    TextSearch,
    Value,
)
from kg.query.selection import Field, Group, Object

__all__ = [
    "BadCursorError",
    "Compiled",
    "Connection",
    "Count",
    "End",
    "Field",
    "Filter",
    "Group",
    "Hop",
    "Key",
    "Object",
    "Part",
    "Single",
    "TextSearch",
    "Value",
    "compile_field",
]
