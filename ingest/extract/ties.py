"""Ties between two names of one sentence, read from the words between and around them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ingest.extract.demonyms import country_of
from ingest.extract.parties import Cast
from ingest.extract.result import Entity, Span
from ingest.extract.tie_patterns import FIRMS, PATTERNS, Pattern


@dataclass(frozen=True, slots=True)
class Found:
    """A tie as a pattern found it, with the sentence as evidence."""

    type: str
    subject: str
    object: str
    evidence: Span
    confidence: float
    rule: str


_WITHHELD = re.compile(
    r"\b(?:revok|ban|bar|restrict|licen|prohibit|block|curb|halt|stop)\w*", re.IGNORECASE
)
_ONTO = re.compile(r"\b(?:on|to)\s+(?:the\s+|its\s+)?$")
_LIST = re.compile(r"^\s*(?:,|and|or|&|,\s*and)\s*(?:(?:its|the)\s+)?$")
_NATIONAL = re.compile(
    rf"\b(?P<adjective>[A-Z][a-z]+)\s+(?:[\w-]+\s+){{0,4}}{FIRMS},?\s+(?:(?:such as|like|"
    rf"including)\s+)?$"
)


def ties(text: str, cast: Cast, span: Span) -> Iterator[Found]:
    """The ties that one sentence states between its names."""
    mentions = list(cast.mentions(span))
    found: list[Found] = []
    for place in range(len(mentions)):
        found.extend(_by_nationality(text, cast, span, mentions[place:]))
        for other in range(place + 1, min(place + 4, len(mentions))):
            found.extend(_between(text, span, mentions, place, other))
    parts = {f.object: f.subject for f in found if f.type == "part_of"}
    for tie in found:
        # "the Bureau, an agency of the Department, issued": the part acts, not the whole
        acts = tie.type == "issued_by" and tie.object in parts
        yield replace(tie, object=parts[tie.object]) if acts else tie


type _Mention = tuple[int, int, Entity]


def _between(
    text: str, span: Span, mentions: list[_Mention], place: int, other: int
) -> Iterator[Found]:
    (start, end, left), (begin, stop, right) = mentions[place], mentions[other]
    if left.id == right.id or begin - end > 240:
        return
    gap = text[end:begin]
    for pattern in PATTERNS:
        if left.type not in pattern.left or right.type not in pattern.right:
            continue
        subject = right if pattern.reverse else left
        if (
            any(m[2].type == subject.type for m in mentions[place + 1 : other])
            and not pattern.before
        ):
            continue
        if pattern.type == "issued_by" and pattern.reverse and _ONTO.search(gap):
            continue
        if pattern.type == "supplies" and _WITHHELD.search(text, *span):
            continue
        if not pattern.between.fullmatch(gap) or not _around(text, span, pattern, start, stop):
            continue
        rights = _listed(text, mentions, other) if pattern.reverse else [right]
        lefts = _listed_back(text, mentions, place) if not pattern.reverse else [left]
        for a in lefts:
            for b in rights:
                subject, target = (b, a) if pattern.reverse else (a, b)
                yield Found(
                    pattern.type, subject.id, target.id, span, pattern.confidence, pattern.type
                )


def _around(text: str, span: Span, pattern: Pattern, start: int, stop: int) -> bool:
    if pattern.before and not pattern.before.search(text[span[0] : start]):
        return False
    return not pattern.after or bool(pattern.after.search(text[stop : span[1]]))


def _listed(text: str, mentions: list[_Mention], place: int) -> list[Entity]:
    """The name at `place` and those joined to it: "such as A, B and C"."""
    joined = [mentions[place][2]]
    for before, after in zip(mentions[place:], mentions[place + 1 :], strict=False):
        if after[2].type != joined[0].type or not _LIST.match(text[before[1] : after[0]]):
            break
        joined.append(after[2])
    return joined


def _listed_back(text: str, mentions: list[_Mention], place: int) -> list[Entity]:
    joined = [mentions[place][2]]
    for position in range(place - 1, -1, -1):
        before, after = mentions[position], mentions[position + 1]
        if before[2].type != joined[0].type or not _LIST.match(text[before[1] : after[0]]):
            break
        joined.append(before[2])
    return joined


def _by_nationality(text: str, cast: Cast, span: Span, mentions: list[_Mention]) -> Iterator[Found]:
    """Homes by "Chinese firms such as A and B", where the text also names the country."""
    start, _, company = mentions[0]
    if company.type == "Instrument":
        yield from _national_law(text, cast, span, start, company)
    if company.type != "Company":
        return
    match = _NATIONAL.search(text, max(span[0], start - 80), start)
    match = match or _NATIONAL_AFTER.match(text, mentions[0][1], span[1])
    if match is None or country_of(match["adjective"]) is None:
        return
    home = cast.country(match["adjective"])
    for firm in _listed(text, mentions, 0) if home else []:
        yield Found("located_in", firm.id, home.id if home else "", span, 0.7, "nationality")


def _national_law(text: str, cast: Cast, span: Span, start: int, law: Entity) -> Iterator[Found]:
    match = _ADJECTIVE.search(text, max(span[0], start - 40), start)
    issuer = cast.country(match[1]) if match else None
    if issuer is not None:
        yield Found("issued_by", law.id, issuer.id, span, 0.6, "nationality")


_ADJECTIVE = re.compile(r"\b([A-Z][a-z]+)\s+$")
_NATIONAL_AFTER = re.compile(
    rf",\s+(?:an?|"
    rf"the)\s+(?:[\w-]+\s+){{0,2}}?(?P<adjective>[A-Z][a-z]+)\s+(?:[\w-]+\s+){{0,4}}{FIRMS}\b"
)
