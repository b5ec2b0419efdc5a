"""A `kg` to call, and a folder with one annotated document."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.kg import Kg

TEXT = (
    "The Ministry of Signals proposed a rule in May. "
    "It would bar cloud providers from renting computing power to Larkspur Systems. "
    "Larkspur Systems makes toys."
)


def span(words: str) -> list[int]:
    start = TEXT.index(words)
    return [start, start + len(words)]


@pytest.fixture
def kg(capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Kg:
    return Kg(capsysbinary, monkeypatch)


@pytest.fixture
def annotation() -> dict[str, Any]:
    """What a careful reader finds in TEXT."""
    firm = [span("Larkspur Systems"), [TEXT.rindex("Larkspur"), len(TEXT) - len(" makes toys.")]]
    return {
        "doc": "toys",
        "genre": "news",
        "entities": [
            {
                "id": "m",
                "type": "Agency",
                "name": "Ministry of Signals",
                "mentions": [span("Ministry of Signals")],
            },
            {"id": "l", "type": "Company", "name": "Larkspur Systems", "mentions": firm},
        ],
        "restrictions": [
            {
                "id": "r1",
                "type": "cloud_access",
                "modality": "prohibition",
                "status": "proposed",
                "evidence": span(TEXT.split(". ")[1] + "."),
                "imposers": [{"entity": "m"}],
                "bearers": [{"text": "cloud providers", "span": span("cloud providers")}],
                "restricted": [{"entity": "l"}],
                "assets": [{"text": "computing power", "span": span("computing power")}],
            }
        ],
        "relations": [],
    }


@pytest.fixture
def folder(tmp_path: Path, annotation: dict[str, Any]) -> Path:
    (tmp_path / "toys.txt").write_text(TEXT, "utf-8")
    (tmp_path / "toys.json").write_text(json.dumps(annotation), "utf-8")
    return tmp_path
