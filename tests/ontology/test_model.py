"""The Turtle is read whole and in order, and what contradicts itself is refused by name."""

from pathlib import Path

import pytest

from ontology.model import CONCEPTS, SCHEMA, Class, OntologyError, Property, Scheme, load
from ontology.turtle import read


def test_classes_know_their_ancestors_nearest_first() -> None:
    classes = load().classes
    assert classes["Company"].ancestors == ("Organization", "Agent", "Party", "Entity")
    assert classes["DesignationList"].ancestors == ("Instrument", "PartyClass", "Party", "Entity")
    assert classes["Claim"].ancestors == ()


def test_terms_keep_the_order_of_the_files() -> None:
    ontology = load()
    assert list(ontology.classes)[:3] == ["Entity", "Party", "Agent"]
    assert list(ontology.properties)[:3] == ["imposedBy", "bearer", "restrictedParty"]
    types = ontology.scheme("RestrictionType").concepts
    assert [concept.notation for concept in types[:3]] == [
        "export",
        "chip_export",
        "equipment_export",
    ]


def test_properties_have_their_ends() -> None:
    properties = load().properties
    developed = properties["developedBy"]
    assert (developed.kind, developed.edge) == ("object", "DEVELOPED_BY")
    assert (developed.domain, developed.range) == (("AIModel",), ("Company", "Agency"))
    assert developed.inverse == "develops"
    assert properties["partOf"].transitive
    assert properties["modality"].kind == "concept"
    assert properties["modality"].scheme == "DeonticModality"
    assert properties["validFrom"].range == ("date",)
    assert properties["alias"].stored_as == "aliases"


def test_concepts_hold_their_narrower_ones_and_what_may_follow() -> None:
    status = load().scheme("LegalStatus")
    assert status.concept("ended").narrower == (
        "ended",
        "vacated",
        "repealed",
        "expired",
        "withdrawn",
    )
    assert "in_force" in status.concept("adopted").may_become
    assert status.concept("withdrawn").may_become == ()


def test_every_term_has_words_for_its_readers() -> None:
    ontology = load()
    terms: tuple[Class | Property | Scheme, ...] = (
        *ontology.classes.values(),
        *ontology.properties.values(),
        *ontology.schemes.values(),
    )
    texts = [text for term in terms for text in (term.label, term.comment)]
    texts += [c.definition for scheme in ontology.schemes.values() for c in scheme.concepts]
    assert all(text.strip() for text in texts)


def test_an_unknown_scheme_or_concept_is_named() -> None:
    with pytest.raises(OntologyError, match="no scheme Colour"):
        load().scheme("Colour")
    with pytest.raises(OntologyError, match="DatePrecision has no concept 'century'"):
        load().scheme("DatePrecision").concept("century")


SCHEMA_FAULTS = [
    ("rdfs:subClassOf aipo:Agent ;", "rdfs:subClassOf aipo:Actor ;", "Organization: .*Actor"),
    ("rdfs:range aipo:Asset ;", "rdfs:range aipo:Goods ;", "regulatedAsset: .*Goods"),
    ("rdfs:domain aipo:AIModel ;", "", "developedBy: has no domain"),
    ("aipo:codesFrom aipo:DeonticModality ;", "", "modality: needs both"),
    ("aipo:codesFrom aipo:DeonticModality", "aipo:codesFrom aipo:Mood", "modality: .*Mood"),
    ("aipo:keyOf aipo:Claim ;", "aipo:keyOf aipo:Clam ;", "key: keyOf names Clam"),
    ('rdfs:label "Company"@en ;', "", "Company: has no label"),
    (
        'rdfs:label "Company"@en ;',
        'rdfs:label "Company"@en , "Firm"@en ;',
        "Company: has 2 values of label",
    ),
    (
        "aipo:Entity a owl:Class ;",
        "aipo:Entity a owl:Class ; rdfs:subClassOf aipo:Agent ;",
        "is its own ancestor",
    ),
    (
        "owl:inverseOf aipo:develops ;",
        "owl:inverseOf aipo:issuedBy ;",
        "issuedBy: is an inverse",
    ),
    ("aipo:Entity a owl:Class ;", "aipo:Entity a ;", "cannot be read as Turtle"),
]
CONCEPT_FAULTS = [
    ('skos:notation "chip_export" ;', "", "chip_export: has no notation"),
    ('skos:notation "chip_export" ;', 'skos:notation "chips" ;', "chip_export: .*'chips'"),
    ("skos:broader c:ended ", "skos:broader c:over ", "broader over"),
    ("aipo:mayBecome c:in_consultation ", "aipo:mayBecome c:export ", "mayBecome export"),
    (
        'skos:notation "conduct" ;',
        'skos:notation "conduct" ; skos:broader c:distillation ;',
        "is broader than itself",
    ),
    (
        "skos:broader c:export ",
        "skos:broader c:export , c:duty ",
        "has 2 broader concepts",
    ),
    ("aipo:DatePrecision a skos:ConceptScheme ;", "aipo:DatePrecision", "day: is in no scheme"),
]


@pytest.mark.parametrize(("old", "new", "message"), SCHEMA_FAULTS)
def test_a_fault_in_the_schema_names_file_and_term(
    tmp_path: Path, old: str, new: str, message: str
) -> None:
    faulty = _changed(SCHEMA, tmp_path, old, new)
    with pytest.raises(OntologyError, match=f"aipo.ttl: .*{message}|aipo.ttl: {message}"):
        read(faulty, CONCEPTS)


@pytest.mark.parametrize(("old", "new", "message"), CONCEPT_FAULTS)
def test_a_fault_in_the_concepts_names_file_and_term(
    tmp_path: Path, old: str, new: str, message: str
) -> None:
    faulty = _changed(CONCEPTS, tmp_path, old, new)
    with pytest.raises(OntologyError, match=f"concepts.ttl: .*{message}|concepts.ttl: {message}"):
        read(SCHEMA, faulty)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(OntologyError, match=r"nothing\.ttl: cannot be read"):
        read(tmp_path / "nothing.ttl", CONCEPTS)


def _changed(source: Path, folder: Path, old: str, new: str) -> Path:
    text = source.read_text(encoding="utf-8")
    assert old in text
    target = folder / source.name
    target.write_text(text.replace(old, new, 1), encoding="utf-8")
    return target
