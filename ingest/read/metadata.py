"""What is known about a document beside its text."""

import json
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from ingest.read.errors import UnreadableError

MANIFEST = "manifest.json"


@dataclass(frozen=True, slots=True)
class Metadata:
    """Unknown stays None; `published` is an ISO date."""

    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    published: str | None = None

    def over(self, other: "Metadata") -> "Metadata":
        """These values, and the other's where this one has none."""
        known = {f.name: getattr(self, f.name) for f in fields(self) if getattr(self, f.name)}
        return replace(other, **known)


def manifest_entry(path: Path) -> Metadata:
    """What a `manifest.json` beside the file says of it: {"documents": [{"file", "title", …}]}."""
    manifest = path.parent / MANIFEST
    if not manifest.is_file():
        return Metadata()
    try:
        rows = json.loads(manifest.read_text("utf-8"))["documents"]
        entry: dict[str, Any] = next((row for row in rows if row["file"] == path.name), {})
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise UnreadableError(
            str(path), f"{manifest} is not a manifest ({type(error).__name__}: {error})"
        ) from error
    return from_mapping(entry)


def from_mapping(values: dict[str, Any]) -> Metadata:
    names = [f.name for f in fields(Metadata)]
    return Metadata(**{n: str(values[n]) for n in names if values.get(n)})
