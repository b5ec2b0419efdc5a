"""Writes: all or nothing, on disk when they return, seen by every later read."""

import math

import pytest

from kg.errors import StoreError
from kg.store import Store, Transaction
from kg.store.base import Row
from tests.stores import Place

COUNT = "MATCH (n:Entity) RETURN count(n) AS n"
CREATE = "UNWIND $ids AS id CREATE (n:Entity {id: id, search: id})"


def create(store: Store, *ids: object) -> None:
    store.write(lambda tx: tx.run(CREATE, {"ids": list(ids)}))


def count(store: Store) -> int:
    total: int = store.read(COUNT)[0]["n"]
    return total


def test_prepare_may_be_repeated_with_data_in_the_store(store: Store) -> None:
    create(store, "company:a")
    store.prepare()
    assert count(store) == 1


def test_a_later_read_sees_the_write(store: Store) -> None:
    for n in range(1, 6):
        create(store, f"company:{n}")
        assert count(store) == n


def test_write_gives_back_what_the_work_returns(store: Store) -> None:
    def work(tx: Transaction) -> tuple[list[Row], int]:
        return tx.run("RETURN $x AS x", {"x": 1}), 2

    assert store.write(work) == ([{"x": 1}], 2)


def test_statements_of_a_transaction_see_each_other(store: Store) -> None:
    def work(tx: Transaction) -> list[Row]:
        tx.run(CREATE, {"ids": ["company:a"]})
        tx.run(
            "MATCH (n:Entity {id: 'company:a'}) CREATE (n)<-[:CLAIM_SUBJECT]-(:Claim {key: 'k'})"
        )
        return tx.run("MATCH (c:Claim)-[:CLAIM_SUBJECT]->(n) RETURN c.key AS key, n.id AS id")

    assert store.write(work) == [{"key": "k", "id": "company:a"}]


def test_an_exception_of_the_work_undoes_everything(store: Store) -> None:
    create(store, "company:a")

    def work(tx: Transaction) -> None:
        tx.run("MATCH (n:Entity {id: 'company:a'}) SET n.name = 'changed'")
        tx.run(CREATE, {"ids": ["company:b"]})
        raise LookupError("stop")

    with pytest.raises(LookupError, match="stop"):
        store.write(work)
    assert store.read("MATCH (n:Entity) RETURN n.id AS id, n.name AS name") == [
        {"id": "company:a", "name": None}
    ]


def test_a_failing_statement_undoes_everything(store: Store) -> None:
    def work(tx: Transaction) -> None:
        tx.run(CREATE, {"ids": ["company:a"]})
        tx.run("THIS IS NOT CYPHER")

    with pytest.raises(StoreError) as raised:
        store.write(work)
    assert "\n" not in str(raised.value)
    assert count(store) == 0


def test_what_was_undone_is_not_found_by_search(store: Store) -> None:
    def work(tx: Transaction) -> None:
        tx.run(CREATE, {"ids": ["phantom"]})
        raise LookupError

    with pytest.raises(LookupError):
        store.write(work)
    found = store.read(f"{store.search} RETURN node.id AS id", {"query": "phantom", "limit": 5})
    assert found == []


def test_a_key_is_unique(store: Store) -> None:
    create(store, "company:a")
    with pytest.raises(StoreError, match="company:a"):
        create(store, "company:b", "company:a")
    assert count(store) == 1


def test_a_key_is_unique_within_one_statement(store: Store) -> None:
    with pytest.raises(StoreError):
        create(store, "company:a", "company:a")
    assert count(store) == 0


