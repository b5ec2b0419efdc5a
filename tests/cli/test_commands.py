"""The commands, from a file on disk to an answer on the screen."""

import csv
import io
import json
import os
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from rdflib import Dataset, Graph

from tests.cli.conftest import NEWS
from tests.cli.kg import Kg

QUOTE = "The rule would prohibit cloud providers from offering cloud computing services to Huawei."


def test_a_document_goes_in_and_an_answer_comes_out(kg: Kg, news: Path, url: str) -> None:
    stored = kg("ingest", str(news), "--store", url)
    assert (stored.status, stored.out.split(",")[0]) == (0, "1 documents read")
    asked = kg("ask", "facing", "--type", "cloud_access", "--store", url)
    assert asked.status == 0
    for part in ("Huawei", "Bureau of", "proposed", "Chip rule"):
        assert part in asked.out
    in_force = kg("ask", "facing", "--type", "cloud_access", "--in-force-only", "--store", url)
    assert "Huawei" not in in_force.out


def test_ingesting_again_changes_nothing(kg: Kg, news: Path, url: str) -> None:
    kg("ingest", str(news), "--store", url)
    before = kg("export", "--format", "nquads", "--store", url).out
    again = kg("ingest", str(news), "--store", url)
    assert "0 new; stored 0 claims" in again.out
    assert kg("export", "--format", "nquads", "--store", url).out == before


def test_extract_prints_the_exchange_format_with_true_offsets(kg: Kg, news: Path) -> None:
    found = json.loads(kg("extract", str(news)).out)
    assert found["doc"] == "chip-news"
    quotes = [NEWS[slice(*one["evidence"])] for one in found["restrictions"]]
    assert QUOTE in quotes
    for entity in found["entities"]:
        assert any(NEWS[start:end] == entity["name"] for start, end in entity["mentions"])


def test_extract_can_print_a_table(kg: Kg, news: Path) -> None:
    shown = kg("extract", str(news), "--format", "table")
    assert shown.status == 0
    assert "Huawei" in shown.out


def test_standard_input_is_a_document(url: str) -> None:
    command = [str(Path(sys.executable).with_name("kg")), "ingest", "-", "--store", url]
    ended = subprocess.run(command, input=NEWS.encode(), capture_output=True, check=False)
    assert (ended.returncode, ended.stdout.split(b",")[0]) == (0, b"1 documents read")


def test_query_prints_the_answer_as_json(kg: Kg, news: Path, url: str, tmp_path: Path) -> None:
    kg("ingest", str(news), "--store", url)
    text = "query($t: RestrictionType) { facing(type: $t) { edges { node { party { id } } } } }"
    (tmp_path / "q.graphql").write_text(text)
    ended = kg(
        "query", str(tmp_path / "q.graphql"), "--store", url, "--variables", '{"t": "ACCESS"}'
    )
    rows = json.loads(ended.out)["data"]["facing"]["edges"]
    assert {"node": {"party": {"id": "company:huawei"}}} in rows


def test_a_query_with_errors_prints_them_and_exits_with_one(
    kg: Kg, url: str, tmp_path: Path
) -> None:
    kg("init", "--store", url)
    (tmp_path / "q.graphql").write_text("{ nothing }")
    ended = kg("query", str(tmp_path / "q.graphql"), "--store", url)
    assert ended.status == 1
    assert json.loads(ended.out)["errors"][0]["extensions"]["code"] == "GRAPHQL_VALIDATION_FAILED"


