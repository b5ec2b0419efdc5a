"""What a sentence takes up from those before it, and the asides that part its names."""

import re
from dataclasses import dataclass

from ingest.extract.parties import Cast
from ingest.extract.result import Entity, Span

type Mention = tuple[int, int, Entity]
"""Start, end and entity of one mention."""

_THE_FIRM = re.compile(
    r"(?:\b(?:[Tt]he|[Tt]his)\s(?:company|firm|start-?up|lab|chipmaker)\b|^It\b)(?!['\u2019])"
)
_THE_ACT = re.compile(r"\b(?:[Tt]he|[Tt]his)\s(?:bill|measure|act|legislation|law)\b(?!\s[A-Z])")
_APPOSED = re.compile(
    r"(?:\)|\s\([^()\n]{1,60}\))?,\s(?:an?|the|one\sof|which|who|whose|part\sof|based|backed|owned|"
    r"headquartered|itself)\s[^,;.\n]{3,140},(?=\s)"
)


@dataclass(frozen=True, slots=True)
class Topic:
    """What "the company" and "the bill" mean: the names that the sentences before were about."""

    firm: Entity | None = None
    act: Entity | None = None

    def after(self, cast: Cast, span: Span) -> "Topic":
        """The topic behind one more sentence: its first firm and instrument, unless taken up."""
        firm = _first(cast, span, "Company", _THE_FIRM) or self.firm
        return Topic(firm, _first(cast, span, "Instrument", _THE_ACT) or self.act)


def _first(cast: Cast, span: Span, kind: str, taken_up: re.Pattern[str]) -> Entity | None:
    """The first name of a kind, None where "the company" or "the bill" comes before it."""
    for start, _, entity in cast.mentions(span):
        if entity.type == kind:
            return None if taken_up.search(cast.text, span[0], start) else entity
    return None


def with_anaphors(
    text: str, span: Span, named: list[Mention], topic: Topic
) -> tuple[list[Mention], set[int]]:
    """The mentions with those by "the company" and "the bill", and the places of the latter."""
    meant: list[Mention] = []
    for pattern, entity in ((_THE_FIRM, topic.firm), (_THE_ACT, topic.act)):
        if entity is not None:
            meant += [(m.start(), m.end(), entity) for m in pattern.finditer(text, *span)]
    if not meant:
        return named, set()
    joined = sorted((*named, *meant), key=lambda m: m[:2])
    return joined, {joined.index(m) for m in meant}


def asides_of(text: str, mentions: list[Mention]) -> list[int]:
    """Where the aside right behind each mention ends (", a unit of B,"): its own end if none."""
    found = (_APPOSED.match(text, end) for _, end, _ in mentions)
    return [m.end() if m else mentions[place][1] for place, m in enumerate(found)]
