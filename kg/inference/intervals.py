"""Valid time in proofs: what two intervals share, and what is left of one without others.

An unknown bound is open: it limits nothing and stays unknown where no other bound takes its place.
"""

from collections.abc import Iterable

from kg.claims import UNKNOWN, Interval
from kg.projection import FIRST_DAY, LAST_DAY
from ontology.vocabulary import DatePrecision

_COARSENESS = {None: 0, DatePrecision.DAY: 1, DatePrecision.MONTH: 2, DatePrecision.YEAR: 3}


def shared(one: Interval, other: Interval) -> Interval | None:
    """The time in both, as exact as the dates that bound it; None if there is none."""
    if other is UNKNOWN or one is other:
        return one
    if one is UNKNOWN:
        return other
    start = one.start if _later(one.start, other.start) else other.start
    end = one.end if _earlier(one.end, other.end) else other.end
    if start is not None and end is not None and start >= end:
        return None
    bounding = [i.precision for i in (one, other) if _bounds(i, start, end)]
    precision = max(bounding, key=_COARSENESS.__getitem__, default=None)
    for known in (one, other):  # keeps one object instead of many equal ones
        if known.start == start and known.end == end and known.precision is precision:
            return known
    return Interval(start, end, precision)


def _later(one: str | None, other: str | None) -> bool:
    return other is None or (one is not None and one >= other)


def _earlier(one: str | None, other: str | None) -> bool:
    return other is None or (one is not None and one <= other)


def _bounds(interval: Interval, start: str | None, end: str | None) -> bool:
    return (start is not None and interval.start == start) or (
        end is not None and interval.end == end
    )


def covers(one: Interval, other: Interval) -> bool:
    """Does this interval say all that the other one says: as long, and the same bounds known?"""
    if one is other:
        return True
    if (one.start is None) != (other.start is None) or (one.end is None) != (other.end is None):
        return False
    return (one.start or "") <= (other.start or "") and (one.end or "") >= (other.end or "")


def bounds(interval: Interval) -> tuple[str, str]:
    """[start, end) with sentinels for what is unknown."""
    return interval.start or FIRST_DAY, interval.end or LAST_DAY


def between(start: str, end: str, known: Interval) -> Interval:
    """The part [start, end) of a known interval; sentinels become unknown bounds again."""
    part = Interval(
        None if start == FIRST_DAY else start, None if end == LAST_DAY else end, known.precision
    )
    return known if part == known else part


def without(whole: Interval, holes: Iterable[Interval]) -> list[Interval]:
    """What is left of an interval, in order."""
    start, end = bounds(whole)
    pieces: list[Interval] = []
    for hole_start, hole_end in sorted(map(bounds, holes)):
        if start < min(hole_start, end):
            pieces.append(between(start, min(hole_start, end), whole))
        start = max(start, hole_end)
    if start < end:
        pieces.append(between(start, end, whole))
    return pieces


def lasting(interval: Interval) -> Interval:
    """From the same start on, without an end."""
    return Interval(interval.start, None, interval.precision) if interval.end else interval
