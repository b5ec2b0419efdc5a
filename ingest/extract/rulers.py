"""Who rules in a document: its governments and offices, told from those that are only met."""

import re
from collections import Counter

from spacy.tokens import Doc

from ingest.extract import prose_words as w
from ingest.extract.behind import makers, seat
from ingest.extract.parties import Cast
from ingest.extract.phrases import tokens
from ingest.extract.result import Entity, Span

_TYPES = ("Agency", "Jurisdiction")
_WEIGHTS = {"nsubj": 3.0, "poss": 2.0, "agent": 2.0, "compound": 1.0, "nmod": 1.0, "appos": 1.5}
_OTHERWISE = 0.6
_MET = 0.1
_PLACED = frozenset({"in", "by", "across", "under", "within", "throughout"})
_ENACTED = re.compile(
    r"\b(?:[Tt]he [Pp]eople of|THE PEOPLE OF|[Bb]e it enacted by|BE IT ENACTED BY|"
    r"(?:General Assembly|Legislature|LEGISLATURE|Parliament) of|"
    r"HAVE ADOPTED THIS|(?:is|are) enacted by)\b"
)
_CLAUSE = 120
_VOTE = 2.0
"""What an office or a law of a land weighs for it, as against a mention of the land."""

_LEAST = 0.5
_MENTIONS = 12
"""More mentions than these add nothing to what a name weighs."""


class Rulers:
    """The makers of rules of one document, weighed when first asked."""

    def __init__(self, doc: Doc, cast: Cast) -> None:
        self._doc, self._cast = doc, cast
        self._main: Entity | None = None
        self._weighed = False

    def main(self) -> Entity | None:
        """The ruler that acts and owns most in the document; the first named wins a tie."""
        if not self._weighed:
            self._weighed = True
            rulers = [e for e in self._cast.entities.values() if e.type in _TYPES and e.mentions]
            self._main = min(rulers, key=lambda e: (-self._weight(e), e.mentions[0]), default=None)
        return self._main

    def land(self) -> Entity | None:
        """The jurisdiction whose law a normative text is: that of its offices and other laws.

        A land that the text only deals with ("from China", "located in China") makes none.
        """
        clause = _ENACTED.search(self._cast.text)
        if clause is not None:
            for _, _, entity in self._cast.mentions((clause.start(), clause.end() + _CLAUSE)):
                if entity.type == "Jurisdiction":
                    return entity
        lands = [e for e in self._cast.entities.values() if e.type == "Jurisdiction"]
        votes = Counter(
            place
            for e in self._cast.entities.values()
            if e.type in {"Agency", "Instrument"} and (place := _origin(e)) is not None
        )
        scored = [(self._weight(e) + _VOTE * votes[e.ref or ""], e) for e in lands]
        foreign = max(votes.values(), default=0) * _VOTE
        best = min(scored, key=lambda p: (-p[0], p[1].mentions[0]), default=None)
        if best is None or best[0] < max(_LEAST, foreign if len(lands) == 1 else 0.0):
            return None
        return best[1]

    def governments(self) -> int:
        """How many governments act in the document, by themselves or by an office."""
        acting = {
            seat(e) or e.id
            for e in self._cast.entities.values()
            if e.type in _TYPES and any(self._leads(m) for m in e.mentions[:_MENTIONS])
        }
        return len(acting)

    def named_in(self, span: Span) -> Entity | None:
        """The ruler that acts in a span, else one that is named without being told or met."""
        named = [m for m in self._cast.mentions(span) if m[2].type in _TYPES]
        acting = [m for m in named if self._acts(m[0], m[1], span[0])]
        subjects = [m for m in acting if self._role((m[0], m[1])) == "nsubj"]
        agencies = [m for m in acting if m[2].type == "Agency"]
        best = next(iter(subjects or agencies or acting), None)
        return best[2] if best is not None else None

    def _acts(self, start: int, end: int, limit: int) -> bool:
        """Whether a name stands where a ruler stands: a subject, an owner, "by X", "in X"."""
        if self._is_met(start, limit):
            return False
        words = tokens(self._doc, (start, end))
        head = next((t for t in words if t.head is t or t.head not in words), None)
        if head is None:
            return False
        first = head
        while first.dep_ == "conj":
            first = first.head
        return first.dep_ != "pobj" or first.head.lower_ in _PLACED

    def _weight(self, entity: Entity) -> float:
        return sum(
            _MET if self._is_met(span[0], 0) else _WEIGHTS.get(self._role(span), _OTHERWISE)
            for span in entity.mentions[:_MENTIONS]
        )

    def _role(self, span: Span) -> str:
        words = tokens(self._doc, span)
        if not words:
            return ""
        head = next((t for t in words if t.head is t or t.head not in words), words[-1])
        return "agent" if head.dep_ == "pobj" and head.head.dep_ == "agent" else head.dep_

    def _leads(self, span: Span) -> bool:
        """Whether a name, or an office that it owns, is the subject of its clause."""
        words = tokens(self._doc, span)
        head = next((t for t in words if t.head is t or t.head not in words), None)
        if head is None:
            return False
        owned = head.head.dep_ if head.dep_ in {"poss", "compound"} else head.dep_
        return bool(owned == "nsubj")

    def _is_met(self, offset: int, start: int) -> bool:
        before = self._cast.text[max(start, offset - 16) : offset]
        return bool(w.TO_WHOM.search(before))


def _origin(entity: Entity) -> str | None:
    """The jurisdiction of an office, or of those who made an instrument, by reference."""
    if entity.type == "Agency":
        return seat(entity)
    behind = makers(entity.ref) if entity.ref else ()
    return behind[-1] if behind else None
