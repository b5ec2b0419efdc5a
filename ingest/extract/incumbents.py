"""Persons who act for a government: "Texas Governor Greg Abbott", later only "Abbott"."""

import re
from collections.abc import Iterator

from ingest.extract.parties import Cast
from ingest.extract.result import Entity

_OFFICE = (
    r"(?:Gov(?:ernor|\.)|President|Vice President|Prime Minister|Premier|Chancellor|Mayor|"
    r"Taoiseach|"
    r"(?:[A-Z][\w-]+ ){0,3}?(?:Secretary|Minister|Commissioner)|Attorney General|Commissioner|"
    r"Secretary|Minister|[Gg]overnor|[Pp]resident|[Pp]rime [Mm]inister|[Mm]inister|[Mm]ayor)"
)
_TITLED = re.compile(
    rf"\b{_OFFICE},? (?:of (?:the )?(?P<of>[A-Z][\w ]+?),? )?"
    r"(?P<person>[A-Z][\w.\u2019'-]+(?: [A-Z][\w.\u2019'-]+){0,2}?)(?=[\s,.;:\u2019']|$)"
    r"(?P<rest>(?: [A-Z][\w\u2019-]+)?)"
)
_ADJECTIVE = re.compile(r"\b([A-Z]\w+)(?:['\u2019]s)?\s+(?:[a-z]+\s+)?$")
_HEADS_OF_STATE = re.compile(r"^(?:Bush|Obama|Trump|Biden)$")
_RULERS = ("Agency", "Jurisdiction")


class Incumbents:
    """The persons of one document by their last name, with the government they act for."""

    def __init__(self, cast: Cast) -> None:
        self._cast = cast
        self._offices: dict[str, Entity] | None = None

    def office(self, word: str) -> Entity | None:
        """The government that the person of this name acts for."""
        if self._offices is None:
            self._offices = {}
            for name, ruler in self._named():
                self._offices.setdefault(name, ruler)
        return self._offices.get(word)

    def _named(self) -> Iterator[tuple[str, Entity]]:
        text = self._cast.text
        for match in _TITLED.finditer(text):
            last = (match["rest"] or match["person"]).split()[-1].rstrip(".")
            ruler = self._administration(last) or self._owner(match)
            if ruler is not None:
                yield last, ruler

    def _administration(self, last: str) -> Entity | None:
        """A president's own administration, where the document names it."""
        if not _HEADS_OF_STATE.match(last):
            return None
        wanted = f"{last} administration"
        found = (
            e for e in self._cast.entities.values() if e.name.lower().startswith(wanted.lower())
        )
        return next(found, None) or self._cast.known("jurisdiction:us")

    def _owner(self, match: re.Match[str]) -> Entity | None:
        """The ruler named in the title or right before it."""
        start = match.start()
        around = (max(0, start - 30), match.start("person"))
        named = [m for m in self._cast.mentions(around) if m[2].type in _RULERS]
        if named and (named[-1][1] >= start - 3 or match["of"]):
            return named[-1][2]
        adjective = _ADJECTIVE.search(self._cast.text, around[0], start)
        return self._cast.country(adjective[1]) if adjective else None
