"""One document all the way, on every store: from a file to answers with their exact sentences."""

from pathlib import Path
from typing import Any

import orjson
import pytest

from api.graphql.execute import Answerer, Request
from api.graphql.limits import Limits
from ingest.claims import ClaimMaker
from ingest.extract import pipeline
from ingest.load import load
from ingest.read import Source
from kg.store import Store
from ontology import reference

SAMPLE = Path("ingest/samples/distillation-dispute.md")


@pytest.fixture
def ask(store: Store) -> Any:
    load([Source(SAMPLE)], store, pipeline.load(), ClaimMaker(reference.load()))
    answerer = Answerer(store, Limits())

    def answer(query: str) -> Any:
        response = orjson.loads(answerer.answer(Request(query)))
        assert "errors" not in response, response
        return response["data"]

    return answer


def test_what_was_proposed_and_by_whom(ask: Any) -> None:
    rows = ask(
        "{ restrictions(statuses: [PROPOSED]) { edges { node { type modality "
        "imposedBy { id } bearers { name } restrictedParties { name } evidence { quote } } } } }"
    )["restrictions"]["edges"]
    found = {row["node"]["type"]: row["node"] for row in rows}
    assert {"CLOUD_ACCESS", "REPORTING", "IP_PROTECTION"} <= found.keys()
    cloud = found["CLOUD_ACCESS"]
    assert cloud["modality"] == "PROHIBITION"
    assert [p["name"] for p in cloud["restrictedParties"]] == [
        "entities linked to the Chinese military"
    ]
    assert [q["quote"] for q in cloud["evidence"]] == [
        "Barring American cloud providers from serving entities linked to the Chinese military."
    ]
    assert [p["id"] for p in cloud["imposedBy"]] == ["jurisdiction:us"]
    assert [p["name"] for p in found["REPORTING"]["bearers"]] != []


def test_who_is_said_to_have_distilled_and_who_denies_it(ask: Any) -> None:
    rows = ask(
        "{ claims(predicate: DISTILLED_FROM) { edges { node { subject { id } object { id } status "
        "disputedBy { claimant { id } evidence { quote } } } } } }"
    )["claims"]["edges"]
    said = {row["node"]["subject"]["id"]: row["node"] for row in rows}
    assert set(said) == {"company:bytedance", "company:baidu"}
    for one in said.values():
        assert (one["object"]["id"], one["status"]) == ("model:gpt-4", "ALLEGED")
        (denial,) = one["disputedBy"]
        assert denial["claimant"]["id"] == "jurisdiction:cn"
        assert denial["evidence"] == [{"quote": "Beijing rejects the charges."}]


def test_who_develops_the_model(ask: Any) -> None:
    found = ask('{ entity(id: "model:gpt-4") { ... on AIModel { developedBy { id } } } }')
    assert found["entity"]["developedBy"] == [{"id": "company:openai"}]
