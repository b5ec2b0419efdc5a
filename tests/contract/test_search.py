"""Search: words of names, in any language, with any characters."""

import pytest

from kg.store import Store
from kg.store.schema import SEARCH_LABEL, SEARCH_PROPERTY
from ontology import derive

NAMES = (
    "OpenAI",
    "Open Source Initiative",
    "C++ (a/b) Lab",
    "AND OR NOT",
    "The Company",
    "Huawei Technologies Co., Ltd.\nHW",
    "M\u00fcller GmbH",
    'O\'Neill "Quoted" \\ Sons',
)


@pytest.fixture
def named(store: Store) -> Store:
    rows = [{"id": name, "search": name} for name in NAMES]
    statement = "UNWIND $rows AS row CREATE (n:Entity:Company {id: row.id, search: row.search})"
    store.write(lambda tx: tx.run(statement, {"rows": rows}))
    return store


def found(store: Store, text: str, limit: int = 10) -> list[str]:
    statement = f"{store.search} WITH node, score ORDER BY score DESC, node.id RETURN node.id AS id"
    parameters = {"query": store.search_query(text), "limit": limit}
    return [row["id"] for row in store.read(statement, parameters)]


@pytest.mark.parametrize("name", NAMES)
def test_a_name_finds_its_node_first(named: Store, name: str) -> None:
    assert found(named, name)[0] == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("openai", "OpenAI"),
        ("OPENAI", "OpenAI"),
        ("source", "Open Source Initiative"),
        ("hw", "Huawei Technologies Co., Ltd.\nHW"),
        ("(a/b)", "C++ (a/b) Lab"),
        ("NOT", "AND OR NOT"),
        ("the", "The Company"),
        ("m\u00fcller", "M\u00fcller GmbH"),
        ("gmbh nowhere", "M\u00fcller GmbH"),
    ],
)
def test_a_word_finds_the_names_that_have_it(named: Store, text: str, name: str) -> None:
    assert found(named, text) == [name]


ODD = [
    "",
    " ",
    "*",
    "*:*",
    "~",
    '"',
    "\\",
    '\\"',
    "a AND",
    "AND",
    "(",
    "[1 TO",
    "name:x",
    "+ -",
    "\x00",
]


@pytest.mark.parametrize("text", ODD)
def test_no_character_is_an_operator(named: Store, text: str) -> None:
    assert set(found(named, text)) <= {"C++ (a/b) Lab", "AND OR NOT"}


def test_the_ontology_asks_for_the_index_that_search_uses() -> None:
    asked = {(index.label, index.property) for index in derive.text_indexes()}
    assert (SEARCH_LABEL, SEARCH_PROPERTY) in asked


def test_at_most_as_many_as_asked(store: Store) -> None:
    statement = "UNWIND range(1, 20) AS i CREATE (n:Entity {id: toString(i), search: 'same'})"
    store.write(lambda tx: tx.run(statement))
    assert len(found(store, "same", limit=7)) == 7


def test_search_follows_changes(named: Store) -> None:
    named.write(lambda tx: tx.run("MATCH (n:Entity {id: 'OpenAI'}) SET n.search = 'Renamed'"))
    assert (found(named, "renamed"), found(named, "openai")) == (["OpenAI"], [])


def test_found_nodes_can_be_narrowed(named: Store) -> None:
    statement = (
        f"{named.search} WITH node, score WHERE node:Company AND node.id STARTS WITH 'Open' "
        "RETURN node.id AS id, score > 0 AS scored"
    )
    assert named.read(statement, {"query": named.search_query("open"), "limit": 9}) == [
        {"id": "Open Source Initiative", "scored": True}
    ]
