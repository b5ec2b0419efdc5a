"""Unknown firms: by the words next to a name, and among what the language model marks."""

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Span

from ingest.extract.candidates import Candidate
from ingest.extract.lexicon_places import adjectives
from ingest.extract.wordlists import alternation, words

_PART = r"[A-Z][\w&-]*(?:\.(?:ai|AI|com|io))?"
_NAME = rf"{_PART}(?:[ \u00a0]{_PART}){{0,3}}"
_OPEN = r"(?<![\w.-])"
_NOUN = rf"(?:{alternation('firm nouns')})"
_CHIEF = (
    r"(?:CEO|CTO|CFO|COO|co-?founder|"
    r"chief\s(?:executive|technology|product|scientist)(?:\sofficer)?)"
)
_RULES = (
    (
        "firm.led",
        re.compile(
            rf"\b(?:(?:compan|firm|start)\w*\s(?:like|such\sas|including)|{_NOUN})\s(?P<a>{_NAME})"
            r"(?=[,.;:)]|['\u2019]s?\b|\s(?:and|or|has|have|is|was|were|will|said|says|to|for|in|by|"
            r"from|which|that|on|with)\b)"
        ),
    ),
    (
        "firm.apposition",
        re.compile(
            rf"{_OPEN}(?P<a>{_NAME}),\s(?:a|an|the|one\sof\sthe|its|another)\s"
            rf"(?:[\w\u2019'-]+,?\s){{0,7}}?{_NOUN}\b"
        ),
    ),
    (
        "firm.officer",
        re.compile(
            rf"{_OPEN}(?P<a>{_NAME})(?:['\u2019]s?)?\s(?:{_CHIEF}|spokes(?:person|man|woman)|"
            r"executives?|shares|stock|engineers|employees)\b"
            rf"|\b(?:{_CHIEF}|founder|subsidiary|shares|customers?)\s(?:of|at)\s(?P<b>{_NAME})"
        ),
    ),
    (
        "firm.issuer",
        re.compile(
            rf"{_OPEN}(?P<a>{_NAME})\s\((?:NASDAQ|Nasdaq|NYSE|LSE|TSX|HKEX|TSE|SSE|AIM|OTC)\w*:"
            rf"|\bAbout\s(?P<b>{_NAME})(?=\s*\n)"
            rf"|{_OPEN}(?P<c>{_NAME})(?:,\s[^.\n]{{3,90}},)?\s(?:today\s|has\s)?announced\b"
        ),
    ),
)
_ENDING = re.compile(rf"(?:\s(?:{alternation('firm endings')})|\.ai|\.AI|AI|Soft|Tech)$")
_NO_FIRM = re.compile(rf"\b(?:{alternation('no firm words')})\b", re.IGNORECASE)
_KIND_OF_AI = re.compile(rf"(?:{alternation('kinds of AI')})(?:-\w+)?\s?AI$")
_BROKEN = re.compile(r"[\u2019']s?\s|\w{4,}ly$")
_DOES = re.compile(
    r"\s(?:has\s|have\s|also\s|will\s|recently\s|today\s)?(?:acquires?|acquired|raised|"
    r"launch(?:es|ed)?|unveil(?:s|ed)?|deploy(?:s|ed)?|rolled\sout|ships?|shipped|open-sourced|"
    r"partnered|released?|manufactures?|sells?|sold|develops?|developed|trained|hired|uses|adopted|"
    r"offers?|builds|built|operates|competes|supplies|supplied|makes)\b"
)
_DEALT = re.compile(
    r"\b(?:partner(?:ship|ed|s)?\swith|(?:backed|owned|developed|made|built|created|supplied|"
    r"manufactured|trained|released)\sby|invest(?:ed|ment|ments|s)?\sin|acqui(?:red|sition\sof|re)|"
    r"(?:deal|contract)\swith|competitors?|rivals?|customers?|sued)\s(?:the\s)?$"
)
_JOINT = re.compile(r",?\s(?:and|or|&)\s|,\s")
_JOINT_BEFORE = re.compile(r"(?:,?\s(?:and|or|&)\s|,\s)$")
_STOPPED = words("no firms")


def firms(doc: Doc) -> Iterator[Candidate]:
    """Candidates for firms that no list knows."""
    text = doc.text
    for rule, pattern in _RULES:
        for match in pattern.finditer(text):
            for group, value in match.groupdict().items():
                if value:
                    yield from _firm(text, *match.span(group), rule)
    yield from _marked(doc, text)


def _firm(text: str, start: int, end: int, rule: str) -> Iterator[Candidate]:
    """The name without leading function words, unless it cannot be a firm."""
    for word in re.finditer(r"\S+", text[start:end]):
        if word[0] not in _STOPPED:
            start += word.start()
            break
    name = text[start:end]
    if _possible(name):
        yield Candidate(start, end, "Company", rule, 2)


def _possible(name: str) -> bool:
    first = name.split()[0]
    if first in _STOPPED or first in adjectives():
        return False
    return not (_NO_FIRM.search(name) or _BROKEN.search(name) or _KIND_OF_AI.match(name))


def _marked(doc: Doc, text: str) -> Iterator[Candidate]:
    """Organisations of the language model whose name or neighbours are those of business."""
    known = [c for c in doc._.candidates if c.type == "Company" and c.strength == 3]
    starts, ends = {c.start for c in known}, {c.end for c in known}
    for entity in doc.ents:
        if entity.label_ != "ORG":
            continue
        start, end = _clean(text, entity)
        name = text[start:end]
        if not re.match(r"[A-Z0-9]", name) or "\n" in name:
            continue
        if _ENDING.search(name):
            yield from _firm(text, start, end, "firm.ending")
        elif (
            re.fullmatch(_NAME, name)
            and name.lower() not in text
            and (_deals(text, start, end) or _listed(text, start, end, starts, ends))
        ):
            yield from _firm(text, start, end, "firm.context")


def _deals(text: str, start: int, end: int) -> bool:
    """Whether the words around an organisation are those of business."""
    return bool(_DOES.match(text, end) or _DEALT.search(text[max(0, start - 30) : start]))


def _listed(text: str, start: int, end: int, starts: set[int], ends: set[int]) -> bool:
    """Whether an organisation stands in a list beside a known firm."""
    after = _JOINT.match(text, end)
    before = _JOINT_BEFORE.search(text, max(0, start - 8), start)
    return bool((after and after.end() in starts) or (before and before.start() in ends))


def _clean(text: str, entity: Span) -> tuple[int, int]:
    """The span of a marked organisation without its article and possessive."""
    start, end = entity.start_char, entity.end_char
    if article := re.match(r"(?:[Tt]he|[Aa]n?)\s+", text[start:end]):
        start += article.end()
    if possessive := re.search(r"['\u2019]s?$", text[start:end]):
        end = start + possessive.start()
    return start, end
