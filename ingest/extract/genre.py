"""What kind of text a document is: it decides how its modal verbs are to be read."""

import re
from dataclasses import dataclass
from typing import Literal

type Kind = Literal["law", "terms", "digest", "prose"]

_WORD = re.compile(r"\w+")
_NORMATIVE = re.compile(r"\b(?:shall|must|may not)\b")
_PROVISION = re.compile(
    r"(?:^|\n)\s*(?:(?:SEC|Sec|Section|SECTION|Art|Article|ARTICLE|§+)\.?\s?\d|"
    r"\([a-z0-9]{1,3}\)\s)"
    r"|\bthis (?:Act|section|chapter|Regulation|Article|subsection|order|title|part|paragraph)\b"
    r"|(?:^|\n)\s*(?:Article|Chapter) [\dIVX]+"
)
_FORMAL = re.compile(
    r"\b(?:is|are) (?:further )?amended\b|\bCFR\b|\bU\.S\.C\.|\bthis (?:Act|section|part|"
    r"paragraph|subsection)\b|"
    r"\bparagraphs? \([a-z\d]|\bsubsections? \(|\bsubparagraph|pursuant to (?:section|article|"
    r"paragraph)|\bthereof\b|"
    r"\bhereby\b|§"
)
_YOU = re.compile(r"\b(?:you|your)\b", re.IGNORECASE)
_TERMS_CUE = re.compile(
    r"\b(?:you (?:may|must|shall|can|will|should) not|you agree|you may only|you are (?:not|"
    r"respons)|"
    r"do not|don['\u2019]t|you may|you must|our services?|the services?)\b",
    re.IGNORECASE,
)
_PARTY_CUE = re.compile(
    r"\bthe\s+(?:Customer|User|Licensee)s?\b|"
    r"\b(?:customers?|users?|licensees?|developers)\s+(?:shall|may|must|agrees?|cannot|can|"
    r"represents?)\b|"
    r"\bour\s+(?:models?|apis?|platform)\b",
    re.IGNORECASE,
)
_PARTY_CUES_PER_1000 = 10
_TERMS_TITLE = re.compile(
    r"usage\s+rules|rules\s+of\s+use|customer\s+agreement|terms of (?:use|service)|"
    r"acceptable use|usage polic|use polic|terms and conditions|"
    r"licen[cs]e agreement|service terms|prohibited uses|community licen[cs]e|user agreement",
    re.IGNORECASE,
)
_PROPOSED = re.compile(
    r"\bA BILL\b|\bH\.\s?R\.\s?\d+|(?<![A-Z.])\bS\.\s?\d{2,4}\b|proposed to be amended|"
    r"\bproposed rule\b|"
    r"notice of proposed|\bIN THE (?:SENATE|HOUSE) OF|draft for (?:public )?comment|"
    r"\bIntroduced (?:in|by)\b|draft (?:measures|provisions|regulation)|"
    r"solicit\w* (?:public )?comment|"
    r"\bproposal for a (?:regulation|directive)\b",
    re.IGNORECASE,
)
_DUTY = re.compile(
    r"\b(?:must|shall|nobody\s+may|no\s+(?:[\w-]+\s+){1,5}(?:may|could|can)|(?:may|could)\s+not|"
    r"(?:has|have|had|needs?)\s+to|(?:is|are|be)\s+(?:required|obliged|forbidden|prohibited)|"
    r"(?:would|will)\s+(?:also\s+)?(?:require|prohibit|bar|ban|forbid|oblige))\b"
)
_RULE = re.compile(
    r"\b(?:[Aa]ct|[Ll]aw|[Bb]ill|[Rr]ules?|[Rr]egulations?|[Dd]irective|[Oo]rder|[Mm]easures|"
    r"[Pp]rovisions|[Oo]rdinance|[Pp]roposal|[Cc]ode|[Ss]tatute|[Dd]ecree)\b"
)
_DUTIES_PER_1000 = 10
_DUTIES_AT_LEAST = 4
"""A digest of a rule says little but duties; a report on one tells of them in passing."""

