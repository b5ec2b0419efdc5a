"""A model behind a real server on this machine: what is asked, kept, retried, counted."""

import json
from pathlib import Path

import pytest

from ingest.extract.result import Extraction
from ingest.plugins.cache import AnswerCache
from ingest.plugins.chat import Chat, Endpoint
from ingest.plugins.errors import ModelUnavailableError
from ingest.plugins.openai_compatible import ModelExtractor
from ingest.plugins.report import Prices
from kg.errors import InvalidInputError
from tests.plugins.said import ANSWER, TEXT
from tests.plugins.server import Act, Served, fails, says, sends, stalls, waits

FOUND = 3
"""Entities in the answer of the good model."""


def test_the_document_is_sent_as_it_is_and_the_answer_taken_over(
    served: Served, extractor: ModelExtractor
) -> None:
    found = extractor.extract(TEXT, "bars")
    assert (found.doc, len(found.entities), len(found.restrictions)) == ("bars", FOUND, 1)
    (asked,) = served.asked
    assert asked.model == "testy-1"
    assert [(m.role, m.content == TEXT) for m in asked.messages] == [
        ("system", False),
        ("user", True),
    ]
    assert asked.response_format.json_schema.strict


def test_the_instructions_define_every_type_that_has_none_below_it(
    served: Served, extractor: ModelExtractor
) -> None:
    extractor.extract(TEXT, "bars")
    system = served.asked[0].messages[0].content
    assert "- cloud_access: Limits on providing" in system
    assert "- export:" not in system
    assert "- other: " in system


def test_many_documents_keep_their_order(extractor: ModelExtractor) -> None:
    found = list(extractor.extract_many([(TEXT, "a"), ("Nothing.", "b"), (TEXT, "c")]))
    assert [one.doc for one in found] == ["a", "b", "c"]
    assert [len(one.entities) for one in found] == [FOUND, 0, FOUND]


def test_the_same_question_is_asked_once(
    served: Served, endpoint: Endpoint, cache: AnswerCache, extractor: ModelExtractor
) -> None:
    first = extractor.extract(TEXT, "a")
    with Chat(endpoint) as chat:
        later = ModelExtractor(chat, cache)
        again = later.extract(TEXT, "a")
    assert again == first
    assert len(served.asked) == 1
    assert (later.report.answers, later.report.from_cache, later.report.tokens_read) == (0, 1, 0)


@pytest.mark.parametrize("change", [{"model": "testy-2"}, {}])
def test_another_model_or_text_is_another_question(
    served: Served,
    endpoint: Endpoint,
    cache: AnswerCache,
    extractor: ModelExtractor,
    change: dict[str, str],
) -> None:
    extractor.extract(TEXT, "a")
    other = Endpoint(
        url=endpoint.url, api_key=endpoint.api_key, model=change.get("model", endpoint.model)
    )
    with Chat(other) as chat:
        ModelExtractor(chat, cache).extract(TEXT if change else f"{TEXT}!", "a")
    assert len(served.asked) == 2


def test_a_damaged_answer_is_asked_for_anew(
    served: Served, extractor: ModelExtractor, tmp_path: Path
) -> None:
    extractor.extract(TEXT, "a")
    (kept,) = (tmp_path / "answers").iterdir()
    kept.write_text(kept.read_text()[:40])
    assert len(extractor.extract(TEXT, "a").entities) == FOUND
    assert len(extractor.extract(TEXT, "a").entities) == FOUND
    assert len(served.asked) == 2


