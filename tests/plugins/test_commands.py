"""The commands with a model as extractor."""

import json
from pathlib import Path

import pytest

from kg.store import open_store
from tests.cli.kg import Kg
from tests.plugins.said import ANSWER, TEXT
from tests.plugins.server import KEY, Served, fails, says


@pytest.fixture
def document(tmp_path: Path, served: Served, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A document, in an environment that names the model."""
    monkeypatch.setenv("KG_LLM_URL", served.url)
    monkeypatch.setenv("KG_LLM_MODEL", "testy-1")
    monkeypatch.setenv("KG_LLM_API_KEY", KEY)
    monkeypatch.setenv("KG_LLM_CACHE", str(tmp_path / "answers"))
    path = tmp_path / "bars.txt"
    path.write_text(TEXT, "utf-8")
    return path


def test_a_model_extracts_and_gives_its_account(
    kg: Kg, document: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KG_LLM_PRICE_READ", "2")
    monkeypatch.setenv("KG_LLM_PRICE_WRITTEN", "10")
    ended = kg("extract", str(document), "--extractor", "openai")
    assert ended.status == 0
    found = json.loads(ended.out)
    assert [one["rule"] for one in found["restrictions"]] == ["model:testy-1"]
    assert "1,000 tokens read, 200 written, cost 0.0040" in ended.err
    again = kg("extract", str(document), "--extractor", "openai")
    assert (again.out, "1 from the cache" in again.err) == (ended.out, True)


def test_what_a_model_says_can_be_asked_for(kg: Kg, document: Path, tmp_path: Path) -> None:
    url = f"grafeo:///{tmp_path}/kg.grafeo"
    ended = kg("ingest", str(document), "--extractor", "openai", "--store", url)
    assert (ended.status, ended.out[:17]) == (0, "1 documents read,")
    asked = kg("ask", "facing", "--type", "cloud_access", "--store", url)
    assert "Larkspur" in asked.out
    store = open_store(url)
    assert store.read("MATCH (r:Run) RETURN r.extractor AS who") == [{"who": "model:testy-1"}]
    store.close()


def test_a_document_without_an_answer_is_left_out(kg: Kg, document: Path, served: Served) -> None:
    served.will(says("no"), says("no"))
    ended = kg("extract", str(document), "--extractor", "openai")
    assert ended.status == 3
    assert "left out bars: the answer does not fit the schema" in ended.err


def test_invented_quotes_are_named(kg: Kg, document: Path, served: Served) -> None:
    served.content = json.loads(json.dumps(ANSWER).replace("Finch-2", "Finch-9"))
    ended = kg("extract", str(document), "--extractor", "openai")
    assert ended.status == 0
    assert "name of AIModel finch refused, it does not occur in the text: 'Finch-9'" in ended.err


def test_a_model_that_fails_is_one_line(kg: Kg, document: Path, served: Served) -> None:
    served.will(fails(401, "Incorrect API key provided"))
    ended = kg("extract", str(document), "--extractor", "openai")
    assert ended.status == 2
    assert "answered 401: Incorrect API key provided" in ended.err
    assert "Traceback" not in ended.err
    assert KEY not in ended.err


@pytest.mark.parametrize(
    ("name", "said"), [("openai", "needs KG_LLM_URL"), ("gliner", "needs KG_GLINER_MODEL")]
)
def test_a_model_that_is_not_named_is_asked_for(
    kg: Kg, tmp_path: Path, name: str, said: str
) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    ended = kg("extract", str(tmp_path / "a.txt"), "--extractor", name)
    assert (ended.status, said in ended.err) == (2, True)


def test_a_model_can_be_measured(kg: Kg, document: Path, tmp_path: Path) -> None:
    gold = {"doc": "bars", "entities": [], "restrictions": [], "relations": []}
    folder = tmp_path / "gold"
    folder.mkdir()
    document.rename(folder / "bars.txt")
    (folder / "bars.json").write_text(json.dumps(gold))
    ended = kg("eval", str(folder), "--extractor", "openai", "--format", "json")
    assert json.loads(ended.out)["all"]["figures"]["restriction"]["found"] == 1
