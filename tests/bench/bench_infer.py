"""Inference without a store: 100,000 listings, 30,000 ownerships, 5,000 norms, 500 on lists."""

import random
import statistics
from collections.abc import Iterator

from kg.claims import Interval
from kg.inference import Engine, Fact
from ontology import rules
from ontology.vocabulary import AssertionStatus, Predicate
from tests.bench.figures import peak_megabytes, seconds, show

COMPANIES = 100_000
LISTS = 200
OWNERSHIPS = 30_000
NORMS = 5_000
NORMS_ON_LISTS = 500
RUNS = 21
RULE = "instrument:us-affiliates-rule"


def facts(rng: random.Random) -> Iterator[Fact]:
    applied = next(rule for rule in rules.load() if rule.applies_to).applies_to
    lists = [*applied, *(f"list:{i}" for i in range(LISTS - len(applied)))]
    companies = [f"company:{i}" for i in range(COMPANIES)]
    days = [Interval(f"20{year}-{month:02}-01") for year in range(18, 25) for month in range(1, 13)]
    yield fact("law", RULE, Predicate.LEGAL_STATUS, "in_force", Interval("2025-09-29"))
    yield fact("pause", RULE, Predicate.LEGAL_STATUS, "suspended", Interval("2025-11-10"))
    for i, company in enumerate(companies):
        yield fact(f"l{i}", company, Predicate.LISTED_ON, rng.choice(lists), rng.choice(days))
    for i in range(OWNERSHIPS):
        owner, owned = rng.choice(companies), rng.choice(companies)
        share = str(rng.choice((10, 25, 30, 49, 51, 60, 100)))
        yield fact(f"o{i}", owner, Predicate.OWNS, owned, rng.choice(days), share)
    for i in range(NORMS):
        party = lists[i % LISTS] if i < NORMS_ON_LISTS else rng.choice(companies)
        yield fact(f"n{i}", f"restriction:{i}", Predicate.RESTRICTED_PARTY, party, Interval())


def fact(
    key: str,
    subject: str,
    predicate: Predicate,
    target: str,
    valid: Interval,
    value: str | None = None,
) -> Fact:
    return Fact(
        f"claim:{key}", subject, predicate, target, AssertionStatus.OFFICIAL, valid, value=value
    )


def main() -> None:
    given = list(facts(random.Random(7)))
    before = peak_megabytes()
    engine = Engine(rules.load())
    taken = seconds(lambda: engine.apply(given))
    results = sum(1 for _ in engine.derived())
    show("inference, from scratch", taken, "s", f"{len(given):,} facts, {results:,} results")
    show("inference, peak memory", peak_megabytes(), "MB", f"{before:,.0f} MB are the facts")
    new = fact("new", "company:new", Predicate.LISTED_ON, "list:7", Interval("2026-01-01"))
    come, gone = [], []
    for _ in range(RUNS):
        come.append(seconds(lambda: engine.apply([new])))
        gone.append(seconds(lambda: engine.apply([], [new.key])))
    show("inference, one new listing", statistics.median(come) * 1000, "ms", f"median of {RUNS}")
    show("inference, that listing withdrawn", statistics.median(gone) * 1000, "ms")
    norm = fact("norm", "restriction:new", Predicate.RESTRICTED_PARTY, "list:7", Interval())
    count = len(engine.apply([norm]).gained)
    taken = seconds(lambda: engine.apply([], [norm.key]))
    show("inference, a norm on a list withdrawn", taken * 1000, "ms", f"{count:,} results")


if __name__ == "__main__":
    main()
