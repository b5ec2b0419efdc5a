"""What the form of a document ties: the entries of a control list, the terms that are its own."""

import re
from collections.abc import Iterator

from ingest.extract.parties import Cast
from ingest.extract.result import Entity, Relation, Span

_ADDS = re.compile(
    r"\badd(?:s|ed|ing|itions?)?\b[^.]{0,80}?\bto\s+(?:the\s+|its\s+)?(?:[A-Z][\w-]*\s+){1,5}List\b"
)
_LONGEST = 500
"""How far an entry reaches: names, aliases and one or two addresses."""

_LINE_START = re.compile(r"(?:^|\n)[\s\u2022*-]*(?:\(?\w{1,3}[.)]\s)?$")
_ADDRESS = re.compile(r"(?:\d|,[^\n]*,)[^\n]*,\s$")
_LINE_END = re.compile(r"\s*[.;]?\s*(?:\n|$)|\.")

_TERMS = re.compile(
    r"\b(?:Policy|Policies|Terms(?:\s(?:of|and|&)\s\w+)?|Licen[cs]e(?:\s\d[\d.]*)?|Guidelines|"
    r"(?:Licen[cs]e|Service|Customer|User)\sAgreement)$"
)
_OURS = re.compile(r"\b(?:[Ww]e|[Oo]ur)\b[^.;\n]{0,80}$")
_STOP = re.compile(r"\.(?=\s|$)|\n|$")


def entries(cast: Cast) -> Iterator[Relation]:
    """Where the firms of a listing sit, and the list that the document adds them to."""
    heads = [
        (start, end, entity)
        for start, end, entity in cast.mentions((0, len(cast.text)))
        if entity.type == "Company" and _LINE_START.search(cast.text, max(0, start - 12), start)
    ]
    added = _ADDS.search(cast.text)
    onto = _list(cast, added) if added else None
    for place, (start, end, firm) in enumerate(heads):
        following = heads[place + 1][0] if place + 1 < len(heads) else len(cast.text)
        home = _home(cast, (end, min(following, end + _LONGEST)))
        if home is None:
            continue
        land, stop = home
        span = (start, stop)
        yield Relation("located_in", firm.id, land.id, "reported", span, None, 0.75, "address")
        if onto is not None and added is not None and start > added.end():
            evidence = _around(cast.text, added.span())
            yield Relation("listed_on", firm.id, onto.id, "reported", evidence, None, 0.7, "entry")


def _list(cast: Cast, added: re.Match[str]) -> Entity | None:
    named = cast.within((added.start(), added.end() + 1))
    return next((e for e in reversed(named) if e.type == "Instrument"), None)


def _home(cast: Cast, span: Span) -> tuple[Entity, int] | None:
    """The jurisdiction that ends a line of the entry, behind an address."""
    blank = re.search(r"\n\s*\n", cast.text[slice(*span)])
    stop = span[0] + blank.start() if blank else span[1]
    for start, end, entity in cast.mentions((span[0], stop)):
        line = cast.text.rfind("\n", 0, start) + 1
        address = _ADDRESS.search(cast.text[max(span[0], line) : start])
        if entity.type == "Jurisdiction" and address and _LINE_END.match(cast.text, end):
            return entity, end
    return None


def own_terms(cast: Cast) -> Iterator[Relation]:
    """Whose terms an instrument is: the firm in its name, or the "we" that publishes it."""
    firms = [e for e in cast.entities.values() if e.type == "Company"]
    for terms in cast.entities.values():
        if terms.type != "Instrument" or not _TERMS.search(terms.name):
            continue
        first = terms.name.split()[0]
        namesakes = [f for f in firms if first in {n.split()[0] for n in (f.name, *f.aliases)}]
        start, end = terms.mentions[0]
        span = _around(cast.text, (start, end))
        if len(namesakes) == 1:
            maker: Entity | None = namesakes[0]
        elif _OURS.search(cast.text, span[0], start):
            maker = cast.most_named(("Company",))
        else:
            maker = None
        if maker is not None:
            yield Relation(
                "issued_by", terms.id, maker.id, "reported", span, None, 0.6, "own terms"
            )


def _around(text: str, span: Span) -> Span:
    """The sentence of a line that `span` stands in, without outer white space."""
    start = max(text.rfind("\n", 0, span[0]), text.rfind(". ", 0, span[0]) + 1) + 1
    end = _STOP.search(text, span[1])
    stop = span[1] if end is None else end.start() + (end[0] == ".")
    return start + len(text[start:stop]) - len(text[start:stop].lstrip()), stop
