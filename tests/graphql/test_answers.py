"""What analysts ask, answered over HTTP from both engines."""

import pytest

from tests.graphql.sample import ALLEGED, CLOUD, Ask

MAIN = """
{
  facing(type: CLOUD_ACCESS, asOf: "2026-11-24", statuses: [PROPOSED, IN_FORCE], first: 50) {
    totalCount
    pageInfo { endCursor hasNextPage }
    edges { cursor node {
      party { __typename ... on Company { id name } ... on PartyClass { id name } }
      restriction {
        id type modality status imposedBy { name } bearers { name } instrument { title }
      }
      evidence { quote start end document { id title url published } }
    } }
  }
}
"""


def faced(ask: Ask, arguments: str) -> list[str]:
    query = f"{{ facing({arguments}) {{ edges {{ node {{ restriction {{ id }} }} }} }} }}"
    edges = ask.data(query)["facing"]["edges"]
    return [edge["node"]["restriction"]["id"].removeprefix("restriction:") for edge in edges]


def test_the_main_question_has_its_answer_with_the_sentence(ask: Ask) -> None:
    page = ask.data(MAIN)["facing"]
    (edge,) = page["edges"]
    document = edge["node"]["evidence"][0].pop("document")
    assert edge["node"] == {
        "party": {
            "__typename": "PartyClass",
            "id": "class:linked",
            "name": "Entities linked to the military",
        },
        "restriction": {
            "id": "restriction:cloud",
            "type": "CLOUD_ACCESS",
            "modality": "PROHIBITION",
            "status": "PROPOSED",
            "imposedBy": [{"name": "Bureau of Industry and Security"}],
            "bearers": [],
            "instrument": {"title": "Remote Access Bill"},
        },
        "evidence": [{"quote": CLOUD, "start": 0, "end": len(CLOUD)}],
    }
    assert document["published"] == "2026-01-10"
    assert page["totalCount"] == 1
    assert page["pageInfo"] == {"endCursor": edge["cursor"], "hasNextPage": False}


@pytest.mark.parametrize(
    ("arguments", "norms"),
    [
        ("type: EXPORT", ["chips"]),
        ("type: EXPORT, exact: true", []),
        ("types: [CHIP_EXPORT, CLOUD_ACCESS]", ["cloud", "chips"]),
        ("", ["cloud", "chips", "report"]),
        ("roles: [OBLIGED]", ["report"]),
        ("statuses: [PROPOSED]", ["cloud", "report"]),
        ("statuses: [FLOATED]", ["report"]),
        ("statuses: [ENDED]", ["old"]),
        ('asOf: "2022-10-06"', ["cloud", "report"]),
        ('asOf: "2022-10-07"', ["cloud", "chips", "report"]),
        ("minConfidence: 0.6", ["cloud", "report"]),
        ("includeUndated: false", ["chips"]),
        ('party: "company:inspur"', ["chips"]),
        ('party: "company:nobody"', []),
    ],
)
def test_facing_is_narrowed_by_its_arguments(ask: Ask, arguments: str, norms: list[str]) -> None:
    assert sorted(faced(ask, arguments or "first: 9")) == sorted(norms)


def test_an_allegation_comes_with_its_claimant_and_its_denial(ask: Ask) -> None:
    query = """
    { entity(id: "company:deepseek") { ... on Company {
        allegations { edges { node {
            predicate object { name } claimant { name } status
            disputedBy { status subject { name } } evidence { quote } } } }
        distilledFrom { status disputed target { name ... on AIModel { developedBy { name } } } }
    } } }
    """
    company = ask.data(query)["entity"]
    assert company["allegations"]["edges"] == [
        {
            "node": {
                "predicate": "DISTILLED_FROM",
                "object": {"name": "GPT-4"},
                "claimant": {"name": "OpenAI"},
                "status": "ALLEGED",
                "disputedBy": [{"status": "DENIED", "subject": {"name": "DeepSeek"}}],
                "evidence": [{"quote": ALLEGED}],
            }
        }
    ]
    assert company["distilledFrom"] == [
        {
            "status": "ALLEGED",
            "disputed": True,
            "target": {"name": "GPT-4", "developedBy": [{"name": "OpenAI"}]},
        }
    ]


