"""Noun phrases as named or described parties."""

from spacy.tokens import Doc, Token

from ingest.extract.parties import Cast, is_party, parties
from tests.extract.told import Names, read, who

NAMES: Names = {"Jurisdiction": ["China"], "Company": ["Huawei", "SMIC"]}


def _word(doc: Doc, text: str) -> Token:
    return next(t for t in doc if t.text == text)


def test_a_name_is_a_party_with_those_joined_to_it() -> None:
    doc = read("The rule hits Huawei and SMIC.", NAMES)
    found = parties(_word(doc, "Huawei"), Cast(doc), (0, len(doc.text)))
    assert who(found) == ["Huawei", "SMIC"]


def test_a_described_group_keeps_its_modifiers_and_its_examples() -> None:
    doc = read("It cuts off countries like China.", NAMES)
    found = parties(_word(doc, "countries"), Cast(doc), (0, len(doc.text)))
    assert who(found) == ["countries like China", "China"]
    assert found[0].span == (12, 32)


def test_things_are_no_parties() -> None:
    doc = read("Providers must label images.", {})
    cast = Cast(doc)
    assert is_party(_word(doc, "Providers"), cast)
    assert not is_party(_word(doc, "images"), cast)


def test_an_adjective_finds_its_country_only_where_the_text_names_it() -> None:
    named = Cast(read("Chinese labs grow in China.", NAMES))
    unnamed = Cast(read("Chinese labs grow.", {}))
    home = named.country("Chinese")
    assert home is not None
    assert home.id == "China"
    assert unnamed.country("Chinese") is None