def test_every_export_can_be_read_by_others(kg: Kg, news: Path, url: str, tmp_path: Path) -> None:
    kg("ingest", str(news), "--store", url)
    turtle = kg("export", "--format", "turtle", "--store", url).out
    assert len(Graph().parse(data=turtle, format="turtle")) > 50
    assert (
        kg("export", "--format", "nquads", "--to", str(tmp_path / "g.nq"), "--store", url).out == ""
    )
    quads = Dataset()
    quads.parse(tmp_path / "g.nq", format="nquads")
    assert {str(g.identifier).rpartition("/")[2] for g in quads.graphs() if len(g)} == {
        "claims",
        "asserted",
    }
    again = Dataset()
    again.parse(data=kg("export", "--format", "jsonld", "--store", url).out, format="json-ld")
    assert len(again) == len(quads)
    table = list(csv.DictReader(io.StringIO(kg("export", "--format", "csv", "--store", url).out)))
    assert all(row["quote"] == NEWS[int(row["start"]) : int(row["end"])] for row in table)
    assert "Huawei" in {row["object_name"] for row in table}


def test_a_sound_graph_is_valid(kg: Kg, news: Path, url: str) -> None:
    kg("ingest", str(news), "--store", url)
    ended = kg("validate", "--store", url)
    assert (ended.status, ended.out.splitlines()[-1][:12]) == (0, "0 violations")


def test_stats_count_what_is_there(kg: Kg, news: Path, url: str) -> None:
    kg("ingest", str(news), "--store", url)
    assert "cloud access" in kg("stats", "--store", url).out


def test_every_command_explains_itself_with_an_example(kg: Kg) -> None:
    commands = ["ingest", "extract", "query", "init", "stats", "export", "validate", "serve"]
    for command in [*([one] for one in commands), ["version"], ["ask", "facing"]]:
        shown = kg(*command, "--help").out
        assert "Example:" in shown, command


def test_help_loads_nothing_heavy() -> None:
    """A slow start is felt on every call, so that heavy packages load when they are needed."""
    heavy = ("spacy", "rdflib", "fastapi", "strawberry", "neo4j", "grafeo", "pydantic")
    code = (
        "import sys; sys.argv = ['kg', '--help']\n"
        "from api.cli.main import main\n"
        "try: main()\nexcept SystemExit: pass\n"
        f"print([m for m in {heavy} if m in sys.modules])"
    )
    ended = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=os.environ
    )
    assert ended.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize("kind", ["Cloud-Access", "CLOUD_ACCESS"])
def test_types_may_be_spelt_as_people_do(kg: Kg, url: str, kind: str) -> None:
    kg("init", "--store", url)
    assert kg("ask", "facing", "--type", kind, "--store", url).status == 0


def test_an_edited_file_supersedes_what_it_said(
    kg: Kg, news: Path, url: str, tmp_path: Path
) -> None:
    kg("ingest", str(news), "--store", url)
    before = datetime.now(UTC).isoformat()[:19]
    asked = ("ask", "facing", "--type", "cloud_access", "--store", url)
    assert "Huawei" in kg(*asked).out
    time.sleep(1)  # the moment before is given in whole seconds
    news.write_text(NEWS.replace("Huawei", "Inspur"), "utf-8")
    assert "superseded" in kg("ingest", str(news), "--store", url).out
    now = kg(*asked).out
    assert "Inspur" in now
    assert "Huawei" not in now
    later = (datetime.fromisoformat(before) + timedelta(seconds=1)).isoformat()[:19]
    assert "Huawei" in kg(*asked, "--known-at", later).out
    changed = kg("changes", "--since", later, "--type", "access", "--store", url).out
    firms = [line for line in changed.splitlines() if "Inspur  " in line or "Huawei  " in line]
    assert [row.split()[:2] for row in firms] == [["new", "Inspur"], ["gone", "Huawei"]]


def test_what_is_retracted_stands_no_longer(kg: Kg, news: Path, url: str, tmp_path: Path) -> None:
    kg("ingest", str(news), "--store", url)
    question = tmp_path / "q.graphql"
    question.write_text("{ claims(first: 1) { edges { node { id } } } }", "utf-8")
    found = json.loads(kg("query", str(question), "--store", url).out)
    claim = found["data"]["claims"]["edges"][0]["node"]["id"]
    assert "1 of 1" in kg("retract", claim, "--store", url).out
    assert "0 of 1" in kg("retract", claim, "--store", url).out
    assert kg("retract", "claim:nothing", "--store", url).status == 2
