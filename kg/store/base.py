"""What a store is: a place that runs Cypher, and writes all or nothing."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Protocol

type Parameters = Mapping[str, Any]
type Row = dict[str, Any]
type Texts = Sequence[str]


class Transaction(Protocol):
    """One unit of work: statements see each other's writes, and all of them happen or none."""

    def run(self, statement: str, parameters: Parameters | None = None) -> list[Row]: ...

    def each(
        self, statement: str, rows: Sequence[Texts], parameters: Parameters | None = None
    ) -> list[Row]:
        """Run a statement for every row, which it knows as `row`; nothing is run for no rows.

        Rows hold texts alone, so that an engine can take them in the way that costs it least.
        """
        ...


class Store(Protocol):
    """An engine behind the shared Cypher statements.

    Both calls raise `kg.errors.StoreError` when the engine cannot be reached, and `read` raises
    `kg.errors.QueryTimeoutError` after `timeout` seconds.
    """

    @property
    def url(self) -> str:
        """How the user names this store (never with a password)."""
        ...

    @property
    def search(self) -> str:
        """Cypher that binds `node` and `score` for `$query`, at most `$limit` rows, best first."""
        ...

    def search_query(self, text: str) -> str:
        """What users type, as a value for `$query`: words only, no character is an operator."""
        ...

    def prepare(self) -> None:
        """Create the constraints and indexes that the ontology asks for; safe to repeat."""
        ...

    def read(
        self, statement: str, parameters: Parameters | None = None, *, timeout: float | None = None
    ) -> list[Row]: ...

    def write[T](self, work: Callable[[Transaction], T]) -> T:
        """Run `work` in one transaction; it may be called again when the engine asks to retry."""
        ...

    def close(self) -> None: ...
