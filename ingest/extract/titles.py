"""Capitalised phrases read by their head word: bodies (`Ministry of …`) and titles (`… Act`)."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from ingest.extract.candidates import Candidate, Strength
from ingest.extract.wordlists import words

_WORD = (
    r"(?:(?:[A-Z]\.){2,}|[A-Z\u00c0-\u00de][\w\u2019']*(?:[-\u2010\u2011\u2013&/][\w\u2019']+)*)"
)
_LINK = r"(?:of|for|on|and|the|in|to|&|with|de|against|by|between|or|concerning|from|into|at|as)"
_SPACE = r"(?:[ \t\u00a0]+|[ \t]*\r?\n[ \t]*)"
_CHAIN = re.compile(
    rf"(?<![\w@/#.-]){_WORD}(?:(?:(?:,?{_SPACE}{_LINK}){{1,3}}|,)?{_SPACE}{_WORD})*"
)
_PIECE = re.compile(rf"(?P<word>{_WORD})|(?P<link>{_LINK}\b|,)")
_YEAR = re.compile(
    rf"{_SPACE}(?:19|20)\d\d[\u2013-](?:(?:19|20)\d\d|\d\d)(?!\w)|{_SPACE}(?:of|\(?for{_SPACE}Fiscal{_SPACE}Year){_SPACE}(?:19|20)\d\d|,?{_SPACE}(?:19|20)\d\d(?!\w)"
)
_POSSESSIVE = re.compile(r"(?:[\u2019']s|(?<=s)[\u2019'])$")
_KEPT_POSSESSIVES = re.compile(
    r"(?:People|Commissioner|Child|Children|Consumers?|General|Prosecutor|Governor|Mayor|Workers?|"
    r"Patients?|Women|Veterans|Men|Citizens?|Investor|Controller|Sheriff|Procurator)"
    r"[\u2019']?s?[\u2019']?$"
)
_BODY_HEADS = words("body heads")
_STRONG_HEADS = words("strong body heads")
_SOFT_HEADS = words("soft body heads")
_PUBLIC = words("public words")
_STRICTLY_PUBLIC = words("strictly public words")
_PRIVATE = words("private words")
_ORGANISING = words("organising words")
_TITLE_HEADS = words("title heads")
_LEGAL_HEADS = words("legal heads")
_COMPLEMENT_HEADS = words("complement heads")
_CALENDAR = words("calendar")
_TITLE_LINKS = frozenset(
    {"of", "for", "on", "in", "to", "the", "with", "from", "against", "into", "concerning"}
)
_DIVISION = re.compile(
    r"(?:Titles?|Sections?|Chapters?|Parts?|Articles?|Divisions?|Subtitles?|Annex|[IVXLC]+|[A-Z])$"
)
_FUNCTION = words("function words")
_TITLE_LINES = 300
"""How far from the start of a document its own title stands."""


@dataclass(frozen=True, slots=True)
class _Piece:
    start: int
    end: int
    text: str
    kind: str


def phrases(text: str, known: Iterable[Candidate]) -> Iterator[Candidate]:
    """Candidates for agencies and instruments; `known` are the names already found."""
    known = tuple(known)
    starts = {c.start for c in known if c.type and c.type != "Instrument"}
    firms = {c.start for c in known if c.type in {"Company", "AIModel"}}
    for chain in _CHAIN.finditer(text):
        yield from _Chain(text, chain.start(), chain.end(), starts, firms).candidates()


class _Chain:
    """One run of capitalised words and the small words between them."""

    def __init__(self, text: str, start: int, end: int, known: set[int], firms: set[int]) -> None:
        self._text = text
        self._known = known
        self._firms = firms
        self._pieces = [
            _Piece(m.start(), m.end(), m[0], m.lastgroup or "")
            for m in _PIECE.finditer(text, start, end)
        ]

    def candidates(self) -> Iterator[Candidate]:
        """Candidates of all heads in the chain."""
        for at, piece in enumerate(self._pieces):
            if piece.kind != "word":
                continue
            word = _POSSESSIVE.sub("", piece.text)
            if word in _BODY_HEADS:
                yield from self._body(at, word)
            if word in _TITLE_HEADS:
                yield from self._title(at, word)

    def _body(self, at: int, head: str) -> Iterator[Candidate]:
        first, last = self._left(at, {"and", "&", ","}), at
        if head in {"Department", "Departments"} and self._link(at) != "of":
            strong = False
        else:
            strong = head in _STRONG_HEADS
        whole = not _POSSESSIVE.search(self._pieces[at].text)
        if whole and self._link(at) in {"of", "for", "on", "to"}:
            last = self._right(at, {"of", "for", "the", "on"})
        modifiers = {p.text for p in self._pieces[first : last + 1] if p.kind == "word"} - {head}
        if (
            not modifiers - _ORGANISING
            or self._pieces[last].text in _TITLE_HEADS
            or modifiers & _LEGAL_HEADS
        ):
            return
        public = _STRICTLY_PUBLIC if head in _SOFT_HEADS else _PUBLIC
        if not strong and not modifiers & public:
            return
        if modifiers & _PRIVATE or any(p.start in self._firms for p in self._pieces[first:last]):
            return
        yield self._candidate(first, last, "Agency", "body", 2)

    def _title(self, at: int, head: str) -> Iterator[Candidate]:
        link = self._link(at)
        first = self._left(at, _TITLE_LINKS | {"and", "&", ","})
        if first < at and not (link in _TITLE_LINKS and head not in _LEGAL_HEADS):
            modifiers = {p.text for p in self._pieces[first:at] if p.kind == "word"}
            dated = bool(_YEAR.match(self._text, self._pieces[at].end))
            if head in _LEGAL_HEADS or dated or len(modifiers) > 1:
                strength: Strength = 2 if head in _LEGAL_HEADS or dated else 1
                yield self._candidate(first, at, "Instrument", "title", strength, year=True)
        if head in _COMPLEMENT_HEADS and link in {"on", "for", "of", "concerning", "against", "to"}:
            last = self._right(at, _TITLE_LINKS)
            if last > at and (
                head not in {"Order", "Memorandum", "Act", "Rules", "Policy"} or last > at + 4
            ):
                found = self._candidate(
                    self._left(at, {"of"}), last, "Instrument", "title.complement", 2, year=True
                )
                yield replace(found, strength=3) if self._is_title(found) else found

    def _is_title(self, found: Candidate) -> bool:
        """Whether a phrase has the first lines of the document to itself."""
        before = self._text[: found.start]
        after = self._text[found.end : found.end + 1]
        return len(before) < _TITLE_LINES and before[-1:] in {"", "\n"} and after in {"", "\n"}

    def _candidate(
        self, first: int, last: int, kind: str, rule: str, strength: Strength, *, year: bool = False
    ) -> Candidate:
        start, end = self._pieces[first].start, self._pieces[last].end
        possessive = _POSSESSIVE.search(self._text, start, end)
        end = possessive.start() if possessive else end
        if year and (tail := _YEAR.match(self._text, end)):
            end = tail.end()
        return Candidate(start, end, kind, rule, strength)

    def _link(self, at: int) -> str | None:
        """The small word right after the piece at `at`, if any."""
        following = self._pieces[at + 1 : at + 2]
        return following[0].text if following and following[0].kind == "link" else None

    def _left(self, at: int, crossed: set[str] | frozenset[str]) -> int:
        """The first word of the phrase that ends at `at`, crossing only the given links."""
        first = at
        position = at - 1
        while position >= 0:
            piece = self._pieces[position]
            if piece.kind == "word":
                if self._breaks(piece):
                    break
                first = position
            elif not self._crosses(position, first, at, crossed):
                break
            position -= 1
        while first < at and self._pieces[first].text in _FUNCTION:
            first += 1
        return first

    def _right(self, at: int, crossed: frozenset[str] | set[str]) -> int:
        """The last word of the phrase whose head is at `at` and that goes on after a link."""
        last = at
        for position in range(at + 1, len(self._pieces)):
            piece = self._pieces[position]
            if piece.kind == "word":
                if piece.text in _FUNCTION:
                    break
                last = position
                if _POSSESSIVE.search(piece.text) and not _KEPT_POSSESSIVES.match(piece.text):
                    break
            elif piece.kind == "link" and not self._goes_on(position, crossed):
                break
        return last

    def _goes_on(self, position: int, crossed: frozenset[str] | set[str]) -> bool:
        """Whether the link at `position` continues a complement (`Industry and Security`)."""
        piece, following = self._pieces[position], self._pieces[position + 1 : position + 2]
        if not following:
            return False
        if piece.text == ",":
            rest = [p.text for p in self._pieces[position + 1 : position + 9]]
            return "and" in rest and self._complements(following[0])
        if piece.text in {"and", "&"}:
            return self._complements(following[0])
        return piece.text in crossed and following[0].text not in _CALENDAR

    def _complements(self, piece: _Piece) -> bool:
        """Whether a conjoined word belongs to the complement rather than opens another name."""
        return (
            piece.kind == "word"
            and piece.start not in self._known
            and piece.text not in _BODY_HEADS
        )

    def _breaks(self, piece: _Piece) -> bool:
        if piece.text in _FUNCTION and piece.text not in {"For"}:
            return True
        return bool(_POSSESSIVE.search(piece.text)) and not _KEPT_POSSESSIVES.match(piece.text)

    def _crosses(
        self, position: int, first: int, at: int, crossed: set[str] | frozenset[str]
    ) -> bool:
        """Whether a phrase goes on to the left of the link at `position`."""
        link = self._pieces[position].text
        if link not in crossed:
            return False
        before = self._pieces[position - 1] if position else None
        if link == "of" and before and _DIVISION.match(before.text):
            return False
        if link == ",":
            return any(p.text in {"and", "&"} for p in self._pieces[position:at])
        if link == "the":
            return position > 0 and self._pieces[position - 1].kind == "link"
        return link not in {"and", ",", "&"} or not self._ends_name(position, first)

    def _ends_name(self, position: int, first: int) -> bool:
        """Whether the word before a conjunction closes a name of its own."""
        before = self._pieces[position - 1] if position else None
        if before is None or before.kind != "word":
            return before is None
        word = _POSSESSIVE.sub("", before.text)
        return (
            word in _BODY_HEADS
            or word in _TITLE_HEADS
            or before.start in self._known
            or self._pieces[first].start in self._known
        )
