"""Every name that the gazetteer knows, with the type and reference id of what it names."""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ingest.extract import lexicon_places
from ingest.extract.wordlists import lines, words

_REFERENCE = Path(__file__).parents[2] / "ontology" / "reference"

_WEAK = words("weak names")
_DROPPED = words("dropped names")
_NO_FIRMS = ("think tank", "university", "industry body", "nonprofit", "FFRDC")


@dataclass(frozen=True, slots=True)
class Name:
    """One spelling of one thing; `key` groups the spellings that name the same thing."""

    text: str
    type: str
    key: str
    ref: str | None = None
    weak: bool = False


@cache
def names() -> tuple[Name, ...]:
    """All names, each spelling once; the earlier source wins."""
    found: dict[str, Name] = {}
    for name in _all_names():
        if name.type in {"Agency", "Jurisdiction"} and name.text[:4].lower() == "the ":
            continue
        found.setdefault(name.text, name)
    return tuple(found.values())


def _all_names() -> Iterator[Name]:
    yield from _listed("bodies", "Agency")
    yield from _listed("instruments", "Instrument")
    yield from _listed("companies", "Company")
    for text in lines("others"):
        yield Name(text, "", "-")
    for place, code in lexicon_places.names().items():
        yield Name(place, "Jurisdiction", f"jurisdiction:{code}", f"jurisdiction:{code}")
    yield from _agencies()
    yield from _companies()


def _listed(table: str, kind: str) -> Iterator[Name]:
    for line in lines(table):
        spellings, _, ref = line.partition(" = ")
        for text in spellings.split("; "):
            if ref == "-":
                yield Name(text, "", "-")
            else:
                yield Name(text, kind, ref, ref, weak=text in _WEAK)


def _agencies() -> Iterator[Name]:
    for row in _rows("agencies.csv"):
        plain = re.sub(r"\s*\(.*\)", "", row["name"])
        key = f"agency:{_slug(row['acronym'] or row['name'])}-{row['jurisdiction'].lower()}"
        prefix = {"US": ("U.S. ", "US ", "United States "), "GB": ("UK ", "U.K ")}
        for text in _spellings(plain, row["acronym"], row["aliases"]):
            yield Name(text, "Agency", key, weak=text in _WEAK)
            for nation in prefix.get(row["jurisdiction"], ()):
                yield Name(nation + text, "Agency", key)
            if head := re.fullmatch(r"Department of (?:the )?(.+)", text):
                for nation in ("", "U.S. ", "US "):
                    yield Name(f"{nation}{head[1]} Department", "Agency", key)


def _companies() -> Iterator[Name]:
    rows = list(_rows("organisations.csv"))
    own = {row["canonical_name"] for row in rows}
    for row in rows:
        skipped = row["type"] in _NO_FIRMS
        key = f"company:{_slug(row['canonical_name'])}"
        for text in _spellings(row["canonical_name"], "", row["aliases"]):
            if text in own and text != row["canonical_name"]:
                continue
            if skipped:
                yield Name(text, "", "-")
            else:
                yield Name(text, "Company", key, key, weak=text in _WEAK)


def _spellings(*fields: str) -> Iterator[str]:
    for field in fields:
        for text in field.split(" | "):
            if text and text not in _DROPPED:
                yield text


def _slug(text: str) -> str:
    return re.sub(r"\W+", "-", text.lower()).strip("-")


def _rows(table: str) -> Iterator[dict[str, str]]:
    with (_REFERENCE / table).open(encoding="utf-8", newline="") as stream:
        yield from csv.DictReader(stream)
