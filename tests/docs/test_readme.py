"""The README's commands and code run, its queries fit the schema, its answer is the real one."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from graphql import parse, validate

from api.graphql.schema import core

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")
BIN = Path(sys.executable).parent
NEEDS_A_SERVER = ("serve", "neo4j://")


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", README, re.DOTALL | re.MULTILINE)


def kg_commands() -> list[str]:
    lines = [
        line.partition(" #")[0].strip() for block in blocks("sh") for line in block.splitlines()
    ]
    return [
        line
        for line in lines
        if line.startswith(".venv/bin/kg ") and not any(word in line for word in NEEDS_A_SERVER)
    ]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A working folder like a checkout, where the README's commands ran one after the other."""
    place = tmp_path_factory.mktemp("readme")
    (place / "ingest").symlink_to(ROOT / "ingest")
    for command in kg_commands():
        words = [word for part in shlex.split(command)[1:] for word in _expanded(part, place)]
        done = subprocess.run(
            [BIN / "kg", *words], cwd=place, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, f"{command}: {done.stderr}"
    return place


def _expanded(word: str, place: Path) -> list[str]:
    """What a shell makes of a word."""
    found = sorted(str(p.relative_to(place)) for p in place.glob(word)) if "*" in word else []
    return found or [word]


def test_the_tour_runs(folder: Path) -> None:
    assert len(kg_commands()) >= 4
    assert (folder / "data" / "kg.grafeo").exists()


def test_the_python_example_runs(folder: Path) -> None:
    (code,) = blocks("python")
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert '"documents":' in done.stdout


@pytest.mark.parametrize("query", blocks("graphql"))
def test_a_query_fits_the_schema(query: str) -> None:
    assert validate(core, parse(query)) == []


def test_the_answer_shown_is_the_answer(tmp_path: Path) -> None:
    environment = os.environ | {"KG_STORE": f"grafeo:///{tmp_path}/kg.grafeo", "COLUMNS": "150"}
    for words in (["ingest", "ingest/samples"], ["ask", "facing", "--type", "cloud_access"]):
        done = subprocess.run(
            [BIN / "kg", *words],
            cwd=ROOT,
            env=environment,
            capture_output=True,
            text=True,
            check=True,
        )
    table = "\n".join(line.rstrip() for line in done.stdout.splitlines()).strip()
    before, _, rest = README.partition(START)
    shown, _, after = rest.partition(END)
    expected = f"\n```text\n{table}\n```\n"
    if os.environ.get("KG_GOLDEN") == "write":
        (ROOT / "README.md").write_text(f"{before}{START}{expected}{END}{after}", "utf-8")
    else:
        assert shown == expected


START, END = "<!-- answer:start -->", "<!-- answer:end -->"


def test_every_make_target_named_exists() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    for target in set(re.findall(r"(?:^|`)make ([a-z0-9-]+)", README, re.MULTILINE)):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target


def test_every_file_named_exists() -> None:
    for link in re.findall(r"\]\((?!http)([^)#]+)\)", README):
        assert (ROOT / link).exists(), link
