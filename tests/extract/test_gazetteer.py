"""Known names in a text."""

import pytest

from ingest.extract.gazetteer import Gazetteer, default
from ingest.extract.lexicon import Name

NAMES = Gazetteer(
    [
        Name("Foo", "Company", "foo"),
        Name("Foo Chip Works", "Company", "works"),
        Name("Bar Agency", "Agency", "bar"),
        Name("BAX", "Agency", "bax"),
        Name("Baker's Rule", "Instrument", "rule"),
    ]
)


def found(text: str) -> list[str]:
    return [text[start:end] for start, end, _ in NAMES.find(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Foo Chip Works beat Foo.", ["Foo Chip Works", "Foo"]),
        ("Foobar and afoo are none.", []),
        ("Foo's Foo-made Foo\u2019s", ["Foo", "Foo", "Foo"]),
        ("the Bar\nAgency met", ["Bar\nAgency"]),
        ("the Bar\n\nAgency met", []),
        ("BAR AGENCY rules", ["BAR AGENCY"]),
        ("a bar agency, a bax, a Bax", []),
        ("the Baker\u2019s Rule", ["Baker\u2019s Rule"]),
        ("@Foo and foo@Foo.com", []),
    ],
)
def test_longest_whole_words_in_their_case(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "type_", "ref"),
    [
        ("the Entity List", "Instrument", "list:us-entity-list"),
        ("NVIDIA", "Company", "company:nvidia"),
        ("the People\u2019s Republic of China", "Jurisdiction", "jurisdiction:cn"),
        ("the U.S.", "Jurisdiction", "jurisdiction:us"),
    ],
)
def test_reference_ids(text: str, type_: str, ref: str) -> None:
    ((_, _, name),) = default().find(text)
    assert (name.type, name.ref) == (type_, ref)
