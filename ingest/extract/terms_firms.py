"""The firm whose terms of use a text is, where only the name of its terms or "we" gives it away."""

import re
from collections.abc import Iterator, Sequence

from ingest.extract.candidates import Candidate
from ingest.extract.gazetteer import default
from ingest.extract.keys import canonical

_WORD = r"(?:[A-Z]|[a-z](?=[A-Z]))[\w.&-]*"
_FIRM = (
    r"(?P<firm>(?!(?:The|These|This|Our|Your|Under)\b)"
    rf"{_WORD}(?:[ \u00a0](?:&[ \u00a0])?{_WORD}){{0,3}}?)"
)
_KIND = (
    r"(?:(?:Website|Online|Platform|API|Consumer|Customer|Business|General|Model|Product|"
    r"Additional|Beta|AI|Generative|Prohibited|Acceptable|End|Commercial|Service|Services|Master|"
    r"Responsible|Community|Developer|Public|Content|Universal|Safe)[ \u00a0])*"
    r"(?:Terms|Us(?:e|age)[ \u00a0]Polic|User[ \u00a0]Agreement|Customer[ \u00a0]Agreement|"
    r"Licen[cs]e\b|AUP\b|Services?[ \u00a0]Agreement|Us(?:e|age)[ \u00a0]Rules|"
    r"Rules[ \u00a0]of[ \u00a0]Use)"
)
_TITLED = re.compile(rf"(?<![\w-]){_FIRM}(?:['\u2019]s)?[ \u00a0]{_KIND}")
_PARTY = re.compile(
    rf"\bbetween[ \u00a0]you[ \u00a0]and[ \u00a0](?P<firm>{_WORD}(?:[ \u00a0]{_WORD}){{0,3}})"
    rf"|(?<![\w-])(?P<we>{_WORD}(?:[ \u00a0]{_WORD}){{0,3}}),?[ \u00a0]"
    r"\((?:[^()\n]{0,60}\b)?[\"\u201c\u2018'](?:we|us)\b"
)
_NO_FIRM = re.compile(
    rf"(?:The|These|This|Our|Your|Its|Their|Such|Any|By|In|If|Read|See|All|Please|Violat\w+|Under|"
    rf"Section|Supplement\w*|Privacy|Effective|Updated|Current|New|Standard|Open|Apache|MIT|"
    rf"Creative|GNU|You|We|{_KIND}.*|Website|Online|Platform|API|Consumer|Customer|Business|"
    r"General|Model|Product|Additional|Beta|AI|Generative|Prohibited|Acceptable|End|User|"
    r"Commercial|Services?|Master|Responsible|Community|Developer|Public|Content|Universal|Safe|"
    r"State|Federal|Government|Export|Import|Software|Source|Technology|Driver|Trade|Bank)\b"
)
_FULLER = (
    r"[ \u00a0](?:AI|Labs?|Technolog\w+|Systems|Research|Intelligence|Robotics|Group)\b"
    r"(?:,?[ \u00a0](?:Inc|Ltd|LLC|Corp|GmbH|PBC|Limited)\b\.?)?"
)
"""How the full name of a firm goes on where the name of its terms has its first word only."""

_ADDRESSES = re.compile(r"\b(?:you|your)\b", re.IGNORECASE)
_LEAST = 2
"""How often a text that is somebody's terms says "you"."""

_MANY = 2
_TITLE = 200
"""How far the title of a text reaches."""


def firms_of_terms(text: str) -> Iterator[Candidate]:
    """Candidates for the firm that the title or the opening of terms of use names."""
    if len(_ADDRESSES.findall(text)) < _LEAST:
        return
    for match in _TITLED.finditer(text):
        if match.start() < _TITLE or text.count(match["firm"]) > _MANY:
            yield from _firm(text, match.span("firm"))
    for match in _PARTY.finditer(text, 0, 4 * _TITLE):
        yield from _firm(text, match.span("firm" if match["firm"] else "we"))


def _firm(text: str, span: tuple[int, int]) -> Iterator[Candidate]:
    """The firm of a span, as the gazetteer knows it; none where it knows something else."""
    name = text[slice(*span)].rstrip(".")
    if _NO_FIRM.match(name):
        return
    end = span[0] + len(name)
    known = [n for _, stop, n in default().find(name) if stop == len(name)]
    if not known:
        longer = re.search(rf"(?<!\w){re.escape(name)}{_FULLER}", text)
        key = canonical(longer[0], "Company") if longer else None
        yield Candidate(span[0], end, "Company", "own terms", 2, None, key)
    elif known[0].type == "Company":
        yield Candidate(span[0], end, "Company", "own terms", 2, known[0].ref, known[0].key)


def inside_their_terms(
    text: str, offered: Sequence[Candidate], chosen: Sequence[Candidate]
) -> Iterator[Candidate]:
    """Firms that a text names only at the head of the name of their terms.

    They are mentions inside another one: without them nobody would stand behind the terms.
    """
    named = {_key(text, c) for c in chosen if c.type == "Company"}
    models = {c.start for c in offered if c.type == "AIModel"}
    terms = {c.start: c for c in chosen if c.type == "Instrument"}
    for candidate in sorted(offered, key=lambda c: (c.start, -c.strength, c.end)):
        around = terms.get(candidate.start)
        if (
            candidate.type != "Company"
            or around is None
            or candidate.start in models
            or candidate.end >= around.end
            or not re.match(rf"(?:['\u2019]s)?\s+{_KIND}", text[candidate.end : around.end])
        ):
            continue
        key = _key(text, candidate)
        if key not in named:
            named.add(key)
            yield candidate


def _key(text: str, candidate: Candidate) -> str:
    surface = " ".join(text[candidate.start : candidate.end].split())
    return candidate.key or canonical(surface, candidate.type)
