"""Fixtures: an empty store of each engine, for tests that hold on all of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from kg.store import Store, open_store
from tests import neo4j_server as neo4j

ENGINES = ("grafeo", pytest.param("neo4j", marks=pytest.mark.neo4j))


@dataclass(frozen=True, slots=True)
class Place:
    """Where the store of a test is; it may be opened more than once."""

    engine: str
    url: str
    password: str | None = None

    def open(self) -> Store:
        return open_store(self.url, password=self.password)


@pytest.fixture(scope="session")
def neo4j_server() -> Iterator[neo4j.Server]:
    """Started when the first test asks for it; ends with the session."""
    with neo4j.running() as server:
        yield server


@pytest.fixture(params=ENGINES)
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Place:
    """An empty place of each engine: a new file, or the server's database after clearing it."""
    if request.param == "grafeo":
        return Place("grafeo", f"grafeo:///{tmp_path}/kg.grafeo")
    server: neo4j.Server = request.getfixturevalue("neo4j_server")
    there = Place("neo4j", server.url, server.password)
    store = there.open()
    store.write(lambda transaction: transaction.run("MATCH (n) DETACH DELETE n"))
    store.close()
    return there


@pytest.fixture
def store(place: Place) -> Iterator[Store]:
    """An empty store with its constraints and indexes."""
    opened = place.open()
    opened.prepare()
    yield opened
    opened.close()