def test_merge_creates_once_and_leaves_what_is_there(store: Store) -> None:
    merge = (
        "UNWIND $rows AS row MERGE (n:Entity {id: row.id}) "
        "ON CREATE SET n:Company:Party, n += row.properties"
    )
    rows = [
        {"id": "company:a", "properties": {"name": "First"}},
        {"id": "company:a", "properties": {"name": "Second"}},
    ]
    store.write(lambda tx: tx.run(merge, {"rows": rows}))
    store.write(lambda tx: tx.run(merge, {"rows": rows[1:]}))
    found = store.read("MATCH (n:Company) WHERE n:Party AND n:Entity RETURN n.name AS name")
    assert found == [{"name": "First"}]


VALUES = {
    "ascii": "plain",
    "unicode": "Ünïcode 华为 \U0001f600 e\u0301",
    "quotes": 'it\'s "quoted" \\ `back` $x {y}',
    "newlines": "one\ntwo\r\n\tthree\u2028four",
    "separator": "name\u0001company:a",
    "empty": "",
    "true": True,
    "false": False,
    "float": 0.1,
    "whole_float": 1.0,
    "zero": 0,
    "large": 2**63 - 1,
    "small": -(2**63),
    "list": ["b", "a", "a"],
    "empty_list": [],
    "bools": [True, False],
    "numbers": [1, 2**62],
}


@pytest.mark.parametrize("name", VALUES)
def test_a_value_comes_back_as_it_was_given(store: Store, name: str) -> None:
    value = VALUES[name]
    assert store.read("RETURN $value AS value", {"value": value}) == [{"value": value}]
    rows = [{"id": "x", "properties": {"value": value}}]
    store.write(
        lambda tx: tx.run(
            "UNWIND $rows AS row CREATE (n:Entity {id: row.id}) SET n += row.properties",
            {"rows": rows},
        )
    )
    stored = store.read("MATCH (n:Entity) RETURN n.value AS value")[0]["value"]
    assert (stored, type(stored)) == (value, type(value))


def test_nested_parameters_and_nulls_come_back(store: Store) -> None:
    value = [{"a": [1, None, {"b": "c"}]}, None, {}]
    assert store.read("RETURN $value AS value", {"value": value}) == [{"value": value}]


def test_not_a_number_stays_that(store: Store) -> None:
    assert math.isnan(store.read("RETURN $x AS x", {"x": math.nan})[0]["x"])


def test_a_null_is_an_absent_property(store: Store) -> None:
    rows = [{"id": "a", "name": None}]
    store.write(
        lambda tx: tx.run(
            "UNWIND $rows AS row CREATE (n:Entity {id: row.id, name: row.name})", {"rows": rows}
        )
    )
    assert store.read("MATCH (n:Entity) WHERE n.name IS NULL RETURN keys(n) AS keys") == [
        {"keys": ["id"]}
    ]


def test_setting_null_removes_the_property(store: Store) -> None:
    create(store, "a")
    store.write(lambda tx: tx.run("MATCH (n:Entity {id: 'a'}) SET n.search = null"))
    assert store.read("MATCH (n:Entity) RETURN keys(n) AS keys") == [{"keys": ["id"]}]


def test_a_missing_parameter_is_an_error(store: Store) -> None:
    with pytest.raises(StoreError, match="nothing_given"):
        store.read("RETURN $nothing_given AS x")


def test_a_reopened_store_has_what_was_written(place: Place) -> None:
    first = place.open()
    first.prepare()
    create(first, "company:a", "company:b")
    first.close()
    again = place.open()
    try:
        again.prepare()
        assert count(again) == 2
        with pytest.raises(StoreError):
            create(again, "company:a")
        found = again.read(
            f"{again.search} RETURN node.id AS id",
            {"query": again.search_query("company:b"), "limit": 1},
        )
        assert found == [{"id": "company:b"}]
    finally:
        again.close()


def test_a_closed_store_says_so(place: Place) -> None:
    store = place.open()
    store.close()
    store.close()
    with pytest.raises(StoreError, match="closed"):
        store.read("RETURN 1 AS one")
    with pytest.raises(StoreError, match="closed"):
        store.write(lambda tx: tx.run("RETURN 1 AS one"))
