"""Everything in a store, in a fixed order and a page at a time."""

from collections.abc import Iterator

from kg.store.base import Row, Store

PAGE = 2_000

ENTITIES = (
    "MATCH (n:Entity) WHERE n.id > $after WITH n ORDER BY n.id LIMIT $page "
    "RETURN n.id AS id, n{.*} AS row ORDER BY id"
)
DOCUMENTS = (
    "MATCH (n:Document) WHERE n.id > $after WITH n ORDER BY n.id LIMIT $page "
    "RETURN n.id AS id, n{.*} AS row ORDER BY id"
)
PASSAGES = (
    "MATCH (n:Passage) WHERE n.id > $after WITH n ORDER BY n.id LIMIT $page "
    "RETURN n.id AS id, n{.*} AS row ORDER BY id"
)
CLAIMS = (
    "MATCH (n:Claim) WHERE n.key > $after WITH n ORDER BY n.key LIMIT $page "
    "RETURN n.key AS id, n{.*, "
    "evidence: [(n)-[:EVIDENCE]->(p:Passage) | p.id], "
    "disputes: [(n)-[:DISPUTES]->(d:Claim) | d.key]} AS row ORDER BY id"
)
RUNS = (
    "MATCH (n:Run) WHERE n.id > $after WITH n ORDER BY n.id LIMIT $page "
    "RETURN n.id AS id, n{.*} AS row ORDER BY id"
)


def everything(store: Store, statement: str) -> Iterator[Row]:
    """The rows of one of the statements above, by keyset pages."""
    after = ""
    while rows := store.read(statement, {"after": after, "page": PAGE}):
        for row in rows:
            yield row["row"]
        after = rows[-1]["id"]
