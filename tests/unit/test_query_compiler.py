"""Compilation: one deterministic statement, values only as parameters, sorted before projected."""

import json
from collections.abc import Mapping
from typing import Any

import pytest

from kg.query import (
    BadCursorError,
    Compiled,
    Connection,
    Field,
    Filter,
    Group,
    Hop,
    Key,
    Object,
    Part,
    Value,
    compile_field,
    cursors,
)

NAME = Field("label", Value("<it>.name"))
PARENT = Hop("MATCH (<it>)-[:PART_OF]->(<new>:Entity)", (Key("<new>.sort"),))
LIST = Connection(
    "MATCH (<new>:Entity)",
    (Key("<new>.sort"),),
    (Filter("kind", "<new>.kind = $kind", lambda arguments: arguments.get("kind")),),
)
DAY = {"asOf": "2026-11-24"}


def concrete(*fields: Field) -> Object:
    return Object((Group(frozenset({"Agency"}), fields),))


def page(node: Object, arguments: Mapping[str, Any], *more: Field) -> Compiled:
    edges = Field("edges", Part.EDGES, object=concrete(Field("node", Part.NODE, object=node)))
    return compile_field(Field("list", LIST, arguments, concrete(edges, *more)), DAY)


def test_the_same_question_with_other_values_is_the_same_text() -> None:
    one = page(concrete(NAME), {"first": 2, "kind": "Agency", "after": cursors.encode(["a"])})
    other = page(concrete(NAME), {"first": 9, "kind": "Company", "after": cursors.encode(["b"])})
    assert one.text == other.text
    assert one.parameters == {"kind": "Agency", "after": "a", "limit": 3}
    assert other.parameters == {"kind": "Company", "after": "b", "limit": 10}


def test_no_value_is_ever_written_into_the_text() -> None:
    evil = "x' OR 1=1 //"
    text = page(concrete(NAME), {"first": 2, "kind": evil, "after": cursors.encode([evil])}).text
    assert "OR 1=1" not in text


def test_rows_are_sorted_and_limited_before_anything_is_projected() -> None:
    nested = Field("parents", PARENT, object=concrete(NAME))
    text = page(concrete(nested), {"first": 2}).text
    assert text.index("LIMIT $limit") < text.index("PART_OF")


def test_a_list_is_counted_only_if_its_total_is_asked_for() -> None:
    assert "count(" not in page(concrete(NAME), {"first": 2}).text
    assert "count(" in page(concrete(NAME), {"first": 2}, Field("n", Part.TOTAL)).text


def test_one_more_row_than_the_page_is_read_and_not_shown() -> None:
    fact = Field("more", Part.HAS_NEXT)
    compiled = page(
        concrete(NAME), {"first": 2}, Field("page", Part.PAGE_INFO, object=concrete(fact))
    )
    rows = [{"__keys": [name], "node0": {"label": name}} for name in "abc"]
    shown = compiled.shape({"rows": rows})
    assert [edge["node"]["label"] for edge in shown["edges"]] == ["a", "b"]
    assert shown["page"] == {"more": True}
    assert compiled.shape({"rows": rows[:2]})["page"] == {"more": False}


def test_fields_come_in_the_order_of_the_question() -> None:
    node = concrete(Field("z", Value("<it>.id")), Field("a", Value("<it>.name")))
    shown = page(node, {"first": 1}).shape(
        {"rows": [{"__keys": ["k"], "node0": {"a": "name", "z": "id"}}]}
    )
    assert json.dumps(shown["edges"][0]["node"]) == '{"z": "id", "a": "name"}'


def test_kinds_that_use_one_key_for_different_things_do_not_mix() -> None:
    code, name = Field("x", Value("<it>.code")), Field("x", Value("<it>.name"))
    node = Object(
        (Group(frozenset({"Agency"}), (code,)), Group(frozenset({"Company"}), (name,))), True
    )
    shape = page(node, {"first": 3}).shape
    stored = {"x": "code", "x_2": "name"}
    rows = [
        {"__keys": [kind], "node0": {"__kind": kind, **stored}}
        for kind in ("Agency", "Company", "Unheard")
    ]
    shown = [edge["node"] for edge in shape({"rows": rows})["edges"]]
    assert shown == [{"x": "code"}, {"x": "name"}, {}]


def test_a_leaf_is_converted_unless_it_is_unknown() -> None:
    node = concrete(Field("up", Value("<it>.x"), convert=str.upper))
    shape = page(node, {"first": 3}).shape
    rows = [{"__keys": [1], "node0": {"up": value}} for value in ("a", None, ["b", "c"])]
    shown = [edge["node"]["up"] for edge in shape({"rows": rows})["edges"]]
    assert shown == ["A", None, ["B", "C"]]


@pytest.mark.parametrize("cursor", ["", "a", "é", "bnVsbA==", cursors.encode(["a", "b"])])
def test_only_cursors_of_this_list_are_taken(cursor: str) -> None:
    with pytest.raises(BadCursorError):
        page(concrete(NAME), {"first": 1, "after": cursor})
