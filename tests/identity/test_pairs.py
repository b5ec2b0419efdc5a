"""The rules on pairs of real names: facts, written for this test."""

import csv
from pathlib import Path

import pytest

from kg.identity.matcher import Matcher
from kg.identity.records import Record
from kg.identity.rules import Verdict
from ontology.vocabulary import EntityKind

ROWS = list(csv.DictReader((Path(__file__).parent / "pairs.csv").read_text("utf-8").splitlines()))


@pytest.fixture(scope="module")
def verdicts() -> list[tuple[Verdict, bool]]:
    found = []
    for row in ROWS:
        a, b = (
            Record(f"company:{side}", EntityKind.COMPANY, (row[side],), frozenset({row["country"]}))
            for side in ("left", "right")
        )
        found.append((Matcher((a, b)).score(a, b).verdict, row["same"] == "yes"))
    return found


def test_what_is_decided_to_be_one_is_one(verdicts: list[tuple[Verdict, bool]]) -> None:
    said = [same for verdict, same in verdicts if verdict is Verdict.SAME]
    assert sum(said) / len(said) >= 0.97


def test_most_of_what_is_one_is_decided(verdicts: list[tuple[Verdict, bool]]) -> None:
    found = [verdict is Verdict.SAME for verdict, same in verdicts if same]
    assert sum(found) / len(found) >= 0.90


def test_nothing_that_is_one_is_decided_to_be_two(verdicts: list[tuple[Verdict, bool]]) -> None:
    assert not [same for verdict, same in verdicts if verdict is Verdict.DIFFERENT and same]
