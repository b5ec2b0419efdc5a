"""Sentence ends by punctuation, sparing abbreviations, initials and decimal versions."""

import re
from collections.abc import Iterator

from ingest.extract.result import Span

_END = re.compile(
    r"(?:[.!?…]+[\"'”’)\]]*|[。！？])(?:\s+(?=[\"'“‘(\[]*[^\W_a-z])|(?<=[。！？]))|[.!?][“”\"](?=[A-Z])"
)
_LAST_WORD = re.compile(r"([^\s(\[“\"'‘—/]+)$")
_NEVER_LAST = frozenset(
    "mr mrs ms dr prof gen gov sen rep reps col lt sgt capt hon rev st no nos sec secs art arts cl "
    "para paras pt ch fig eq vol cf e.g i.e vs v p pp approx pub stat reg fed regs comp supp cir "
    "ann app arg ref viz ca al".split()
)
_SOMETIMES_LAST = frozenset(
    "inc corp co ltd llc plc u.s u.k u.n e.u d.c u.s.a a.m p.m etc jr sr seq bros dept univ assn "
    "jan feb mar apr jun jul aug sept sep oct nov dec a.i ph.d".split()
)
_OPENERS = frozenset(
    "the a an this that these those it he she they we you i in on at for from with by as but and or "
    "however if when while after before since under there our its his her their such any no each "
    "according although though meanwhile last despite during both to not what who how why".split()
)
_NEXT_WORD = re.compile(r"[\"'“‘(\[]*([\w’']+)")


def sentences(text: str, start: int, end: int) -> Iterator[Span]:
    """The sentences of `text[start:end]`, without outer white space."""
    for match in _END.finditer(text, start, end):
        if _is_end(text, start, match, end):
            yield from _stripped(text, start, match.end())
            start = match.end()
    yield from _stripped(text, start, end)


def _is_end(text: str, start: int, match: re.Match[str], end: int) -> bool:
    if not match[0].startswith(".") or match[0][:3] == "...":
        return True
    following = _NEXT_WORD.match(text, match.end(), end)
    next_word = following[1] if following else ""
    before = _LAST_WORD.search(text, max(start, match.start() - 30), match.start())
    word = before[1].lower() if before else ""
    if word in _NEVER_LAST or (len(word) == 1 and word.isalpha()):
        return False
    if word[-1:].isdigit() and next_word[:1].isdigit() and match[0][-1] != "\n":
        return False
    if word in _SOMETIMES_LAST or re.fullmatch(r"(?:[a-z]\.)+[a-z]", word):
        return next_word.lower() in _OPENERS and next_word[:1].isupper()
    return True


def _stripped(text: str, start: int, end: int) -> Iterator[Span]:
    body = text[start:end]
    lead = len(body) - len(body.lstrip())
    if body.strip():
        yield start + lead, start + lead + len(body.strip())
