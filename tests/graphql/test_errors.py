"""Every error has a code, and one root field's error leaves the others' answers alone."""

import pytest

from kg.query import cursors
from tests.graphql.sample import BROKEN, DOWN, SLOW, Ask, Failing

DEEP = "claims(first: 1) { edges { node { subject { " * 4 + "id" + " }" * 16
FACES = "faces(first: 200) { edges { node { role } } }"
WIDE = f"{{ facing(first: 200) {{ edges {{ node {{ party {{ {FACES} }} }} }} }} }}"


@pytest.fixture(scope="module")
def refusing() -> Ask:
    """What is refused never reaches a store."""
    return Ask(DOWN)


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("{ facing(", "GRAPHQL_PARSE_FAILED"),
        ("", "GRAPHQL_PARSE_FAILED"),
        ("{ nothing }", "GRAPHQL_VALIDATION_FAILED"),
        ('{ facing(asOf: "soon") { totalCount } }', "GRAPHQL_VALIDATION_FAILED"),
        ("mutation { x }", "GRAPHQL_VALIDATION_FAILED"),
        (f'{{ entity(id: "agency:x") {{ {DEEP} }} }}', "DEPTH_LIMIT"),
        (WIDE, "COST_LIMIT"),
        ("{ facing(first: 201) { totalCount } }", "PAGE_SIZE"),
        ("{ facing(first: -1) { totalCount } }", "PAGE_SIZE"),
        ('{ facing(after: "!") { totalCount } }', "BAD_CURSOR"),
        ("query A { stats { claims } } query B { stats { claims } }", "BAD_USER_INPUT"),
        ("query ($id: ID!) { entity(id: $id) { id } }", "BAD_USER_INPUT"),
        ("{ stats { claims } }", "STORE_UNAVAILABLE"),
    ],
)
def test_each_mistake_has_its_code(refusing: Ask, query: str, code: str) -> None:
    assert refusing.codes(query) == [code]


@pytest.mark.parametrize(("store", "code"), [(SLOW, "TIMEOUT"), (BROKEN, "INTERNAL")])
def test_each_failure_has_its_code(store: Failing, code: str) -> None:
    assert Ask(store).codes("{ stats { claims } }") == [code]


def test_a_defect_is_not_told_to_the_world() -> None:
    assert "defect" not in str(Ask(BROKEN)("{ stats { claims } }"))


def test_other_root_fields_keep_their_answers(ask: Ask) -> None:
    query = """{
        bad: facing(after: "!") { totalCount }
        big: claims(first: 999) { totalCount }
        stats { documents }
    }"""
    answer = ask(query)
    assert answer["data"] == {"bad": None, "big": None, "stats": {"documents": 6}}
    assert [(e["path"], e["extensions"]["code"]) for e in answer["errors"]] == [
        (["big"], "PAGE_SIZE"),
        (["bad"], "BAD_CURSOR"),
    ]


def test_a_cursor_of_another_list_is_refused(refusing: Ask) -> None:
    query = "query ($after: String) { facing(after: $after) { totalCount } }"
    assert refusing.codes(query, after=cursors.encode(["a", 1])) == ["BAD_CURSOR"]
    assert refusing.codes(query, after=cursors.encode([["a"]])) == ["BAD_CURSOR"]


@pytest.mark.parametrize(
    "body", [b"", b"{", b"[]", b'{"query": 1}', b'{"query": "{a}", "variables": []}']
)
def test_a_body_that_is_no_request_is_refused(refusing: Ask, body: bytes) -> None:
    response = refusing.send("POST", "/graphql", content=body)
    assert response.status_code == 400
    assert response.json()["errors"][0]["extensions"]["code"] == "BAD_USER_INPUT"


def test_a_request_that_is_too_large_is_refused(refusing: Ask) -> None:
    response = refusing.send("POST", "/graphql", content=b"x" * 100_001)
    assert response.status_code == 413
    assert response.json()["errors"][0]["extensions"]["code"] == "REQUEST_TOO_LARGE"


def test_limits_are_settings() -> None:
    strict = Ask(DOWN, max_page=2, max_depth=2, max_cost=110)
    assert strict.codes("{ claims(first: 3) { totalCount } }") == ["PAGE_SIZE"]
    assert strict.codes("{ claims(first: 1) { edges { cursor } } }") == ["DEPTH_LIMIT"]
    page = "claims(first: 1) { totalCount }"
    assert strict.codes(f"{{ a: {page} b: {page} }}") == ["STORE_UNAVAILABLE"] * 2
    assert strict.codes(f"{{ a: {page} b: {page} c: {page} }}") == ["COST_LIMIT"]
