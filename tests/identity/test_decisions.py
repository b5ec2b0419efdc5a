"""Decisions are replayed: in any order, with `different` honoured, and undone exactly."""

from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import InvalidInputError
from kg.identity.decisions import Decision, Undo, append, automatic, canonical, live, queue, read
from kg.identity.matcher import Match
from kg.identity.rules import Verdict

ENTITIES = [f"company:{letter}" for letter in "abcdefg"]


def same(left: str, right: str, day: int = 1, *, rule: str | None = None) -> Decision:
    return decision(left, right, Verdict.SAME, day, rule=rule)


def decision(
    left: str, right: str, verdict: Verdict, day: int = 1, *, rule: str | None = None
) -> Decision:
    when = f"2026-01-{day:02}T00:00:00Z"
    return Decision(f"company:{left}", f"company:{right}", verdict, "ana", when, "seen", rule)


decisions = st.builds(
    Decision,
    left=st.sampled_from(ENTITIES),
    right=st.sampled_from(ENTITIES),
    verdict=st.sampled_from(Verdict),
    who=st.just("ana"),
    when=st.dates().map(lambda day: f"{day}T00:00:00Z"),
    why=st.just("seen"),
    rule=st.sampled_from([None, "same name"]),
).filter(lambda d: d.left != d.right)
logs = st.lists(decisions, max_size=15)


@given(logs, decisions)
def test_undoing_the_last_decision_restores_the_mapping(
    log: list[Decision], last: Decision
) -> None:
    before = [entry for entry in log if entry.id != last.id]
    undo = Undo(last.id, "ana", "2026-02-01T00:00:00Z", "a slip")
    assert canonical([*before, last, undo]) == canonical(before)


@given(logs, decisions)
def test_undoing_an_undo_restores_the_decision(log: list[Decision], last: Decision) -> None:
    undo = Undo(last.id, "ana", "2026-02-01T00:00:00Z", "a slip")
    again = Undo(undo.id, "ana", "2026-02-02T00:00:00Z", "no slip")
    assert canonical([*log, last, undo, again]) == canonical([*log, last])


@given(logs, st.randoms())
def test_the_order_of_the_log_does_not_matter(log: list[Decision], rng: Random) -> None:
    shuffled = list(log)
    rng.shuffle(shuffled)
    assert canonical(shuffled) == canonical(log)


@given(logs)
def test_what_is_decided_is_followed_or_reported(log: list[Decision]) -> None:
    identities = canonical(log)
    ignored = {conflict.ignored.id for conflict in identities.conflicts}
    for each in live(log):
        one = identities.resolve(each.left) == identities.resolve(each.right)
        if each.verdict is not Verdict.UNSURE and each.id not in ignored:
            assert one is (each.verdict is Verdict.SAME)


@given(logs)
def test_canonical_ids_are_canonical(log: list[Decision]) -> None:
    identities = canonical(log)
    assert not set(identities.canonical.values()) & set(identities.canonical)


def test_a_chain_is_one_entity() -> None:
    identities = canonical([same("b", "c"), same("a", "b")])
    assert identities.canonical == {"company:b": "company:a", "company:c": "company:a"}


def test_different_cuts_a_chain_and_is_reported() -> None:
    apart = decision("a", "c", Verdict.DIFFERENT, 3)
    identities = canonical([same("a", "b", 1), same("b", "c", 2), apart])
    assert identities.canonical == {"company:b": "company:a"}
    assert [(c.ignored, c.kept) for c in identities.conflicts] == [(same("b", "c", 2), apart)]


def test_a_person_overrules_a_rule_whatever_the_dates() -> None:
    person = decision("a", "b", Verdict.DIFFERENT, 1)
    assert not canonical([person, same("b", "a", 2, rule="same name")]).canonical


def test_a_rule_cannot_cut_what_persons_joined() -> None:
    apart = decision("a", "c", Verdict.DIFFERENT, 1, rule="countries differ")
    identities = canonical([same("a", "b", 2), same("b", "c", 3), apart])
    assert identities.resolve("company:c") == "company:a"
    assert [conflict.ignored for conflict in identities.conflicts] == [apart]


def test_unsure_takes_back_what_was_said_before() -> None:
    assert not canonical([same("a", "b", 1), decision("a", "b", Verdict.UNSURE, 2)]).canonical


def test_reference_entities_give_their_id_then_the_oldest() -> None:
    log = [same("a", "b"), same("b", "c")]
    named = canonical(log, reference={"company:c"})
    assert named.resolve("company:a") == "company:c"
    aged = canonical(log, since={"company:b": "2025-01-01", "company:a": "2026-01-01"})
    assert aged.resolve("company:a") == "company:b"


def test_a_log_is_read_as_it_was_written(tmp_path: Path) -> None:
    log = tmp_path / "decisions.jsonl"
    first = same("a", "b", rule="same name")
    undo = Undo(first.id, "ana", "2026-02-01T00:00:00Z", "a slip")
    append(log, [first])
    append(log, [undo])
    assert read(log) == (first, undo)


def test_a_broken_log_names_its_line(tmp_path: Path) -> None:
    log = tmp_path / "decisions.jsonl"
    append(log, [same("a", "b")])
    log.write_text(log.read_text() + "nonsense\n")
    with pytest.raises(InvalidInputError, match=r"decisions\.jsonl:2"):
        read(log)


def test_rules_decide_and_persons_get_the_rest() -> None:
    sure = Match("company:a", "company:b", 0.98, Verdict.SAME, "same name", ("one name",))
    doubts = [
        Match("company:a", "company:c", 0.7, Verdict.UNSURE, None, ()),
        Match("company:b", "company:d", 0.8, Verdict.UNSURE, None, ()),
        Match("company:c", "company:e", 0.6, Verdict.UNSURE, None, ()),
    ]
    decided = automatic(sure, "2026-01-01T00:00:00Z")
    assert decided is not None
    assert (decided.rule, decided.why, decided.who) == ("same name", "one name", "matcher")
    assert automatic(doubts[0], "2026-01-01T00:00:00Z") is None
    log = [decided, decision("d", "b", Verdict.UNSURE), same("c", "e")]
    assert queue([sure, *doubts], log) == (doubts[0],)
    assert [match.score for match in queue(doubts, [])] == [0.8, 0.7, 0.6]
