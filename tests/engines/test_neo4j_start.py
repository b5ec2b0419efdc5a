"""A server that does not start fails the tests with its log, and soon."""

from pathlib import Path

import pytest

from tests import neo4j_server


def start(monkeypatch: pytest.MonkeyPatch, folder: Path, program: str) -> str:
    child = folder / "child.py"
    child.write_text(program, encoding="utf-8")
    monkeypatch.delenv("KG_TEST_NEO4J_URL", raising=False)
    monkeypatch.setattr(neo4j_server, "CHILD", child)
    monkeypatch.setattr(neo4j_server, "jars", lambda version: [])
    with pytest.raises(neo4j_server.ServerError) as raised, neo4j_server.running():
        pass
    return str(raised.value)


def test_a_child_that_dies(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    message = start(monkeypatch, tmp_path, "raise SystemExit('no such class')")
    assert "died" in message
    assert "no such class" in message


def test_a_child_that_never_answers(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(neo4j_server, "START_SECONDS", 0.5)
    message = start(monkeypatch, tmp_path, "import time; time.sleep(60)")
    assert "gave no answer within 0.5 s" in message
