"""On random graphs the engine and a second implementation in SPARQL say the same."""

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.inference import USUAL_PREMISES, Fact, Recorded, history
from ontology import rules
from ontology.vocabulary import Predicate
from tests.inference.cases import P, holds
from tests.inference.random_facts import DAYS, MOMENTS, recorded
from tests.inference.reference import Reference, Triple

ELSEWHERE = (P.OWNS, P.DISPUTES, P.LEGAL_STATUS)
"""Not compared as they are claimed: only for what follows from them."""


def known(one: Recorded[Fact], moment: str) -> bool:
    return one.since <= moment and (one.until is None or one.until > moment)


def claimed(facts: list[Recorded[Fact]], day: str, moment: str) -> set[Triple]:
    return {
        (one.statement.subject, one.statement.predicate.value, one.statement.target)
        for one in facts
        if one.statement.predicate not in ELSEWHERE
        and one.statement.status in USUAL_PREMISES
        and known(one, moment)
        and holds(one.statement, day)
    }


@settings(max_examples=120, deadline=None)
@given(recorded(), st.data())
def test_the_engine_and_sparql_agree(facts: list[Recorded[Fact]], data: st.DataObject) -> None:
    results = history(rules.load(), facts)
    reference = Reference(facts)
    for _ in range(2):
        day, moment = data.draw(st.sampled_from(DAYS)), data.draw(st.sampled_from(MOMENTS))
        found = claimed(facts, day, moment) | {
            (one.statement.subject, one.statement.predicate.value, one.statement.target)
            for one in results
            if one.since <= moment
            and (one.until is None or one.until > moment)
            and holds(one.statement, day)
        }
        expected = reference.holding(day, moment)
        assert without_statuses(found) == without_statuses(expected)
        assert statuses(found) <= statuses(expected)
        assert statuses(expected) - statuses(found) <= repealed_by_claim(facts, moment)


def without_statuses(triples: set[Triple]) -> set[Triple]:
    return {triple for triple in triples if triple[1] != Predicate.LEGAL_STATUS}


def statuses(triples: set[Triple]) -> set[str]:
    return {s for s, p, o in triples if p == Predicate.LEGAL_STATUS and o == "repealed"}


def repealed_by_claim(facts: list[Recorded[Fact]], moment: str) -> set[str]:
    return {
        one.statement.subject
        for one in facts
        if one.statement.target == "repealed" and known(one, moment)
    }
