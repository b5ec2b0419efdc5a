"""From what sources say to what holds when: legal statuses that follow each other, and shares.

Facts of these predicates are no premises as they stand, since a later or better one limits them.
They keep their keys and become valid for the time in which they are the ones that count.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from kg import ids
from kg.inference.intervals import between, bounds
from kg.inference.values import Fact
from kg.projection import FIRST_DAY, RANK, Said, timeline
from ontology.vocabulary import Predicate

type Prepare = Callable[[Sequence[Fact]], list[Fact]]


def legal_statuses(facts: Sequence[Fact]) -> list[Fact]:
    """The statuses of one norm or instrument, each until the next one (`kg.projection.timeline`).

    A stretch that no claim states, such as the time after an end, is left out.
    """
    found = []
    for period in timeline([_said(fact) for fact in facts]):
        stating = [f for f in facts if f.target == period.status and f.valid == period.valid]
        if stating:
            fact = max(stating, key=lambda one: (RANK[one.status], one.attested, one.key))
            found.append(_narrowed(fact, period.start, period.end))
    return found


def _said(fact: Fact) -> Said:
    triple = ids.triple(fact.subject, fact.predicate, fact.target)
    return Said(
        key=fact.key,
        subject=fact.subject,
        predicate=fact.predicate,
        target=fact.target,
        triple=triple,
        status=fact.status,
        attested=fact.attested,
        valid=fact.valid,
    )


def shares(facts: Sequence[Fact]) -> list[Fact]:
    """What one owner holds of one company over time, where sources give different percentages.

    At each time the best attested of the facts that hold then counts: the strongest, among these
    the one that began last, then the greater share. A fact without a percentage is no share.
    """
    known = [fact for fact in facts if fact.value is not None]
    if len(known) < 2:
        return known
    edges = sorted({edge for fact in known for edge in bounds(fact.valid)})
    found: list[tuple[Fact, str, str]] = []
    for start, end in pairwise(edges):
        best = max((fact for fact in known if _holds(fact, start)), key=_attested, default=None)
        if best is None:
            continue
        if found and found[-1][0] is best and found[-1][2] == start:
            start = found.pop()[1]
        found.append((best, start, end))
    return [_narrowed(*stretch) for stretch in found]


def _holds(fact: Fact, day: str) -> bool:
    start, end = bounds(fact.valid)
    return start <= day < end


def _attested(fact: Fact) -> tuple[int, bool, str, float, str]:
    share = float(fact.value or 0)
    return RANK[fact.status], not fact.disputed, fact.valid.start or FIRST_DAY, share, fact.key


def _narrowed(fact: Fact, start: str, end: str) -> Fact:
    valid = between(start, end, fact.valid)
    return fact if valid is fact.valid else replace(fact, valid=valid)


PREPARED: Mapping[Predicate, Prepare] = {
    Predicate.LEGAL_STATUS: legal_statuses,
    Predicate.OWNS: shares,
}


def prepared_together(fact: Fact) -> tuple[Predicate, str, str]:
    """What facts that are prepared together share: all statuses of one, all shares of a pair."""
    target = fact.target if fact.predicate is Predicate.OWNS else ""
    return fact.predicate, fact.subject, target
