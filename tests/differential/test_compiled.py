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
from tests.stores import Place

GENEROUS = Limits(depth=40, cost=100_000_000, tokens=20_000, timeout=20)
SETTINGS = settings(deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
# Neo4j plans every new statement for a good while: the rare cases are the embedded store's task.
EXAMPLES = {"grafeo": 30, "neo4j": 6}
QUERIES = 6
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


def test_any_query_is_answered_alike(store: Store, place: Place) -> None:
    @settings(SETTINGS, max_examples=EXAMPLES[place.engine])
    @given(data=st.data(), world=worlds())
    def check(data: st.DataObject, world: World) -> None:
        graph = filled(store, world)
        for _ in range(QUERIES):
            query = data.draw(queries(world))
            expected = slow.answer(world, query)
            assert json.dumps(answer(graph, query)) == json.dumps(expected), query

    check()


def test_pages_add_up_to_the_whole_list(store: Store, place: Place) -> None:
    @settings(SETTINGS, max_examples=EXAMPLES[place.engine])
    @given(world=worlds(), size=st.integers(1, 3), name=st.sampled_from(sorted(PAGES)))
    def check(world: World, size: int, name: str) -> None:
        graph = filled(store, world)
        query = f"{{ rows: {name}(first: 200) {{ edges {{ {PAGES[name]} }} }} }}"
        whole = slow.answer(world, query)["rows"]["edges"]
        assert list(pages(graph, name, size)) == whole

    check()


def pages(store: Store, name: str, size: int) -> Iterator[dict[str, Any]]:
    after = "null"
    while True:
        wanted = f"pageInfo {{ hasNextPage hasPreviousPage endCursor }} edges {{ {PAGES[name]} }}"
        query = f"{{ rows: {name}(first: {size}, after: {after}) {{ {wanted} }} }}"
        page = answer(store, query)["rows"]
        assert page["pageInfo"]["hasPreviousPage"] == (after != "null")
        yield from page["edges"]
        if not page["pageInfo"]["hasNextPage"]:
            return
        after = json.dumps(page["pageInfo"]["endCursor"])


@pytest.mark.parametrize("name", sorted(PAGES))
def test_an_empty_graph_has_empty_lists(store: Store, name: str) -> None:
    wanted = "totalCount pageInfo { endCursor hasNextPage } edges { cursor }"
    query = f"{{ rows: {name} {{ {wanted} }} }}"
    nothing = {
        "totalCount": 0,
        "pageInfo": {"endCursor": None, "hasNextPage": False},
        "edges": [],
    }
    assert answer(store, query) == {"rows": nothing}
