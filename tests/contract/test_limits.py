"""Time limits, and many threads on one store."""

import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from kg.errors import QueryTimeoutError, StoreError
from kg.store import Store
from tests.contract.test_writing import create

# Longer than any limit below, and short enough to end before the session does.
SLOW = (
    "UNWIND range(1, 3000) AS a UNWIND range(1, 3000) AS b "
    "WITH a, b WHERE a * b = -1 RETURN count(*) AS n"
)


def test_a_read_ends_at_its_time_limit(store: Store) -> None:
    started = time.monotonic()
    with pytest.raises(QueryTimeoutError, match="no answer within"):
        store.read(SLOW, timeout=0.1)
    assert time.monotonic() - started < 3


def test_a_quick_read_is_not_touched_by_its_limit(store: Store) -> None:
    assert store.read("RETURN $x AS x", {"x": 1}, timeout=5) == [{"x": 1}]


def test_an_error_within_the_limit_is_the_error_itself(store: Store) -> None:
    with pytest.raises(StoreError, match="nothing_given"):
        store.read("RETURN $nothing_given AS x", timeout=5)


def test_the_store_works_on_after_a_timeout(store: Store) -> None:
    with pytest.raises(QueryTimeoutError):
        store.read(SLOW, timeout=0.05)
    create(store, "company:a")
    assert store.read("MATCH (n:Entity) RETURN n.id AS id", timeout=5) == [{"id": "company:a"}]


def test_threads_read_at_the_same_time(store: Store) -> None:
    create(store, *range(50))
    statement = "MATCH (n:Entity) WHERE n.id < $below RETURN count(n) AS n"
    with ThreadPoolExecutor(8) as pool:
        answers = pool.map(lambda below: store.read(statement, {"below": below}), range(50))
        assert [rows[0]["n"] for rows in answers] == list(range(50))


def test_readers_see_whole_transactions_while_writers_take_turns(store: Store) -> None:
    def add(batch: int) -> None:
        create(store, *(f"{batch}:{i}" for i in range(20)))

    with ThreadPoolExecutor(8) as pool:
        writes = [pool.submit(add, batch) for batch in range(10)]
        reads = [
            pool.submit(store.read, "MATCH (n:Entity) RETURN count(n) AS n") for _ in range(40)
        ]
        for write in writes:
            write.result()
        seen = {read.result()[0]["n"] for read in reads}
    assert {n % 20 for n in seen} == {0}
    assert store.read("MATCH (n:Entity) RETURN count(n) AS n") == [{"n": 200}]
