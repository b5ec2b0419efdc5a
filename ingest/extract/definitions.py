"""Named members of the groups that a legal text defines: "covered foreign country means …"."""

import re
from collections.abc import Sequence

from spacy.tokens import Doc

from ingest.extract.parties import Cast, named
from ingest.extract.result import Party, Span
from ingest.extract.segments import Unit

_DEFINED = (
    r"[\"“\u2018'`]+(?P<term>[^\"”\u2019'`]{3,60})[\"”\u2019'`]+[^.;]{0,40}?"
    r"\b(?:means?|includes?|refers to|has the meaning)\b"
)
_TERM = re.compile(rf"\bterms?\s+{_DEFINED}", re.IGNORECASE)
_OPENING = re.compile(_DEFINED, re.IGNORECASE)
_MEMBERS = ("Jurisdiction", "Company")


class Definitions:
    """The defined terms of one document and whom they name."""

    def __init__(self, doc: Doc, units: Sequence[Unit], cast: Cast) -> None:
        self._cast = cast
        self._bodies: dict[str, list[Span]] = {}
        for place, unit in enumerate(units):
            match = _OPENING.match(cast.text, unit.start, unit.end)
            match = match or _TERM.search(cast.text, unit.start, unit.end)
            if match is None:
                continue
            lead = (unit.start, unit.end)
            below = [(u.start, u.end) for u in units[place + 1 :] if lead in u.chapeau]
            self._bodies[match["term"].strip().lower()] = [(match.end(), unit.end), *below]

    def members(self, party: Party) -> tuple[Party, ...]:
        """The named members of a described party, looked up through one further term at most."""
        if party.text is None:
            return ()
        reached = self._terms_in(party.text)
        for term in tuple(reached):
            words = " ".join(self._cast.text[slice(*span)] for span in self._bodies[term])
            reached += [t for t in self._terms_in(words) if t not in reached]
        spans = [span for term in reached for span in self._bodies[term]]
        return named(e for span in spans for e in self._cast.within(span) if e.type in _MEMBERS)

    def _terms_in(self, words: str) -> list[str]:
        lowered = " ".join(words.lower().split())
        return [term for term in self._bodies if term in lowered]
