"""Facts written short, and what an engine says about them."""

from collections.abc import Iterable

from kg import ids
from kg.claims import Interval
from kg.inference import Derived, Engine, Fact
from kg.projection import FIRST_DAY, LAST_DAY
from ontology import rules
from ontology.vocabulary import AssertionStatus, Predicate

P = Predicate
S = AssertionStatus

AFFILIATES_RULE = "instrument:us-affiliates-rule"
ENTITY_LIST = "list:us-entity-list"


def fact(
    subject: str,
    predicate: Predicate,
    target: str,
    start: str | None = None,
    end: str | None = None,
    *,
    status: AssertionStatus = S.OFFICIAL,
    share: str | None = None,
    attested: str = "2025-01-01",
) -> Fact:
    content = (subject, predicate, target, share or "", status, start or "", end or "")
    return Fact(
        ids.claim(*content),
        subject,
        predicate,
        target,
        status,
        Interval(start, end),
        value=share,
        attested=attested,
    )


def engine(*facts: Fact) -> Engine:
    found = Engine(rules.load())
    found.apply(facts)
    return found


def derived(source: Engine, predicate: Predicate) -> list[Derived]:
    """The results of a predicate in the order of subject, target and time."""
    found = [one for one in source.derived() if one.predicate is predicate]
    return sorted(found, key=lambda one: (one.subject, one.target, one.valid.start or "", one.key))


def pairs(source: Engine, predicate: Predicate, day: str | None = None) -> set[tuple[str, str]]:
    """Who is related to whom; on a day, what is valid then or of unknown time."""
    return {
        (one.subject, one.target)
        for one in derived(source, predicate)
        if day is None or holds(one, day)
    }


def holds(statement: Fact | Derived, day: str) -> bool:
    valid = statement.valid
    return (valid.start or FIRST_DAY) <= day < (valid.end or LAST_DAY)


def rules_used(one: Derived) -> list[str]:
    """The rules on the way down from a result, its own first."""
    return [one.rule, *[r for p in one.premises if isinstance(p, Derived) for r in rules_used(p)]]


def keys(facts: Iterable[Fact | Derived]) -> list[str]:
    return [one.key for one in facts]
