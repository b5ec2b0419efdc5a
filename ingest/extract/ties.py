"""Ties between two names of one sentence, read from the words between and around them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ingest.extract.demonyms import country_of
from ingest.extract.parties import Cast
from ingest.extract.result import Entity, Span

_FIRMS = r"(?:firm|compan(?:y|ies)|giants?|start-?ups?|labs?|\w*makers?|group|developer|champion|provider|unit|hyperscaler|conglomerate|network)s?"


@dataclass(frozen=True, slots=True)
class Found:
    """A tie as a pattern found it, with the sentence as evidence."""

    type: str
    subject: str
    object: str
    evidence: Span
    confidence: float
    rule: str


@dataclass(frozen=True, slots=True)
class _Pattern:
    """The words between a left and a right name that tie them.

    `reverse` says that the right name is the subject; `before` must stand left of the first name,
    `after` right of the second.
    """

    type: str
    left: frozenset[str]
    right: frozenset[str]
    between: re.Pattern[str]
    confidence: float
    reverse: bool = False
    after: re.Pattern[str] | None = None
    before: re.Pattern[str] | None = None


def _pattern(
    kind: str,
    left: str,
    right: str,
    between: str,
    confidence: float = 0.8,
    *,
    reverse: bool = False,
    after: str | None = None,
    before: str | None = None,
) -> _Pattern:
    return _Pattern(
        kind,
        frozenset(left.split()),
        frozenset(right.split()),
        re.compile(between, re.IGNORECASE),
        confidence,
        reverse,
        re.compile(after, re.IGNORECASE) if after else None,
        re.compile(before, re.IGNORECASE) if before else None,
    )


_BODY = "Agency Jurisdiction"
_ANY = "Agency Jurisdiction Company"
_PATTERNS = (
    _pattern(
        "issued_by",
        _BODY,
        "Instrument",
        r"(?:['’]s?)(?:\s+[\w-]+){0,3}\s+",
        0.8,
        reverse=True,
    ),
    _pattern("issued_by", _BODY, "Instrument", r"\s", 0.7, reverse=True),
    _pattern(
        "issued_by",
        _BODY,
        "Instrument",
        r"[^.;]{0,40}?\b(?:issu|publish|adopt|introduc|enact|pass|sign|releas|propos|finali[sz]|unveil|promulgat|maintain|"
        r"announc|evaluat\w+ [\w\s]{0,30} under its|implement)\w*\s+(?:[\w“\"'’,—-]+\s+){0,18}(?:—|\W)?\s*(?:the\s+)?[“\"]?",
        0.7,
        reverse=True,
    ),
    _pattern(
        "issued_by",
        "Jurisdiction",
        "Instrument",
        r"[^.;]{0,50}\bunder its\s+(?:\w+\s+){0,2}",
        0.7,
        reverse=True,
    ),
    _pattern(
        "issued_by",
        "Instrument",
        _BODY,
        r"[^.;]{0,50}?\b(?:issued|published|adopted|enacted|passed|released|maintained|signed|proposed|introduced|administered|"
        r"promulgated|drafted)\s+(?:\w+\s+){0,4}by\s+(?:the\s+)?",
        0.85,
    ),
    _pattern("issued_by", "Instrument", _BODY, r"\s+(?:of|from)\s+(?:the\s+)?", 0.6),
    _pattern("part_of", "Agency", "Agency", r"['’]s?\s+(?:[\w-]+\s+){0,2}", 0.85, reverse=True),
    _pattern(
        "part_of",
        "Agency",
        "Agency",
        r"(?:\s*\([\w\s.]{2,12}\))?,?\s+(?:an?\s+(?:agency|bureau|office|part|arm|unit|branch|division|component)\s+)?"
        r"(?:of|within|under|inside|in|at)\s+(?:the\s+)?",
        0.7,
    ),
    _pattern(
        "part_of",
        "Agency",
        "Agency",
        r",?\s+or\s+another\s+(?:entity|office|agency|bureau)\s+(?:in|of|within)\s+(?:the\s+)?",
        0.7,
    ),
    _pattern(
        "subsidiary_of",
        "Company",
        "Company",
        r",?\s+(?:which\s+is\s+|is\s+)?(?:an?\s+|the\s+)?(?:[\w-]+\s+){0,3}(?:subsidiary|unit|division|arm|affiliate)\s+of\s+(?:the\s+)?",
        0.85,
    ),
    _pattern(
        "subsidiary_of",
        "Company",
        "Company",
        r"(?:['’]s?)?\s+(?:[\w-]+\s+){0,3}(?:subsidiary|unit|division|arm),?\s+",
        0.85,
        reverse=True,
    ),
    _pattern(
        "subsidiary_of",
        "Company",
        "Company",
        r"[-\s]owned\s+(?:[\w-]+\s+){0,2}",
        0.85,
        reverse=True,
    ),
    _pattern(
        "subsidiary_of",
        "Company",
        "Company",
        r"[^.;]{0,30}\b(?:owned|acquired|controlled)\s+by\s+(?:[\w-]+\s+){0,3}|['’]s\s+parent(?:\s+company)?,?\s+",
        0.75,
    ),
    _pattern(
        "invested_in",
        "Company",
        "Company",
        r"[^.;]{0,40}\b(?:invest(?:s|ed|ing|ment)?|stake|shares|funding round|injected)\b[^.;]{0,40}?\b(?:in|into)\s+(?:\w+\s+){0,3}",
        0.7,
    ),
    _pattern(
        "invested_in",
        "Company",
        "Company",
        r",?[^.;]{0,30}?\b(?:backed|funded)\s+by\s+(?:[\w-]+\s+){0,3}|\s+(?:has\s+)?received\s+[^.;]{0,30}\bfrom\s+",
        0.7,
        reverse=True,
    ),
    _pattern("invested_in", "Company", "Company", r"-backed\s+(?:[\w-]+\s+){0,2}", 0.75),
    _pattern(
        "listed_on",
        "Company",
        "Instrument",
        r"[^;]{0,160}?\b(?:to|on|in)\s+(?:its\s+|the\s+|a\s+)?(?:\w+\s+){0,4}",
        0.8,
        before=r"\b(?:add|plac|put|includ|list|designat)\w*\b[^;]*$",
    ),
    _pattern(
        "listed_on",
        "Company",
        "Instrument",
        r"[^;]{0,80}?\b(?:add|plac|put|includ|list|nam)(?:ed|ing|t|s)?\b[^;]{0,30}?\b(?:to|on|in|under)\s+(?:its\s+|the\s+|a\s+)?"
        r"(?:\w+\s+){0,4}(?:['’]s\s+)?",
        0.8,
    ),
    _pattern(
        "supplies",
        "Company",
        "Company Jurisdiction",
        r"[^.;]{0,30}?\b(?:suppl(?:y|ies|ied|ying)|sell(?:s|ing)?|sold|ship(?:s|ped|ping)?|deliver(?:s|ed|ing)?|provid(?:es|ed|ing))\b"
        r"[^.;]{0,60}?\bto\s+(?:the\s+)?(?:[\w-]+\s+){0,2}",
        0.7,
    ),
    _pattern(
        "supplies",
        "Company",
        "Company",
        r"[^.;]{0,120}?\b(?:import|buy|bought|procur|purchas|order|acquir|secur)\w*\s+[^.;]{0,50}?",
        0.65,
        reverse=True,
        after=r"^\s+(?:[\w-]+\s+){0,3}(?:chips?|gpus?|processors?|accelerators?|servers?|systems?|tools?)\b",
    ),
    _pattern(
        "supplies",
        "Company",
        _ANY,
        r",?\s+(?:an?\s+|the\s+)?(?:[\w-]+\s+){0,3}supplier\s+(?:to|of)\s+(?:the\s+)?",
        0.75,
    ),
    _pattern(
        "opposes",
        "Company Agency Jurisdiction",
        "Instrument",
        r"[^.;]{0,40}\b(?:oppos(?:es|ed|ing|e)|lobb(?:ied|ying)\s+against|vetoed|objects?\s+to|objected\s+to|fought|fights|condemned|"
        r"criticis?z?ed|challenged|denounced|came\s+out\s+against)\s+(?:the\s+)?(?:[\w-]+\s+){0,4}",
        0.75,
    ),
    _pattern(
        "amends",
        "Instrument",
        "Instrument",
        r"[^.;]{0,60}\b(?:amend(?:s|ed|ing)?|revis(?:es|ed|ing)|repeal(?:s|ed|ing)?|replac(?:es|ed|ing)|supersed(?:es|ed|ing)|updat(?:es|ed|ing)|"
        r"rescind(?:s|ed|ing)?|revok(?:es|ed|ing))\s+(?:[\w-]+\s+){0,5}",
        0.75,
    ),
    _pattern(
        "located_in",
        "Jurisdiction",
        "Company",
        rf"['’]s\s+(?:[\w-]+\s+){{0,4}}(?:{_FIRMS},?\s+)?",
        0.75,
        reverse=True,
    ),
    _pattern(
        "subsidiary_of",
        "Company",
        "Company",
        r"['’]s\s+",
        0.6,
        reverse=True,
        after=r"^(?:\s+(?:unit|subsidiary|has|have|is|was|said|says|unveiled|announced|launched|will|released)\b|[.,;])",
    ),
    _pattern(
        "located_in", "Jurisdiction", "Agency", r"['’]s\s+(?:[\w-]+\s+){0,4}", 0.65, reverse=True
    ),
    _pattern(
        "located_in",
        "Jurisdiction",
        "Company",
        rf"(?:-based)?\s+(?:[\w-]+\s+){{0,4}}{_FIRMS},?\s+(?:(?:such as|like|including|led by)\s+)?",
        0.75,
        reverse=True,
    ),
    _pattern(
        "located_in", "Jurisdiction", "Company", r"-based\s+(?:[\w-]+\s+){0,3}", 0.8, reverse=True
    ),
    _pattern(
        "located_in",
        "Jurisdiction",
        "Company",
        r"\s+(?:has\s+)?(?:unveil|launch|establish|creat|set up)\w*\s+",
        0.65,
        reverse=True,
    ),
    _pattern(
        "located_in",
        "Company Agency",
        "Jurisdiction",
        r",?\s+(?:an?\s+[\w\s-]{0,30})?(?:is\s+)?(?:based|headquartered|incorporated|registered|located)\s+in\s+(?:[\w-]+,\s+)?(?:the\s+)?",
        0.85,
    ),
    _pattern(
        "located_in",
        "Company",
        "Jurisdiction",
        rf",?\s+(?:an?|the)\s+(?:[\w-]+\s+){{0,4}}{_FIRMS}\s+(?:in|from|of)\s+(?:the\s+)?",
        0.75,
    ),
)
_WITHHELD = re.compile(
    r"\b(?:revok|ban|bar|restrict|licen|prohibit|block|curb|halt|stop)\w*", re.IGNORECASE
)
_LIST = re.compile(r"^\s*(?:,|and|or|&|,\s*and)\s*(?:(?:its|the)\s+)?$")
_NATIONAL = re.compile(
    rf"\b(?P<adjective>[A-Z][a-z]+)\s+(?:[\w-]+\s+){{0,4}}{_FIRMS},?\s+(?:(?:such as|like|including)\s+)?$"
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
    for pattern in _PATTERNS:
        if left.type not in pattern.left or right.type not in pattern.right:
            continue
        subject = right if pattern.reverse else left
        if (
            any(m[2].type == subject.type for m in mentions[place + 1 : other])
            and not pattern.before
        ):
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


def _around(text: str, span: Span, pattern: _Pattern, start: int, stop: int) -> bool:
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
    """ "Chinese firms such as A and B", where the text also names the country."""
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
    rf",\s+(?:an?|the)\s+(?:[\w-]+\s+){{0,2}}?(?P<adjective>[A-Z][a-z]+)\s+(?:[\w-]+\s+){{0,4}}{_FIRMS}\b"
)
