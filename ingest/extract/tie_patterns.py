"""The words that tie two names of a sentence, as data."""

import re
from dataclasses import dataclass

FIRMS = (
    r"(?:firm|compan(?:y|ies)|giants?|start-?ups?|labs?|\w*makers?|group|developer|champion|"
    r"provider|unit|hyperscaler|conglomerate|network)s?"
)


@dataclass(frozen=True, slots=True)
class Pattern:
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
) -> Pattern:
    return Pattern(
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
PATTERNS = (
    _pattern(
        "issued_by",
        _BODY,
        "Instrument",
        r"(?:['\u2019]s?)(?:\s+[\w-]+){0,3}\s+",
        0.8,
        reverse=True,
    ),
    _pattern("issued_by", _BODY, "Instrument", r"\s", 0.7, reverse=True),
    _pattern(
        "issued_by",
        _BODY,
        "Instrument",
        r"\)?[^.;,]{0,40}\bits\s+(?:[\w-]+\s+){0,2}",
        0.65,
        reverse=True,
    ),
    _pattern(
        "issued_by",
        _BODY,
        "Instrument",
        r"[^.;]{0,40}?\b(?:issu|publish|adopt|introduc|enact|pass|sign|releas|propos|"
        r"finali[sz]|unveil|promulgat|compil|formulat|establish|draft|approv|set out|releas|"
        r"launch|maintain|"
        r"announc|evaluat\w+ [\w\s]{0,30} under its|"
        r"implement)\w*\s+(?:[\w“\"'\u2019,—-]+\s+){0,18}(?:—|\W)?\s*(?:the\s+)?[“\"]?",
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
        r"[^.;]{0,50}?\b(?:issued|published|adopted|enacted|compiled|formulated|established|"
        r"developed|approved|launched|agreed|passed|released|maintained|signed|"
        r"proposed|introduced|administered|"
        r"promulgated|drafted)\s+(?:\w+\s+){0,4}by\s+(?:the\s+)?",
        0.85,
    ),
    _pattern("issued_by", "Instrument", _BODY, r"\s+(?:of|from)\s+(?:the\s+)?", 0.6),
    _pattern(
        "part_of", "Agency", "Agency", r"['\u2019]s?\s+(?:[\w-]+\s+){0,2}", 0.85, reverse=True
    ),
    _pattern(
        "part_of",
        "Agency",
        "Agency",
        r"(?:\s*\([\w\s.]{2,12}\))?\)?,?\s+(?:which\s+)?(?:is\s+)?(?:(?:an?\s+)?(?:agency|bureau|"
        r"office|part|arm|unit|branch|division|component)\s+)?"
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
        "part_of",
        "Agency",
        "Agency",
        r"\)?,\s+(?:the\s+)?",
        0.6,
        before=r"(?:^|\b(?:Agency|By|From|Source)\b:?\s*)(?:the\s+)?(?:[\w ]+\()?$",
        after=r"^\s*(?:[.;,]|$)",
    ),
    _pattern(
        "subsidiary_of",
        "Company",
        "Company",
        r",?\s+(?:which\s+is\s+|is\s+)?(?:an?\s+|the\s+)?(?:[\w-]+\s+){0,3}(?:subsidiary|unit|"
        r"division|arm|affiliate)\s+of\s+(?:the\s+)?",
        0.85,
    ),
    _pattern(
        "subsidiary_of",
        "Company",
        "Company",
        r"(?:['\u2019]s?)?\s+(?:[\w-]+\s+){0,3}(?:subsidiary|unit|division|arm),?\s+",
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
        r"[^.;]{0,30}\b(?:owned|acquired|controlled)\s+by\s+(?:[\w-]+\s+){0,3}|"
        r"['\u2019]s\s+parent(?:\s+company)?,?\s+",
        0.75,
    ),
    _pattern(
        "invested_in",
        "Company",
        "Company",
        r"[^.;]{0,40}\b(?:invest(?:s|ed|ing|ment)?|stake|shares|funding round|"
        r"injected)\b[^.;]{0,40}?\b(?:in|into)\s+(?:\w+\s+){0,3}",
        0.7,
    ),
    _pattern(
        "invested_in",
        "Company",
        "Company",
        r",?[^.;]{0,30}?\b(?:backed|funded)\s+by\s+(?:[\w-]+\s+){0,3}|"
        r"\s+(?:has\s+)?received\s+[^.;]{0,30}\bfrom\s+",
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
        r"[^;]{0,80}?\b(?:add|plac|put|includ|list|nam)(?:ed|ing|t|s)?\b[^;]{0,30}?\b(?:to|on|"
        r"in|under)\s+(?:its\s+|the\s+|a\s+)?"
        r"(?:\w+\s+){0,4}(?:['\u2019]s\s+)?",
        0.8,
    ),
    _pattern("supplies", "Company", "Company", r"[^.;]{0,60}\bsupplies\s+(?:the\s+)?", 0.7),
    _pattern(
        "supplies",
        "Company",
        "Company",
        r"[^.;]{0,60}\b(?:is|are|remains?|among|of)\s+",
        0.7,
        reverse=True,
        after=r"^['\u2019]s?\s+(?:[\w-]+\s+){0,2}(?:customers?|clients?|buyers?)\b",
    ),
    _pattern(
        "supplies",
        "Company",
        "Company",
        r"[^.;]{0,60}\b(?:order|bu(?:y|ys|ying)|bought|purchas|procur|import|obtain|sourc)\w*\s+"
        r"[^.;]{0,40}\bfrom\s+",
        0.65,
        reverse=True,
    ),
    _pattern(
        "supplies",
        "Company",
        "Company Jurisdiction",
        r"[^.;]{0,30}?\b(?:suppl(?:y|ies|ied|ying)|sell(?:s|ing)?|sold|ship(?:s|ped|ping)?|"
        r"deliver(?:s|ed|ing)?|provid(?:es|ed|ing))\b"
        r"[^.;]{0,60}?\bto\s+(?:the\s+)?(?:[\w-]+\s+){0,2}",
        0.7,
    ),
    _pattern(
        "supplies",
        "Company",
        "Company",
        r"[^.;]{0,120}?\b(?:import|buy|bought|procur|purchas|order|acquir|"
        r"secur)\w*\s+[^.;]{0,50}?",
        0.65,
        reverse=True,
        after=r"^\s+(?:[\w-]+\s+){0,3}(?:chips?|gpus?|processors?|accelerators?|servers?|"
        r"systems?|tools?)\b",
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
        r"[^.;]{0,40}\b(?:oppos(?:es|ed|ing|e)|lobb(?:ied|ying)\s+against|vetoed|"
        r"objects?\s+to|objected\s+to|fought|fights|condemned|"
        r"criticis?z?ed|challenged|denounced|(?:refus|declin)(?:es|ed|ing)?\s+to\s+sign|"
        r"(?:will|would)\s+not\s+sign|"
        r"came\s+out\s+against)\s+(?:the\s+)?(?:[\w-]+\s+){0,4}",
        0.75,
    ),
    _pattern(
        "amends",
        "Instrument",
        "Instrument",
        r"[^.;]{0,60}\b(?:amend(?:s|ed|ing)?|revis(?:es|ed|ing)|repeal(?:s|ed|ing)?|"
        r"replac(?:es|ed|ing)|supersed(?:es|ed|ing)|updat(?:es|ed|ing)|"
        r"rescind(?:s|ed|ing)?|revok(?:es|ed|ing))\s+(?:[\w-]+\s+){0,5}",
        0.75,
    ),
    _pattern(
        "located_in",
        "Jurisdiction",
        "Agency",
        r",\s+(?:the\s+)?(?:country['\u2019]s\s+)?",
        0.65,
        reverse=True,
        before=r"^(?:[^.;,]*\b)?[Ii]n\s+$",
    ),
    _pattern(
        "located_in",
        "Jurisdiction",
        "Company",
        r",\s+(?:the\s+)?home\s+(?:of|to)\s+",
        0.8,
        reverse=True,
    ),
    _pattern(
        "located_in",
        "Company",
        "Jurisdiction",
        r",\s+",
        0.75,
        after=rf"^['\u2019]s?\s+(?:[\w-]+\s+){{0,4}}(?:foundry|{FIRMS})\b",
    ),
    _pattern(
        "located_in", "Company Agency", "Jurisdiction", r"\s+\((?:[\w-]+,\s+)?(?:the\s+)?", 0.65
    ),
    _pattern("located_in", "Jurisdiction", "Company", r"\s+\((?:e\.g\.,?\s+)?", 0.65, reverse=True),
    _pattern(
        "located_in",
        "Jurisdiction",
        "Company",
        rf"['\u2019]s\s+(?:[\w-]+\s+){{0,4}}(?:{FIRMS},?\s+)?",
        0.75,
        reverse=True,
    ),
    _pattern(
        "subsidiary_of",
        "Company",
        "Company",
        r"['\u2019]s\s+",
        0.6,
        reverse=True,
        after=r"^(?:\s+(?:unit|subsidiary|has|have|is|was|said|says|unveiled|announced|"
        r"launched|will|released)\b|[.,;])",
    ),
    _pattern(
        "located_in",
        "Jurisdiction",
        "Agency",
        r"['\u2019]s\s+(?:[\w-]+\s+){0,4}",
        0.65,
        reverse=True,
    ),
    _pattern(
        "located_in",
        "Jurisdiction",
        "Company",
        rf"(?:-based)?\s+(?:[\w-]+\s+){{0,4}}{FIRMS},?\s+(?:(?:such as|like|including|"
        rf"led by)\s+)?",
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
        r",?\s+(?:an?\s+[\w\s-]{0,30})?(?:which\s+)?(?:is\s+)?(?:based|headquartered|incorporated|"
        r"registered|located)\s+in\s+(?:[\w-]+,\s+)?(?:the\s+)?",
        0.85,
    ),
    _pattern(
        "located_in",
        "Company",
        "Jurisdiction",
        rf",?\s+(?:an?|the)\s+(?:[\w-]+\s+){{0,4}}{FIRMS}\s+(?:in|from|of)\s+(?:the\s+)?",
        0.75,
    ),
)
