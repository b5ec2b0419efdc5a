"""The embedded engine: Grafeo, one file on disk, one process at a time."""

import re
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from pathlib import Path
from typing import Any

import grafeo

from kg.errors import KgError, QueryTimeoutError, StoreError
from kg.store import schema
from kg.store.base import Parameters, Row, Texts, Transaction
from kg.store.schema import SEARCH_LABEL, SEARCH_PROPERTY
from ontology import derive

MAX_TIMED_READS = 32  # a read that timed out occupies a thread until the engine ends it

# "standard" keeps one-letter terms and common words: names such as "C" or "The Company" have them.
TOKENIZER = "standard"
# Between the rows, and the texts of a row, that are handed over as one text.
ROW, CELL = "\x1e", "\x1f"
SEARCH = (
    f"CALL grafeo.search.text('{SEARCH_LABEL}', '{SEARCH_PROPERTY}', $query, $limit) "
    "YIELD node_id, score WITH node_id, score MATCH (node) WHERE id(node) = node_id"
)


class GrafeoStore:
    """A graph in one file. Reads may run in any thread, at the same time; writes take turns."""

    def __init__(self, path: Path, *, url: str) -> None:
        self.url = url
        self._db = _open(path, url)
        self._writing = threading.Lock()
        self._timed_reads = threading.Semaphore(MAX_TIMED_READS)
        self._closed = False

    @property
    def search(self) -> str:
        return SEARCH

    def search_query(self, text: str) -> str:
        return text  # every character is text to Grafeo

    def prepare(self) -> None:
        with self._writing:
            db = self._open_db()
            for index in schema.indexes():
                if index.property == schema.SORT:
                    continue  # its indexes are hash tables, of no use for an order
                for statement in _schema(index):
                    self._run(db.execute_cypher, statement)
            try:
                for text in derive.text_indexes():
                    db.create_text_index(
                        text.label, text.property, tokenizer=TOKENIZER, stop_words=[]
                    )
            except grafeo.GrafeoError as error:
                raise self._error(error) from error

    def read(
        self, statement: str, parameters: Parameters | None = None, *, timeout: float | None = None
    ) -> list[Row]:
        db = self._open_db()
        if timeout is None:
            return self._run(db.execute_cypher, statement, parameters)
        return self._timed(lambda: self._run(db.execute_cypher, statement, parameters), timeout)

    def write[T](self, work: Callable[[Transaction], T]) -> T:
        with self._writing:
            transaction = self._open_db().begin_transaction()
            try:
                result = work(_GrafeoTransaction(self, transaction))
            except BaseException:
                transaction.rollback()
                raise
            try:
                transaction.commit()
            except grafeo.GrafeoError as error:
                raise self._error(error) from error
            return result

    def close(self) -> None:
        with self._writing:
            if not self._closed:
                self._closed = True
                self._db.close()

    def _open_db(self) -> grafeo.GrafeoDB:
        """A closed Grafeo still answers reads, from memory, which would hide a mistake."""
        if self._closed:
            raise StoreError(f"{self.url} is closed")
        return self._db

    def _run(
        self,
        execute: Callable[..., grafeo.QueryResult],
        statement: str,
        parameters: Parameters | None = None,
    ) -> list[Row]:
        try:
            rows: list[Row] = execute(statement, dict(parameters or {})).to_list()
        except grafeo.GrafeoError as error:
            raise self._error(error) from error
        return rows

    def _timed(self, read: Callable[[], list[Row]], timeout: float) -> list[Row]:
        """Wait for a read no longer than `timeout`; Grafeo itself offers no way to stop it."""
        late = QueryTimeoutError(f"no answer within {timeout:g} s from {self.url}")
        if not self._timed_reads.acquire(timeout=timeout):
            raise late
        answer: Future[list[Row]] = Future()

        def run() -> None:
            try:
                answer.set_result(read())
            except BaseException as error:  # noqa: BLE001 - raised in the thread that waits
                answer.set_exception(error)
            finally:
                self._timed_reads.release()

        threading.Thread(target=run, name="grafeo-read", daemon=True).start()
        try:
            return answer.result(timeout)
        except TimeoutError:
            raise late from None

    def _error(self, error: grafeo.GrafeoError) -> KgError:
        text = _message(error)
        if "timeout" in text.lower():
            return QueryTimeoutError(f"{self.url}: {text}")
        return StoreError(f"{self.url}: {text}")


class _GrafeoTransaction:
    """Statements of one transaction, with errors in the store's terms."""

    def __init__(self, store: GrafeoStore, transaction: Any) -> None:
        self._store = store
        self._transaction = transaction

    def run(self, statement: str, parameters: Parameters | None = None) -> list[Row]:
        return self._store._run(self._transaction.execute_cypher, statement, parameters)

    def each(
        self, statement: str, rows: Sequence[Texts], parameters: Parameters | None = None
    ) -> list[Row]:
        """Hand all rows over as one text: each text of a parameter costs Grafeo 2 µs of its own."""
        if not rows:
            return []
        text = ROW.join([CELL.join(row) for row in rows])
        cells = sum(len(row) - 1 for row in rows)
        if text.count(ROW) == len(rows) - 1 and text.count(CELL) == cells:
            taken = f"UNWIND split($rows, '{ROW}') AS line WITH split(line, '{CELL}') AS row "
            return self.run(taken + statement, {**(parameters or {}), "rows": text})
        return self.run(f"UNWIND $rows AS row {statement}", {**(parameters or {}), "rows": rows})


def _open(path: Path, url: str) -> grafeo.GrafeoDB:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        return grafeo.GrafeoDB(str(path))
    except OSError as error:
        raise StoreError(f"{url} cannot be opened: {error.strerror}: {error.filename}") from error
    except grafeo.GrafeoError as error:
        if re.search(r"\blocked\b", str(error)):  # there is no error code of its own
            raise StoreError(f"{url} is in use by another process") from error
        raise StoreError(f"{url} cannot be opened: {_message(error)}") from error


def _message(error: grafeo.GrafeoError) -> str:
    return " ".join(str(error).removeprefix(f"{error.error_code}: ").split())


def _schema(index: derive.Index) -> Iterator[str]:
    """A key needs an index as well, or every new node is compared with all others."""
    target = f"IF NOT EXISTS FOR (n:{index.label})"
    yield f"CREATE INDEX {schema.name(index)} {target} ON (n.{index.property})"
    if index.unique:
        yield (
            f"CREATE CONSTRAINT {schema.name(index)}_key {target} "
            f"REQUIRE n.{index.property} IS UNIQUE"
        )
