"""Who rules in a document: its governments and offices, told from those that are only met."""

from spacy.tokens import Doc

from ingest.extract import prose_words as w
from ingest.extract.parties import Cast
from ingest.extract.phrases import tokens
from ingest.extract.result import Entity, Span

_TYPES = ("Agency", "Jurisdiction")
_WEIGHTS = {"nsubj": 3.0, "poss": 2.0, "agent": 2.0, "compound": 1.0, "nmod": 1.0, "appos": 1.5}
_OTHERWISE = 0.6
_MET = 0.1
_PLACED = frozenset({"in", "by", "across", "under", "within", "throughout"})
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

    def _is_met(self, offset: int, start: int) -> bool:
        before = self._cast.text[max(start, offset - 16) : offset]
        return bool(w.TO_WHOM.search(before))
