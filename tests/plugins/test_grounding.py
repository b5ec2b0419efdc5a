"""Only what the text holds is taken over, with offsets that are computed from it."""

import copy
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.extract.result import Extraction
from ingest.plugins.grounding import CONFIDENCE, ground
from ingest.plugins.quotes import locate, occurrences
from ingest.plugins.report import Refusal
from ingest.plugins.schema import Answer
from tests.plugins.said import ANSWER, TEXT


@pytest.fixture
def said() -> dict[str, Any]:
    return copy.deepcopy(ANSWER)


def grounded(said: dict[str, Any]) -> tuple[Extraction, tuple[Refusal, ...]]:
    return ground(Answer.model_validate(said), TEXT, "doc", rule="model:testy-1")


def test_everything_that_the_text_holds_is_found_where_it_stands(said: dict[str, Any]) -> None:
    found, refused = grounded(said)
    assert refused == ()
    assert [(e.id, e.name, e.aliases) for e in found.entities] == [
        ("e1", "Larkspur Systems", ("Larkspur",)),
        ("e2", "Ministry of Signals", ("MoS",)),
        ("e3", "Finch-2", ()),
    ]
    assert [TEXT[a:b] for a, b in found.entities[1].mentions] == [
        "Ministry of Signals",
        "MoS",
        "MoS",
    ]
    (rule,) = found.restrictions
    assert TEXT[slice(*rule.evidence)].endswith(
        "providers\nfrom renting computing power to Larkspur Systems."
    )
    assert (rule.imposers[0].entity, rule.restricted[0].entity) == ("e2", "e1")
    assert TEXT[slice(*(rule.bearers[0].span or (0, 0)))] == "cloud providers"
    (tie,) = found.relations
    assert (tie.type, tie.subject, tie.object) == ("developed_by", "e3", "e1")


def test_what_a_model_says_is_marked_as_such(said: dict[str, Any]) -> None:
    found, _ = grounded(said)
    (rule,), (tie,) = found.restrictions, found.relations
    assert (rule.confidence, rule.rule) == (CONFIDENCE, "model:testy-1")
    assert (tie.confidence, tie.rule) == (CONFIDENCE, "model:testy-1")


def test_an_invented_quote_takes_its_rule_with_it(said: dict[str, Any]) -> None:
    said["restrictions"][0]["evidence"] = "The ministry has banned every cloud."
    said["relations"][0]["evidence"] = "Finch-2 is made by Larkspur."
    found, refused = grounded(said)
    assert (found.restrictions, found.relations) == ((), ())
    assert [(one.what, one.said) for one in refused] == [
        ("evidence of a cloud_access restriction", "The ministry has banned every cloud."),
        ("evidence of a developed_by relation", "Finch-2 is made by Larkspur."),
    ]


def test_an_invented_entity_takes_its_parts_with_it(said: dict[str, Any]) -> None:
    said["entities"][0] |= {"name": "Lark Corporation", "other_names": []}
    found, refused = grounded(said)
    assert [entity.name for entity in found.entities] == ["Ministry of Signals", "Finch-2"]
    assert (found.restrictions[0].restricted, found.relations) == ((), ())
    assert [one.what for one in refused] == [
        "name of Company firm",
        "restricted party of a cloud_access restriction",
        "developed_by relation",
    ]


@pytest.mark.parametrize(
    "party",
    [
        {"entity": None, "text": "cloud suppliers"},
        {"entity": None, "text": None},
        {"entity": "nobody", "text": "cloud providers"},
    ],
)
def test_an_invented_party_is_refused_alone(said: dict[str, Any], party: dict[str, Any]) -> None:
    said["restrictions"][0]["bearers"] = [party]
    found, refused = grounded(said)
    assert found.restrictions[0].bearers == ()
    assert found.restrictions[0].imposers != ()
    assert [one.what for one in refused] == ["bearer of a cloud_access restriction"]


def test_a_name_inside_a_longer_one_is_no_mention_of_its_own(said: dict[str, Any]) -> None:
    said["entities"].append({"id": "s", "type": "Company", "name": "Systems", "other_names": []})
    found, refused = grounded(said)
    assert "Systems" not in [entity.name for entity in found.entities]
    assert [one.said for one in refused] == ["Systems"]


def test_an_id_used_twice_is_refused(said: dict[str, Any]) -> None:
    said["entities"][2]["id"] = "firm"
    _, refused = grounded(said)
    assert refused[0].said == "firm"


def test_a_party_is_looked_for_in_its_sentence_first() -> None:
    text = "The providers met. The ban binds providers."
    assert locate("providers", text, (19, 43)) == (33, 42)
    assert locate("providers", text) == (4, 13)


def test_a_name_is_whole_words_across_line_ends() -> None:
    text = "Ministry of\nSignals; Ministry of Signalsmen"
    assert occurrences("Ministry of Signals", text) == [(0, 19)]
    assert (locate("  ", text), occurrences("", text)) == (None, [])


@settings(deadline=None)
@given(st.text(alphabet="ab \n.", max_size=30), st.data())
def test_any_part_of_a_text_is_found_however_it_is_spaced(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    quote = text[start:end]
    span = locate(" ".join(quote.split()), text)
    if quote.split():
        assert span is not None
        assert text[slice(*span)].split() == quote.split()
    else:
        assert span is None
