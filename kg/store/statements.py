"""The Cypher that writes: one set for every engine, all of it batched by UNWIND.

Labels and edge types cannot be parameters, so that statements for a kind or a predicate are made
by functions from the closed tables of the ontology, never from input.
"""

from kg.projection import PAST_SLOT, past_edge
from kg.store.cells import Columns, assigned, flag, integer, items, known, number
from kg.store.schema import SORT_SEPARATOR
from ontology.derive import labels
from ontology.vocabulary import EntityKind, Predicate

# What is known of these keys or ids, one in `each` row.
KNOWN_CLAIMS = "MATCH (c:Claim {key: row[0]}) RETURN c.key AS id, c.supersededAt IS NULL AS live"
KNOWN_ENTITIES = (
    "MATCH (n:Entity {id: row[0]}) "
    "RETURN n.id AS id, n.aliases AS aliases, n.aliasesSince AS since, n.name AS name, "
    "n.recordedAt AS recordedAt, n.reference AS reference"
)
KNOWN_PASSAGES = "MATCH (p:Passage {id: row[0]}) RETURN p.id AS id"
KNOWN_DOCUMENTS = "MATCH (d:Document {id: row[0]}) RETURN d.id AS id"

SAID = (
    "c.key AS key, c.subject AS subject, c.predicate AS predicate, c.object AS object, "
    "c.value AS value, c.triple AS triple, c.status AS status, c.attested AS attested, "
    "c.validFrom AS validFrom, c.validTo AS validTo, c.precision AS precision, "
    "c.confidence AS confidence, "
    "EXISTS { MATCH (c)<-[:DISPUTES]-(d:Claim) WHERE d.supersededAt IS NULL } AS disputed"
)
LIVE = "c.supersededAt IS NULL"
CLAIMS_BY_TRIPLE = f"MATCH (c:Claim {{triple: row[0]}}) WHERE {LIVE} RETURN {SAID}"
CLAIMS_BY_SUBJECT = (
    f"MATCH (s:Entity {{id: row[0]}})<-[:CLAIM_SUBJECT]-(c:Claim) WHERE {LIVE} RETURN {SAID}"
)
CLAIMS_BY_KEY = f"MATCH (c:Claim {{key: row[0]}}) WHERE {LIVE} RETURN {SAID}"
ALL_CLAIMS = f"MATCH (c:Claim) WHERE {LIVE} RETURN {SAID} ORDER BY key"
# source, document: its other versions
OTHER_VERSIONS = "MATCH (d:Document {source: row[0]}) WHERE d.id <> row[1] RETURN d.id AS id"
IN_DOCUMENT = "MATCH (d:Document {id: row[0]})<-[:IN_DOCUMENT]-(:Passage)<-[:EVIDENCE]-(c:Claim)"
CLAIMS_OF_DOCUMENT = f"{IN_DOCUMENT} WHERE {LIVE} RETURN DISTINCT {SAID}"
# document, run, extractor: what earlier runs of the extractor found in the document
CLAIMS_OF_EARLIER_RUNS = (
    f"{IN_DOCUMENT} WHERE {LIVE} AND c.run <> row[1] MATCH (r:Run {{id: c.run}}) "
    f"WHERE r.extractor = row[2] RETURN DISTINCT {SAID}"
)
# claim: what it disputes
DISPUTED_BY = (
    "MATCH (:Claim {key: row[0]})-[:DISPUTES]->(c:Claim) WHERE c.supersededAt IS NULL "
    "RETURN DISTINCT c.key AS id"
)
SUPERSEDE = "MATCH (c:Claim {key: row[0]}) SET c.supersededAt = $now"
NORMS = (
    "MATCH (n:Entity {id: row[0]}) WHERE n.modality IS NOT NULL "
    "RETURN n.id AS id, n.type AS type, n.modality AS modality, n.statuses AS statuses, "
    "n.statusFrom AS statusFrom, n.statusTo AS statusTo, n.undated AS undated, "
    "coalesce(n.withdrawn, false) AS withdrawn"
)

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
    "MATCH (c:Claim {key: row[0]}) MATCH (d:Claim {key: row[1]}) CREATE (c)-[:DISPUTES]->(d)"
)
# entity, aliases, since when each is known, search text
SET_ALIASES = (
    f"MATCH (n:Entity {{id: row[0]}}) SET n.aliases = {items(1)}, n.aliasesSince = {items(2)}, "
    "n.search = row[3]"
)
# What a norm's status periods were thought to be stays beside them, with when that was thought.
SET_STANDING = (
    "UNWIND $rows AS row MATCH (n:Entity {id: row.id}) "
    + " ".join(
        f"SET n.{past} = coalesce(n.{past}, []) + {was}"
        for past, was in (
            ("pastStatuses", "n.statuses"),
            ("pastFrom", "n.statusFrom"),
            ("pastTo", "n.statusTo"),
            ("pastSince", "[i IN n.statuses | n.standingSince]"),
            ("pastUntil", "[i IN n.statuses | $now]"),
        )
    )
    + " SET n += row.properties SET n.standingSince = $now"
)
# The cells of a facing, after its norm and party.
FACING = (
    ("slot", "row[2]"),
    ("role", "row[3]"),
    ("status", "row[4]"),
    ("from", "row[5]"),
    ("to", "row[6]"),
    ("validFrom", known(7)),
    ("validTo", known(8)),
    ("undated", flag(9)),
    ("assertion", "row[10]"),
    ("confidence", number(11)),
    ("claims", items(12)),
)
CREATE_FACING = (
    "MATCH (n:Entity {id: row[0]}) MATCH (p:Entity {id: row[1]}) "
    f"CREATE (f:Facing {{key: p.sort + '{SORT_SEPARATOR}' + row[0] + '{SORT_SEPARATOR}' + row[3], "
    f"{assigned(FACING)}, recordedAt: $now}}) "
    "CREATE (f)-[:FACING_PARTY]->(p) CREATE (f)-[:FACING_NORM]->(n)"
)
# norm
CURRENT_FACING = (
    "MATCH (n:Entity {id: row[0]})<-[:FACING_NORM]-(f:Facing)-[:FACING_PARTY]->(p:Entity) "
    "WHERE f.supersededAt IS NULL RETURN n.id AS norm, p.id AS party, "
    + ", ".join(f"f.{name} AS {name}" for name, _ in FACING)
)
# norm, party, slot, role, status, from: kept, but out of the way of questions about the present
SUPERSEDE_FACING = (
    "MATCH (n:Entity {id: row[0]})<-[:FACING_NORM]-(f:Facing)-[:FACING_PARTY]->(p:Entity) "
    "WHERE p.id = row[1] AND f.slot = row[2] AND f.from = row[5] "
    f"SET f.slot = '{PAST_SLOT}' + f.slot, f.supersededAt = $now"
)


