"""What is derived for stores, exchange and docs is fixed: a change here is a change of format."""

import json
from pathlib import Path

import pytest
from rdflib import RDF, Graph, URIRef

from ontology import derive, reference_page
from ontology.derive import Index, TextIndex
from ontology.model import ALIGNMENTS, CODES, INDIVIDUALS, TERMS, OntologyError, load
from ontology.vocabulary import EntityKind

ROOT = Path(__file__).parents[2]


def test_labels_are_the_class_and_its_ancestors() -> None:
    assert {kind: derive.labels(kind) for kind in EntityKind} == {
        "Company": ("Company", "Organization", "Agent", "Party", "Entity"),
        "Agency": ("Agency", "Organization", "Agent", "Party", "Entity"),
        "Jurisdiction": ("Jurisdiction", "Party", "Entity"),
        "PartyClass": ("PartyClass", "Party", "Entity"),
        "JurisdictionGroup": ("JurisdictionGroup", "PartyClass", "Party", "Entity"),
        "DesignationList": ("DesignationList", "Instrument", "PartyClass", "Party", "Entity"),
        "AIModel": ("AIModel", "Asset", "Entity"),
        "AssetClass": ("AssetClass", "Asset", "Entity"),
        "Instrument": ("Instrument", "Entity"),
        "Restriction": ("Restriction", "Norm", "Entity"),
    }


def test_labels_of_an_unknown_class_are_refused() -> None:
    with pytest.raises(OntologyError, match="no class Firm"):
        derive.labels("Firm")


def test_kinds_of_a_label_are_those_that_carry_it() -> None:
    assert derive.kinds_of("Instrument") == (EntityKind.DESIGNATION_LIST, EntityKind.INSTRUMENT)
    assert derive.kinds_of("Entity") == tuple(EntityKind)
    assert derive.kinds_of("Claim") == ()


def test_edges() -> None:
    edges = derive.edges()
    assert edges["restrictedParty"] == "RESTRICTED_PARTY"
    assert edges["inDocument"] == "IN_DOCUMENT"
    assert "modality" not in edges
    assert len(set(edges.values())) == len(edges)


def test_indexes() -> None:
    assert derive.indexes() == (
        Index("Claim", "key", unique=True),
        Index("Document", "id", unique=True),
        Index("Entity", "id", unique=True),
        Index("Passage", "id", unique=True),
        Index("Run", "id", unique=True),
        Index("Claim", "triple"),
        Index("Document", "sort"),
        Index("Document", "source"),
        Index("Entity", "sort"),
        Index("Restriction", "type"),
    )
    assert derive.text_indexes() == (TextIndex("Entity", "search", ("name", "aliases")),)


def test_enums_hold_the_closed_schemes_only() -> None:
    enums = derive.enums()
    assert enums["DatePrecision"] == ("day", "month", "year")
    assert "InstrumentType" not in enums


# The parser of rdflib 7 uses a class that rdflib 7 deprecates.
@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")
def test_the_context_reads_plain_json_as_terms_concepts_and_individuals() -> None:
    context = derive.jsonld_context()
    data = {
        "@context": context,
        "id": "restriction:1",
        "type": ["Restriction", "Norm"],
        "modality": "prohibition",
        "imposedBy": "agency:us-bis",
        "name": "Chips",
    }
    graph = Graph().parse(data=json.dumps(data), format="json-ld")
    norm = URIRef(f"{INDIVIDUALS}restriction/1")
    assert (norm, RDF.type, URIRef(f"{TERMS}Norm")) in graph
    assert (norm, URIRef(f"{TERMS}modality"), URIRef(f"{CODES}prohibition")) in graph
    assert (norm, URIRef(f"{TERMS}imposedBy"), URIRef(f"{INDIVIDUALS}agency/us-bis")) in graph


def test_the_context_has_every_class_and_property() -> None:
    ontology = load()
    # `id` is the JSON-LD keyword: the IRI says the same.
    terms = {*ontology.classes, *ontology.properties} - {"id"}
    assert terms <= derive.jsonld_context().keys()


def test_the_context_is_the_same_every_time() -> None:
    assert json.dumps(derive.jsonld_context()) == json.dumps(derive.jsonld_context())


def test_alignments_speak_only_of_terms_that_exist() -> None:
    ontology = load()
    known = {URIRef(f"{TERMS}{name}") for name in (*ontology.classes, *ontology.properties)}
    known |= {
        URIRef(f"{CODES}{concept.notation}")
        for scheme in ontology.schemes.values()
        for concept in scheme.concepts
    }
    subjects = set(Graph().parse(ALIGNMENTS).subjects())
    ours = {s for s in subjects if str(s).startswith((TERMS, CODES))}
    assert ours
    assert ours <= known


def test_the_reference_page_is_up_to_date() -> None:
    """If this fails: python -m ontology.derive docs > docs/ontology.md"""
    assert (ROOT / "docs" / "ontology.md").read_text(encoding="utf-8") == reference_page.page()
