"""What is extracted from the sample documents, as a file that changes only on purpose.

`make golden` writes the files anew; the change is then reviewed as a diff.
"""

import os
from pathlib import Path

import orjson
import pytest

from ingest.extract import pipeline
from ingest.read import Source, expand, read_source

FOLDER = Path(__file__).parent / "extraction"
SAMPLES = list(expand(["ingest/samples"]))


def extracted(source: Source) -> bytes:
    found = pipeline.load().extract(read_source(source).text, source.doc)
    return orjson.dumps(found.as_json(), option=orjson.OPT_INDENT_2) + b"\n"


@pytest.mark.parametrize("source", SAMPLES, ids=[source.doc for source in SAMPLES])
def test_a_sample_gives_what_it_gave_before(source: Source) -> None:
    path = FOLDER / f"{source.doc}.json"
    found = extracted(source)
    if os.environ.get("KG_GOLDEN") == "write":
        FOLDER.mkdir(exist_ok=True)
        path.write_bytes(found)
    assert found == path.read_bytes()


def test_no_golden_file_is_left_over() -> None:
    assert {path.stem for path in FOLDER.glob("*.json")} == {source.doc for source in SAMPLES}


def test_extraction_is_the_same_whatever_came_before() -> None:
    """One document's claims do not depend on those read with it."""
    texts = [(read_source(source).text, source.doc) for source in SAMPLES]
    together = list(pipeline.load().extract_many(texts))
    backwards = list(pipeline.load().extract_many(texts[::-1]))[::-1]
    assert together == backwards
