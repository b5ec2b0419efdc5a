"""Reads: the Cypher that compiled answers are made of."""

import pytest

from kg.store import Store, Transaction

FACES = [
    {"party": "p1", "norm": "r1", "key": "a", "status": "in_force", "claims": ["k1", "k2"]},
    {"party": "p2", "norm": "r1", "key": "b", "status": "proposed", "claims": ["k3"]},
    {"party": "p1", "norm": "r2", "key": "c", "status": "in_force", "claims": []},
]
NORMS = [{"id": "r1", "type": "cloud_access"}, {"id": "r2", "type": "chip_export"}]
CLAIMS = [{"key": "k1", "at": "q2"}, {"key": "k2", "at": "q1"}, {"key": "k3", "at": "q1"}]
STATEMENTS = (
    "UNWIND $norms AS row CREATE (n:Entity:Norm:Restriction {id: row.id, type: row.type})",
    "UNWIND ['p1', 'p2'] AS id CREATE (n:Entity:Party:Company {id: id, name: 'Name of ' + id})",
    "UNWIND $faces AS row MATCH (p:Entity {id: row.party}) MATCH (n:Entity {id: row.norm}) "
    "CREATE (p)-[:FACES {key: row.key, status: row.status, claims: row.claims}]->(n)",
    "UNWIND ['q1', 'q2'] AS id CREATE (q:Passage {id: id, exact: 'Sentence ' + id})",
    "UNWIND $claims AS row MATCH (n:Entity {id: 'r1'}) MATCH (q:Passage {id: row.at}) "
    "CREATE (c:Claim {key: row.key}) CREATE (c)-[:CLAIM_SUBJECT]->(n) CREATE (c)-[:EVIDENCE]->(q)",
)
MATCH = "MATCH (n:Restriction)<-[f:FACES]-(p:Party) WHERE n.type IN $types "
TYPES = {"types": ["cloud_access", "chip_export"]}


@pytest.fixture
def graph(store: Store) -> Store:
    """Two restrictions, three edges to two parties, three claims with their passages."""

    def work(tx: Transaction) -> None:
        for statement in STATEMENTS:
            tx.run(statement, {"norms": NORMS, "faces": FACES, "claims": CLAIMS})

    store.write(work)
    return store


def test_an_empty_store_gives_one_row_for_an_aggregate_and_none_otherwise(store: Store) -> None:
    assert store.read(MATCH + "RETURN count(f) AS n", TYPES) == [{"n": 0}]
    assert store.read(MATCH + "RETURN f.key AS key", TYPES) == []


def test_unwind_finds_nodes_by_key_in_any_order_and_skips_unknown_ones(graph: Store) -> None:
    found = graph.read(
        "UNWIND $ids AS id MATCH (n:Entity {id: id}) RETURN n.id AS id ORDER BY id DESC",
        {"ids": ["p1", "nobody", "r2", "p2"]},
    )
    assert [row["id"] for row in found] == ["r2", "p2", "p1"]


def test_map_projection_gives_null_for_what_is_absent(graph: Store) -> None:
    found = graph.read(
        "MATCH (n:Entity {id: 'r1'}) RETURN n{.id, .type, .name, kind: 'norm', more: [1]} AS node"
    )
    assert found == [
        {"node": {"id": "r1", "type": "cloud_access", "name": None, "kind": "norm", "more": [1]}}
    ]


def test_a_page_is_collected_in_order_into_one_row(graph: Store) -> None:
    statement = (
        MATCH + "AND f.key > $after WITH n, f, p ORDER BY f.key LIMIT 2 "
        "RETURN collect({key: f.key, party: p{.id}, norm: n{.id}}) AS page"
    )
    assert graph.read(statement, {**TYPES, "after": ""})[0]["page"] == [
        {"key": "a", "party": {"id": "p1"}, "norm": {"id": "r1"}},
        {"key": "b", "party": {"id": "p2"}, "norm": {"id": "r1"}},
    ]
    assert graph.read(statement, {**TYPES, "after": "b"})[0]["page"] == [
        {"key": "c", "party": {"id": "p1"}, "norm": {"id": "r2"}}
    ]
    assert graph.read(statement, {**TYPES, "after": "z"}) == [{"page": []}]


def test_count_and_page_come_from_two_blocks_of_one_statement(graph: Store) -> None:
    statement = (
        f"CALL {{ {MATCH} RETURN count(f) AS total }} "
        f"CALL {{ {MATCH} WITH f ORDER BY f.key LIMIT 1 RETURN collect(f.key) AS page }} "
        "RETURN {total: total, page: page} AS answer"
    )
    assert graph.read(statement, TYPES) == [{"answer": {"total": 3, "page": ["a"]}}]


