"""The server engine: what is said when a server refuses, and the forms of its address."""

import pytest

from kg.errors import StoreError
from kg.store import open_store
from tests.neo4j_server import Server

pytestmark = pytest.mark.neo4j


def complaint(url: str, password: str) -> str:
    with pytest.raises(StoreError) as raised:
        open_store(url, password=password)
    message = str(raised.value)
    assert "\n" not in message
    return message


@pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
def test_a_server_answers_by_direct_and_by_routed_addresses(
    neo4j_server: Server, scheme: str
) -> None:
    store = open_store(neo4j_server.url.replace("bolt", scheme), password=neo4j_server.password)
    assert store.read("RETURN 1 AS one") == [{"one": 1}]
    store.close()


@pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
def test_a_wrong_password_is_said(neo4j_server: Server, scheme: str) -> None:
    url = neo4j_server.url.replace("bolt", scheme)
    assert complaint(url, "wrong") == f"{url} refuses this user or password"


@pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
def test_an_unknown_database_is_named(neo4j_server: Server, scheme: str) -> None:
    url = neo4j_server.url.replace("bolt", scheme).removesuffix("/neo4j") + "/nowhere"
    assert complaint(url, neo4j_server.password) == f"{url}: the server has no database 'nowhere'"
