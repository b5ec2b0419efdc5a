"""How a user names a store, and what is said when the name is wrong."""

import subprocess
import sys
from pathlib import Path

import pytest

from kg.errors import StoreError
from kg.store import open_store


def complaint(url: str, password: str | None = "secret-word") -> str:
    with pytest.raises(StoreError) as raised:
        open_store(url, password=password)
    message = str(raised.value)
    assert "\n" not in message
    assert "secret-word" not in message
    return message


def test_an_embedded_file_is_created_with_its_folder(tmp_path: Path) -> None:
    url = f"grafeo://{tmp_path}/a/b/kg.grafeo"
    store = open_store(url)
    assert store.url == url
    store.close()
    assert (tmp_path / "a/b/kg.grafeo").is_file()


def test_a_path_that_starts_with_a_dot_is_relative(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    open_store("grafeo:///./data/kg.grafeo").close()
    assert (tmp_path / "data/kg.grafeo").is_file()


def test_a_path_may_hold_any_character(tmp_path: Path) -> None:
    open_store(f"grafeo:///{tmp_path}/a b%20#?@:.grafeo").close()
    assert (tmp_path / "a b%20#?@:.grafeo").is_file()


@pytest.mark.parametrize(
    "url", ["", "data/kg.grafeo", "mysql://host/x", "grafeo:/x", "neo4j://user@host:port/x"]
)
def test_an_unknown_form_is_told_which_forms_there_are(url: str) -> None:
    message = complaint(url)
    assert url in message
    assert "grafeo:///path/to/file" in message
    assert "neo4j://user@host:7687/database" in message


@pytest.mark.parametrize("url", ["grafeo://", "grafeo:///", "grafeo://x", "grafeo:///folder/"])
def test_an_embedded_store_needs_a_file(url: str) -> None:
    assert "names no file" in complaint(url)


@pytest.mark.parametrize(
    ("url", "missing"),
    [
        ("neo4j://host/base", "user"),
        ("neo4j+s://user@host:7687", "database"),
        ("bolt://user@/base", "host"),
        ("bolt+ssc://host", "user and database"),
    ],
)
def test_a_server_needs_all_its_parts(url: str, missing: str) -> None:
    assert f"{url} lacks its {missing}" in complaint(url)


def test_a_server_needs_a_password() -> None:
    assert "set KG_NEO4J_PASSWORD" in complaint("neo4j://user@host/base", password=None)


def test_a_password_does_not_belong_in_a_url() -> None:
    message = complaint("neo4j://user:secret-word@host/base")
    assert "neo4j://user@host/base holds a password" in message


def test_a_server_that_is_down_is_named() -> None:
    message = complaint("bolt://neo4j@localhost:1/neo4j")
    assert message.startswith("bolt://neo4j@localhost:1/neo4j does not answer")


def test_engines_are_loaded_when_a_store_is_opened() -> None:
    program = (
        "import kg.store, sys; "
        "sys.exit(bool({'neo4j', 'grafeo', 'pydantic', 'rdflib'} & sys.modules.keys()))"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
