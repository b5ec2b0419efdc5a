"""The words by which laws, orders and terms of use bind, forbid and define."""

import re

from ingest.extract.wordset import word_set

MODAL = re.compile(
    r"(?P<no>\b(?:shall|must|may|can|will|should)\s+(?:not|never)\b|\bcannot\b|"
    r"\bmay\s+no\s+longer\b|"
    r"\b(?:(?:shall|must|will)\s+be|is|are|be)\s+(?:\w+ly\s+)?(?:prohibited|forbidden|banned|"
    r"barred|unlawful|illegal|"
    r"not\s+(?:permitted|allowed|authori[sz]ed))\b|"
    r"\b(?:agrees?|undertakes?)\s+not\s+to\b|\b(?:do|does)\s+not\s+(?:allow|permit)\b|"
    r"(?:\A|(?<=[.;:]\s))(?:please\s+)?(?:do\s+not|don['\u2019]t|never)\b|"
    r"\bno\s+(?:\w+[\s-]+){1,5}?(?:shall|may)\b(?!\s+not))"
    r"|(?P<licence>\b(?:licen[cs]e|authori[sz]ation|approval)s?\s+(?:is|are|will\s+be|"
    r"shall\s+be)\s+required\b|"
    r"\blicen[cs]e\s+requirements?\s+(?:\w+\s+){0,3}appl(?:y|ies)\b|"
    r"\brequires?\s+a\s+licen[cs]e\b|"
    r"\bpresumption\s+of\s+denial\b|\bpolicy\s+of\s+denial\b)"
    r"|(?P<yes>\b(?:shall|must)\b|\b(?:is|are|be)\s+(?:required|obliged|obligated)\s+to\b|"
    r"\b(?:has|have)\s+to\b|\bagrees?\s+to\b|\bwill\s+(?:provide|submit|notify|report|ensure|"
    r"maintain)\b)",
    re.IGNORECASE,
)
NO_RULE = re.compile(
    r"\s*(?:only\s+)?(?:be\s+)?(?:\w+ly\s+)?(?:apply|applies|construed|mean|means|include|"
    r"have\s+the\s+(?:meaning|right|power|authority)|"
    r"take\s+effect|enter\s+into\s+force|come\s+into|cease|expire|deemed|considered|presumed|"
    r"liable|"
    r"subject\s+to\s+(?:a\s+)?(?:civil|fine|penalt|administrative)|punish\w*|fined|entitled|"
    r"without\s+prejudice|"
    r"affect|known\s+as|cited|interpreted|prevent|preclude|limit\s+the|be\s+required\s+to|"
    r"required\s+to|"
    r"preempt|supersede|authori[sz]ed\s+to|be\s+a\s+defen[cs]e|constitute|impair|alter|"
    r"create\s+a|"
    r"terminate|serve|consist|commence|waive|exceed|govern|prevail|replace[sd]?\s+by|repealed|"
    r"amended|"
    r"limited\s+to|read\s+as|inserted|added|effective|binding\s+in|"
    r"available\s+to\s+the\s+court|pay\b|rely|guarantee)",
    re.IGNORECASE,
)
AUTHORITY = re.compile(
    r"\b(?:Secretar(?:y|ies)|Administrator|Director|Commissioner|Commission|Attorney General|"
    r"President|"
    r"Governor|Minister|Department|Board|Council|Committee|Bureau|Agency|Office|authorit(?:y|"
    r"ies)|"
    r"Member States?|courts?|Comptroller|task force|Congress|[Hh]eads? of|departments|BIS|"
    r"Institute|"
    r"Superintendent|Parliament|Chair(?:man|person)?|Administration|European AI Office|"
    r"State shall)\b"
)
OWN_TEXT = re.compile(
    r"^(?:Th(?:is|ese)|Nothing in this|The\s+(?:requirements?|provisions?|"
    r"prohibitions?)\s+of\s+(?:this|sub|para))\s*(?:sub)?(?:section|chapter|article|act|"
    r"regulation|provisions?|"
    r"paragraph|title|part|order|rule|agreement|requirements?|terms?|amendments?)s?\b|"
    r"^(?:sub)?(?:paragraph|section|article)s?\b",
    re.IGNORECASE,
)
DEFINES = re.compile(r"^[\"“\u2018']|^the\s+terms?\b|\b(?:means|refers\s+to)\b", re.IGNORECASE)
DELEGATES = re.compile(
    r"\b(?P<verb>requir(?:e|es|ing|ements?)|prohibit(?:s|ing)?|forbid(?:s|ding)?|oblig(?:es?|"
    r"ing)|bar(?:s|ring)?)\s+"
    r"(?:that\s+)?(?P<who>(?:[\w.,()'\u2019-]+\s+){1,14}?)(?:to|from|must|shall|require|"
    r"obtain|submit|report|ensure|verify)\b"
)
FORBIDS = re.compile(
    r"\b(?:prohibit(?:ed|s|ions?)|disallowed|forbidden|(?:may|must|shall|can|should|"
    r"will)\s+not|cannot|"
    r"do\s+not|don['\u2019]t|never|not\s+(?:be\s+)?(?:permitted|allowed|used?)|unacceptable|"
    r"unlawful|"
    r"no\s+\w+\s+(?:shall|may)|agree\s+not|refrain\s+from|restricted\s+uses?)\b",
    re.IGNORECASE,
)
ADDRESSEES = re.compile(
    r"\b(?:anyone|everyone|all\s+users|any\s+(?:user|person|customer)|(?:users|"
    r"customers)(?=\s+(?:who|of|that)))\s+"
    r"(?:(?:who|that)\s+)?(?:us(?:es?|ing)|access(?:es|ing)?|of)\s+(?:our|the|its|"
    r"[A-Z]\w+(?:['\u2019]s)?)\s+"
    r"(?:products?|services?|models?|platforms?|websites?|apis?)",
    re.IGNORECASE,
)
OPEN_END = re.compile(r"(?::|--?|—|\u2013)\s*$")
ANNOUNCES = re.compile(r"\bfollowing\b", re.IGNORECASE)
PROHIBITED_TERM = re.compile(
    r"\bthe\s+terms?\s+[\"“\u2018'`]*(?:prohibited|covered)?\s*prohibited\b", re.IGNORECASE
)
REQUEST = re.compile(
    r"\b(?:exceptions?|exempt\w*|shall not apply|does not apply|not apply)\b", re.IGNORECASE
)
LISTS = re.compile(
    r"\b(?:defined|means?|includ\w+|contain|address|consist of|describ\w+|topics?|specify|"
    r"set out|comprise)\b[^.]*$"
)
COMMAND = re.compile(
    r"(?:Comply|Respect|Be|Ensure|Follow|Protect|Keep|Report|Maintain|Obtain|Make sure|Act|"
    r"Review|Read)\b"
)
MISDEED = re.compile(
    r"(?:[a-z]+ly\s+)?(?:violat|infring|promot|harm|depict|exploit|circumvent|defraud|scamm|"
    r"spamm|phish|impersonat|harass|"
    r"bully|threaten|stalk|mislead|deceiv|sexualiz|sexualis|distribut|interfer|misrepresent|"
    r"manipulat|facilitat|disrupt|hack|"
    r"attack|incit|evad|bypass|abus|discriminat|misus)\w*ing\b",
    re.IGNORECASE,
)
BINDS = word_set("require prohibit permit allow authorize authorise oblige obligate ban bar forbid")
CONTROLS = re.compile(
    r"\b(?:shall|may)\s+(?:control|restrict|prohibit|impose\s+(?:\w+\s+){0,3}(?:controls?|"
    r"restrictions?)\s+on|"
    r"require\s+a\s+licen[cs]e|establish\s+(?:\w+\s+){0,2}controls?)\b"
)
BINDS_ITEM = re.compile(
    r"\b(?:requir\w*|prohibit\w*)\s*(?:that)?\s*(?::|--?|—|\u2013)?\s*$", re.IGNORECASE
)
