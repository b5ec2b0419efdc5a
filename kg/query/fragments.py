"""Filling in Cypher fragments: variables get numbers, parameters get names of their own."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from kg.query import clocks
from kg.query.patterns import Key

VARIABLE = re.compile(r"<([a-z]+)>")
PARAMETER = re.compile(r"\$([A-Za-z]+)")


class Names:
    """Hands out the variables and parameters of one statement, in the order in which they come.

    The order depends on the question's shape alone, so that the same shape gives the same text
    and an engine can reuse its plan.
    """

    def __init__(self, *, past: bool = False) -> None:
        """`past`: whether the question is about what was known at an earlier moment."""
        self.past = past
        self._variables = 0
        self.parameters: dict[str, Any] = {}

    def variable(self, stem: str = "n") -> str:
        self._variables += 1
        return f"{stem}{self._variables}"

    def parameter(self, name: str, value: Any) -> str:
        """Bind a value under its argument's name, numbered if the name is taken."""
        unique, count = name, 1
        while unique in self.parameters:
            count += 1
            unique = f"{name}{count}"
        self.parameters[unique] = value
        return unique

    def scope(self, **known: str) -> Callable[[str], str]:
        """A function that puts variables into the fragments of one pattern, consistently."""
        names = dict(known)

        def fill(fragment: str) -> str:
            now = clocks.chosen(fragment, past=self.past)
            return VARIABLE.sub(lambda found: self._named(names, found[1]), now)

        return fill

    def _named(self, names: dict[str, str], name: str) -> str:
        if name not in names:
            names[name] = self.variable()
        return names[name]


def bound(fragment: str, parameters: Mapping[str, str]) -> str:
    """Put the statement's parameter names into a fragment; KeyError for an unknown one."""
    return PARAMETER.sub(lambda found: f"${parameters[found[1]]}", fragment)


def order_by(keys: Sequence[tuple[str, Key]]) -> str:
    """The clause that sorts by keys whose expressions are bound to names."""
    return "ORDER BY " + ", ".join(f"{name} DESC" if key.descending else name for name, key in keys)
