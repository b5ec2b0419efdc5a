"""The Python types and the Turtle say the same, and a group matches what is under it."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ontology.model import SHAPES, load
from ontology.vocabulary import (
    SCHEMES,
    EntityKind,
    LegalStatus,
    Predicate,
    RestrictionType,
    narrower,
)

VALUES = [value for scheme in SCHEMES.values() for value in scheme]


def test_each_closed_scheme_is_an_enum_and_each_enum_a_closed_scheme() -> None:
    closed = {scheme.name for scheme in load().schemes.values() if scheme.closed}
    assert closed == set(SCHEMES)


@pytest.mark.parametrize("name", SCHEMES)
def test_enum_and_scheme_have_the_same_codes_in_the_same_order(name: str) -> None:
    codes = [concept.notation for concept in load().scheme(name).concepts]
    assert codes == [member.value for member in SCHEMES[name]]


@pytest.mark.parametrize("value", VALUES)
def test_enum_names_are_the_codes_in_capitals(value: RestrictionType) -> None:
    assert value.name == value.value.upper()


def test_entity_kinds_are_the_concrete_entity_classes() -> None:
    ontology = load()
    concrete = {
        name: ontology.classes[name].id_prefix
        for name in ontology.subclasses("Entity")
        if not ontology.classes[name].abstract
    }
    assert concrete == {kind.value: kind.prefix for kind in EntityKind}


def test_predicates_are_the_claimable_properties_in_their_order() -> None:
    claimable = {p.name: p.edge for p in load().properties.values() if p.claimable}
    assert claimable == {predicate.value: predicate.edge for predicate in Predicate}


def test_predicates_have_a_name_in_the_exchange_format() -> None:
    assert Predicate.DEVELOPED_BY.relation == "developed_by"


def test_an_id_names_its_kind() -> None:
    assert EntityKind.of("list:us-entity-list") is EntityKind.DESIGNATION_LIST
    with pytest.raises(ValueError, match="'firm:x'"):
        EntityKind.of("firm:x")


def test_a_group_matches_its_types() -> None:
    assert narrower(RestrictionType.ACCESS) == {
        RestrictionType.ACCESS,
        RestrictionType.CLOUD_ACCESS,
        RestrictionType.MODEL_ACCESS,
        RestrictionType.DATA_TRANSFER,
        RestrictionType.TALENT,
    }
    assert narrower(LegalStatus.SUSPENDED) == {LegalStatus.SUSPENDED, LegalStatus.ENJOINED}


def test_every_type_but_other_is_in_a_group() -> None:
    alone = {
        concept.notation
        for concept in load().scheme("RestrictionType").concepts
        if concept.broader is None and len(concept.narrower) == 1
    }
    assert alone == {"other"}


@given(st.sampled_from(VALUES), st.data())
def test_narrower_is_a_closure(value: RestrictionType, data: st.DataObject) -> None:
    below = narrower(value)
    assert value in below
    one = data.draw(st.sampled_from(sorted(below)))
    assert narrower(one) <= below
    assert one == value or value not in narrower(one)


@given(st.sampled_from(VALUES))
def test_narrower_follows_broader(value: RestrictionType) -> None:
    scheme = load().scheme(type(value).__name__)
    broader = scheme.concept(value.value).broader
    if broader is not None:
        assert value in narrower(type(value)(broader))


@pytest.mark.parametrize("name", ["RestrictionType", "LegalStatus", "AssertionStatus"])
def test_the_shapes_list_the_whole_scheme(name: str) -> None:
    text = " ".join(SHAPES.read_text(encoding="utf-8").split())
    listed = " ".join(f"c:{concept.notation}" for concept in load().scheme(name).concepts)
    assert f"sh:in ( {listed} )" in text


def test_the_names_cost_no_rdflib() -> None:
    code = (
        "import sys, ontology.vocabulary, ontology.model, ontology.derive, ontology.reference; "
        "sys.exit('rdflib' in sys.modules or 'rigour' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
