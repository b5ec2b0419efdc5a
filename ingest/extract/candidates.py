"""A possible mention on its way from the finders to the entities."""

from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Doc

type Strength = Literal[1, 2, 3]
"""1 the name alone is weak evidence, 2 ordinary, 3 decided by the gazetteer or a citation form."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A span that may name an entity of `type`; `ref` is its reference id, `rule` its finder.

    `key` groups spans that name the same thing although their surfaces differ (`EU`, `Brussels`).
    """

    start: int
    end: int
    type: str
    rule: str
    strength: Strength = 2
    ref: str | None = None
    key: str | None = None


Doc.set_extension("candidates", default=())
