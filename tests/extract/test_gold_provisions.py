"""How much of hand-annotated rules, bills, codes and terms the extractor finds.

The texts were written for this test in the drafting styles that they stand for; the annotations
are in the exchange format.
"""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from ingest.extract.pipeline import load

GOLD = Path(__file__).parent / "gold_provisions"
NAMES = sorted(path.stem for path in GOLD.glob("*.json"))
PRECISION_AT_LEAST = 0.88
RECALL_AT_LEAST = 0.90
EACH_AT_LEAST = 0.75


@dataclass(frozen=True, slots=True)
class Score:
    """Rules that the gold has, that were predicted, and that agree."""

    gold: int
    predicted: int
    right: int


def _same(one: dict[str, Any], other: dict[str, Any]) -> bool:
    """Same type, and evidence that overlaps by half of the shorter span."""
    a, b = one["evidence"], other["evidence"]
    shared = min(a[1], b[1]) - max(a[0], b[0])
    half = shared * 2 >= min(a[1] - a[0], b[1] - b[0])
    return bool(half and one["type"] == other["type"])


@cache
def _scored(name: str) -> Score:
    gold = json.loads((GOLD / f"{name}.json").read_text("utf-8"))["restrictions"]
    text = (GOLD / f"{name}.txt").read_text("utf-8")
    found: Any = load().extract(text, name).as_json()
    left: list[dict[str, Any]] = list(found["restrictions"])
    predicted = len(left)
    for rule in gold:
        match = next((other for other in left if _same(rule, other)), None)
        if match is not None:
            left.remove(match)
    return Score(len(gold), predicted, predicted - len(left))


def test_most_rules_are_found_and_most_that_are_found_are_right() -> None:
    scores = [_scored(name) for name in NAMES]
    right = sum(score.right for score in scores)
    assert right >= PRECISION_AT_LEAST * sum(score.predicted for score in scores)
    assert right >= RECALL_AT_LEAST * sum(score.gold for score in scores)


@pytest.mark.parametrize("name", NAMES)
def test_no_drafting_style_is_left_unread(name: str) -> None:
    score = _scored(name)
    assert score.right >= EACH_AT_LEAST * score.gold


@pytest.mark.parametrize("name", NAMES)
def test_the_annotated_spans_lie_in_the_text(name: str) -> None:
    text = (GOLD / f"{name}.txt").read_text("utf-8")
    for rule in json.loads((GOLD / f"{name}.json").read_text("utf-8"))["restrictions"]:
        described = [p for role in ("bearers", "restricted", "assets") for p in rule[role]]
        assert all(text[slice(*p["span"])] == p["text"] for p in described if "span" in p)
        quote = text[slice(*rule["evidence"])]
        assert quote
        assert quote == quote.strip()
