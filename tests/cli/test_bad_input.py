"""What a user is told when something is wrong: one line, a status, and nothing half done."""

import io
from pathlib import Path

import pytest

from tests.cli.kg import Kg


def test_bad_files_are_named_and_the_good_ones_stored(
    kg: Kg, news: Path, url: str, tmp_path: Path
) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "binary.txt").write_bytes(b"\x00\x01" * 99)
    (tmp_path / "broken.txt").write_bytes(b"\xff\xfea\x00b")
    names = [str(tmp_path / name) for name in ("empty.txt", "binary.txt", "broken.txt", "gone.txt")]
    ended = kg("ingest", names[0], str(news), *names[1:], "--store", url)
    assert ended.status == 3
    assert ended.out.startswith("1 documents read, 1 new")
    for name in names:
        assert name in ended.err
    assert "4 of 5 files left out" in ended.err
    assert "Traceback" not in ended.err


def test_a_file_over_the_limit_is_left_out(
    kg: Kg, news: Path, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KG_MAX_BYTES", "20")
    ended = kg("ingest", str(news), "--store", url)
    assert ended.status == 3
    assert "larger than 20 bytes" in ended.err


@pytest.mark.parametrize(
    ("store", "said"),
    [
        ("mysql://somewhere", "names no store"),
        ("grafeo://", "names no file"),
        ("neo4j://neo4j@127.0.0.1:1/neo4j", "KG_NEO4J_PASSWORD"),
        ("grafeo:////proc/nowhere/kg.grafeo", "cannot be opened"),
    ],
)
def test_a_store_that_cannot_be_used_is_one_line(kg: Kg, store: str, said: str) -> None:
    ended = kg("stats", "--store", store)
    assert ended.status == 2
    assert said in ended.err
    assert len(ended.err.strip().splitlines()) == 1


def test_a_server_that_is_down_is_one_line(kg: Kg, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KG_NEO4J_PASSWORD", "secret-word")
    ended = kg("init", "--store", "neo4j://neo4j@127.0.0.1:1/neo4j")
    assert ended.status == 2
    assert len(ended.err.strip().splitlines()) == 1
    assert "secret-word" not in ended.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["ask", "facing", "--type", "clouds"], "no restriction type"),
        (["query", "nowhere.graphql"], "nowhere.graphql"),
        (["query", "-", "--variables", "{"], "not JSON"),
    ],
)
def test_a_bad_argument_says_what_is_wrong(
    kg: Kg, url: str, arguments: list[str], said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("{ stats { claims } }"))
    ended = kg(*arguments, "--store", url)
    assert ended.status == 2
    assert said in ended.err


def test_a_bad_setting_is_named(kg: Kg, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KG_PORT", "many")
    ended = kg("stats")
    assert ended.status == 2
    assert "KG_PORT" in ended.err
