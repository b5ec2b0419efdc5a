"""What became of a rule: a later sentence tells that "the rule" was lifted, paused or repealed."""

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.extract.parties import Cast
from ingest.extract.result import Restriction, Span
from ingest.extract.segments import Unit
from ingest.extract.status import ending

_THE_RULE = re.compile(
    r"\b(?:the|its|that|this|those|these|their)\s+(?:[\w-]+\s+){0,2}(?:rules?|bans?|orders?|laws?|"
    r"restrictions?|limits?|controls?|curbs?|moratorium|measures?|polic(?:y|ies)|framework|"
    r"requirements?|tariffs?|suspension|block|it)\b",
    re.IGNORECASE,
)
_STANDS = frozenset({"in_force", "adopted", "unknown"})
_REACH = 1200
"""How many characters back "the rule" can mean a rule."""


def with_aftermath(
    found: Sequence[Restriction], units: Sequence[Unit], cast: Cast
) -> list[Restriction]:
    """The restrictions, those ended or suspended that a later sentence says are over."""
    results = list(found)
    told = {r.evidence for r in found}
    for unit in units:
        span = (unit.start, unit.end)
        if unit.kind == "heading" or span in told:
            continue
        text = cast.text[unit.start : unit.end]
        over = ending(text)
        if over is None:
            continue
        for place in _meant(results, span, cast):
            results[place] = replace(results[place], status=over)
    return results


def _meant(found: Sequence[Restriction], span: Span, cast: Cast) -> list[int]:
    """The rules a sentence speaks of: those of the instrument it names, else the one told last."""
    standing = [
        (place, r)
        for place, r in enumerate(found)
        if r.status in _STANDS and r.evidence[1] <= span[0]
    ]
    instruments = {e.id for e in cast.within(span) if e.type == "Instrument"}
    if instruments:
        return [place for place, r in standing if r.instrument in instruments]
    if not _THE_RULE.search(cast.text, *span):
        return []
    near = [(place, r) for place, r in standing if span[0] - r.evidence[1] <= _REACH]
    last = max(near, key=lambda p: p[1].evidence, default=None)
    return [place for place, r in near if last is not None and r.evidence == last[1].evidence]
