"""Inferred claims and holdings keep the shapes, and each way to break one is told."""

import pyshacl
import pytest
from rdflib import Graph

from ontology.model import SHAPES

SHA = "a" * 64
GOOD = f"""
@prefix aipo: <https://w3id.org/aipo/ns#> .
@prefix c: <https://w3id.org/aipo/c/> .
@prefix id: <https://w3id.org/aipo/id/> .
id:owner a aipo:Company, aipo:Party, aipo:Entity ; aipo:id "company:1" ; aipo:name "Owner" .
id:firm a aipo:Company, aipo:Party, aipo:Entity ; aipo:id "company:2" ; aipo:name "Firm" .
id:list a aipo:DesignationList, aipo:Party, aipo:Entity ; aipo:id "list:1" ; aipo:name "List" .
id:doc a aipo:Document ; aipo:title "Register" ; aipo:sha256 "{SHA}" .
id:p a aipo:Passage ; aipo:inDocument id:doc ; aipo:exact "60%" ; aipo:start 0 ; aipo:end 3 .
id:run a aipo:Run .
id:k1 a aipo:Claim ; aipo:key "claim:1" ; aipo:claimSubject id:owner ;
    aipo:claimPredicate aipo:owns ; aipo:claimObject id:firm ; aipo:claimValue "60" ;
    aipo:assertionStatus c:official ; aipo:evidence id:p ; aipo:generatedBy id:run .
id:k2 a aipo:Claim ; aipo:key "claim:2" ; aipo:claimSubject id:firm ;
    aipo:claimPredicate aipo:affiliateOf ; aipo:claimObject id:list ;
    aipo:assertionStatus c:inferred ; aipo:derivedUsing id:rule ; aipo:premise id:k1 ;
    aipo:weakestPremise c:official ; aipo:generatedBy id:run .
"""

FAULTS = [
    ('aipo:claimValue "60"', 'aipo:claimValue "160"', "only a holding has an object and a perc"),
    ("aipo:claimPredicate aipo:owns", "aipo:claimPredicate aipo:supplies", "only a holding"),
    ("aipo:derivedUsing id:rule ;", "", "or the rule that it follows by"),
    ("aipo:premise id:k1 ;", "", "has premises"),
    ("aipo:premise id:k1 ;", "aipo:premise id:doc ;", "which are claims"),
    ("aipo:weakestPremise c:official ;", "", "its weakest premise"),
    ("c:inferred", "c:reported", "has the status inferred"),
]


def messages(data: str) -> str:
    graph = Graph().parse(data=data, format="turtle")
    shapes = Graph().parse(SHAPES)
    _, _, text = pyshacl.validate(graph, shacl_graph=shapes, inference="none")
    return str(text)


def test_an_inferred_claim_with_rule_and_premises_keeps_the_shapes() -> None:
    assert "Conforms: True" in messages(GOOD)


@pytest.mark.parametrize(("old", "new", "message"), FAULTS)
def test_each_fault_is_told(old: str, new: str, message: str) -> None:
    assert old in GOOD
    assert message in messages(GOOD.replace(old, new, 1))
