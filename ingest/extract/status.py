"""The legal status of a rule, from the words around its trigger."""

import re

from ingest.extract.genre import Genre

_ENDED = re.compile(
    r"\b(?:lift(?:s|ed|ing)?|drop(?:s|ped|ping)?|repeal(?:s|ed|ing)?|rescind(?:s|ed|ing)?|"
    r"rescission|revok(?:es|ed|ing|e)|scrap(?:s|ped|ping)|abandon(?:s|ed|ing)?|expired|"
    r"withdr(?:aw|awn|ew|awing)|vetoed|overturn(?:s|ed|ing)?|struck down|revers(?:es|ed|ing|e)|"
    r"back(?:s|ed|ing)? away|walk(?:s|ed|ing)? back|ditch(?:es|ed|ing)?|no longer (?:in force|"
    r"appl)|"
    r"eas(?:es|ed|ing|e)|relax(?:es|ed|ing)?|remov(?:es|ed|ing|e) (?:the |its |all )?(?:ban|"
    r"restrict|curb)|"
    r"undo(?:es|ing|ne)?|dismantl(?:es|ed|ing|e)|rejected|defeated|end(?:s|ed|ing) (?:the|its|"
    r"a) (?:ban|restrict)|"
    r"annulled|vacat(?:es|ed|ing)|unblock(?:s|ed|ing)?|unban(?:s|ned|ning)?)\b",
    re.IGNORECASE,
)
_SUSPENDED = re.compile(
    r"\b(?:paus(?:es|ed|ing|e) (?:the|its|their|a|enforcement)|enjoin(?:s|ed|ing)?|"
    r"suspend(?:s|ed|ing)? (?:the|its|their|enforcement|implementation|a) (?:[\w-]+ ){0,3}"
    r"(?:rule|ban|law|order|restriction|control|requirement|tariff|enforcement|measure|act|"
    r"regulation)s?|"
    r"delay(?:s|ed|ing)?|postpon(?:es|ed|ing|e)|put on hold|on hold|stayed|injunction|"
    r"temporarily blocked (?:the|enforcement)|blocked (?:the|enforcement of the) "
    r"(?:[\w-]+ ){0,3}(?:law|rule|ban|order))\b",
    re.IGNORECASE,
)
_PROPOSED = re.compile(
    r"\b(?:would|propos(?:es|ed|ing|e|als?)|plan(?:s|ned|ning)? to|plans? for|drafts?|drafted|"
    r"consider(?:s|ed|ing)|seek(?:s|ing)? to|sought to|aim(?:s|ed|ing)? (?:to|at)|intend(?:s|"
    r"ed)? to|"
    r"goal is|goal of|wants? to|wanted to|float(?:s|ed|ing)?|mull(?:s|ed|ing)?|weigh(?:s|ed|"
    r"ing)?|"
    r"bills?|introduced|if (?:passed|enacted|approved|adopted)|is expected to|are expected to|"
    r"expected to|"
    r"looking (?:at|to)|preparing|consultation|could soon|backed a|debat(?:es|ed|ing|e)|"
    r"calls? for legislation|pending|ahead of a vote|planned)\b",
    re.IGNORECASE,
)
_ADOPTED = re.compile(
    r"\b(?:signed|enacted|finali[sz](?:es|ed)|will (?:take effect|come into|apply|"
    r"be (?:required|banned|barred|prohibited|subject|restricted|blocked))|(?:takes?|"
    r"taking) effect (?:on|in|from)|"
    r"set to take effect|goes into effect|due to (?:take effect|apply)|"
    r"beginning on the date|shall take effect|comes? into (?:force|effect) (?:on|in)|"
    r"will (?:ban|require|bar|have to|need to|prohibit|block))\b",
    re.IGNORECASE,
)
_STANDING = re.compile(
    r"\b(?:already|currently|since|remains?|now (?:in|bans?|requires?)|took effect|in effect|"
    r"in force)\b",
    re.IGNORECASE,
)


def status_of(sentence: str, document: Genre) -> str:
    """The status that a sentence gives its rule, else the document's default."""
    if document.kind == "digest":
        return _in_digest(sentence, document)
    if document.kind != "prose":
        return document.status
    if _SUSPENDED.search(sentence):
        return "suspended"
    if _ENDED.search(sentence):
        return "ended"
    if _PROPOSED.search(sentence):
        return "proposed"
    if _ADOPTED.search(sentence) and not _STANDING.search(sentence):
        return "adopted"
    return document.status


_FAILED = re.compile(
    r"\bwould\s+have\s+(?:\w+ed|been|had)\b|\b(?:vetoed|repealed|rescinded|expired|struck\s+down|"
    r"withdrawn|no\s+longer\s+appl\w+)\b",
    re.IGNORECASE,
)
_FLOATED = re.compile(
    r"\b(?:would|could)\s+(?:also\s+|then\s+)?(?:have\s+to|need\s+to|be|require|prohibit|bar|ban|"
    r"forbid|oblige|apply)\b|\bproposed\b",
    re.IGNORECASE,
)
_LATER = re.compile(
    r"\bwill\s+(?:have\s+to|need\s+to|be\s+(?:required|banned|prohibited|obliged|barred)|apply)\b|"
    r"\b(?:takes?|comes?)\s+effect\b",
    re.IGNORECASE,
)


def _in_digest(sentence: str, document: Genre) -> str:
    """A digest speaks of one rule: only plain words set a sentence apart from its status."""
    if _FAILED.search(sentence):
        return "ended"
    if document.status == "in_force":
        if _FLOATED.search(sentence):
            return "proposed"
        if _LATER.search(sentence):
            return "adopted"
    return document.status
