"""Fixtures: the sample graph in each engine, and what asks it."""

import pytest

from kg.store import Store
from tests.graphql.sample import Ask, fill


@pytest.fixture
def ask(store: Store) -> Ask:
    fill(store)
    return Ask(store)
