"""Compiled answers equal a slow evaluation of the same question over the claims."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from api.graphql.execute import Answerer, Request
from api.graphql.limits import Limits
from kg.store import Store
from kg.store.writer import write
from tests.differential import slow
from tests.differential.graphs import worlds
from tests.differential.queries import queries
from tests.differential.world import World
from tests.graphs import NOW

GENEROUS = Limits(depth=40, cost=100_000_000, tokens=20_000, timeout=20)
SETTINGS = settings(
    max_examples=20,
    deadline=None,
    derandomize=True,
    # The fixture's store is emptied for each example.
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
PAGES = {
    "facing": "node { party { id } restriction { id } role status }",
    "entities": "node { id kind name }",
    "restrictions": "node { id type status }",
    "documents": "node { id title }",
    "claims": "node { id predicate }",
}


def filled(store: Store, world: World) -> Store:
    store.write(lambda tx: tx.run("MATCH (n) DETACH DELETE n"))
    for batch in world.batches:
        write(store, [batch], now=NOW)
    return store


def answer(store: Store, query: str) -> dict[str, Any]:
    response: dict[str, Any] = json.loads(Answerer(store, GENEROUS).answer(Request(query)))
    assert "errors" not in response, response["errors"]
    data: dict[str, Any] = response["data"]
    return data


@SETTINGS
@given(data=st.data(), world=worlds())
def test_any_query_is_answered_alike(store: Store, data: st.DataObject, world: World) -> None:
    graph = filled(store, world)
    for _ in range(6):
        query = data.draw(queries(world))
        expected = slow.answer(world, query)
        assert json.dumps(answer(graph, query)) == json.dumps(expected), query


@SETTINGS
@given(world=worlds(), size=st.integers(1, 3), name=st.sampled_from(sorted(PAGES)))
def test_pages_add_up_to_the_whole_list(
    store: Store, world: World, size: int, name: str
) -> None:
    graph = filled(store, world)
    whole = slow.answer(world, f"{{ rows: {name}(first: 200) {{ edges {{ {PAGES[name]} }} }} }}")
    assert list(pages(graph, name, size)) == whole["rows"]["edges"]


def pages(store: Store, name: str, size: int) -> Iterator[dict[str, Any]]:
    after = "null"
    while True:
        facts = "pageInfo { hasNextPage hasPreviousPage endCursor }"
        query = f"{{ rows: {name}(first: {size}, after: {after}) {{ {facts} edges {{ {PAGES[name]} }} }} }}"
        page = answer(store, query)["rows"]
        assert page["pageInfo"]["hasPreviousPage"] == (after != "null")
        yield from page["edges"]
        if not page["pageInfo"]["hasNextPage"]:
            return
        after = json.dumps(page["pageInfo"]["endCursor"])


@pytest.mark.parametrize("name", sorted(PAGES))
def test_an_empty_graph_has_empty_lists(store: Store, name: str) -> None:
    query = f"{{ rows: {name} {{ totalCount pageInfo {{ endCursor hasNextPage }} edges {{ cursor }} }} }}"
    nothing = {
        "totalCount": 0,
        "pageInfo": {"endCursor": None, "hasNextPage": False},
        "edges": [],
    }
    assert answer(store, query) == {"rows": nothing}
