"""The second clock: what followed from what the graph knew at a moment."""

import pytest

from kg.errors import InvalidInputError
from kg.inference import Derived, Engine, Fact, Recorded, history
from ontology import rules
from tests.inference.cases import P, S, fact, keys

JANUARY, FEBRUARY, MARCH = (f"2026-0{month}-01T00:00:00Z" for month in (1, 2, 3))
LISTING = fact("company:a", P.LISTED_ON, "list:x", "2020-01-01")
REPORT = fact("company:a", P.LISTED_ON, "list:x", "2020-01-01", status=S.REPORTED)
BAN = fact("restriction:1", P.RESTRICTED_PARTY, "list:x")


def told(*facts: Recorded[Fact]) -> list[tuple[str, str, str | None, str]]:
    return [
        (one.statement.predicate.value, one.since, one.until, one.statement.weakest.value)
        for one in history(rules.load(), facts)
    ]


def known_at(found: list[Recorded[Derived]], moment: str) -> list[str]:
    return keys(
        one.statement
        for one in found
        if one.since <= moment and (one.until is None or moment < one.until)
    )


def test_a_result_is_known_while_all_its_premises_are() -> None:
    found = told(Recorded(LISTING, JANUARY, MARCH), Recorded(BAN, FEBRUARY))
    assert found == [
        ("memberOf", JANUARY, MARCH, "official"),
        ("restrictedParty", FEBRUARY, MARCH, "official"),
    ]


def test_premises_that_were_never_known_together_give_nothing() -> None:
    found = told(Recorded(LISTING, JANUARY, FEBRUARY), Recorded(BAN, FEBRUARY))
    assert [predicate for predicate, *_ in found] == ["memberOf"]


def test_another_source_takes_over_when_the_first_is_withdrawn() -> None:
    found = told(Recorded(LISTING, JANUARY, MARCH), Recorded(REPORT, FEBRUARY))
    assert found == [
        ("memberOf", JANUARY, MARCH, "official"),
        ("memberOf", MARCH, None, "reported"),
    ]


def test_what_was_known_of_a_moment_does_not_change_by_what_is_learned_later() -> None:
    early = [Recorded(LISTING, JANUARY), Recorded(BAN, JANUARY)]
    later = [Recorded(LISTING, JANUARY, MARCH), *early[1:], Recorded(REPORT, FEBRUARY)]
    then = known_at(history(rules.load(), early), FEBRUARY)
    assert len(then) == 2
    assert known_at(history(rules.load(), later), FEBRUARY) == then


def test_a_result_that_returns_is_recorded_twice() -> None:
    again = told(Recorded(LISTING, JANUARY, FEBRUARY), Recorded(LISTING, MARCH))
    assert [times for _, *times, _ in again] == [[JANUARY, FEBRUARY], [MARCH, None]]


@pytest.mark.parametrize(
    "faulty",
    [
        fact("company:a", P.OWNS, "company:b", share="sixty"),
        fact("model:m", P.TRAINING_COMPUTE, "a lot"),
        fact("asset:x", P.COMPUTE_THRESHOLD, "NaN"),
    ],
)
def test_a_number_that_cannot_be_read_changes_nothing(faulty: Fact) -> None:
    engine = Engine(rules.load())
    with pytest.raises(InvalidInputError, match=faulty.key):
        engine.apply([LISTING, faulty])
    assert list(engine.derived()) == []
    assert len(engine.apply([LISTING]).gained) == 1


def test_facts_that_no_rule_reads_are_passed_over() -> None:
    engine = Engine(rules.load())
    unread = fact("model:m", P.DEVELOPED_BY, "company:a")
    assert engine.apply([unread]).gained == ()
    assert engine.apply([], [unread.key, "claim:unknown"]).lost == ()
