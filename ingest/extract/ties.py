"""Ties between two names of one sentence, read from the words between and around them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ingest.extract.demonyms import country_of
from ingest.extract.parties import Cast
from ingest.extract.result import Entity, Span
from ingest.extract.tie_patterns import BODIES, FIRMS, Pattern
from ingest.extract.tie_patterns_firms import FIRMS as FIRM_PATTERNS
from ingest.extract.tie_patterns_places import PLACES
from ingest.extract.tie_patterns_rules import RULES
from ingest.extract.topic import Mention, Topic, asides_of, with_anaphors


@dataclass(frozen=True, slots=True)
class Found:
    """A tie as a pattern found it, with the sentence as evidence."""

    type: str
    subject: str
    object: str
    evidence: Span
    confidence: float
    rule: str


_PATTERNS = (*RULES, *FIRM_PATTERNS, *PLACES)
_FOR_ACT = frozenset({"opposes", "amends"})
_FOR_FIRM = frozenset({"invested_in", "supplies", "opposes", "located_in"})
_BRACKET = re.compile(r"\)?\s?[(\[][^()\n]{0,60}[)\]]|\)")
_SPREAD = frozenset({"supplies", "invested_in", "issued_by", "opposes", "located_in"})


_WITHHELD = re.compile(
    r"\b(?:revok|ban|bar|restrict|licen|prohibit|block|curb|halt|stop)\w*", re.IGNORECASE
)
_ONTO = re.compile(r"\b(?:on|to)\s+(?:the\s+)?$")
_FARTHEST = 240
_LIST = re.compile(r"^\s*(?:,|and|or|&|,\s*and)\s*(?:(?:its|the)\s+)?$")
_NATIONAL = re.compile(
    rf"\b(?P<adjective>[A-Z][a-z]+)\s+(?:[\w-]+\s+){{0,4}}(?:{FIRMS}|{BODIES}),?\s+"
    r"(?:(?:such as|like|including)\s+)?$"
)


def ties(text: str, cast: Cast, span: Span, topic: Topic) -> Iterator[Found]:
    """The ties that one sentence states between its names."""
    named = list(cast.mentions(span))
    found: list[Found] = []
    for place in range(len(named)):
        found.extend(_by_nationality(text, cast, span, named[place:]))
    mentions, meant = with_anaphors(text, span, named, topic)
    asides = asides_of(text, mentions)
    for place in range(len(mentions)):
        for other in range(place + 1, min(place + 6, len(mentions))):
            for tie in _between(text, span, mentions, (place, other), asides):
                if tie.type in _FOR_FIRM | _FOR_ACT or not meant & {place, other}:
                    found.append(tie)
    parts = {f.object: f.subject for f in found if f.type == "part_of"}
    for tie in found:
        # "the Bureau, an agency of the Department, issued": the part acts, not the whole
        acts = tie.type == "issued_by" and tie.object in parts
        yield replace(tie, object=parts[tie.object]) if acts else tie


def _between(
    text: str, span: Span, mentions: list[Mention], pair: tuple[int, int], asides: list[int]
) -> Iterator[Found]:
    place, other = pair
    (start, end, left), (begin, stop, right) = mentions[place], mentions[other]
    if left.id == right.id or not 0 <= begin - end <= _FARTHEST:
        return
    if any(mentions[p][1] < start < asides[p] <= begin for p in range(place)):
        return
    gaps = _gaps(text, end, begin, asides[place])
    for pattern in _PATTERNS:
        if left.type not in pattern.left or right.type not in pattern.right:
            continue
        if pattern.far and any(m[2].type == left.type for m in mentions[:place]):
            continue
        if not pattern.far and _interrupted(mentions, pair, pattern, asides):
            continue
        if pattern.type == "issued_by" and pattern.reverse and _ONTO.search(gaps[0]):
            continue
        if pattern.type == "supplies" and _WITHHELD.search(text, *span):
            continue
        if not any(pattern.between.fullmatch(gap) for gap in gaps):
            continue
        if _around(text, span, pattern, start, stop):
            yield from _spread(text, span, mentions, pair, pattern)


def _gaps(text: str, end: int, begin: int, aside: int) -> list[str]:
    """The words between two names: as they are, without a bracket, without an aside."""
    gaps = [text[end:begin]]
    bracket = _BRACKET.match(text, end, begin)
    if bracket:
        gaps.append(text[bracket.end() : begin])
    if end < aside <= begin:
        gaps.append(text[aside:begin])
    return gaps


def _interrupted(
    mentions: list[Mention], pair: tuple[int, int], pattern: Pattern, asides: list[int]
) -> bool:
    """Whether another name of the subject's kind stands between and may be the one meant."""
    place, other = pair
    subject = mentions[other if pattern.reverse else place][2].type
    between = mentions[place + 1 : other]
    return not pattern.before and any(
        m[2].type == subject and m[0] >= asides[place] for m in between
    )


def _spread(
    text: str, span: Span, mentions: list[Mention], pair: tuple[int, int], pattern: Pattern
) -> Iterator[Found]:
    """One tie for each of the names that a list joins to either side."""
    place, other = pair
    both = pattern.type in _SPREAD
    rights = [mentions[other][2]]
    if pattern.reverse or (both and pattern.type != "located_in"):
        rights = _listed(text, mentions, other)
    lefts = [mentions[place][2]]
    if not pattern.reverse or pattern.type in {"issued_by", "opposes"}:
        lefts = _listed_back(text, mentions, place)
    for a in lefts:
        for b in rights:
            subject, target = (b, a) if pattern.reverse else (a, b)
            yield Found(pattern.type, subject.id, target.id, span, pattern.confidence, pattern.type)


def _around(text: str, span: Span, pattern: Pattern, start: int, stop: int) -> bool:
    if pattern.before and not pattern.before.search(text[span[0] : start]):
        return False
    return not pattern.after or bool(pattern.after.search(text[stop : span[1]]))


def _listed(text: str, mentions: list[Mention], place: int) -> list[Entity]:
    """The name at `place` and those joined to it: "such as A, B and C"."""
    joined = [mentions[place][2]]
    for before, after in zip(mentions[place:], mentions[place + 1 :], strict=False):
        if after[2].type != joined[0].type or not _LIST.match(text[before[1] : after[0]]):
            break
        joined.append(after[2])
    return joined


def _listed_back(text: str, mentions: list[Mention], place: int) -> list[Entity]:
    joined = [mentions[place][2]]
    for position in range(place - 1, -1, -1):
        before, after = mentions[position], mentions[position + 1]
        if before[2].type != joined[0].type or not _LIST.match(text[before[1] : after[0]]):
            break
        joined.append(before[2])
    return joined


def _by_nationality(text: str, cast: Cast, span: Span, mentions: list[Mention]) -> Iterator[Found]:
    """Homes by "Chinese firms such as A and B", where the text also names the country."""
    start, _, company = mentions[0]
    if company.type == "Instrument":
        yield from _national_law(text, cast, span, start, company)
    if company.type not in {"Company", "Agency"}:
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
    rf"the)\s+(?:[\w-]+\s+){{0,2}}?(?P<adjective>[A-Z][a-z]+)\s+(?:[\w-]+\s+){{0,4}}(?:{FIRMS}|{BODIES})\b"
)