def create_entities(kind: EntityKind, columns: Columns) -> str:
    """Entities of one kind; an id that is already there is left as it is.

    A row: id, name, aliases, search text, sort key, then the cells of `columns`.
    """
    own = ":".join(label for label in labels(kind) if label != "Entity")
    more = f", n += {{{assigned(columns)}}}" if columns else ""
    return (
        f"MERGE (n:Entity {{id: row[0]}}) ON CREATE SET n:{own}, n.kind = '{kind.value}', "
        "n.recordedAt = $now, "
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
        "claims: [row[0]], recordedAt: $now}]->(o)"
        if projected
        else "",
    ]
    return " ".join(part for part in parts if part)


EDGE = ("status", "disputed", "confidence", "validFrom", "validTo", "precision", "claims")


def current_edges(predicate: Predicate) -> str:
    """The projected edges of a predicate; a row: subject, object."""
    found = ", ".join(f"e.{name} AS {name}" for name in EDGE)
    return f"{_between(predicate)} RETURN row[0] AS subject, row[1] AS object, {found}"


def create_edges(predicate: Predicate) -> str:
    return (
        "UNWIND $rows AS row MATCH (s:Entity {id: row.subject}) MATCH (o:Entity {id: row.object}) "
        f"CREATE (s)-[e:{predicate.edge} {{recordedAt: $now}}]->(o) SET e += row.properties"
    )


def supersede_edges(predicate: Predicate) -> str:
    """Edges become past ones, of a type that only questions about the past follow."""
    return (
        f"{_between(predicate)} CREATE (s)-[w:{past_edge(predicate.edge)}]->(o) "
        "SET w += properties(e) SET w.supersededAt = $now DELETE e"
    )


def _between(predicate: Predicate) -> str:
    return f"MATCH (s:Entity {{id: row[0]}})-[e:{predicate.edge}]->(o:Entity {{id: row[1]}})"
