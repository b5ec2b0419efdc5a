"""The Cypher that writes: one set for every engine, all of it batched by UNWIND.

Labels and edge types cannot be parameters, so that statements for a kind or a predicate are made
by functions from the closed tables of the ontology, never from input.
"""

from kg.store.cells import Columns, assigned, flag, integer, items, known, number
from kg.store.schema import SORT_SEPARATOR
from ontology.derive import labels
from ontology.vocabulary import EntityKind, Predicate

# What is known of these keys or ids, one in `each` row.
KNOWN_CLAIMS = "MATCH (c:Claim {key: row[0]}) RETURN c.key AS id"
KNOWN_ENTITIES = (
    "MATCH (n:Entity {id: row[0]}) "
    "RETURN n.id AS id, n.aliases AS aliases, n.name AS name, n.reference AS reference"
)
KNOWN_PASSAGES = "MATCH (p:Passage {id: row[0]}) RETURN p.id AS id"
KNOWN_DOCUMENTS = "MATCH (d:Document {id: row[0]}) RETURN d.id AS id"

SAID = (
    "c.key AS key, c.subject AS subject, c.predicate AS predicate, c.object AS object, "
    "c.value AS value, c.triple AS triple, c.status AS status, c.attested AS attested, "
    "c.validFrom AS validFrom, c.validTo AS validTo, c.precision AS precision, "
    "c.confidence AS confidence, c.disputed AS disputed"
)
CLAIMS_BY_TRIPLE = f"MATCH (c:Claim {{triple: row[0]}}) RETURN {SAID}"
CLAIMS_BY_SUBJECT = f"MATCH (s:Entity {{id: row[0]}})<-[:CLAIM_SUBJECT]-(c:Claim) RETURN {SAID}"
CLAIMS_BY_KEY = f"MATCH (c:Claim {{key: row[0]}}) RETURN {SAID}"
ALL_CLAIMS = f"MATCH (c:Claim) RETURN {SAID} ORDER BY key"
ALL_NORMS = "MATCH (n:Norm) RETURN n.id AS id, n.type AS type, n.modality AS modality ORDER BY id"

CREATE_RUNS = "UNWIND $rows AS row MERGE (r:Run {id: row.id}) SET r += row"
CREATE_DOCUMENTS = "UNWIND $rows AS row MERGE (d:Document {id: row.id}) SET d += row"
# The statements below run for `each` row of texts, which holds what the comment before them names.
# id, document, exact, start, end
CREATE_PASSAGES = (
    "MATCH (d:Document {id: row[1]}) CREATE (p:Passage {id: row[0], document: row[1], "
    f"exact: row[2], start: {integer(3)}, end: {integer(4)}}}) CREATE (p)-[:IN_DOCUMENT]->(d)"
)
# claim, passage
LINK_EVIDENCE = (
    "MATCH (c:Claim {key: row[0]}) MATCH (p:Passage {id: row[1]}) CREATE (c)-[:EVIDENCE]->(p)"
)
# claim, claimant
LINK_CLAIMANTS = (
    "MATCH (c:Claim {key: row[0]}) MATCH (n:Entity {id: row[1]}) CREATE (c)-[:CLAIMED_BY]->(n)"
)
# claim, disputed claim
LINK_DISPUTES = (
    "MATCH (c:Claim {key: row[0]}) MATCH (d:Claim {key: row[1]}) "
    "CREATE (c)-[:DISPUTES]->(d) SET d.disputed = true"
)
# entity, aliases, search text
SET_ALIASES = f"MATCH (n:Entity {{id: row[0]}}) SET n.aliases = {items(1)}, n.search = row[2]"
SET_TIMELINES = "UNWIND $rows AS row MATCH (n:Entity {id: row.id}) SET n += row.properties"
DELETE_FACING = (
    "UNWIND $ids AS id MATCH (n:Entity {id: id})<-[:FACING_NORM]-(f:Facing) DETACH DELETE f"
)
# norm, party, slot, role, status, from, to, validFrom, validTo, undated, assertion, confidence,
# keys of claims
CREATE_FACING = (
    "MATCH (n:Entity {id: row[0]}) MATCH (p:Entity {id: row[1]}) "
    f"CREATE (f:Facing {{key: p.sort + '{SORT_SEPARATOR}' + row[0] + '{SORT_SEPARATOR}' + row[3], "
    "slot: row[2], role: row[3], status: row[4], from: row[5], to: row[6], "
    f"validFrom: {known(7)}, validTo: {known(8)}, undated: {flag(9)}, assertion: row[10], "
    f"confidence: {number(11)}, claims: {items(12)}}}) "
    "CREATE (f)-[:FACING_PARTY]->(p) CREATE (f)-[:FACING_NORM]->(n)"
)


def create_entities(kind: EntityKind, columns: Columns) -> str:
    """Entities of one kind; an id that is already there is left as it is.

    A row: id, name, aliases, search text, sort key, then the cells of `columns`.
    """
    own = ":".join(label for label in labels(kind) if label != "Entity")
    more = f", n += {{{assigned(columns)}}}" if columns else ""
    return (
        f"MERGE (n:Entity {{id: row[0]}}) ON CREATE SET n:{own}, n.kind = '{kind.value}', "
        f"n.name = row[1], n.aliases = {items(2)}, n.search = row[3], n.sort = row[4]{more}"
    )


# The cells of a claim that is written; `$now` is when the graph learns it.
CLAIM = (
    ("key", "row[0]"),
    ("triple", "row[1]"),
    ("subject", "row[2]"),
    ("status", "row[5]"),
    ("confidence", number(6)),
    ("attested", "row[7]"),
    ("run", "row[8]"),
    ("claimant", known(9)),
    ("validFrom", known(10)),
    ("validTo", known(11)),
    ("precision", known(12)),
)


def create_claims(predicate: Predicate, *, relates: bool, projected: bool = False) -> str:
    """Claims of one predicate; row[3] is their passage, row[4] the object's id or the value.

    With `projected`, also the direct edge of each, for triples that no other claim shares.
    """
    target = "object" if relates else "value"
    parts = [
        "MATCH (s:Entity {id: row[2]}) MATCH (p:Passage {id: row[3]})",
        "MATCH (o:Entity {id: row[4]})" if relates else "",
        f"CREATE (c:Claim {{{assigned(CLAIM)}, `{target}`: row[4], "
        f"predicate: '{predicate.value}', recordedAt: $now}})",
        "CREATE (c)-[:CLAIM_SUBJECT]->(s) CREATE (c)-[:EVIDENCE]->(p)",
        "CREATE (c)-[:CLAIM_OBJECT]->(o)" if relates else "",
        f"CREATE (s)-[:{predicate.edge} {{status: row[5], confidence: {number(6)}, "
        f"validFrom: {known(10)}, validTo: {known(11)}, precision: {known(12)}, "
        "claims: [row[0]]}]->(o)"
        if projected
        else "",
    ]
    return " ".join(part for part in parts if part)


def create_edges(predicate: Predicate) -> str:
    return (
        "UNWIND $rows AS row MATCH (s:Entity {id: row.subject}) MATCH (o:Entity {id: row.object}) "
        f"CREATE (s)-[e:{predicate.edge}]->(o) SET e += row.properties"
    )


def delete_edges(predicate: Predicate) -> str:
    return (
        "UNWIND $rows AS row MATCH (s:Entity {id: row.subject})"
        f"-[e:{predicate.edge}]->(:Entity {{id: row.object}}) DELETE e"
    )
