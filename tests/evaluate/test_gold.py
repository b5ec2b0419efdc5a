"""Annotations that are not as they must be are named, with the file and the place."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ingest.evaluate.gold import NO_GENRE, read_folder
from kg.errors import InvalidInputError
from tests.evaluate.conftest import TEXT

type Change = Callable[[dict[str, Any]], None]


def test_a_pair_is_read_as_it_stands(folder: Path) -> None:
    (gold,) = read_folder(folder)
    assert (gold.text, gold.genre, gold.annotation.doc) == (TEXT, "news", "toys")
    (found,) = gold.annotation.restrictions
    assert found.restricted[0].entity == "l"
    assert found.bearers[0].text == "cloud providers"


def test_line_ends_are_kept_since_offsets_count_them(
    folder: Path, annotation: dict[str, Any]
) -> None:
    (folder / "toys.txt").write_bytes(TEXT.encode() + b"\r\nEnd\r\n")
    assert read_folder(folder)[0].text.endswith("toys.\r\nEnd\r\n")


def test_the_genre_may_be_missing(folder: Path, annotation: dict[str, Any]) -> None:
    del annotation["genre"]
    (folder / "toys.json").write_text(json.dumps(annotation))
    assert read_folder(folder)[0].genre == NO_GENRE


def _longer(gold: dict[str, Any]) -> None:
    gold["entities"][0]["mentions"] = [[3, 999]]


def _backwards(gold: dict[str, Any]) -> None:
    gold["restrictions"][0]["evidence"] = [40, 40]


def _party_out(gold: dict[str, Any]) -> None:
    gold["restrictions"][0]["bearers"][0]["span"] = [-1, 5]


def _type(gold: dict[str, Any]) -> None:
    gold["restrictions"][0]["type"] = "cloud"


def _kind(gold: dict[str, Any]) -> None:
    gold["entities"][0]["type"] = "Person"


def _relation(gold: dict[str, Any]) -> None:
    gold["relations"] = [
        {"type": "likes", "subject": "l", "object": "m", "status": "reported", "evidence": [0, 9]}
    ]


def _stranger(gold: dict[str, Any]) -> None:
    gold["restrictions"][0]["imposers"] = [{"entity": "nobody"}]


def _empty_party(gold: dict[str, Any]) -> None:
    gold["restrictions"][0]["imposers"] = [{"text": "somebody"}]


def _twice(gold: dict[str, Any]) -> None:
    gold["entities"][1]["id"] = "m"


def _renamed(gold: dict[str, Any]) -> None:
    gold["doc"] = "other"


def _misspelt(gold: dict[str, Any]) -> None:
    gold["restrictons"] = gold.pop("restrictions")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (_longer, r"a mention of 'Ministry of Signals': \[3, 999\] is not inside the text of 1"),
        (_backwards, r"the evidence of restrictions.0: \[40, 40\] is not inside"),
        (_party_out, r"a party of restrictions.0: \[-1, 5\] is not inside"),
        (_type, r"restrictions.0.type: Input should be 'export'"),
        (_kind, r"entities.0.type: Input should be 'Company'"),
        (_relation, r"relations.0.type: Input should be 'developed_by'"),
        (_stranger, r"a party of restrictions.0: there is no entity 'nobody'"),
        (_empty_party, r"restrictions.0.imposers.0: .*needs an entity or a span"),
        (_twice, r"two entities have the id 'm'"),
        (_renamed, r"it is for the document 'other', not for 'toys'"),
        (_misspelt, r"restrictions: Field required"),
    ],
)
def test_a_wrong_annotation_is_named(
    folder: Path, annotation: dict[str, Any], change: Change, said: str
) -> None:
    change(annotation)
    (folder / "toys.json").write_text(json.dumps(annotation))
    with pytest.raises(InvalidInputError, match=rf"toys\.json: {said}"):
        read_folder(folder)


def test_every_file_needs_its_partner(folder: Path) -> None:
    (folder / "lonely.json").write_text("{}")
    with pytest.raises(InvalidInputError, match=r"lonely\.txt is missing beside .*lonely\.json"):
        read_folder(folder)
    (folder / "lonely.json").rename(folder / "alone.txt")
    with pytest.raises(InvalidInputError, match=r"alone\.json is missing beside .*alone\.txt"):
        read_folder(folder)


def test_broken_files_are_named(folder: Path) -> None:
    (folder / "toys.json").write_text("{")
    with pytest.raises(InvalidInputError, match=r"toys\.json: the file: Invalid JSON"):
        read_folder(folder)
    (folder / "toys.txt").write_bytes(b"\xff")
    with pytest.raises(InvalidInputError, match=r"toys\.txt cannot be read"):
        read_folder(folder)
