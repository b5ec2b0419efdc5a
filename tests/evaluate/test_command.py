"""`kg eval` from a folder to figures on the screen."""

import json
from pathlib import Path

import pytest

from tests.cli.kg import Kg


def test_the_figures_are_shown_and_the_errors_on_request(kg: Kg, folder: Path) -> None:
    ended = kg("eval", str(folder))
    assert ended.status == 0
    for figure in ("entity.core", "restriction.any", "restriction:cloud_access", "faces"):
        assert figure in ended.out
    assert "All: 1 documents, score" in ended.out
    assert "Disagreements" not in ended.out
    assert "Disagreements" in kg("eval", str(folder), "--errors").out


def test_json_gives_every_figure(kg: Kg, folder: Path) -> None:
    plain = kg("eval", str(folder), "--format", "json")
    found = json.loads(plain.out)
    assert set(found) == {"all", "genres"}
    assert found["genres"]["news"] == found["all"]
    rule = found["all"]["figures"]["restriction"]
    assert set(rule) == {"precision", "recall", "f1", "interval", "gold", "found"}
    assert kg("eval", str(folder), "--format", "json").out == plain.out
    with_errors = json.loads(kg("eval", str(folder), "--format", "json", "--errors").out)
    for case in with_errors["errors"]:
        assert set(case) == {"kind", "doc", "span", "quote", "differs"}


def test_genres_are_shown_side_by_side(kg: Kg, folder: Path) -> None:
    gold = json.loads((folder / "toys.json").read_text())
    other = gold | {"doc": "other", "genre": "law [draft]", "restrictions": []}
    (folder / "other.json").write_text(json.dumps(other))
    (folder / "other.txt").write_bytes((folder / "toys.txt").read_bytes())
    shown = kg("eval", str(folder)).out
    assert "news: 1 documents" in shown
    assert "law [draft]: 1 documents" in shown
    assert "spurious restrictions per document in the 1 without any" in shown


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({}, "holds no pair"),
        ({"a.json": "{}"}, "a.txt is missing"),
        ({"a.json": "{}", "a.txt": "Text."}, "a.json: doc: Field required"),
    ],
)
def test_bad_input_is_one_line(kg: Kg, tmp_path: Path, files: dict[str, str], said: str) -> None:
    for name, text in files.items():
        (tmp_path / name).write_text(text)
    ended = kg("eval", str(tmp_path))
    assert ended.status == 2
    assert said in ended.err
    assert len(ended.err.strip().splitlines()) == 1


def test_a_folder_that_is_not_there_is_one_line(kg: Kg, tmp_path: Path) -> None:
    ended = kg("eval", str(tmp_path / "nowhere"))
    assert (ended.status, "is no folder" in ended.err) == (2, True)


def test_the_command_explains_itself(kg: Kg) -> None:
    assert "Example:" in kg("eval", "--help").out
