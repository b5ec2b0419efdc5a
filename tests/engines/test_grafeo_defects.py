"""What Grafeo does otherwise than Cypher says, smallest first; docs/engines.md tells what we do.

Each test states the right behaviour and is expected to fail. When one passes, the engine has
mended it: remove the test, the passage of the document, and what the code does to avoid it.
"""

import time
from collections.abc import Callable
from typing import Any

import grafeo
import pytest

type Query = Callable[..., list[dict[str, Any]]]


@pytest.fixture
def query() -> Query:
    """A statement on a new graph in memory, by the engine itself."""
    db = grafeo.GrafeoDB()
    return lambda statement, parameters=None: db.execute_cypher(statement, parameters).to_list()


def seconds(query: Query, statement: str) -> float:
    started = time.process_time()
    query(statement)
    return time.process_time() - started


@pytest.mark.xfail(reason="a pattern that ends at a bound node is a cross product", strict=True)
def test_a_pattern_that_ends_at_a_bound_node_starts_from_it(query: Query) -> None:
    query("CREATE (:P)-[:FACES]->(:R {type: 'a'})")
    bound = "EXPLAIN MATCH (r:R) WHERE r.type = 'a' MATCH "
    assert "NodeScan (p" not in query(bound + "(r)<-[f:FACES]-(p) RETURN count(f)")[0]["plan"]
    assert "NodeScan (p" not in query(bound + "(p)-[f:FACES]->(r) RETURN count(f)")[0]["plan"]


@pytest.mark.xfail(reason="a unique key is checked by a scan without an index", strict=True)
def test_a_unique_key_needs_no_index_of_its_own(query: Query) -> None:
    query("CREATE CONSTRAINT k IF NOT EXISTS FOR (n:C) REQUIRE n.k IS UNIQUE")
    create = "UNWIND range({0}, {0} + 400) AS i CREATE (:{1} {{k: i}})"
    free = seconds(query, create.format(0, "Free"))
    assert seconds(query, create.format(1000, "C")) < 5 * max(free, 0.002)


@pytest.mark.xfail(reason="a map projection of null is a map of nulls", strict=True)
def test_a_map_projection_of_null_is_null(query: Query) -> None:
    query("CREATE (:Q)")
    found = query("MATCH (q:Q) OPTIONAL MATCH (q)-[:NONE]->(m) RETURN collect(m{.id}) AS all")
    assert found == [{"all": []}]


@pytest.mark.xfail(reason="labels cannot be parameters", strict=True, raises=grafeo.GrafeoError)
def test_labels_may_be_parameters(query: Query) -> None:
    query("CREATE (:Q)")
    query("MATCH (q:Q) SET q:$($label)", {"label": "New"})
    assert query("MATCH (n:New) RETURN count(n) AS n") == [{"n": 1}]


@pytest.mark.xfail(reason="no map as properties", strict=True, raises=grafeo.GrafeoError)
def test_a_map_may_be_all_properties_of_a_new_node(query: Query) -> None:
    assert query("CREATE (n:N $map) RETURN n.a AS a", {"map": {"a": 1}}) == [{"a": 1}]


@pytest.mark.xfail(reason="no COLLECT { } subquery", strict=True, raises=grafeo.GrafeoError)
def test_collect_takes_a_subquery(query: Query) -> None:
    assert query("RETURN COLLECT { MATCH (n:N) RETURN n.id } AS ids") == [{"ids": []}]


@pytest.mark.xfail(reason="no full-text DDL", strict=True, raises=grafeo.GrafeoError)
def test_a_text_index_is_made_in_cypher(query: Query) -> None:
    query("CREATE FULLTEXT INDEX t IF NOT EXISTS FOR (n:N) ON EACH [n.search]")


@pytest.mark.xfail(reason="no nested pattern comprehension", strict=True, raises=grafeo.GrafeoError)
def test_pattern_comprehensions_nest(query: Query) -> None:
    query("CREATE (:A)-[:E]->(:B)-[:F]->(:C {k: 3})")
    nested = "MATCH (a:A) RETURN [(a)-[:E]->(b) | [(b)-[:F]->(c) | c.k]] AS all"
    assert query(nested) == [{"all": [[3]]}]


@pytest.mark.xfail(reason="no expression in LIMIT", strict=True, raises=grafeo.GrafeoError)
def test_a_limit_may_be_an_expression(query: Query) -> None:
    query("CREATE (:A), (:A), (:A)")
    assert len(query("MATCH (a:A) RETURN a LIMIT $n + 1", {"n": 1})) == 2


@pytest.mark.xfail(reason="no time limit for a statement", strict=True, raises=TypeError)
def test_a_time_limit_can_be_given() -> None:
    grafeo.GrafeoDB(query_timeout=0.1)


@pytest.mark.xfail(reason="a closed file answers reads from memory", strict=True)
def test_a_closed_database_does_not_answer(tmp_path: Any) -> None:
    db = grafeo.GrafeoDB(str(tmp_path / "kg.grafeo"))
    db.close()
    with pytest.raises(grafeo.GrafeoError):
        db.execute_cypher("RETURN 1 AS one")


@pytest.mark.xfail(reason="a locked file is an internal error, known by its text", strict=True)
def test_a_locked_file_has_an_error_code(tmp_path: Any) -> None:
    db = grafeo.GrafeoDB(str(tmp_path / "kg.grafeo"))
    try:
        grafeo.GrafeoDB(str(tmp_path / "kg.grafeo"))
    except grafeo.GrafeoError as error:
        code = error.error_code
    db.close()
    assert code != "GRAFEO-X001"
