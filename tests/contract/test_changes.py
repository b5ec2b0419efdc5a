"""What changed since a moment: rows won, rows lost, rows whose status is another."""

from typing import Any

import orjson

from api.graphql.execute import Answerer, Request
from api.graphql.limits import Limits
from kg.claims import Batch, Claim, Document, Entity, Interval, Passage, Run
from kg.store import Store
from kg.store.writer import retract, write
from ontology.vocabulary import AssertionStatus, EntityKind, LegalStatus, Predicate
from tests.graphs import entity, restriction

ARIA, BRIO = (entity(EntityKind.COMPANY, name) for name in ("Aria", "Brio"))
CLOUD = restriction("Cloud rule", "cloud_access", "prohibition")
REPORT = restriction("Report", "reporting", "obligation")
QUESTION = """
query Changes($since: DateTime!, $parties: [ID!]) {
  changes(since: $since, asOf: "2026-06-01") {
    gained(parties: $parties) { totalCount edges { node { ...row before { ...row } } } }
    lost(parties: $parties) { totalCount edges { node { ...row } } }
  }
}
fragment row on Facing {
  party { ... on Company { name } } restriction { name } status evidence { quote }
}
"""


def said(text: str, norm: Entity, target: Entity | LegalStatus, day: str | None = None) -> Batch:
    source = Document(text, text)
    claim = Claim(
        norm.id,
        Predicate.LEGAL_STATUS if isinstance(target, LegalStatus) else Predicate.RESTRICTED_PARTY,
        AssertionStatus.REPORTED,
        source.id,
        (Passage(source.id, 0, len(text), text),),
        object=None if isinstance(target, LegalStatus) else target.id,
        value=target.value if isinstance(target, LegalStatus) else None,
        valid=Interval(day),
    )
    parties = () if isinstance(target, LegalStatus) else (target,)
    return Batch(source, (norm, *parties), (claim,), Run("run:1", "test", "0", "2026-11-24"))


def at(minute: int) -> str:
    return f"2026-11-24T12:{minute:02}:00Z"


def changes(store: Store, since: str, parties: list[str] | None = None) -> dict[str, list[Any]]:
    variables = {"since": since, "parties": parties}
    answer = orjson.loads(Answerer(store, Limits(timeout=60)).answer(Request(QUESTION, variables)))
    assert "errors" not in answer, answer["errors"]
    return {
        kind: [edge["node"] for edge in page["edges"]]
        for kind, page in answer["data"]["changes"].items()
    }


def row(party: str, norm: str, status: str, quote: str) -> dict[str, Any]:
    return {
        "party": {"name": party},
        "restriction": {"name": norm},
        "status": status,
        "evidence": [{"quote": quote}],
    }


def test_new_rows_other_statuses_and_rows_lost(store: Store) -> None:
    write(store, [said("Aria is cut off.", CLOUD, ARIA)], now=at(0))
    write(store, [said("It is proposed.", CLOUD, LegalStatus.PROPOSED)], now=at(0))
    write(store, [said("Brio is cut off.", REPORT, BRIO)], now=at(0))
    in_force = said("It took effect.", CLOUD, LegalStatus.IN_FORCE, "2026-05-01")
    write(store, [in_force], now=at(2))
    write(store, [said("Brio too.", CLOUD, BRIO)], now=at(2))
    ended = store.read(
        "MATCH (c:Claim)-[:CLAIM_SUBJECT]->(n {id: $id}) RETURN c.key AS key", {"id": REPORT.id}
    )
    retract(store, [ended[0]["key"]], now=at(3))
    aria = row("Aria", "Cloud rule", "IN_FORCE", "Aria is cut off.")
    was = row("Aria", "Cloud rule", "PROPOSED", "Aria is cut off.")
    brio = row("Brio", "Cloud rule", "IN_FORCE", "Brio too.")
    lost = row("Brio", "Report", "UNKNOWN", "Brio is cut off.")
    assert changes(store, at(1)) == {
        "gained": [{**aria, "before": was}, {**brio, "before": None}],
        "lost": [lost],
    }
    assert changes(store, at(1), [ARIA.id]) == {"gained": [{**aria, "before": was}], "lost": []}
    assert changes(store, at(2)) == {"gained": [], "lost": [lost]}
    assert changes(store, at(3)) == {"gained": [], "lost": []}


def test_one_more_source_changes_nothing(store: Store) -> None:
    write(store, [said("Aria is cut off.", CLOUD, ARIA)], now=at(0))
    write(store, [said("Yes, Aria is.", CLOUD, ARIA)], now=at(2))
    assert changes(store, at(1)) == {"gained": [], "lost": []}
