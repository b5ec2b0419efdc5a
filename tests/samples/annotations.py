"""Reads the sample documents and the hand-made annotations that belong to them."""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from ingest.read import Source, expand, read_source

HERE = Path(__file__).parent
SAMPLES = HERE.parents[1] / "ingest" / "samples"
GOLD = HERE / "gold"
HELD_OUT = HERE / "gold_heldout"

ROLES = ("imposers", "bearers", "restricted", "assets")


@dataclass(frozen=True, slots=True)
class Annotated:
    """A document's text as read, and its annotation in the exchange format."""

    name: str
    text: str
    entities: list[dict[str, Any]]
    restrictions: list[dict[str, Any]]
    relations: list[dict[str, Any]]

    def quote(self, span: list[int]) -> str:
        return self.text[span[0] : span[1]]

    def names(self) -> dict[str, str]:
        return {entity["id"]: entity["name"] for entity in self.entities}


@cache
def annotated(documents: Path, gold: Path) -> tuple[Annotated, ...]:
    """Every document of one folder with its gold file of the other; each must have one."""
    return tuple(_one(source, gold) for source in expand([str(documents)]))


def _one(source: Source, gold: Path) -> Annotated:
    found = json.loads((gold / f"{source.doc}.json").read_text("utf-8"))
    return Annotated(
        name=found["doc"],
        text=read_source(source).text,
        entities=found["entities"],
        restrictions=found["restrictions"],
        relations=found["relations"],
    )


def everything() -> tuple[Annotated, ...]:
    return annotated(SAMPLES, GOLD) + annotated(HELD_OUT, HELD_OUT)