def test_a_folder_that_cannot_keep_answers_is_named(
    served: Served, endpoint: Endpoint, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("in the way")
    with Chat(endpoint) as chat, pytest.raises(InvalidInputError, match="file cannot keep answers"):
        ModelExtractor(chat, AnswerCache(tmp_path / "file")).extract(TEXT, "a")


def test_tokens_and_cost_are_counted(extractor: ModelExtractor) -> None:
    extractor.extract(TEXT, "a")
    report = extractor.report
    assert (report.tokens_read, report.tokens_written) == (1000, 200)
    assert report.cost(Prices(2.0, 10.0)) == pytest.approx(0.004)
    assert "cost 0.0040" in list(report.lines(Prices(2.0, 10.0)))[-1]
    assert "cost" not in list(report.lines(None))[-1]


PASSING = {
    "500": fails(500),
    "503": fails(503),
    "429": fails(429),
    "late": waits(1.0),
    "half": stalls(1.0),
}


@pytest.mark.parametrize("act", PASSING.values(), ids=PASSING)
def test_a_passing_failure_is_tried_again(
    served: Served, extractor: ModelExtractor, act: Act
) -> None:
    served.will(act, act)
    assert len(extractor.extract(TEXT, "a").entities) == FOUND
    assert len(served.asked) == 3


def test_the_server_says_how_long_to_wait(served: Served, extractor: ModelExtractor) -> None:
    served.will(fails(429, "slow down", retry_after="1"))
    extractor.extract(TEXT, "a")
    assert served.times[1] - served.times[0] >= 1.0


@pytest.mark.parametrize(
    ("act", "said"),
    [
        (fails(500, "out of order"), "answered 500: out of order"),
        (fails(403, "not for you"), "answered 403: not for you"),
        (waits(1.0), "cannot be asked: timed out"),
    ],
)
def test_a_lasting_failure_ends_the_run(
    served: Served, extractor: ModelExtractor, act: Act, said: str
) -> None:
    served.will(*[act] * 3)
    with pytest.raises(ModelUnavailableError, match=said):
        extractor.extract(TEXT, "a")


def test_a_wrong_key_ends_the_run_and_is_not_shown(served: Served, cache: AnswerCache) -> None:
    wrong = Endpoint(url=served.url, model="testy-1", api_key="sk-wrong")
    with Chat(wrong) as chat, pytest.raises(ModelUnavailableError, match="401: Incorrect") as said:
        ModelExtractor(chat, cache).extract(TEXT, "a")
    assert "sk-wrong" not in f"{said.value} {wrong}"


def test_a_server_that_is_not_there_ends_the_run(cache: AnswerCache) -> None:
    nowhere = Endpoint(url="http://127.0.0.1:1/v1", model="testy-1", retries=1, backoff=0.01)
    with Chat(nowhere) as chat, pytest.raises(ModelUnavailableError, match="cannot be asked"):
        ModelExtractor(chat, cache).extract(TEXT, "a")


BAD_ANSWERS = {
    "prose": (says("I found two entities."), "does not fit the schema"),
    "another shape": (says('{"entities": []}'), "does not fit the schema: restrictions"),
    "another word": (
        says(json.dumps(ANSWER).replace("cloud_access", "clouds")),
        "does not fit the schema: restrictions.0.type",
    ),
    "half of it": (says('{"entities": [', finish="length"), "broke off (length)"),
    "nothing": (says(None), "is empty"),
    "a refusal": (says(None, refusal="I would rather not."), "refused: I would rather not."),
    "a page": (sends("<html>"), "is no chat completion"),
}


@pytest.mark.parametrize(("act", "reason"), BAD_ANSWERS.values(), ids=BAD_ANSWERS)
def test_a_bad_answer_is_asked_for_once_more(
    served: Served, extractor: ModelExtractor, act: Act, reason: str
) -> None:
    served.will(act)
    assert len(extractor.extract(TEXT, "a").entities) == FOUND
    assert extractor.report.failed == []
    served.will(act, act)
    assert extractor.extract(f"{TEXT}!", "b") == Extraction("b")
    (failure,) = extractor.report.failed
    assert failure.doc == "b"
    assert reason in failure.reason
    assert len(extractor.extract(f"{TEXT}!", "b").entities) == FOUND, "a failure was kept"


def test_a_document_that_the_server_minds_is_asked_about_once(
    served: Served, extractor: ModelExtractor
) -> None:
    served.will(fails(400, "context length exceeded"))
    found = list(extractor.extract_many([(TEXT, "long"), (TEXT, "next")]))
    assert [len(one.entities) for one in found] == [0, FOUND]
    assert len(served.asked) == 2
    assert "400: context length exceeded" in extractor.report.failed[0].reason


def test_bad_answers_are_paid_for_too(served: Served, extractor: ModelExtractor) -> None:
    served.will(says("no"))
    extractor.extract(TEXT, "a")
    assert (extractor.report.answers, extractor.report.tokens_written) == (2, 400)


def test_an_invented_quote_is_refused_and_reported(
    served: Served, extractor: ModelExtractor
) -> None:
    served.content = json.loads(json.dumps(ANSWER).replace("cloud providers", "cloud lenders"))
    found = extractor.extract(TEXT, "a")
    assert found.restrictions == ()
    (refusal, account) = extractor.report.lines(None)
    assert refusal.startswith("a: evidence of a cloud_access restriction refused")
    assert "1 statements refused" in account


def test_a_text_that_utf8_cannot_hold_is_sent_all_the_same(
    served: Served, extractor: ModelExtractor
) -> None:
    served.will(fails(400, "no such character"))
    assert extractor.extract("half \ud83d", "a") == Extraction("a")
