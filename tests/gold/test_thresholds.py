"""Extraction is no worse than it was: figures on the annotated documents, against floors.

Rules may be made from the documents in `open`; nobody looks at those in `held` while making rules,
so that its figures tell what to expect of documents never seen.
"""

from functools import cache
from pathlib import Path

import pytest

from ingest.evaluate.gold import read_folder
from ingest.evaluate.report import Group, evaluate
from ingest.extract import pipeline

FLOORS = {
    "entity.core": (0.94, 0.85),
    "entity.Company": (0.92, 0.82),
    "entity.AIModel": (0.95, 0.83),
    "entity.Agency": (0.95, 0.86),
    "entity.Jurisdiction": (0.95, 0.93),
    "entity.Instrument": (0.91, 0.82),
    "restriction": (0.68, 0.54),
    "restriction.any": (0.83, 0.66),
    "faces": (0.45, 0.30),
    "status": (0.87, 0.48),
    "imposer": (0.57, 0.24),
    "party": (0.49, 0.40),
    "relation": (0.78, 0.43),
}
"""The least F1 of each figure, in `open` and in `held`."""
MOST_SPURIOUS = 0.2
"""Restrictions found in a document that has none, on average."""

FOLDERS = ("open", "held")


@cache
def measured(name: str) -> Group:
    return evaluate(read_folder(Path(__file__).parent / name), pipeline.load()).whole


@pytest.mark.parametrize("column", range(len(FOLDERS)), ids=FOLDERS)
@pytest.mark.parametrize("figure", FLOORS)
def test_a_figure_is_above_its_floor(figure: str, column: int) -> None:
    assert measured(FOLDERS[column]).figures[figure].f1 >= FLOORS[figure][column]


@pytest.mark.parametrize("name", FOLDERS)
def test_a_document_without_rules_stays_almost_without(name: str) -> None:
    spurious = measured(name).spurious_per_document
    assert spurious is not None
    assert spurious <= MOST_SPURIOUS
