"""The words by which laws, orders and terms of use bind, forbid and define."""

import re

from ingest.extract.wordset import word_set

_BANNED = (
    r"(?:prohibited|forbidden|banned|barred|unlawful|illegal|"
    r"not\s+(?:permitted|allowed|authori[sz]ed))"
)
MODAL = re.compile(
    r"(?P<no>\b(?:shall|must|may|can|will|should|could)\s+(?:not|never|no\s+longer)\b|\bcannot\b|"
    r"\b(?:can|must|won|may)(?:['\u2019]t|n['\u2019]t)(?!\w)|\b(?:lose|loses)\s+access\s+to\b|"
    r"\b(?:is|are)(?:n['\u2019]t|\s+not)\s+(?:licensed|available|offered)\s+(?:to|for|in)\b|"
    r"\b(?:is|are)(?:n['\u2019]t)\s+(?:allowed|permitted)\b|"
    r"\bwould\s+not\s+be\s+(?:allowed|permitted|able)\b|"
    rf"\b(?:(?:shall|must|will|would|could|can|may)\s+(?:\w+\s+)?be|is|are|be)\s+"
    rf"(?:\w+ly\s+|also\s+|still\s+|now\s+)?{_BANNED}\b|"
    r"\bcommits\s+an\s+(?:\w+\s+){0,2}(?:practice|offen[cs]e|violation|act)\b|"
    r"\A(?:The\s+)?(?:entry|admission)\b[^.;]{3,160}?\bis\s+(?:hereby\s+)?suspended\b|"
    r"\bis\s+guilty\s+of\s+an\s+offen[cs]e\b|\bit\s+is\s+an\s+offen[cs]e\b|"
    r"\b(?:is|are)\s+not\s+eligible\b|"
    r"\b(?:agrees?|undertakes?)\s+not\s+to\b|\b(?:do|does)\s+not\s+(?:allow|permit)\b|"
    r"\bwe\s+do\s+not\s+(?:offer|provide|sell|supply|serve|license)\b|"
    r"(?:\A|(?<=[.;:]\s))(?:please\s+)?(?:do\s+not|don['\u2019]t|never)\b|"
    r"\b(?:nobody|no\s+one|none\s+of\s+\w+)\s+(?:may|shall|can|could|must)\b(?!\s+not)|"
    r"\bno\s+(?:\w+[\s-]+){1,7}?(?:shall|may|can|could|must)\b(?!\s+not))"
    r"|(?P<licence>\b(?:licen[cs]e|authori[sz]ation|approval)s?\s+(?:is|are|will\s+be|"
    r"shall\s+be|would\s+be)\s+(?:also\s+|still\s+|now\s+)?required\b|"
    r"\blicen[cs]e\s+requirements?\s+(?:\w+\s+){0,3}appl(?:y|ies)\b|"
    r"\brequires?\s+an?\s+(?:\w+\s+)?licen[cs]e\b|"
    r"\bpresumption\s+of\s+denial\b|\bpolicy\s+of\s+denial\b)"
    r"|(?P<yes>\b(?:shall|must)\b|"
    r"\b(?:is|are|be|was|were)\s+(?:also\s+|still\s+|now\s+)?(?:required|obliged|obligated)\s+to\b|"
    r"\b(?:is|are)\s+(?:also\s+|still\s+|now\s+)?required\s+(?:for|of|before|from|when|where)\b|"
    r"\b(?:has|have|had|needs?)\s+to\b|"
    r"\bneeds?\s+(?:the\s+|an?\s+|prior\s+)?(?:permission|consent|approval|authori[sz]ation)\b|"
    r"\b(?:may|can)\s+(?:[\w-]+\s+){1,8}?only\s+(?:if|when|where|after|once|with)\b|"
    r"\b(?:is|are)\s+responsible\s+for\s+(?=ensuring|making\s+sure|verifying|obtaining)|"
    r"\b(?:may|can)\s+only\b|"
    r"\b(?:is|are)\s+to\s+(?=(?:make|provide|disclose|keep|report|notify|inform|publish|ensure|"
    r"submit|register|label|verify|give|tell|carry)\b)|"
    r"\b(?:you|customers?|users?|licensees?)\s+agree\s+to\b|\bagrees\s+to\b|\bwill\s+(?:provide|"
    r"submit|notify|report|ensure|"
    r"maintain)\b)",
    re.IGNORECASE,
)
NO_RULE = re.compile(
    r"\s*(?:only\s+)?(?:be\s+)?(?:\w+ly\s+)?(?:apply|applies|construed|mean|means|"
    r"include\b(?!\s+an?\s+(?:[\w-]+\s+){0,3}"
    r"(?:disclosure|label|watermark|notice|statement|warning))|"
    r"have\s+the\s+(?:meaning|right|power|authority)|"
    r"take\s+effect|enter\s+into\s+force|come\s+into|cease\s+to|expire|deemed|considered|presumed|"
    r"liable|"
    r"subject\s+to\s+(?:an?\s+)?(?:civil|fine|penalt|administrative)|punish\w*|fined|entitled|"
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
    r"(?<!public )(?<!Public )(?<!local )\b(?:Secretar(?:y|ies)|Administrator|Director|"
    r"Commissioner|Commission|Attorney General|"
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
    r"(?<!\bis )(?<!\bare )(?<!\bbe )(?<!\bwas )(?<!\bwere )(?<!\bas )"
    r"\b(?P<verb>requir(?:e|es|ed|ing|ements?)|prohibit(?:s|ing)?|forbid(?:s|ding)?|oblig(?:es?|"
    r"ing)|bar(?:s|red|ring)?)\s+"
    r"(?:that\s+)?(?P<who>(?:[\w.,()'\u2019-]+\s+){1,14}?)(?:to|from|must|shall|require|"
    r"obtain|submit|report|ensure|verify)\b"
)
FORBIDS = re.compile(
    r"\b(?:prohibit(?:ed|s|ions?)|disallowed|forbidden|(?:may|must|shall|can|should|"
    r"will)\s+not|cannot|"
    r"do\s+not|(?:do|ca|wo)n?['\u2019]t|never|not\s+(?:be\s+)?(?:permitted|allowed|used?)|unacceptable|"
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
YOU_ARE = re.compile(
    r"[\"\u201c](?:You|User|Licensee|Customer)[\"\u201d]\s+means?\s+(?:(?:the|an?|any|each|every)\s+)?"
    r"(?P<who>[^.;\n]{3,90}?)(?=[.;,\n])"
)
"""Whom terms of use say that they address as "You"."""

OPEN_END = re.compile(r"(?::|--?|—|\u2013)\s*$")
PROHIBITED_TERM = re.compile(
    r"\bthe\s+terms?\s+[\"“\u2018'`]*(?:prohibited|covered)?\s*prohibited\b"
    r"|[\"“](?:prohibited|forbidden|banned|unacceptable)\s+(?:[\w-]+\s+){0,2}[\w-]+[\"”]\s+means?\b",
    re.IGNORECASE,
)
REQUEST = re.compile(
    r"\b(?:exceptions?|exempt\w*|shall not apply|does not apply|not apply)\b", re.IGNORECASE
)
LISTS = re.compile(
    r"\b(?:defined|means?|includ\w+|contain\w*|address|consist of|describ\w+|topics?|specify|"
    r"set out|"
    r"comprise|convey\w*|(?:that|which) (?:meets?|satisf\w+|shows?|states?)|criteria|regarding|"
    r"concerning|"
    r"information (?:on|about))\b[^.]*$"
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
RULES_BY_WHICH = re.compile(
    r"\b(?:regulations?|rules?|orders?|guidance|standards?)\s+(?:under|by)\s+which\b|\bwhereby\b",
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
BANNED_ALREADY = re.compile(r"\s+and\s+(?:will|may|shall|can)\s+(?!not\b|never\b)")
"""What follows a ban told in the passive and tells of its consequences only."""

UNLESS = re.compile(r",?\s+(?:unless|except|provided\s+that)\b", re.IGNORECASE)
PURPOSE_OPEN = re.compile(
    r"\b(?:(?<!limited )(?<!used )to|in|of|by)\s*(?::|--?|—|\u2013)\s*$|"
    r"\ball\s+of\s+the\s+following\b",
    re.IGNORECASE,
)
COMPLETED = re.compile(r"\b(?:that|who|which|whose)\s*(?::|--?|—|\u2013)\s*$")
COMPLETED_BY_PARTY = re.compile(
    r"\b(?:for|with|from|in|of|(?<!limited )to|into|against)\s*(?::|--?|—|\u2013)\s*$"
)
SHUTS_OUT = re.compile(
    r"(?:(?:is|are)\s+not\s+eligible|loses?\s+access|(?:may|can|could)\s+no\s+longer\s+(?:be|receive|obtain|buy|"
    r"access|"
    r"import)|(?:may|can|could|shall|must)\s+not\s+(?:receive|obtain)|"
    r"no\s[^.;]{3,90}?\s(?:may|can|could|shall|must)\s+(?:receive|obtain))\b",
    re.IGNORECASE,
)
FOR_WHOM = re.compile(r"\s+for\s+(?P<who>(?:[\w.'\u2019-]+\s+){1,8}?)(?=to\b)")
DISCLAIMS = re.compile(
    r"\b(?:nothing\s+in|does\s+not|do\s+not|shall\s+not\s+be\s+construed|not\s+intended)\b",
    re.IGNORECASE,
)
_DENIED = re.compile(r"(?:\bnot|\bnever|n['\u2019]t|\bno\s+longer)\s+$", re.IGNORECASE)


def binds(text: str, modal: re.Match[str]) -> bool:
    """Whether a modal found in `text` makes a rule: "need not", "shall mean" make none."""
    if NO_RULE.match(text, modal.end()):
        return False
    before = text[max(0, modal.start() - 12) : modal.start()]
    return not (modal["yes"] and _DENIED.search(before))


TOLD_OF_SECTION = re.compile(
    r"\s*(?:section|article|part|clause|title)\s+[\w.]+\s+(?:also\s+)?(?:says?|provides|states|"
    r"adds)\b",
    re.IGNORECASE,
)
NEEDS_LICENCE = re.compile(
    r"\s+(?:first\s+)?(?:hold|obtain|get|have|apply\s+for|seek)\s+(?:an?\s+|"
    r"prior\s+)(?:[\w-]+\s+){0,2}"
    r"(?:licen[cs]e|permit|authori[sz]ation)\b(?=[^.]*\b(?:to|before|for)\b)"
)
OWN_USE = re.compile(
    r"\b(?:remove|uninstall|delete|block|discontinue|stop|cease|phase\s+out|prohibit|"
    r"ban)\b[^.;]{0,80}\b"
    r"(?:devices?|networks?|systems?|information\s+technology|equipment)\b",
    re.IGNORECASE,
)
TAKES_UP = re.compile(
    r"(?:It|They|Such\s+\w+)\s+(?:also\s+)?(?:must|shall|may|has|have|is|are|"
    r"needs?)\b"
)
