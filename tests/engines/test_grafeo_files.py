"""The embedded file: one process at a time, whole after a kill, refused when it is damaged."""

import subprocess
import sys
from pathlib import Path

import pytest

from kg.errors import StoreError
from kg.store import Store, open_store

WRITER = """
import sys, time
from kg.store import open_store

store = open_store(sys.argv[1])
store.prepare()
for n in range(20):
    store.write(lambda tx: tx.run("CREATE (:Entity {id: $n})", {"n": n}))
print("written", flush=True)
time.sleep(60)
"""


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"grafeo:///{tmp_path}/kg.grafeo"


def counted(store: Store) -> int:
    total: int = store.read("MATCH (n:Entity) RETURN count(n) AS n")[0]["n"]
    return total


def test_a_second_process_is_told_and_a_killed_one_loses_nothing(url: str) -> None:
    command = [sys.executable, "-c", WRITER, url]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout
        assert writer.stdout.readline() == "written\n"
        with pytest.raises(StoreError) as raised:
            open_store(url)
        writer.kill()
    assert str(raised.value) == f"{url} is in use by another process"
    store = open_store(url)
    assert counted(store) == 20
    store.close()


@pytest.mark.parametrize("content", [b"", b"not a database " * 1000])
def test_what_is_no_database_is_refused_and_left_alone(
    tmp_path: Path, url: str, content: bytes
) -> None:
    file = tmp_path / "kg.grafeo"
    file.write_bytes(content)
    with pytest.raises(StoreError, match="cannot be opened"):
        open_store(url)
    assert file.read_bytes() == content


def test_a_damaged_database_is_refused(tmp_path: Path, url: str) -> None:
    store = open_store(url)
    store.write(lambda tx: tx.run("UNWIND range(1, 2000) AS i CREATE (:Entity {id: i})"))
    store.close()
    file = tmp_path / "kg.grafeo"
    whole = file.read_bytes()
    file.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(StoreError) as raised:
        open_store(url)
    assert "\n" not in str(raised.value)
    assert str(raised.value).startswith(f"{url} cannot be opened")


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(StoreError, match="cannot be opened") as raised:
        open_store(f"grafeo:///{tmp_path}/file/kg.grafeo")
    assert str(tmp_path / "file") in str(raised.value)
