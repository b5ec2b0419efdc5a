"""Data as the program exports it keeps the shapes, and each way to break one is told."""

from functools import cache

import pyshacl
import pytest
from rdflib import RDF, RDFS, SH, Graph

from ontology.model import SCHEMA, SHAPES

PREFIXES = """
@prefix aipo: <https://w3id.org/aipo/ns#> .
@prefix c: <https://w3id.org/aipo/c/> .
@prefix id: <https://w3id.org/aipo/id/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
SHA = "a" * 64
BEARER = "aipo:bearer id:clouds ;"
CUT_OFF = "aipo:restrictedParty id:linked ;"
GOOD = f"""{PREFIXES}
id:us a aipo:Jurisdiction ; aipo:id "jurisdiction:us" ; aipo:name "United States" ;
    aipo:isoCode "US" ; aipo:wikidataId "Q30" .
id:clouds a aipo:PartyClass ; aipo:id "class:1" ; aipo:name "cloud providers" ;
    aipo:criterion "cloud providers" .
id:linked a aipo:PartyClass ; aipo:id "class:2" ; aipo:name "linked entities" ;
    aipo:criterion "entities linked to the military" .
id:cloud a aipo:AssetClass ; aipo:id "asset:1" ; aipo:name "cloud access" .
id:n1 a aipo:Restriction ; aipo:id "restriction:1" ; aipo:name "Cloud access prohibition" ;
    aipo:modality c:prohibition ; aipo:restrictionType c:cloud_access ;
    aipo:legalStatus c:proposed ; aipo:imposedBy id:us ;
    {BEARER} {CUT_OFF} aipo:regulatedAsset id:cloud .
id:doc a aipo:Document ; aipo:id "document:1" ; aipo:title "A report" ; aipo:sha256 "{SHA}" ;
    aipo:publishedOn "2026-01-05"^^xsd:date .
id:p1 a aipo:Passage ; aipo:id "document:1#char=0,9" ; aipo:inDocument id:doc ;
    aipo:exact "The rules" ; aipo:start 0 ; aipo:end 9 .
id:run a aipo:Run ; aipo:id "run:1" .
id:k1 a aipo:Claim ; aipo:key "claim:1" ; aipo:claimSubject id:n1 ;
    aipo:claimPredicate aipo:restrictedParty ; aipo:claimObject id:linked ;
    aipo:assertionStatus c:reported ; aipo:confidence 0.9 ; aipo:evidence id:p1 ;
    aipo:validFrom "2026-01-01"^^xsd:date ; aipo:validTo "2027-01-01"^^xsd:date ;
    aipo:datePrecision c:year ; aipo:generatedBy id:run .
id:k2 a aipo:Claim ; aipo:key "claim:2" ; aipo:claimSubject id:us ;
    aipo:claimPredicate aipo:disputes ; aipo:disputes id:k1 ; aipo:claimedBy id:us ;
    aipo:assertionStatus c:denied ; aipo:evidence id:p1 ; aipo:generatedBy id:run .
"""

FAULTS = [
    ('aipo:name "United States"', "", "An entity has one name."),
    ('aipo:id "asset:1"', 'aipo:id "cloud access"', "An entity has one id"),
    ('aipo:isoCode "US"', 'aipo:isoCode "usa"', "that of ISO 3166"),
    ('aipo:wikidataId "Q30"', 'aipo:wikidataId "30"', "Wikidata id is Q and digits"),
    ("c:prohibition", "c:permission", "A restriction prohibits or obliges."),
    ("aipo:modality c:prohibition ;", "", "A restriction prohibits or obliges."),
    ("c:cloud_access", "c:cloud_acess", "has one restriction type"),
    ("c:cloud_access ;", "c:cloud_access , c:talent ;", "has one restriction type"),
    ("c:proposed", "c:planned", "A legal status is one of the vocabulary."),
    ("aipo:imposedBy id:us", "aipo:imposedBy id:cloud", "Only a party imposes."),
    ("aipo:regulatedAsset id:cloud", "aipo:regulatedAsset id:us", "Only an asset is regulated."),
    ('aipo:title "A report" ;', "", "A document has one title."),
    (SHA, "abc", "A document has one SHA-256 hash."),
    ('aipo:exact "The rules"', 'aipo:exact ""', "A passage quotes its text."),
    ("aipo:end 9", "aipo:end 0", "A passage starts before it ends."),
    ("aipo:start 0", "aipo:start -1", "A passage starts before it ends."),
    ("aipo:inDocument id:doc", "aipo:inDocument id:us", "A passage lies in one document."),
    ("aipo:assertionStatus c:reported ;", "", "A claim has one assertion status."),
    ("c:reported", "c:guessed", "A claim has one assertion status."),
    ("aipo:confidence 0.9", "aipo:confidence 1.5", "Confidence lies between 0 and 1."),
    ("2027-01-01", "2025-01-01", "Validity begins on one date, before it ends."),
    ("c:year", "c:century", "to the day, month or year"),
    ("aipo:claimPredicate aipo:restrictedParty ;", "", "A claim has one predicate."),
    ("aipo:claimObject id:linked ;", "", "A claim states an object, a value or a dispute"),
    (
        "aipo:claimObject id:linked ;",
        'aipo:claimObject id:linked ; aipo:claimValue "x" ;',
        "A claim states an object, a value or a dispute",
    ),
    ("aipo:confidence 0.9 ; aipo:evidence id:p1 ;", "", "shows its evidence"),
    ("c:denied", "c:reported", "has the status denied"),
]
DOUBTS = [
    (f"{BEARER} {CUT_OFF}", "", SH.Warning, "Nobody bears"),
    ("aipo:imposedBy id:us ;", "", SH.Warning, "Nobody is known to impose"),
    ("aipo:datePrecision c:year ; aipo:generatedBy id:run", "", SH.Warning, "No run is known"),
    ("c:reported", "c:alleged", SH.Info, "without a named accuser"),
]


def test_good_data_conforms() -> None:
    assert _results(GOOD) == []


@pytest.mark.parametrize(("old", "new", "message"), FAULTS)
def test_a_fault_is_a_violation(old: str, new: str, message: str) -> None:
    found = _results(_changed(old, new))
    assert any(severity == SH.Violation and message in text for severity, text in found), found


@pytest.mark.parametrize(("old", "new", "severity", "message"), DOUBTS)
def test_a_doubt_is_no_violation(old: str, new: str, severity: str, message: str) -> None:
    found = _results(_changed(old, new))
    assert [s for s, text in found if message in text] == [severity]
    assert SH.Violation not in {s for s, _ in found}


def _changed(old: str, new: str) -> str:
    assert old in GOOD
    return GOOD.replace(old, new, 1)


def _results(turtle: str) -> list[tuple[object, str]]:
    """Severity and message of every result, for data that carries all labels of its nodes."""
    data = Graph().parse(data=turtle, format="turtle")
    for node, cls in list(data.subject_objects(RDF.type)):
        for above in _hierarchy().transitive_objects(cls, RDFS.subClassOf):
            if above is not None:
                data.add((node, RDF.type, above))
    _, report, _ = pyshacl.validate(data, shacl_graph=_shapes(), inference="none")
    return sorted(
        (report.value(result, SH.resultSeverity), str(report.value(result, SH.resultMessage)))
        for result in report.subjects(RDF.type, SH.ValidationResult)
    )


@cache
def _hierarchy() -> Graph:
    return Graph().parse(SCHEMA)


@cache
def _shapes() -> Graph:
    return Graph().parse(SHAPES)
