"""Lists of names read for measuring: every entry with its names, country and numbers.

A folder is searched for the layouts below; what has none of them is reported, not guessed.
"""

import csv
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from rigour.territories import lookup_territory

from kg.identity.records import Identifier


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of one list: what it calls itself and all its other names."""

    id: str
    names: tuple[str, ...]
    countries: frozenset[str] = frozenset()
    identifiers: frozenset[Identifier] = field(default_factory=frozenset)


def read(path: Path) -> tuple[dict[str, list[Entry]], list[str]]:
    """The entries of a file or of all files of a folder, by list; and the files not understood."""
    files = sorted(path.rglob("*")) if path.is_dir() else [path]
    lists: dict[str, list[Entry]] = {}
    unread = []
    for file in files:
        if file.suffix not in (".csv", ".json") or file.name.startswith(("cons_a", "sdn_a")):
            continue
        reader = _layout(file)
        entries = list(reader(file)) if reader else []
        if entries:
            lists[f"{file.parent.name}/{file.name}"] = entries
        else:
            unread.append(str(file))
    return lists, unread


type Reader = Callable[[Path], Iterator[Entry]]


def _layout(file: Path) -> Reader | None:
    if file.name.endswith("_prim.csv"):
        return _ofac
    if file.suffix == ".json":
        return _json_list
    with file.open(encoding="utf-8-sig", errors="replace", newline="") as stream:
        header = {cell.strip().casefold() for cell in next(csv.reader(stream), [])}
    return _table if header & _NAME_COLUMNS else None


_NAME_COLUMNS = {"name", "canonical_name", "clean name"}
_ALIAS_COLUMNS = ("aliases", "alt_names", "alias", "previous name")
_COUNTRY_COLUMNS = ("country", "countries", "jurisdiction")


def _table(file: Path) -> Iterator[Entry]:
    """A table with a name column, aliases parted by " | " or ";", and perhaps a country."""
    with file.open(encoding="utf-8-sig", newline="") as stream:
        for number, raw in enumerate(csv.DictReader(stream)):
            row = {(key or "").strip().casefold(): value or "" for key, value in raw.items()}
            name = row.get("clean name") or row.get("canonical_name") or row.get("name", "")
            aliases = [a for c in _ALIAS_COLUMNS for a in _parted(row.get(c, ""))]
            where = [row[c] for c in _COUNTRY_COLUMNS if row.get(c)]
            where += _address_countries(row.get("addresses", ""))
            yield _entry(
                f"{file.name}:{number}", name, aliases, where, _csl_ids(row.get("ids", ""))
            )


def _parted(cell: str) -> list[str]:
    return cell.split(" | ") if " | " in cell else re.split(r";\s*(?:and\s+)?", cell)


def _address_countries(cell: str) -> list[str]:
    return re.findall(r", ([A-Z]{2})(?:;|$)", cell) or ([cell] if len(cell) == 2 else [])


_NUMBER = r"([\w.\-]*\d[\w.\-]*)"
_ID = re.compile(rf"(?:[A-Z]{{2}}, )?{_NUMBER}, (Registration ID|Tax ID No\.|NIT #|Company Number)")


def _csl_ids(cell: str) -> list[Identifier]:
    return [Identifier.of(scheme, number) for number, scheme in _ID.findall(cell)]


def _json_list(file: Path) -> Iterator[Entry]:
    """An object with `entities`, each with a name, a list of aliases and a country."""
    content = file.read_bytes()
    if content.startswith(b'{"') and b'"properties"' in content.partition(b"\n")[0]:
        yield from _ftm(content)
        return
    data = json.loads(content)
    entities = data.get("entities", []) if isinstance(data, dict) else data
    for number, entity in enumerate(entities if isinstance(entities, list) else ()):
        if isinstance(entity, dict) and isinstance(entity.get("aliases"), list):
            where = [entity["country"]] if entity.get("country") else []
            yield _entry(f"{file.name}:{number}", entity["name"], entity["aliases"], where, [])


def _ftm(content: bytes) -> Iterator[Entry]:
    """Entities of followthemoney, one a line."""
    for line in content.splitlines():
        entity = json.loads(line)
        entity = entity.get("entity", entity)
        has: dict[str, list[str]] = entity.get("properties", {})
        if entity["schema"] in ("Company", "Organization", "PublicBody", "LegalEntity"):
            names = [n for key in ("name", "alias", "weakAlias") for n in has.get(key, [])]
            where = has.get("country", []) + has.get("jurisdiction", [])
            yield _entry(entity["id"], names[0], names[1:], where, [])


_OFAC_ID = re.compile(
    rf"(Registration ID|Tax ID No\.|Legal Entity Number) (?:[A-Z]{{2,3}} )?{_NUMBER}"
)


def _ofac(file: Path) -> Iterator[Entry]:
    """OFAC's legacy files, joined: `_prim`, `_alt` and `_add`."""
    stem = str(file).removesuffix("_prim.csv")
    aliases, places = _joined(Path(f"{stem}_alt.csv"), 3), _joined(Path(f"{stem}_add.csv"), 4)
    for row in _rows(file):
        found = [Identifier.of(scheme, number) for scheme, number in _OFAC_ID.findall(row[11])]
        yield _entry(
            f"{file.name}:{row[0]}", row[1], aliases.get(row[0], []), places.get(row[0], []), found
        )


def _joined(file: Path, column: int) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for row in _rows(file) if file.exists() else ():
        if len(row) > column and row[column].strip() != "-0-":
            found.setdefault(row[0], []).append(row[column])
    return found


def _rows(file: Path) -> Iterator[list[str]]:
    with file.open(encoding="latin-1", newline="") as stream:
        yield from (row for row in csv.reader(stream) if len(row) > 2)


def _entry(
    key: str, name: str, aliases: list[str], where: list[str], numbers: list[Identifier]
) -> Entry:
    names = [n.strip() for n in (name, *aliases)]
    distinct = dict.fromkeys(n for n in names if len(n) > 1)
    codes = {code for place in where if (code := _code(place))}
    return Entry(key, tuple(distinct), frozenset(codes), frozenset(numbers))


@cache
def _code(place: str) -> str | None:
    territory = lookup_territory(place.strip())
    return territory.code.partition("-")[0] if territory else None
