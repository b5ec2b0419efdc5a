"""Sentence ends by punctuation, sparing abbreviations, initials and decimal versions."""

import re
from collections.abc import Iterator

from ingest.extract.result import Span
from ingest.extract.wordlists import words

_END = re.compile(
    r"(?:[.!?…]+[\"'”\u2019)\]]*|[。\uff01\uff1f])(?:\s+(?=[\"'“\u2018(\[]*[^\W_a-z])|(?<=[。\uff01\uff1f]))|[.!?][“”\"](?=[A-Z])"
)
_LAST_WORD = re.compile(r"([^\s(\[“\"'\u2018—/]+)$")
_NEVER_LAST = words("never last")
_SOMETIMES_LAST = words("sometimes last")
_OPENERS = words("openers")
_NEXT_WORD = re.compile(r"[\"'“\u2018(\[]*([\w\u2019']+)")


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
