"""The graph as one table: a row for each passage of each claim."""

import csv
import io

from kg.store.base import Store

COLUMNS = (
    "claim",
    "subject",
    "subject_name",
    "predicate",
    "object",
    "object_name",
    "value",
    "assertion",
    "claimant",
    "valid_from",
    "valid_to",
    "confidence",
    "quote",
    "start",
    "end",
    "document",
    "title",
    "url",
    "published",
)
PAGE = 2_000
ROWS = (
    "MATCH (c:Claim) WHERE c.key > $after WITH c ORDER BY c.key LIMIT $page "
    "MATCH (c)-[:CLAIM_SUBJECT]->(s:Entity) "
    "MATCH (c)-[:EVIDENCE]->(p:Passage)-[:IN_DOCUMENT]->(d:Document) "
    "OPTIONAL MATCH (c)-[:CLAIM_OBJECT]->(o:Entity) "
    "RETURN c.key AS claim, s.id AS subject, s.name AS subject_name, c.predicate AS predicate, "
    "o.id AS object, o.name AS object_name, c.value AS value, c.status AS assertion, "
    "c.claimant AS claimant, c.validFrom AS valid_from, c.validTo AS valid_to, "
    "c.confidence AS confidence, p.exact AS quote, p.start AS start, p.end AS end, "
    "d.id AS document, d.title AS title, d.url AS url, d.published AS published "
    "ORDER BY claim, document, start"
)


def csv_text(store: Store) -> str:
    """The table as CSV (RFC 4180) with a header line."""
    out = io.StringIO()
    table = csv.DictWriter(out, COLUMNS, lineterminator="\r\n")
    table.writeheader()
    after = ""
    while rows := store.read(ROWS, {"after": after, "page": PAGE}):
        table.writerows(rows)
        after = rows[-1]["claim"]
    return out.getvalue()
