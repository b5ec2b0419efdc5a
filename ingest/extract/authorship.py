"""Who made a named instrument: by the reference tables, by its name, by where it is introduced."""

import re

from spacy.tokens import Doc

from ingest.extract.behind import makers, seat
from ingest.extract.gazetteer import default
from ingest.extract.parties import Cast
from ingest.extract.phrases import tokens
from ingest.extract.result import Entity
from ingest.extract.rulers import Rulers

_RULERS = ("Agency", "Jurisdiction")
_LEGISLATURE = re.compile(r"-(?:congress|parliament|legislature|npcsc|npc)$")
_ADMINISTRATION = re.compile(r"\b[Aa]dministration$|^White House$")
_EXECUTIVE = "agency:us-president"
_OF_EXECUTIVE = frozenset({_EXECUTIVE, "agency:us-doc", "agency:us-bis", "agency:us-eop"})
_PROVISION = re.compile(r"\b(?:CFR|C\.F\.R\.|U\.S\.C|USC)\b")


class Authorship:
    """The makers of the instruments of one document."""

    def __init__(self, doc: Doc, cast: Cast, rulers: Rulers) -> None:
        self._doc, self._cast, self._rulers = doc, cast, rulers
        self._found: dict[str, Entity | None] = {}

    def maker(self, instrument: Entity) -> Entity | None:
        """The ruler of the document that made an instrument."""
        if instrument.id not in self._found:
            self._found[instrument.id] = self._maker(instrument)
        return self._found[instrument.id]

    def _maker(self, instrument: Entity) -> Entity | None:
        known = self._by_reference(instrument)
        named = self._in_name(instrument)
        if known is None and named is None:
            return self._introducer(instrument) or self._rulers.main()
        if known is not None and (known.type == "Jurisdiction" or known.ref == _EXECUTIVE):
            return self._administration(instrument) or known
        return known or named

    def _by_reference(self, instrument: Entity) -> Entity | None:
        """The first of those behind it that the document names; a land before its legislature."""
        behind = makers(instrument.ref) if instrument.ref else ()
        found = [e for ref in behind if (e := self._cast.known(ref)) is not None]
        if not found and instrument.ref is None and _PROVISION.search(instrument.name):
            found = [e for e in [self._cast.known("jurisdiction:us")] if e is not None]
        bodies = [e for e in found if not _LEGISLATURE.search(e.ref or "")]
        return next(iter(bodies or found), None)

    def _administration(self, instrument: Entity) -> Entity | None:
        """The administration whose order it is: the one that the document names beside it."""
        behind = makers(instrument.ref) if instrument.ref else ()
        if _OF_EXECUTIVE.isdisjoint(behind):
            return None
        near = self._introducer(instrument)
        if near is not None and _ADMINISTRATION.search(near.name):
            return near
        others = [e for e in self._cast.entities.values() if _ADMINISTRATION.search(e.name)]
        return others[0] if len(others) == 1 and behind[0] == _EXECUTIVE else None

    def _in_name(self, instrument: Entity) -> Entity | None:
        names = (instrument.name, *instrument.aliases)
        words = {w for name in names for w in re.split(r"['\u2019]s\b|\s", name)}
        for entity in self._cast.entities.values():
            if entity.type in _RULERS and words & {entity.name, *entity.aliases}:
                return entity
        if words & {"GDPR", "General"} and "Data" in instrument.name:
            return self._cast.known("jurisdiction:eu")
        for name in names:
            opening = next(default().find(name), None)
            if opening is not None and opening[2].type in _RULERS and opening[1] < len(name):
                found = self._cast.known(opening[2].ref or "")
                if found is not None:
                    return found
        return next((c for c in map(self._cast.country, sorted(words)) if c is not None), None)

    def _introducer(self, instrument: Entity) -> Entity | None:
        """The ruler in the sentence that first names an instrument."""
        start = instrument.mentions[0][0]
        sentence = next((t.sent for t in tokens(self._doc, (start, start + 1))), None)
        if sentence is None:
            return None
        paragraph = self._cast.text.rfind("\n", 0, start) + 1
        inside = self._rulers.named_in((sentence.start_char, sentence.end_char))
        found = inside or self._rulers.named_in((paragraph, start))
        behind = makers(instrument.ref) if instrument.ref else ()
        agrees = found is None or not behind or seat(found) in {None, behind[-1]}
        return found if agrees else None
