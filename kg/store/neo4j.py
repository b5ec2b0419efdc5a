"""The server engine: Neo4j, through the official driver."""

import logging
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from neo4j import (
    Driver,
    GraphDatabase,
    ManagedTransaction,
    NotificationDisabledClassification,
    Session,
    unit_of_work,
)
from neo4j.exceptions import AuthError, DriverError, Neo4jError, ServiceUnavailable, SessionExpired

from kg.errors import KgError, QueryTimeoutError, StoreError
from kg.store import schema
from kg.store.base import Parameters, Row, Texts, Transaction
from ontology import derive
from ontology.derive import TextIndex

CONNECT_SECONDS = 5.0
ACQUIRE_SECONDS = 20.0
RETRY_SECONDS = 15.0
INDEX_SECONDS = 300
TIMED_OUT = "Neo.ClientError.Transaction.TransactionTimedOut"  # and …ClientConfiguration
NO_DATABASE = "Neo.ClientError.Database.DatabaseNotFound"
# Hints on speed, and names that a new database has not seen yet: neither tells of a mistake.
QUIET = [
    NotificationDisabledClassification.HINT,
    NotificationDisabledClassification.PERFORMANCE,
    NotificationDisabledClassification.UNRECOGNIZED,
]
# What goes wrong is raised, as one line; without a handler Python would also print the driver's.
logging.getLogger("neo4j").addHandler(logging.NullHandler())
SEARCH_INDEX = schema.name(TextIndex(schema.SEARCH_LABEL, schema.SEARCH_PROPERTY, ()))
SEARCH = (
    f"CALL db.index.fulltext.queryNodes('{SEARCH_INDEX}', $query, {{limit: $limit}}) "
    "YIELD node, score"
)


class Neo4jStore:
    """A graph in a database of a Neo4j server or cluster; readers see what this store wrote."""

    def __init__(self, address: str, *, user: str, password: str, database: str, url: str) -> None:
        self.url = url
        self._database = database
        self._bookmarks = GraphDatabase.bookmark_manager()
        with self._errors():
            self._driver: Driver = GraphDatabase.driver(
                address,
                auth=(user, password),
                connection_timeout=CONNECT_SECONDS,
                connection_acquisition_timeout=ACQUIRE_SECONDS,
                max_transaction_retry_time=RETRY_SECONDS,
                notifications_disabled_classifications=QUIET,
            )
            try:
                self._check()
            except BaseException:
                self._driver.close()
                raise

    @property
    def search(self) -> str:
        return SEARCH

    def search_query(self, text: str) -> str:
        """Each word as a Lucene phrase: only the quote and the backslash mean something in one."""
        words = (word.replace("\\", r"\\").replace('"', r"\"") for word in text.split())
        return " ".join(f'"{word}"' for word in words) or '""'

    def prepare(self) -> None:
        def create(transaction: Transaction) -> None:
            for statement in _schema():
                transaction.run(statement)

        self.write(create)
        self.read("CALL db.awaitIndexes($seconds)", {"seconds": INDEX_SECONDS})

    def read(
        self, statement: str, parameters: Parameters | None = None, *, timeout: float | None = None
    ) -> list[Row]:
        @unit_of_work(timeout=timeout)
        def work(transaction: ManagedTransaction) -> list[Row]:
            return _Neo4jTransaction(transaction).run(statement, parameters)

        with self._errors(), self._session() as session:
            return session.execute_read(work)

    def write[T](self, work: Callable[[Transaction], T]) -> T:
        with self._errors(), self._session() as session:
            return session.execute_write(lambda transaction: work(_Neo4jTransaction(transaction)))

    def close(self) -> None:
        self._driver.close()

    def _check(self) -> None:
        """Outside a managed transaction, which would retry a server that is down."""
        with self._session() as session:
            session.run("RETURN 1").consume()

    def _session(self) -> Session:
        return self._driver.session(database=self._database, bookmark_manager=self._bookmarks)

    @contextmanager
    def _errors(self) -> Iterator[None]:
        try:
            yield
        except (DriverError, Neo4jError) as error:
            raise self._error(error) from error

    def _error(self, error: DriverError | Neo4jError) -> KgError:
        if isinstance(error, AuthError):
            return StoreError(f"{self.url} refuses this user or password")
        if isinstance(error, ServiceUnavailable | SessionExpired):
            return StoreError(f"{self.url} does not answer: {_line(error)}")
        code = (error.code or "") if isinstance(error, Neo4jError) else ""
        if code.startswith(TIMED_OUT):
            return QueryTimeoutError(f"no answer within the time limit from {self.url}")
        if code == NO_DATABASE:
            return StoreError(f"{self.url}: the server has no database {self._database!r}")
        return StoreError(f"{self.url}: {_line(error)}")


class _Neo4jTransaction:
    def __init__(self, transaction: ManagedTransaction) -> None:
        self._transaction = transaction

    def run(self, statement: str, parameters: Parameters | None = None) -> list[Row]:
        result = self._transaction.run(statement, dict(parameters or {}))
        return [dict(record) for record in result]

    def each(
        self, statement: str, rows: Sequence[Texts], parameters: Parameters | None = None
    ) -> list[Row]:
        if not rows:
            return []
        return self.run(f"UNWIND $rows AS row {statement}", {**(parameters or {}), "rows": rows})


def _schema() -> Iterator[str]:
    for index in schema.indexes():
        target = f"{schema.name(index)} IF NOT EXISTS FOR (n:{index.label})"
        if index.unique:
            yield f"CREATE CONSTRAINT {target} REQUIRE n.{index.property} IS UNIQUE"
        else:
            yield f"CREATE INDEX {target} ON (n.{index.property})"
    for text in derive.text_indexes():
        target = f"{schema.name(text)} IF NOT EXISTS FOR (n:{text.label})"
        yield f"CREATE FULLTEXT INDEX {target} ON EACH [n.{text.property}]"


def _line(error: DriverError | Neo4jError) -> str:
    message = error.message if isinstance(error, Neo4jError) else str(error)
    return " ".join((message or str(error)).split())
