"""The hand-made annotations are well formed and cover what the demonstration needs."""

from collections import Counter
from itertools import pairwise

import pytest

from ontology.vocabulary import AssertionStatus, DeonticModality, LegalStatus, RestrictionType
from tests.samples.annotations import GOLD, ROLES, SAMPLES, Annotated, annotated, everything

ALL = everything()
SHIPPED = annotated(SAMPLES, GOLD)
ENTITY_TYPES = {"Company", "AIModel", "Agency", "Jurisdiction", "Instrument"}
AT_LEAST = {
    "chip_export": 5,
    "cloud_access": 8,
    "distillation": 2,
    "due_diligence": 4,
    "entity_listing": 6,
    "equipment_export": 4,
    "investment": 6,
    "ip_protection": 3,
    "market_access": 1,
    "model_access": 4,
    "model_weights": 1,
    "procurement": 2,
    "prohibited_practice": 1,
    "reporting": 8,
    "risk_management": 3,
    "tariff": 1,
    "transparency": 6,
}
"""Restrictions of each type that the shipped samples hold."""


@pytest.fixture(params=ALL, ids=lambda doc: str(doc.name))
def doc(request: pytest.FixtureRequest) -> Annotated:
    found: Annotated = request.param
    return found


def test_every_gold_file_belongs_to_a_sample() -> None:
    assert {path.stem for path in GOLD.glob("*.json")} == {doc.name for doc in SHIPPED}


def test_a_mention_is_the_entity_under_its_name_or_an_alias(doc: Annotated) -> None:
    for entity in doc.entities:
        assert entity["type"] in ENTITY_TYPES
        found = {doc.quote(span) for span in entity["mentions"]}
        assert found == {entity["name"], *entity["aliases"]}


def test_mentions_do_not_overlap(doc: Annotated) -> None:
    spans = sorted(span for entity in doc.entities for span in entity["mentions"])
    assert all(a[1] <= b[0] for a, b in pairwise(spans))


def test_evidence_is_one_sentence_or_item_of_the_text(doc: Annotated) -> None:
    for claim in [*doc.restrictions, *doc.relations]:
        quote = doc.quote(claim["evidence"])
        assert quote == quote.strip()
        assert len(quote) == claim["evidence"][1] - claim["evidence"][0] > 0
        assert "\n" not in quote


def test_a_party_is_a_known_entity_or_words_of_the_text(doc: Annotated) -> None:
    parties = [p for r in doc.restrictions for role in ROLES for p in r[role]]
    for party in parties:
        if "entity" in party:
            assert party["entity"] in doc.names()
        else:
            assert doc.quote(party["span"]) == party["text"]


def test_values_come_from_the_closed_vocabularies(doc: Annotated) -> None:
    for restriction in doc.restrictions:
        RestrictionType(restriction["type"])
        DeonticModality(restriction["modality"])
        LegalStatus(restriction["status"])
    for relation in doc.relations:
        AssertionStatus(relation["status"])
        assert {relation["subject"], relation["object"]} <= doc.names().keys()


def test_the_samples_hold_enough_restrictions_of_each_type() -> None:
    found = Counter(r["type"] for doc in SHIPPED for r in doc.restrictions)
    assert {kind: n for kind, n in AT_LEAST.items() if found[kind] < n} == {}


def test_cloud_access_meets_many_parties_proposed_and_in_force() -> None:
    rules = [(doc, r) for doc in SHIPPED for r in doc.restrictions if r["type"] == "cloud_access"]
    facing = {
        doc.names()[p["entity"]] if "entity" in p else p["text"]
        for doc, rule in rules
        for p in rule["restricted"]
    }
    assert len(facing) >= 8
    assert {rule["status"] for _, rule in rules} == {"proposed", "in_force"}
    assert len({doc.name for doc, _ in rules}) >= 5


def test_the_distillation_story_is_told_as_allegation() -> None:
    story = next(doc for doc in SHIPPED if doc.name == "distillation-dispute")
    names = story.names()
    alleged = {
        (names[r["subject"]], names[r["object"]])
        for r in story.relations
        if (r["type"], r["status"]) == ("distilled_from", "alleged")
    }
    assert alleged == {("ByteDance", "GPT-4"), ("Baidu", "GPT-4")}


def test_one_sample_holds_no_restriction() -> None:
    assert [doc.name for doc in SHIPPED if not doc.restrictions] == ["protein-lecture"]
