"""The rules are read whole from the Turtle, and a rule that could not be run is refused by name."""

from decimal import Decimal
from pathlib import Path

import pytest

from kg.inference import Engine
from ontology import rules
from ontology.model import OntologyError
from ontology.rules import RULES, Atom, Body, Greater, Kind, Operator, Rule
from ontology.vocabulary import Predicate

P = Predicate


def rule(name: str) -> Rule:
    return next(one for one in rules.load() if one.id == f"rule:{name}")


def test_a_rule_has_a_head_and_a_body() -> None:
    found = rule("territory")
    assert found.head == Atom(P.MEMBER_OF, "?territory", "?group")
    assert found.bodies == (
        Body(
            atoms=(
                Atom(P.PART_OF, "?territory", "?country"),
                Atom(P.MEMBER_OF, "?country", "?group"),
            ),
            kinds=(Kind("?territory", "Jurisdiction"), Kind("?group", "JurisdictionGroup")),
        ),
    )
    assert found.label == "Territory"


def test_comparisons_exclusions_and_constants_are_read() -> None:
    assert rule("compute-threshold").bodies[0].comparisons == (Greater("?amount", "?limit"),)
    assert rule("inherited-duty").unless == Atom(P.EXEMPT_FROM, "?party", "?norm")
    assert rule("repeal").lasting
    assert rule("repeal").head == Atom(P.LEGAL_STATUS, "?earlier", "repealed")


def test_the_affiliates_rule_has_its_law_lists_and_threshold() -> None:
    found = rule("bis-affiliates")
    assert found.operator is Operator.JOINT_HOLDING
    assert found.authorised_by == "instrument:us-affiliates-rule"
    assert found.applies_to == ("list:us-entity-list", "list:us-meu-list", "list:us-sdn")
    assert found.percentage == Decimal(50)
    assert [body.atoms[1].predicate for body in found.bodies] == [P.MEMBER_OF, P.AFFILIATE_OF]


def test_what_rules_name_is_known_beforehand() -> None:
    from ontology.reference import load

    known = load().by_id
    for one in rules.load():
        assert set(one.applies_to) <= known.keys()
        assert one.authorised_by is None or one.authorised_by in known


def test_each_rule_has_words_for_its_readers_and_an_id_of_its_own() -> None:
    found = rules.load()
    assert len({one.id for one in found}) == len(found)
    assert all(one.label and one.comment for one in found)


FAULTS = [
    ('aipo:head "memberOf(?party, ?list)"', 'aipo:head "member(?party, ?list)"', "'member'"),
    ('aipo:head "memberOf(?party, ?list)"', 'aipo:head "memberOf(?party, ?x)"', r"\?x is in no"),
    ('aipo:head "memberOf(?party, ?list)" ;', "", "has no head"),
    ("listedOn(?party, ?list), PartyClass", "listedOn(?party ?list), PartyClass", "cannot be read"),
    ("PartyClass(?list)", "Club(?list)", "no class Club"),
    ('"exemptFrom(?party, ?norm)"', '"exemptFrom(?group, ?norm)"', "not in the head"),
    ("legalStatus(?later, in_force)", "legalStatus(?later, forceful)", "'forceful'"),
    ("aipo:percentage 50.0 ;", "", "needs a percentage"),
    ("aipo:operator aipo:jointHolding", "aipo:operator aipo:guess", "'guess'"),
    ("rule:listing a aipo:InferenceRule ;", "rule:listing a ;", "cannot be read as Turtle"),
]


@pytest.mark.parametrize(("old", "new", "message"), FAULTS)
def test_a_fault_names_the_file_and_the_rule(
    tmp_path: Path, old: str, new: str, message: str
) -> None:
    text = RULES.read_text(encoding="utf-8")
    assert old in text
    faulty = tmp_path / "rules.ttl"
    faulty.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(OntologyError, match=rf"^rules\.ttl: (rule:\S+: )?.*{message}"):
        rules.read(faulty)


def test_an_exclusion_that_depends_on_itself_is_refused() -> None:
    head = Atom(P.EXEMPT_FROM, "?x", "?n")
    circular = Rule(
        "rule:circular",
        "Circular",
        "Whoever bears a norm is exempt from it.",
        head,
        (Body((Atom(P.BEARER, "?n", "?x"),)),),
    )
    with pytest.raises(OntologyError, match="depends on what it is excluded from"):
        Engine([*rules.load(), circular])
