"""Names of AI models: families with their versions, and unknown ones by their shape."""

import re
from collections.abc import Iterator

from ingest.extract.candidates import Candidate
from ingest.extract.wordlists import alternation

_OPEN = r"(?<![\w.@/-])"
_GAP = r"[-\u2010-\u2013 \u00a0]"
_NUMBER = r"[vVrRkKmMxX]?\d{1,4}(?:\.\d{1,2}){0,2}(?:\.x)?(?:o|[a-z]{1,2}\d?)?(?:[xX]\d+[BM])?"
_SIZE = r"\d+(?:\.\d+)?[BMTbt]\b"
_WORD = rf"(?:{alternation('model sizes')})\b"
_QUANTITY = r"\s?(?:percent|million|billion|years?|people)\b"
_VERSION = rf"(?:{_GAP}?{_NUMBER}(?![\w%])(?!{_QUANTITY}))"
_TAIL = rf"(?:{_GAP}?(?:{_SIZE}|{_NUMBER}(?![\w%])(?!,\d{{3}}|\.\d))|{_GAP}{_WORD})"
# Some texts come with a space after the dot of a version (`GPT-5. 2`).
_SPLIT_VERSION = r"(?:\.\s\d(?![\d\w%])(?=[\s.,;:\u2019')]))?"
_STEM, _WEAK_STEM = alternation("model stems"), alternation("weak model stems")

_CERTAIN = (
    (
        "gpt",
        re.compile(
            rf"(?<![\w@/])(?:Open)?GPT{_GAP}?\d{{1,2}}(?:\.\d{{1,2}})?{_SPLIT_VERSION}[ov]?(?!\w)"
            rf"{_TAIL}*|(?<![\w@/])GPTs?\b(?={_GAP}?(?:model|series|family))"
        ),
    ),
    ("family", re.compile(rf"{_OPEN}(?:{_STEM})(?!\w*@){_TAIL}*(?!\w)")),
    (
        "version",
        re.compile(rf"{_OPEN}(?:{_WEAK_STEM})(?:{_VERSION}|{_GAP}{_WORD}){_TAIL}*(?!\w)"),
    ),
    (
        "size",
        re.compile(
            rf"{_OPEN}[A-Z][\w.]*(?:-[A-Za-z0-9.]+)*-(?:\d+x)?\d{{1,4}}(?:\.\d+)?[BM]"
            r"(?:-(?:Instruct|Chat|Base|Preview|it|Thinking))*(?!\w)"
        ),
    ),
    (
        "o-series",
        re.compile(rf"{_OPEN}o[134](?:-(?:mini|pro|preview|high))*(?:\s(?:mini|pro))?(?![\w-])"),
    ),
)
_BARE = re.compile(rf"{_OPEN}(?:{alternation('supported model names')})(?!\w)")
_SUPPORT = re.compile(
    r"\b(?:models?|chatbots?|LLMs?|assistants?|Google|DeepMind|OpenAI|Anthropic|Microsoft|Alibaba|"
    r"Cohere|Upstage|version|weights|AI\stool|generat\w+)\b"
)
_SUPPORT_WINDOW = 60


def models(text: str) -> Iterator[Candidate]:
    """Candidates for AI models; they may overlap."""
    families: set[str] = set()
    for rule, pattern in _CERTAIN:
        for match in pattern.finditer(text):
            families.add(re.split(_GAP, match[0])[0])
            yield Candidate(*match.span(), "AIModel", f"model.{rule}", 3)
    yield from _bare(text, families)


def _bare(text: str, families: set[str]) -> Iterator[Candidate]:
    """Ordinary words that a version elsewhere, a model's word or a maker near by supports."""
    for match in _BARE.finditer(text):
        around = text[max(0, match.start() - _SUPPORT_WINDOW) : match.end() + _SUPPORT_WINDOW]
        if match[0] in families or _SUPPORT.search(around):
            yield Candidate(*match.span(), "AIModel", "model.supported", 2)