_BILL = re.compile(
    r"\b(?:has\s+not\s+(?:yet\s+)?been\s+(?:voted|passed|adopted|enacted)|"
    r"(?:bill|proposal|proposed\s+rule|draft|act)\s+would\b|comments\s+are\s+due|"
    r"proposed\s+rule|what\s+the\s+(?:bill|proposal)\s+would|referred\s+to\s+the\s+committee|"
    r"open\s+for\s+comment|would\s+be\s+required)",
    re.IGNORECASE,
)
_TO_COME = re.compile(
    r"\b(?:will\s+(?:take\s+effect|enter\s+into\s+force|come\s+into\s+(?:force|effect)|"
    r"apply\s+from)|"
    r"takes\s+effect|comes\s+into\s+(?:force|effect)|enters\s+into\s+force|becomes\s+effective)\s+"
    r"(?:on|in|from)\b"
)
_HELD = re.compile(
    r"\b(?:took\s+effect|(?:came|entered)\s+into\s+(?:force|effect)|(?:has|have)\s+applied|"
    r"applies\s+since|"
    r"in\s+force\s+since)\b"
)
_ENACTED = re.compile(
    r"\bPublic Law\b|\bApproved by (?:the )?Governor|\bChaptered\b|signed into law|"
    r"date of (?:the )?enactment of this|has adopted this|HAVE ADOPTED THIS|\bAN ACT\b",
)
_FINAL = re.compile(
    r"\bACTION:\s*(?:\w+\s+)?final\s+rule\b(?s:.){0,400}?\beffective\b", re.IGNORECASE
)
_ACTIVE = re.compile(
    r"\b(?:By|by) the authority vested in me|\bhereby order|shall come into force|"
    r"(?:is|are) effective|came into (?:force|effect)|entered into force"
)
_MADE = re.compile(
    r"\bCFR\b|Federal Register|\bOfficial Journal\b|\bhereby\b|\bin\s+(?:force|effect)\b|"
    r"\b(?:[Ii]ssued|[Aa]dopted|[Pp]romulgated|[Ss]igned|[Aa]pproved|[Pp]assed|[Pp]ublished|[Dd]one)"
    r"\s+(?:on|at|by|in)\b|\b(?:takes?|took)\s+effect\b|\b[Ee]ffective\b|"
    r"\b(?:come|comes|came|enter|enters|entered|entry)\s+into\s+(?:force|effect)\b|"
    r"\b(?:is|are)\s+ordered\b|\b(?:IT\s+IS|NOW,)\b"
)
"""Words that tell of the making or the force of a text; a bare excerpt of a code has none."""

_CODE = re.compile(r"\s*(?:(?:SUB)?CHAPTER|TITLE|(?:SUB)?PART|SECTION|Sec\.|§)\s*[\w§]")
"""How an excerpt of a code opens, which names no act of making it."""

_OPENING = 800
"""Where a digest names the rule that it sums up."""


@dataclass(frozen=True, slots=True)
class Genre:
    """The kind of a document and what its rules are by default.

    A digest is a plain-language account of what one law, rule or bill demands.
    `status` is the legal status that its rules have where their sentence does not say.
    """

    kind: Kind
    status: str


def genre(text: str) -> Genre:
    """Tell law, terms of use and running prose apart by their density of norms."""
    words = max(1, len(_WORD.findall(text)))
    norms = len(_NORMATIVE.findall(text)) * 1000 / words
    provisions = len(_PROVISION.findall(text))
    if _is_terms(text, words):
        to_come = _announces_own(text, words) and _APPLIES_FROM.search(text)
        return Genre("terms", "adopted" if to_come else "in_force")
    formal = len(_FORMAL.findall(text)) * 1000 / words
    if (norms >= 5 and provisions >= 3) or (norms >= 12 and provisions >= 1) or formal >= 8:
        return Genre("law", _law_status(text))
    duties = len(_DUTY.findall(text))
    dense = duties >= _DUTIES_AT_LEAST and duties * 1000 >= _DUTIES_PER_1000 * words
    if dense and _RULE.search(text[:_OPENING]):
        return Genre("digest", _digest_status(text))
    return Genre("prose", "in_force")


def _is_terms(text: str, words: int) -> bool:
    cues = len(_TERMS_CUE.findall(text))
    second_person = len(_YOU.findall(text)) * 1000 / words
    titled = bool(_TERMS_TITLE.search(text[:600]))
    addressed = len(_PARTY_CUE.findall(text))
    if titled and addressed >= 2 and addressed * 1000 >= _PARTY_CUES_PER_1000 * words:
        return True
    if titled and _announces_own(text, words):
        return True
    return cues >= 2 and (titled or second_person >= 12) and (titled or cues * 250 >= words)


def _announces_own(text: str, words: int) -> bool:
    """Whether a firm tells in the first person what its own revised terms say."""
    speaks = len(_WE.findall(text)) * _WORDS_PER_WE >= words
    return speaks and bool(_REVISES.search(text)) and len(_YOU.findall(text)) >= _YOU_AT_LEAST


_WE = re.compile(r"\b(?:[Ww]e|[Oo]ur|[Uu]s)\b")
_WORDS_PER_WE = 100
_YOU_AT_LEAST = 2
_APPLIES_FROM = re.compile(
    r"\b(?:apply|applies|(?:takes?|come|comes)\s+(?:into\s+)?(?:effect|force))\s+(?:from|on)\b"
)
_REVISES = re.compile(
    r"\b(?:publish\w*|updat\w+|revis\w+|chang\w+|introduc\w+)\s+(?:\w+\s+){0,4}"
    r"(?:usage\s+polic|terms|acceptable\s+use|licen[cs]e|polic)",
    re.IGNORECASE,
)


def _digest_status(text: str) -> str:
    if _BILL.search(text):
        return "proposed"
    return "adopted" if _TO_COME.search(text) and not _HELD.search(text) else "in_force"


def _law_status(text: str) -> str:
    if _PROPOSED.search(text):
        return "proposed"
    if _FINAL.search(text):
        return "adopted"
    if _ACTIVE.search(text):
        return "in_force"
    if _ENACTED.search(text):
        return "adopted"
    bare = _CODE.match(text) and not _MADE.search(text)
    return "unknown" if bare else "in_force"
