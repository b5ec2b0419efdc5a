"""What the extractor finds in short news-like texts that it was not written from."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from ingest.extract.pipeline import load

_TEXTS = sorted((Path(__file__).parent / "gold_prose").glob("*.txt"))
_SILENT = [path for path in _TEXTS if path.stem.startswith("none-")]
_LEAST_F1 = 0.75
_LEAST_RELATIONS = 0.55
_MOST_SPURIOUS = 1


@cache
def _found(path: Path) -> dict[str, Any]:
    return load().extract(path.read_text("utf-8"), path.stem).as_json()


def _gold(path: Path) -> dict[str, Any]:
    gold: dict[str, Any] = json.loads(path.with_suffix(".json").read_text("utf-8"))
    return gold


def _overlaps(one: list[int], other: list[int]) -> bool:
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return shared * 2 >= min(one[1] - one[0], other[1] - other[0])


def _matches(gold: list[dict[str, Any]], found: list[dict[str, Any]]) -> int:
    """Rules of the same type whose evidence overlaps by half, one to one."""
    left = list(found)
    for rule in gold:
        hit = next(
            (
                f
                for f in left
                if f["type"] == rule["type"] and _overlaps(f["evidence"], rule["evidence"])
            ),
            None,
        )
        if hit is not None:
            left.remove(hit)
    return len(found) - len(left)


def _triples(document: dict[str, Any]) -> set[tuple[str, str, str]]:
    """The relations by name; names that differ in form between gold and finding count as wrong."""
    names = {e["id"]: e["name"] for e in document["entities"]}
    return {(r["type"], names[r["subject"]], names[r["object"]]) for r in document["relations"]}


def _f1(hits: int, found: int, gold: int) -> float:
    return 2 * hits / (found + gold)


def test_most_rules_of_prose_are_found_with_their_type() -> None:
    pairs = [(_gold(path)["restrictions"], _found(path)["restrictions"]) for path in _TEXTS]
    hits = sum(_matches(gold, found) for gold, found in pairs)
    f1 = _f1(hits, sum(len(f) for _, f in pairs), sum(len(g) for g, _ in pairs))
    assert f1 >= _LEAST_F1, f"F1 of restrictions {f1:.3f}"


def test_most_relations_of_prose_are_found() -> None:
    pairs = [(_triples(_gold(path)), _triples(_found(path))) for path in _TEXTS]
    hits = sum(len(gold & found) for gold, found in pairs)
    f1 = _f1(hits, sum(len(f) for _, f in pairs), sum(len(g) for g, _ in pairs))
    assert f1 >= _LEAST_RELATIONS, f"F1 of relations {f1:.3f}"


def test_texts_without_a_rule_stay_silent() -> None:
    spurious = [rule for path in _SILENT for rule in _found(path)["restrictions"]]
    assert len(spurious) <= _MOST_SPURIOUS, spurious


@pytest.mark.parametrize("path", _TEXTS, ids=lambda path: path.stem)
def test_annotated_names_stand_where_the_annotation_says(path: Path) -> None:
    text = path.read_text("utf-8")
    for entity in _gold(path)["entities"]:
        forms = {entity["name"], *entity["aliases"]}
        assert {text[a:b] for a, b in entity["mentions"]} <= forms
