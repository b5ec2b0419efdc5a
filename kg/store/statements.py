"""The Cypher that writes: one set for every engine, all of it batched by UNWIND.

Labels and edge types cannot be parameters, so that statements for a kind or a predicate are made
by functions from the closed tables of the ontology, never from input.
"""

from ontology.derive import labels
from ontology.vocabulary import EntityKind, Predicate

KNOWN_CLAIMS = "UNWIND $keys AS key MATCH (c:Claim {key: key}) RETURN c.key AS id"
KNOWN_ENTITIES = (
    "UNWIND $ids AS id MATCH (n:Entity {id: id}) "
    "RETURN n.id AS id, n.aliases AS aliases, n.name AS name, n.reference AS reference"
)
KNOWN_PASSAGES = "UNWIND $ids AS id MATCH (p:Passage {id: id}) RETURN p.id AS id"
KNOWN_DOCUMENTS = "UNWIND $ids AS id MATCH (d:Document {id: id}) RETURN d.id AS id"

SAID = (
    "c.key AS key, c.subject AS subject, c.predicate AS predicate, c.object AS object, "
    "c.value AS value, c.triple AS triple, c.status AS status, c.attested AS attested, "
    "c.validFrom AS validFrom, c.validTo AS validTo, c.precision AS precision, "
    "c.confidence AS confidence, c.disputed AS disputed"
)
CLAIMS_BY_TRIPLE = f"UNWIND $keys AS triple MATCH (c:Claim {{triple: triple}}) RETURN {SAID}"
CLAIMS_BY_SUBJECT = f"UNWIND $keys AS id MATCH (c:Claim {{subject: id}}) RETURN {SAID}"
CLAIMS_BY_KEY = f"UNWIND $keys AS key MATCH (c:Claim {{key: key}}) RETURN {SAID}"
ALL_CLAIMS = f"MATCH (c:Claim) RETURN {SAID} ORDER BY key"
ALL_NORMS = "MATCH (n:Norm) RETURN n.id AS id, n.modality AS modality ORDER BY id"

CREATE_RUNS = "UNWIND $rows AS row MERGE (r:Run {id: row.id}) SET r += row"
CREATE_DOCUMENTS = "UNWIND $rows AS row MERGE (d:Document {id: row.id}) SET d += row"
CREATE_PASSAGES = (
    "UNWIND $rows AS row MATCH (d:Document {id: row.document}) "
    "CREATE (p:Passage {id: row.id, document: row.document, exact: row.exact, "
    "start: row.start, end: row.end}) CREATE (p)-[:IN_DOCUMENT]->(d)"
)
LINK_EVIDENCE = (
    "UNWIND $rows AS row MATCH (c:Claim {key: row.key}) MATCH (p:Passage {id: row.passage}) "
    "CREATE (c)-[:EVIDENCE]->(p)"
)
LINK_CLAIMANTS = (
    "UNWIND $rows AS row MATCH (c:Claim {key: row.key}) MATCH (n:Entity {id: row.claimant}) "
    "CREATE (c)-[:CLAIMED_BY]->(n)"
)
LINK_DISPUTES = (
    "UNWIND $rows AS row MATCH (c:Claim {key: row.key}) MATCH (d:Claim {key: row.disputed}) "
    "CREATE (c)-[:DISPUTES]->(d) SET d.disputed = true"
)
SET_ALIASES = (
    "UNWIND $rows AS row MATCH (n:Entity {id: row.id}) "
    "SET n.aliases = row.aliases, n.search = row.search"
)
SET_TIMELINES = "UNWIND $rows AS row MATCH (n:Entity {id: row.id}) SET n += row.properties"
DELETE_FACES = "UNWIND $ids AS id MATCH (n:Entity {id: id})<-[f:FACES]-(:Entity) DELETE f"
# Group: one norm, role and period; rows: [party id, claim keys].
CREATE_FACES = (
    "UNWIND $groups AS g MATCH (n:Entity {id: g.norm}) "
    "UNWIND g.rows AS row MATCH (p:Entity {id: row[0]}) "
    "CREATE (p)-[:FACES {key: p.sort + g.suffix, role: g.role, status: g.status, "
    "from: g.from, to: g.to, validFrom: g.validFrom, validTo: g.validTo, undated: g.undated, "
    "assertion: g.assertion, confidence: g.confidence, claims: row[1]}]->(n)"
)


def create_entities(kind: EntityKind) -> str:
    """Entities of one kind; an id that is already there is left as it is.

    Rows: [id, name, aliases, search text, sort key, other properties].
    """
    own = ":".join(label for label in labels(kind) if label != "Entity")
    return (
        "UNWIND $rows AS row MERGE (n:Entity {id: row[0]}) "
        f"ON CREATE SET n:{own}, n.kind = '{kind.value}', n.name = row[1], n.aliases = row[2], "
        "n.search = row[3], n.sort = row[4], n += row[5]"
    )


# What the claims of a group share: engines take their time over every text of a parameter.
SHARED = (
    "document",
    "attested",
    "recordedAt",
    "run",
    "status",
    "confidence",
    "claimant",
    "validFrom",
    "validTo",
    "precision",
)


def create_claims(predicate: Predicate, *, relates: bool, projected: bool = False) -> str:
    """Claims of one predicate; rows: [key, triple, subject id, passage id, object id or value].

    With `projected`, also the direct edge of each, for triples that no other claim shares.
    """
    shared = ", ".join(f"{name}: g.{name}" for name in SHARED)
    target = "object" if relates else "value"
    parts = [
        "UNWIND $groups AS g UNWIND g.rows AS row "
        "MATCH (s:Entity {id: row[2]}) MATCH (p:Passage {id: row[3]})",
        "MATCH (o:Entity {id: row[4]})" if relates else "",
        f"CREATE (c:Claim {{key: row[0], triple: row[1], subject: row[2], {target}: row[4], "
        f"predicate: '{predicate.value}', {shared}}})",
        "CREATE (c)-[:CLAIM_SUBJECT]->(s) CREATE (c)-[:EVIDENCE]->(p)",
        "CREATE (c)-[:CLAIM_OBJECT]->(o)" if relates else "",
        f"CREATE (s)-[:{predicate.edge} {{triple: row[1], status: g.status, disputed: false, "
        "confidence: g.confidence, validFrom: g.validFrom, validTo: g.validTo, "
        "precision: g.precision, claims: [row[0]]}]->(o)"
        if projected
        else "",
    ]
    return " ".join(part for part in parts if part)


def create_edges(predicate: Predicate) -> str:
    return (
        "UNWIND $rows AS row MATCH (s:Entity {id: row.subject}) MATCH (o:Entity {id: row.object}) "
        f"CREATE (s)-[e:{predicate.edge} {{triple: row.triple}}]->(o) SET e += row.properties"
    )


def delete_edges(predicate: Predicate) -> str:
    return (
        "UNWIND $rows AS row MATCH (s:Entity {id: row.subject})"
        f"-[e:{predicate.edge}]->(:Entity {{id: row.object}}) DELETE e"
    )
