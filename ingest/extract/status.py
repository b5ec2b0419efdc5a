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
    r"would have (?:required|banned|barred|prohibited|obliged|forbidden|forced|restricted|"
    r"limited|imposed|made)|"
    r"(?:is|are|was|were) (?:long )?(?:over|gone|no more)|"
    r"annulled|vacat(?:es|ed|ing)|unblock(?:s|ed|ing)?|unban(?:s|ned|ning)?)\b",
    re.IGNORECASE,
)
_SUSPENDED = re.compile(
    r"\b(?:paus(?:es|ed|ing|e) (?:the|its|their|a|enforcement)|enjoin(?:s|ed|ing)?|"
    r"suspend(?:s|ed|ing)? (?:the|its|their|enforcement|implementation|a) (?:[\w-]+ ){0,3}"
    r"(?:rule|ban|law|order|restriction|control|requirement|tariff|enforcement|measure|act|"
    r"regulation)s?|"
    r"froze(?:n)? (?:the|its|a|that) (?:[\\w\u2019'-]+ ){0,3}(?:rule|law|order|ban)|has frozen|"
    r"delay(?:s|ed|ing)?|postpon(?:es|ed|ing|e)|put on hold|on hold|stayed|injunction|"
    r"temporarily blocked (?:the|enforcement)|blocked (?:the|enforcement of the) "
    r"(?:[\w-]+ ){0,3}(?:law|rule|ban|order))\b",
    re.IGNORECASE,
)
_PROPOSED = re.compile(
    r"\b(?:would(?!\s+have\s+(?:\w+ed|been|had)\b)|propos(?:es|ed|ing|e|als?)|"
    r"plan(?:s|ned|ning)? to|plans? for|drafts?|drafted|"
    r"consider(?:s|ed|ing)|float(?:s|ed|ing)?|mull(?:s|ed|ing)?|weigh(?:s|ed|ing)?|"
    r"bills?(?!\s+(?:in)?to\s+law)|introduced (?:in|by|to)|"
    r"introduced (?:an? |the |new |this |his |her |their )?(?:[\w-]+ ){0,3}"
    r"(?:bill|act|legislation|amendment)|"
    r"if (?:passed|enacted|approved|adopted|finali[sz]ed)|(?:is|are|was|were) expected to|"
    r"preparing|consultation|could soon|backed (?:a|the)|debat(?:es|ed|ing|e)|"
    r"calls? for legislation|pending|ahead of a vote|planned|"
    r"not yet (?:passed|law|final|adopted))\b",
    re.IGNORECASE,
)
_INTENDED = re.compile(
    r"\b(?:seek(?:s|ing)? to|sought to|aim(?:s|ed|ing)? to|aims? at|intends? to|wants? to|"
    r"wanted to|looking (?:at|to)|goal is|goal of|hopes? to|expected to|moves? to|moving to)\b",
    re.IGNORECASE,
)
"""Words of a plan; they speak of the rule only where they stand before it."""

_ADOPTED = re.compile(
    r"\b(?:signed|enacted|finali[sz](?:es|ed)|will (?:take effect|come into|enter into|apply|"
    r"be (?:required|banned|barred|prohibited|subject|restricted|blocked|obliged|forbidden))|"
    r"(?:takes?|taking) effect (?:on|in|from|next|later)|"
    r"set to (?:take effect|come into|enter into|apply)|goes into effect|"
    r"due to (?:take effect|apply|come into|enter into|start)|"
    r"beginning on the date|shall take effect|"
    r"(?:comes?|enters?) into (?:force|effect) (?:on|in|from|next|later)|"
    r"will (?:ban|require|bar|have to|need to|prohibit|block|oblige|forbid|restrict))\b",
    re.IGNORECASE,
)
_STANDING = re.compile(
    r"\b(?:already|currently|since|remains?|now (?:in|bans?|requires?)|took effect|in effect|"
    r"in force)\b",
    re.IGNORECASE,
)


_SIGNED = re.compile(
    r"\b(?:signed|signs|enacted|enacts)\s+(?:[\w.,'\u2019-]+\s+){0,8}?"
    r"(?:laws?|bills?|acts?|legislation|statutes?)\b|\b(?:in)?to law\b",
    re.IGNORECASE,
)
_PLANNED = re.compile(
    r"\b(?:would|could|may|might|should|will|plan(?:s|ned|ning)? to|consider(?:s|ed|ing)?|"
    r"wants? to|calls? (?:on \w+ )?to|calls? for|urg\w+ (?:\w+ ){1,4}to|pledg\w+ to|refus\w+ to|"
    r"threaten\w* to|seek(?:s|ing)? to|tr(?:y|ied|ying) to|lobb\w+ to|pressed? (?:\w+ ){1,3}to|"
    r"asked (?:\w+ ){1,4}to|not|never|whether to|if)\s+(?:\w+ly\s+)?(?:be\s+)?$",
    re.IGNORECASE,
)
"""What stands before a word of ending that tells of no more than a plan or a wish to end."""


def status_of(sentence: str, document: Genre, at: int | None = None) -> str:
    """The status that a sentence gives its rule, else the document's default.

    `at` is where in the sentence its rule is told; words of intention count before it only.
    """
    if document.kind == "digest":
        return _in_digest(sentence, document)
    if document.kind != "prose":
        return _in_provision(sentence, document)
    over = ending(sentence)
    if over is not None:
        return over
    if _SIGNED.search(sentence):
        return "adopted"
    before = sentence if at is None else sentence[: at + 1]
    if _PROPOSED.search(sentence) or _INTENDED.search(before):
        return "proposed"
    if _ADOPTED.search(sentence) and not _STANDING.search(sentence):
        return "adopted"
    return document.status


def ending(sentence: str) -> str | None:
    """Whether a sentence tells that a rule is over or halted: "ended", "suspended" or None."""
    for status, pattern in (("suspended", _SUSPENDED), ("ended", _ENDED)):
        for match in pattern.finditer(sentence):
            if not _PLANNED.search(sentence, 0, match.start()):
                return status
    return None


_REVOKED = re.compile(
    r"\b(?:is|are)\s+(?:hereby\s+)?(?:revoked|repealed|rescinded|withdrawn|superseded|annulled)\b|"
    r"\bremov(?:es|ing)\b[^.;]{3,80}\bfrom\s+the\s+(?:\w+\s+){0,2}List\b|"
    r"\b(?:also\s+)?(?:withdraws|revokes|repeals|rescinds)\b"
)
_PROPOSES = re.compile(
    r"\bpropos(?:es|ing)\s+to\b|\bshall\s+propose\b|\b[Ii]n\s+a\s+consultation\b|"
    r"\bis\s+consulting\s+on\b"
)


def _in_provision(sentence: str, document: Genre) -> str:
    """A normative text speaks of other rules than its own where it revokes or proposes them."""
    if _REVOKED.search(sentence):
        return "ended"
    return "proposed" if _PROPOSES.search(sentence) else document.status


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
    if _FAILED.search(sentence) or _REVOKED.search(sentence):
        return "ended"
    if _PROPOSES.search(sentence):
        return "proposed"
    if document.status == "in_force":
        if _FLOATED.search(sentence):
            return "proposed"
        if _LATER.search(sentence):
            return "adopted"
    return document.status
