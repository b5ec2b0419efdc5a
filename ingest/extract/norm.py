"""A rule as first read from a sentence, before it gets its type and its status."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from spacy.tokens import Doc

from ingest.extract.phrases import clauses
from ingest.extract.result import Party, Span
from ingest.extract.segments import Unit

type Modality = Literal["prohibition", "obligation"]


@dataclass(frozen=True, slots=True)
class Norm:
    """What one sentence or list item says must or must not be done, and by whom.

    `scope` are the words that say what is limited, `context` the lead-ins and the heading that
    help to name its type; `rule` names the pattern that read it.
    """

    modality: Modality
    evidence: Span
    scope: Span
    rule: str
    confidence: float
    context: tuple[Span, ...] = ()
    imposers: tuple[Party, ...] = ()
    bearers: tuple[Party, ...] = ()
    restricted: tuple[Party, ...] = ()
    owed_to: tuple[Party, ...] = ()
    assets: tuple[Party, ...] = ()
    instrument: str | None = None
    type: str | None = None
    status: str | None = None


def by_clause(doc: Doc, norm: Norm) -> Iterator[Norm]:
    """The norm itself, and one more for each further duty of its sentence."""
    spans = clauses(doc, norm.scope) if norm.modality == "obligation" else [norm.scope]
    yield replace(norm, scope=spans[0])
    for span in spans[1:]:
        yield replace(norm, scope=span, rule="clause", context=())


def lead_ins(unit: Unit) -> tuple[Span, ...]:
    """The lines that a unit hangs from: its lead-ins and its heading."""
    return (*unit.chapeau, unit.heading) if unit.heading else unit.chapeau