def test_a_block_with_an_import_collects_in_its_own_order(graph: Store) -> None:
    statement = (
        MATCH + "WITH n, f ORDER BY f.key "
        "CALL (n, f) { MATCH (n)<-[:CLAIM_SUBJECT]-(c:Claim)-[:EVIDENCE]->(q:Passage) "
        "WHERE c.key IN f.claims WITH q ORDER BY q.id RETURN collect(q.exact) AS quotes } "
        "RETURN f.key AS key, quotes"
    )
    assert graph.read(statement, TYPES) == [
        {"key": "a", "quotes": ["Sentence q1", "Sentence q2"]},
        {"key": "b", "quotes": ["Sentence q1"]},
        {"key": "c", "quotes": []},
    ]


def test_pattern_comprehension_nests_what_hangs_on_a_node(graph: Store) -> None:
    statement = (
        "MATCH (n:Restriction) WITH n ORDER BY n.id RETURN n{.id, parties: "
        "[(n)<-[f:FACES]-(p:Party) WHERE f.status = $status | p{.id}]} AS norm"
    )
    assert graph.read(statement, {"status": "in_force"}) == [
        {"norm": {"id": "r1", "parties": [{"id": "p1"}]}},
        {"norm": {"id": "r2", "parties": [{"id": "p1"}]}},
    ]
    assert graph.read(statement, {"status": "ended"})[0]["norm"]["parties"] == []


def test_any_of_several_edge_types(graph: Store) -> None:
    found = graph.read(
        "MATCH (n:Entity {id: 'r1'})<-[e:FACES|CLAIM_SUBJECT]-(x) RETURN type(e) AS type, "
        "count(*) AS n ORDER BY type"
    )
    assert found == [{"type": "CLAIM_SUBJECT", "n": 3}, {"type": "FACES", "n": 2}]


def test_labels_are_tests_in_expressions(graph: Store) -> None:
    found = graph.read(
        "MATCH (n:Entity) RETURN n.id AS id, CASE WHEN n:Company THEN 'Company' "
        "WHEN n:Restriction THEN 'Restriction' END AS kind ORDER BY id"
    )
    assert [row["kind"] for row in found] == ["Company", "Company", "Restriction", "Restriction"]


def test_labels_come_as_a_list(graph: Store) -> None:
    found = graph.read("MATCH (n:Entity {id: 'p1'}) RETURN labels(n) AS labels")
    assert sorted(found[0]["labels"]) == ["Company", "Entity", "Party"]


def test_lists_are_sliced_indexed_and_filtered(store: Store) -> None:
    found = store.read(
        "RETURN $l[0..2] AS head, $l[1] AS second, $l[-1] AS last, size($l) AS size, "
        "[x IN $l WHERE x > 'a' | x + '!'] AS some, 'b' IN $l AS has",
        {"l": ["a", "b", "c"]},
    )
    assert found == [
        {
            "head": ["a", "b"],
            "second": "b",
            "last": "c",
            "size": 3,
            "some": ["b!", "c!"],
            "has": True,
        }
    ]


def test_absent_is_neither_equal_nor_unequal_and_coalesces(graph: Store) -> None:
    assert graph.read("MATCH (n:Entity) WHERE n.none = 1 OR n.none <> 1 RETURN n.id AS id") == []
    found = graph.read("MATCH (n:Entity {id: 'r1'}) RETURN coalesce(n.none, n.type) AS value")
    assert found == [{"value": "cloud_access"}]


def test_text_is_ordered_by_code_point(store: Store) -> None:
    texts = ["a", "B", "\u00e9", "a\u0001b", "aa", "\u534e", ""]
    found = store.read("UNWIND $texts AS t RETURN t ORDER BY t", {"texts": texts})
    assert [row["t"] for row in found] == sorted(texts)


def test_edges_are_changed_and_deleted(graph: Store) -> None:
    def work(tx: Transaction) -> None:
        tx.run("MATCH (:Entity {id: 'p1'})-[f:FACES]->(:Entity {id: 'r2'}) SET f += {status: 'x'}")
        tx.run("UNWIND ['r1'] AS id MATCH (n:Entity {id: id})<-[f:FACES]-(:Entity) DELETE f")

    graph.write(work)
    found = graph.read("MATCH ()-[f:FACES]->() RETURN f.status AS status, f.key AS key")
    assert found == [{"status": "x", "key": "c"}]
