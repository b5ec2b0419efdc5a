"""The second clock: which results the graph knew when."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from kg.inference.engine import Engine
from kg.inference.values import Derived, Fact
from ontology.rules import Rule


@dataclass(frozen=True, slots=True)
class Recorded[T]:
    """What was live in the graph from one moment until another (None: it still is)."""

    statement: T
    since: str
    until: str | None = None


def history(rules: Sequence[Rule], facts: Iterable[Recorded[Fact]]) -> list[Recorded[Derived]]:
    """The results with the moments in which they began and ceased to follow, in that order.

    The facts are replayed moment by moment, so that what is known of a moment depends on nothing
    that was learned later. A result that returns after it was lost is recorded twice.
    """
    begins: dict[str, list[Fact]] = defaultdict(list)
    ends: dict[str, list[str]] = defaultdict(list)
    for fact in facts:
        if fact.until is None or fact.since < fact.until:
            begins[fact.since].append(fact.statement)
            if fact.until is not None:
                ends[fact.until].append(fact.statement.key)
    engine = Engine(rules)
    live: dict[str, Recorded[Derived]] = {}
    found: list[Recorded[Derived]] = []
    for moment in sorted({*begins, *ends}):
        change = engine.apply(begins[moment], ends[moment])
        found.extend(replace(live.pop(one.key), until=moment) for one in change.lost)
        live.update((one.key, Recorded(one, moment)) for one in change.gained)
    found.extend(live.values())
    return sorted(found, key=lambda one: (one.since, one.statement.key))
