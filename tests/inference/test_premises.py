"""What may be a premise: neither what is alleged nor what is denied, unless asked for."""

import pytest

from kg.inference import USUAL_PREMISES, Engine
from ontology import rules
from tests.inference.cases import ENTITY_LIST, P, S, derived, engine, fact, keys, pairs

NORM = "restriction:chips"
A, B = "company:a", "company:b"
BAN = fact(NORM, P.RESTRICTED_PARTY, ENTITY_LIST)
LISTED = fact(A, P.LISTED_ON, ENTITY_LIST, "2020-06-01")


@pytest.mark.parametrize("status", [S.ALLEGED, S.DENIED, S.INFERRED])
def test_what_is_alleged_denied_or_inferred_is_no_premise(status: S) -> None:
    found = engine(fact(A, P.LISTED_ON, ENTITY_LIST, status=status), BAN)
    assert pairs(found, P.RESTRICTED_PARTY) == set()


def test_an_allegation_is_a_premise_on_request_and_the_weakest_one() -> None:
    found = Engine(rules.load(), admitted={*USUAL_PREMISES, S.ALLEGED})
    found.apply(
        [
            fact(A, P.LISTED_ON, ENTITY_LIST, status=S.ALLEGED),
            fact(B, P.LISTED_ON, ENTITY_LIST),
            BAN,
        ]
    )
    weakest = {one.target: one.weakest for one in derived(found, P.RESTRICTED_PARTY)}
    assert weakest == {A: S.ALLEGED, B: S.OFFICIAL}


def test_a_denial_marks_all_that_rests_on_what_it_denies() -> None:
    denial = fact(A, P.DISPUTES, LISTED.key, status=S.DENIED)
    found = engine(LISTED, BAN)
    change = found.apply([denial])
    assert [(one.predicate, one.disputed) for one in change.gained if one.target == A] == [
        (P.RESTRICTED_PARTY, True)
    ]
    assert keys(change.gained) == keys(change.lost)
    withdrawn = found.apply([], [denial.key])
    assert all(not one.disputed for one in withdrawn.gained)


def test_disputed_premises_can_be_left_out() -> None:
    found = Engine(rules.load(), disputed=False)
    found.apply([LISTED, BAN, fact(A, P.DISPUTES, LISTED.key, status=S.DENIED)])
    assert pairs(found, P.RESTRICTED_PARTY) == set()
