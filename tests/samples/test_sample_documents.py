"""The sample documents say where their facts come from and are fit for a demonstration."""

import json
from datetime import date
from typing import Any

import pytest

from ingest.read import Source, expand, read_source
from tests.samples.annotations import HELD_OUT, SAMPLES

SOURCES = tuple(expand([str(SAMPLES)]))
ROWS: list[dict[str, Any]] = json.loads((SAMPLES / "manifest.json").read_text("utf-8"))["documents"]
GENRES = {"news", "list_notice", "rule", "proposed_rule", "terms_of_service", "press_release"}


def test_every_sample_has_one_row_in_the_manifest() -> None:
    files = [source.path.name for source in SOURCES if source.path]
    assert sorted(row["file"] for row in ROWS) == sorted(files)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: str(row["file"]))
def test_a_row_says_who_wrote_it_when_and_on_what_facts(row: dict[str, Any]) -> None:
    assert row["publisher"].endswith("(written for this project)")
    assert date.fromisoformat(row["published"]) <= date(2026, 11, 24)
    assert row["title"].strip()
    assert row["facts"]
    assert all(fact["fact"].strip() and fact["source"].strip() for fact in row["facts"])


def test_the_genres_and_formats_are_varied() -> None:
    assert {row["genre"] for row in ROWS} >= GENRES
    assert {source.path.suffix for source in SOURCES if source.path} == {".txt", ".md", ".html"}


@pytest.mark.parametrize(
    "source", [*SOURCES, *expand([str(HELD_OUT / "*.txt")])], ids=lambda source: source.doc
)
def test_a_document_is_short_enough_to_read_at_once(source: Source) -> None:
    assert 150 <= len(read_source(source).text.split()) <= 400


def test_a_document_takes_its_metadata_from_the_manifest() -> None:
    rows = {row["file"]: row for row in ROWS}
    for source in SOURCES:
        assert source.path
        row, document = rows[source.path.name], read_source(source)
        said = (document.title, str(document.published), document.publisher)
        assert said == (row["title"], row["published"], row["publisher"])


def test_a_correction_names_the_documents_that_it_corrects() -> None:
    corrections = [row for row in ROWS if row["genre"] == "correction"]
    assert corrections
    for row in corrections:
        assert set(row["corrects"]) <= {other["file"] for other in ROWS} - {row["file"]}
