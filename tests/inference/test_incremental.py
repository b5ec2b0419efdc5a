"""Whatever the changes and their order, the engine ends where one that starts afresh ends."""

from collections.abc import Iterable

from hypothesis import given, settings
from hypothesis import strategies as st

from kg import ids
from kg.claims import Interval
from kg.inference import Change, Derived, Engine, Fact, Statement
from kg.inference.intervals import covers, shared
from kg.projection import RANK
from ontology import rules
from tests.inference.cases import P, S, fact
from tests.inference.random_facts import facts

type Said = tuple[str, str, str, str, str, str, bool, int, tuple[str, ...]]

LASTING = {rule.id for rule in rules.load() if rule.lasting}
LIMITED = {rule.id for rule in rules.load() if rule.unless}


def said(one: Derived) -> Said:
    """All that a result says."""
    return (
        one.key,
        one.rule,
        one.subject,
        one.predicate,
        one.target,
        one.weakest,
        one.disputed,
        one.rank,
        tuple(premise.key for premise in one.premises),
    )


def results(engine: Engine) -> set[Said]:
    return {said(one) for one in engine.derived()}


def afresh(given_facts: Iterable[Fact]) -> Engine:
    engine = Engine(rules.load())
    engine.apply(given_facts)
    return engine


@settings(max_examples=150, deadline=None)
@given(facts(), st.data())
def test_changes_lead_to_what_starting_afresh_gives(pool: list[Fact], data: st.DataObject) -> None:
    engine = Engine(rules.load())
    live: dict[str, Fact] = {}
    told: dict[str, Derived] = {}
    for _ in range(4):
        added = data.draw(st.lists(st.sampled_from(pool), max_size=8)) if pool else []
        removed = data.draw(st.lists(st.sampled_from(sorted(live)), max_size=4)) if live else []
        change = engine.apply(added, removed)
        live = {key: one for key, one in live.items() if key not in removed}
        live |= {one.key: one for one in added}
        follow(change, told)
        assert results(engine) == results(afresh(live.values()))
        assert {said(one) for one in told.values()} == results(engine)


def follow(change: Change, told: dict[str, Derived]) -> None:
    """What somebody knows who only hears of changes."""
    for one in change.lost:
        assert told.pop(one.key).predicate is one.predicate
    for one in change.gained:
        assert one.key not in told
        told[one.key] = one


@settings(max_examples=60, deadline=None)
@given(facts(), st.data())
def test_the_order_of_the_facts_does_not_matter(pool: list[Fact], data: st.DataObject) -> None:
    engine = Engine(rules.load())
    for one in data.draw(st.permutations(pool)):
        engine.apply([one])
    assert results(engine) == results(afresh(pool))


@settings(max_examples=100, deadline=None)
@given(facts())
def test_each_result_rests_on_premises_that_are_there(pool: list[Fact]) -> None:
    engine = afresh(pool)
    live = {id(one) for one in engine.derived()}
    given_keys = {one.key for one in pool}
    for one in engine.derived():
        assert one.premises
        assert one.rank == 1 + max(premise.rank for premise in one.premises)
        assert RANK[one.weakest] == min(RANK[premise.weakest] for premise in one.premises)
        for premise in one.premises:
            assert (
                id(premise) in live if isinstance(premise, Derived) else premise.key in given_keys
            )
        check_time(one)


def check_time(one: Derived) -> None:
    """Valid time is what the premises share, and less only where the rule excludes something."""
    common = intersection(one.premises)
    assert common is not None
    if one.rule in LASTING:
        assert one.valid == Interval(common.start, None, common.precision)
    elif one.rule in LIMITED:
        assert shared(common, one.valid) == one.valid
    else:
        assert one.valid == common


def intersection(premises: Iterable[Statement]) -> Interval | None:
    common: Interval | None = Interval()
    for premise in premises:
        common = None if common is None else shared(common, premise.valid)
    return common


@settings(max_examples=60, deadline=None)
@given(facts())
def test_no_result_is_superfluous_beside_another(pool: list[Fact]) -> None:
    found = list(afresh(pool).derived())
    for one in found:
        for other in found:
            if one is not other and said(one)[2:5] == said(other)[2:5]:
                stronger = RANK[one.weakest] >= RANK[other.weakest]
                cleaner = other.disputed or not one.disputed
                assert not (stronger and cleaner and covers(one.valid, other.valid))


def test_a_lost_premise_takes_its_consequences_along_and_gives_them_back() -> None:
    listing = fact("company:a", P.LISTED_ON, "list:x", "2020-01-01")
    link = fact("list:x", P.SUBGROUP_OF, "class:wide")
    ban = fact("restriction:1", P.RESTRICTED_PARTY, "class:wide")
    engine = Engine(rules.load())
    gained = engine.apply([listing, link, ban]).gained
    assert len(gained) == 3
    lost = engine.apply([], [listing.key])
    assert (lost.gained, len(lost.lost)) == ((), 3)
    again = engine.apply([listing])
    assert [one.key for one in again.gained] == [one.key for one in gained]


def test_a_second_source_keeps_a_result_alive() -> None:
    first = fact("company:a", P.LISTED_ON, "list:x", "2020-01-01")
    second = fact("company:a", P.LISTED_ON, "list:x", "2020-01-01", status=S.REPORTED)
    engine = Engine(rules.load())
    engine.apply([first])
    assert engine.apply([second]) == Change((), ())
    change = engine.apply([], [first.key])
    assert [one.weakest for one in change.lost] == [S.OFFICIAL]
    assert [one.weakest for one in change.gained] == [S.REPORTED]


def test_a_circle_of_groups_does_not_keep_itself_alive() -> None:
    circle = [
        fact("class:a", P.SUBGROUP_OF, "class:b"),
        fact("class:b", P.SUBGROUP_OF, "class:a"),
    ]
    member = fact("company:a", P.MEMBER_OF, "class:a")
    engine = Engine(rules.load())
    engine.apply([*circle, member])
    engine.apply([], [member.key])
    assert list(engine.derived()) == []


def test_keys_are_hashes_of_rule_triple_time_and_premises() -> None:
    listing = fact("company:a", P.LISTED_ON, "list:x", "2020-01-01")
    (one,) = afresh([listing]).derived()
    content = ("rule:listing", "company:a", "memberOf", "list:x", "2020-01-01", "", listing.key)
    assert one.key == ids.claim(*content)
