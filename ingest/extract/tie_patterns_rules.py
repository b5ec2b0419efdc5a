"""The words that tie bodies and instruments: who issues, opposes, lists, what is part of what."""

from ingest.extract.tie_patterns import pattern

_BODY = "Agency Jurisdiction"
RULES = (
    pattern(
        "issued_by",
        _BODY,
        "Instrument",
        r"(?:['\u2019]s?)(?:\s+[\w-]+){0,3},?\s+[\u201c\u2018\"]?",
        0.8,
        reverse=True,
    ),
    pattern("issued_by", _BODY, "Instrument", r"\s", 0.7, reverse=True),
    pattern(
        "issued_by",
        _BODY,
        "Instrument",
        r"\)?[^.;,]{0,40}\bits\s+(?:[\w-]+\s+){0,2}",
        0.65,
        reverse=True,
    ),
    pattern(
        "issued_by",
        _BODY,
        "Instrument",
        r"[^.;]{0,40}?\b(?:issu|publish|adopt|introduc|enact|pass|sign|releas|propos|"
        r"finali[sz]|unveil|promulgat|compil|formulat|establish|draft|approv|set out|releas|"
        r"launch|maintain|"
        r"announc|evaluat\w+ [\w\s]{0,30} under its)\w*\s+"
        r"(?:(?!(?:under|pursuant|against|implementing|violat\w*|comply\w*|because|if|oppos\w*|by)\s)"
        r"[\w“\"'\u2019,—-]+\s+){0,14}(?:—|\W)?\s*(?:the\s+)?[“\"]?",
        0.7,
        reverse=True,
    ),
    pattern(
        "issued_by",
        "Jurisdiction",
        "Instrument",
        r"[^.;]{0,50}\bunder its\s+(?:\w+\s+){0,2}",
        0.7,
        reverse=True,
    ),
    pattern(
        "issued_by",
        "Instrument",
        _BODY,
        r"[^.;]{0,50}?\b(?:issued|published|adopted|enacted|compiled|formulated|established|"
        r"developed|approved|launched|agreed|passed|released|maintained|signed|"
        r"proposed|introduced|administered|"
        r"promulgated|drafted|drawn\s+up|written|signed\s+into\s+law|put\s+forward|made|laid\s+down|"
        r"unveiled|announced|concluded|ratified|published\s+jointly)\s+(?:\w+\s+){0,4}"
        r"(?:by|between)\s+(?:the\s+)?",
        0.85,
    ),
    pattern("issued_by", "Instrument", _BODY, r"\s+(?:of|from)\s+(?:the\s+)?", 0.6),
    pattern(
        "issued_by",
        "Instrument",
        _BODY,
        r",?\s+(?:that\s+|which\s+)?(?:the\s+)?",
        0.75,
        after=r"^\s+(?:\w+\s+){0,2}(?:issued|published|adopted|enacted|passed|released|signed|"
        r"introduced|announced|proposed|unveiled|finali[sz]ed|maintains|keeps)\b",
    ),
    pattern(
        "issued_by",
        "Instrument",
        _BODY,
        r",?\s+(?:issued|published|released|introduced|adopted)\s+(?:in|on|at)\s+[^.;,]{0,40}\bof\s+"
        r"(?:the\s+)?",
        0.65,
    ),
    pattern("issued_by", "Instrument", _BODY, r"[\u201d\"]?\s+\((?:by\s+)?(?:the\s+)?", 0.65),
    pattern("issued_by", "Jurisdiction", "Instrument", r"\s+\((?:the\s+)?", 0.6, reverse=True),
    pattern(
        "issued_by",
        "Jurisdiction",
        "Instrument",
        r",\s+the\s+",
        0.6,
        reverse=True,
        before=r"^(?:[^.;,]*\b)?[Ii]n\s+(?:the\s+)?$",
    ),
    pattern("issued_by", "Instrument", "Company", r"\s+(?:of|by|from)\s+", 0.6),
    pattern(
        "issued_by", "Company", "Instrument", r"['\u2019]s?\s+(?:[\w-]+\s+){0,3}", 0.7, reverse=True
    ),
    pattern(
        "part_of",
        "Agency",
        "Agency",
        r"\s+is\s+(?:hereby\s+)?(?:created|established|housed|located|placed|set\s+up)\s+"
        r"(?:within|in|under|at)\s+(?:the\s+)?",
        0.8,
    ),
    pattern("part_of", "Agency", "Agency", r"['\u2019]s?\s+(?:[\w-]+\s+){0,2}", 0.85, reverse=True),
    pattern(
        "part_of",
        "Agency",
        "Agency",
        r"(?:\s*\([\w\s.]{2,12}\))?\)?,?\s+(?:which\s+)?(?:is\s+)?(?:(?:an?\s+|the\s+)?"
        r"(?:[\w-]+\s+){0,2}(?:agency|bureau|office|part|arm|unit|branch|division|component|body|"
        r"wing|directorate|committee|panel)\s+|(?:which\s+)?(?:sits|reports|operates|set\s+up)\s+)?"
        r"(?:of|within|under|inside|in|at)\s+(?:the\s+)?",
        0.7,
    ),
    pattern(
        "part_of",
        "Agency",
        "Agency",
        r",?\s+or\s+another\s+(?:entity|office|agency|bureau)\s+(?:in|of|within)\s+(?:the\s+)?",
        0.7,
    ),
    pattern(
        "part_of",
        "Agency",
        "Agency",
        r"\)?,\s+(?:the\s+)?",
        0.6,
        before=r"(?:^|\b(?:Agency|By|From|Source)\b:?\s*)(?:the\s+)?(?:[\w ]+\()?$",
        after=r"^\s*(?:[.;,]|$)",
    ),
    pattern(
        "listed_on",
        "Company",
        "Instrument",
        r"[^;]{0,160}?\b(?:to|on|in)\s+(?:its\s+|the\s+|a\s+)?(?:\w+\s+){0,4}",
        0.8,
        before=r"\b(?:add|plac|put|includ|list|designat)\w*\b[^;]*$",
    ),
    pattern(
        "listed_on",
        "Company",
        "Instrument",
        r"[^;]{0,80}?\b(?:add|plac|put|includ|list|nam)(?:ed|ing|t|s)?\b[^;]{0,30}?\b(?:to|on|"
        r"in|under)\s+(?:its\s+|the\s+|a\s+)?"
        r"(?:\w+\s+){0,4}(?:['\u2019]s\s+)?",
        0.8,
    ),
    pattern(
        "opposes",
        "Company Agency Jurisdiction",
        "Instrument",
        r"[^.;]{0,40}\b(?:oppos(?:es|ed|ing|e)|lobb(?:ied|ying)\s+against|vetoed|"
        r"objects?\s+to|objected\s+to|fought|fights|condemned|"
        r"criticis?z?e[sd]|challenge[sd]|denounce[sd]|rejects?|rejected|slammed|blasted|is\s+fighting|"
        r"(?:call|argu)\w*\s+(?:for\s+(?:the\s+)?(?:repeal|withdrawal)\s+of|against)|warned\s+against|"
        r"opposition\s+to|urged[^.;]{0,40}\bto\s+(?:reject|veto|withdraw|drop|scrap)|sued\s+(?:over|to\s+block)|(?:refus|declin)(?:es|ed|ing)?\s+to\s+sign|"
        r"(?:will|would)\s+not\s+sign|"
        r"c[ao]me\s+out\s+against)\s+(?:the\s+)?(?:[\w-]+\s+){0,4}",
        0.75,
    ),
    pattern(
        "amends",
        "Instrument",
        "Instrument",
        r"[^.;]{0,60}\b(?:amend(?:s|ed|ing)?|revis(?:es|ed|ing)|repeal(?:s|ed|ing)?|"
        r"replac(?:es|ed|ing)|supersed(?:es|ed|ing)|updat(?:es|ed|ing)|"
        r"rescind(?:s|ed|ing)?|revok(?:es|ed|ing))\s+(?:[\w-]+\s+){0,5}",
        0.75,
    ),
    pattern(
        "amends",
        "Instrument",
        "Instrument",
        r"[^.;]{0,40}\b(?:amended|revised|modified|supplemented|replaced|superseded|revoked|"
        r"rescinded)\s+by\s+(?:the\s+)?(?:[\w-]+\s+){0,3}",
        0.75,
        reverse=True,
    ),
)