def test_names_and_aliases_are_searched_best_first(ask: Ask) -> None:
    query = "query ($words: String) { entities(search: $words) { edges { node { id } } } }"
    for words, found in (("bis", "agency:us-bis"), ("inspur", "company:inspur")):
        edges = ask.data(query, words=words)["entities"]["edges"]
        assert [edge["node"]["id"] for edge in edges] == [found]


def test_a_searched_list_is_paged_too(ask: Ask) -> None:
    query = """query ($after: String) { entities(search: "cloud rule", first: 1, after: $after)
    { totalCount pageInfo { endCursor hasNextPage } edges { node { id } } } }"""
    first = ask.data(query)["entities"]
    second = ask.data(query, after=first["pageInfo"]["endCursor"])["entities"]
    assert [page["edges"][0]["node"]["id"] for page in (first, second)] == [
        "restriction:cloud",
        "restriction:chips",
    ]
    assert first["totalCount"] == 2
    assert second["pageInfo"]["hasNextPage"] is False


def test_the_day_of_the_question_holds_below_it(ask: Ask) -> None:
    query = """
    { restrictions(type: CHIP_EXPORT, asOf: "2020-01-01") { edges { node {
        status later: status(asOf: "2025-01-01") statusHistory { status from to } } } } }
    """
    (edge,) = ask.data(query)["restrictions"]["edges"]
    assert edge["node"] == {
        "status": "UNKNOWN",
        "later": "IN_FORCE",
        "statusHistory": [{"status": "IN_FORCE", "from": "2022-10-07", "to": None}],
    }


def test_anything_is_found_by_its_id(ask: Ask) -> None:
    query = """query ($id: ID!) { node(id: $id) {
        __typename id ... on Agency { partOf { name } } ... on Evidence { quote } } }"""
    agency = {"__typename": "Agency", "id": "agency:us-bis"}
    assert ask.data(query, id="agency:us-bis")["node"] == {
        **agency,
        "partOf": [{"name": "Department of Commerce"}],
    }
    quotes = ask.data(
        "{ documents(first: 1) { edges { node { passages { edges { node { id quote } } } } } } }"
    )
    (passage,) = quotes["documents"]["edges"][0]["node"]["passages"]["edges"]
    found = ask.data(query, id=passage["node"]["id"])["node"]
    assert found == {"__typename": "Evidence", **passage["node"]}
    assert ask.data(query, id="company:nobody")["node"] is None


def test_what_the_graph_holds_is_counted(ask: Ask) -> None:
    query = '{ stats { documents statuses(asOf: "2026-11-24") { status count } } }'
    assert ask.data(query)["stats"] == {
        "documents": 6,
        "statuses": [
            {"status": "ENDED", "count": 1},
            {"status": "FLOATED", "count": 1},
            {"status": "IN_FORCE", "count": 1},
            {"status": "PROPOSED", "count": 1},
        ],
    }


def test_fragments_aliases_and_directives_mean_what_they_say(ask: Ask) -> None:
    query = """
    query ($no: Boolean!) {
      __typename
      a: entity(id: "model:gpt-4") { ...Name kind @skip(if: $no) }
      b: entity(id: "model:gpt-4") { ...Name @include(if: $no) kind }
      __type(name: "Company") { kind }
    }
    fragment Name on Entity { title: name }
    """
    assert ask.data(query, no=False) == {
        "__typename": "Query",
        "a": {"title": "GPT-4", "kind": "AI_MODEL"},
        "b": {"kind": "AI_MODEL"},
        "__type": {"kind": "OBJECT"},
    }
