"""One sentence of a report, with what the readers of its rules ask of it."""

import re

from spacy.tokens import Token

from ingest.extract import prose_words as w
from ingest.extract.actors import Actor, Actors
from ingest.extract.norm import Modality, Norm
from ingest.extract.parties import Cast
from ingest.extract.phrases import tokens
from ingest.extract.result import Span
from ingest.extract.segments import Unit


class Sentence:
    """A unit with its words, its cast and the actors of its document.

    `talks` says that the document is about what rules say, so that a bare "must" states one.
    """

    def __init__(self, unit: Unit, cast: Cast, actors: Actors, *, talks: bool = False) -> None:
        self.unit, self.cast, self.actors, self.doc = unit, cast, actors, cast.doc
        self.talks = talks
        self.span: Span = (unit.start, unit.end)
        self.text = cast.text[unit.start : unit.end]
        self.tokens = tokens(cast.doc, self.span)

    def made(
        self, modality: Modality, rule: str, scope: Span, actor: Actor | None, confidence: float
    ) -> Norm:
        """A norm of this sentence, with the imposers of its actor or of its lead-in."""
        plans = self.unit.kind == "item" and bool(w.PLANS.search(self.above()))
        if actor is not None:
            self.actors.remember(scope[0], actor)
        else:
            actor = self.standing(scope[0])
        heading = (self.unit.heading,) if self.unit.heading else ()
        return Norm(
            modality,
            self.span,
            scope,
            rule,
            confidence,
            context=(*self.unit.chapeau, *heading, self.span),
            imposers=actor.parties if actor else (),
            instrument=actor.instrument if actor else None,
            status="proposed" if plans else None,
        )

    def leads_item(self, verb: Token) -> bool:
        """A list item "Requiring X to …" has its actor in the lead-in."""
        return verb.idx - self.unit.start <= 12 and self.unit.kind == "item"

    def above(self) -> str:
        """The words that a list item hangs from, else the lines before it."""
        start = self.unit.chapeau[0][0] if self.unit.chapeau else max(0, self.unit.start - 700)
        return self.cast.text[start : self.unit.start]

    def place(self) -> bool:
        """Whether the sentence names somebody who can make rules."""
        return any(
            e.type in {"Jurisdiction", "Agency", "Instrument"} for e in self.cast.within(self.span)
        )

    def dismissed(self, at: int) -> bool:
        """Whether what stands at `at` is called for, denied or merely imagined."""
        before = self.cast.text[self.unit.start : at]
        return bool(
            w.CALLS.search(before)
            or w.NEGATED.search(before[-30:])
            or w.HYPOTHETICAL.search(before[-40:])
        )

    def standing(self, at: int) -> Actor | None:
        """Whose rules the sentence goes on about, where it names no maker itself."""
        if self.unit.kind == "item" and not self.talks:
            return self.actors.of_lead(self.unit)
        return self.actors.standing(self.unit, at)

    def opines(self, at: int, end: int) -> bool:
        """Whether a modal verb is somebody's judgement, a quotation or a guess, not a rule."""
        before = self.cast.text[self.unit.start : at]
        quoted = before.count("\u201c") > before.count("\u201d") or before.count('"') % 2 == 1
        after = self.cast.text[end : self.unit.end]
        return (
            quoted
            or bool(w.OPINION.search(before))
            or bool(w.GUESS.match(after))
            or bool(w.AFTERTHOUGHT.search(after))
        )

    def clause_end(self, token: Token) -> int:
        """Where the words that depend on `token` end."""
        last = max(token.subtree, key=lambda t: t.i)
        return max(token.idx + len(token), min(self.span[1], last.idx + len(last)))

    def words(self, span: Span) -> str:
        """The text of a span."""
        return self.cast.text[span[0] : span[1]]

    def is_official(self, token: Token) -> bool:
        """Directions to an office about its own work are no rules."""
        entity = self.cast.at(token)
        return entity.type == "Agency" if entity else token.lemma_.lower() in w.OFFICIALS

    def in_fact_sheet(self) -> bool:
        """A bullet of an official summary of an order or a rule."""
        return self.unit.kind == "item" and bool(w.ORDER.search(self.cast.text))

    def reporter(self) -> Actor | None:
        """The firm that the sentence is about, for "a banned account"."""
        root = next((t for t in self.tokens if t.dep_ == "ROOT"), None)
        return self.actors.of_verb(root, self.span) if root is not None else None

    def at(self, match: re.Match[str]) -> Span:
        """Where a match in the sentence stands in the document."""
        return self.unit.start + match.start(), self.unit.start + match.end()
