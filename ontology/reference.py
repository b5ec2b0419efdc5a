"""Who and what the graph knows before it reads anything: reference entities and plain facts.

The tables in `reference/` hold one entity a row under a stable id; countries come from `rigour`
and `jurisdiction.csv` adds to them. An empty cell is unknown; a list is parted by ` | `.
"""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from ontology.vocabulary import EntityKind, Predicate

FOLDER = Path(__file__).parent / "reference"
TABLES = ("company.csv", "agency.csv", "model.csv", "instrument.csv")
JURISDICTIONS = "jurisdiction.csv"
SEPARATOR = " | "

# Territories of rigour that have a code and are no place with a government of its own.
_NO_PLACES = frozenset({"aq", "ip", "un", "zz"})
_SUBDIVIDED = ("us", "gb", "ca")
_TEXTS = (
    "name",
    "source",
    "type",
    "country",
    "parent",
    "developer",
    "jurisdiction",
    "issuer",
    "wikidata",
    "citation",
    "date",
    "iso",
)
_LINKS = {
    "parent": (
        EntityKind.COMPANY,
        EntityKind.AGENCY,
        EntityKind.JURISDICTION,
        EntityKind.JURISDICTION_GROUP,
    ),
    "developer": (EntityKind.COMPANY, EntityKind.AGENCY),
    "jurisdiction": (EntityKind.JURISDICTION,),
    "issuer": (EntityKind.COMPANY, EntityKind.AGENCY, EntityKind.JURISDICTION),
}
_PARENTAL = {
    EntityKind.COMPANY: Predicate.SUBSIDIARY_OF,
    EntityKind.AGENCY: Predicate.PART_OF,
    EntityKind.JURISDICTION: Predicate.PART_OF,
}


class ReferenceDataError(Exception):
    """A reference table contradicts itself; the message names the file and the line."""


@dataclass(frozen=True, slots=True)
class ReferenceEntity:
    """An entity known beforehand.

    `careful` are those of its names that are also ordinary words or names of something else:
    they mean this entity only where the text supports it. `country` is an ISO 3166 code, the
    links (`parent`, `developer`, `jurisdiction`, `issuer`) are ids, `type` is the table's own
    sort (such as "regulator"; for instruments a code of InstrumentType), `date` the ISO day on
    which an instrument was adopted, signed or published.
    """

    id: str
    kind: EntityKind
    name: str
    source: str
    aliases: tuple[str, ...] = ()
    careful: tuple[str, ...] = ()
    type: str | None = None
    country: str | None = None
    parent: str | None = None
    developer: str | None = None
    jurisdiction: str | None = None
    issuer: str | None = None
    wikidata: str | None = None
    citation: str | None = None
    date: str | None = None
    iso: str | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """The name, then every other one."""
        return (self.name, *self.aliases)


@dataclass(frozen=True, slots=True)
class Fact:
    """A plain relation between two reference entities, and where it is taken from."""

    subject: str
    predicate: Predicate
    object: str
    source: str


@dataclass(frozen=True, slots=True)
class ReferenceTable:
    """All reference entities, in the order of the tables; `by_id` holds the same."""

    entities: tuple[ReferenceEntity, ...]
    by_id: Mapping[str, ReferenceEntity]

    def facts(self) -> tuple[Fact, ...]:
        """What the tables say beyond names: developers, parents, places and issuers."""
        return tuple(fact for entity in self.entities for fact in _facts(entity))


@cache
def load() -> ReferenceTable:
    """The project's reference entities."""
    return read(FOLDER)


def read(folder: Path) -> ReferenceTable:
    """Read and check the tables of a folder; raises ReferenceDataError with file and line."""
    places = {territory.id: territory for territory in _territories()}
    where = dict.fromkeys(places, "rigour")
    for place, row in _rows(folder / JURISDICTIONS):
        entity = _entity(row, place, places.get(row["id"]))
        if where.get(entity.id, "rigour") != "rigour":
            raise ReferenceDataError(f"{place}: {entity.id} stands at {where[entity.id]} already")
        places[entity.id], where[entity.id] = entity, place
    found = dict(places)
    for table in TABLES:
        for place, row in _rows(folder / table):
            entity = _entity(row, place)
            if entity.id in found:
                raise ReferenceDataError(
                    f"{place}: {entity.id} stands at {where[entity.id]} already"
                )
            found[entity.id], where[entity.id] = entity, place
    _check_links(found, where)
    _check_names(found, where)
    return ReferenceTable(tuple(found.values()), found)


def _rows(path: Path) -> Iterator[tuple[str, dict[str, str]]]:
    """The rows of a table, each with its place (`company.csv:12`) for messages."""
    with path.open(encoding="utf-8", newline="") as stream:
        reader = csv.DictReader(stream, strict=True)
        missing = {"id", "name", "aliases", "careful", "source"} - set(reader.fieldnames or ())
        if missing:
            raise ReferenceDataError(f"{path.name}:1: no column {min(missing)}")
        for row in reader:
            place = f"{path.name}:{reader.line_num}"
            if None in row or None in row.values():
                raise ReferenceDataError(f"{place}: not as many cells as columns")
            yield place, row


def _entity(
    row: Mapping[str, str], place: str, known: ReferenceEntity | None = None
) -> ReferenceEntity:
    """The entity of a row; a territory that is `known` keeps what the row leaves empty."""
    try:
        kind = EntityKind.of(row["id"])
    except ValueError as error:
        raise ReferenceDataError(f"{place}: {error}") from error
    given: dict[str, Any] = {key: value for key in _TEXTS if (value := row.get(key))}
    base = known or ReferenceEntity(row["id"], kind, "", "")
    name = given.get("name", base.name)
    names = dict.fromkeys((base.name, *base.aliases, *_split(row["aliases"])))
    aliases = tuple(alias for alias in names if alias not in (name, ""))
    entity = replace(base, **given, aliases=aliases, careful=_split(row["careful"]))
    if entity.date and not _is_day(entity.date):
        raise ReferenceDataError(f"{place}: {entity.date!r} is no ISO date")
    if not entity.jurisdiction and entity.country:
        entity = replace(entity, jurisdiction=f"jurisdiction:{entity.country.lower()}")
    for column in ("name", "source"):
        if not getattr(entity, column):
            raise ReferenceDataError(f"{place}: {entity.id} has no {column}")
    return entity


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _split(cell: str) -> tuple[str, ...]:
    return tuple(cell.split(SEPARATOR)) if cell else ()


def _territories() -> Iterator[ReferenceEntity]:
    """Every present country, and the states or nations of a few."""
    from rigour.territories import get_territories  # slow to import, needed once

    for territory in get_territories():
        code = territory.code
        parent = code.partition("-")[0] if "-" in code else None
        if territory.is_historical or code in _NO_PLACES or len(code) < 2 or "x-" in code:
            continue
        if len(code) > 2 and parent not in _SUBDIVIDED:
            continue
        yield ReferenceEntity(
            id=f"jurisdiction:{code}",
            kind=EntityKind.JURISDICTION,
            name=territory.name,
            source="rigour",
            aliases=_full_name(territory.name, territory.full_name),
            parent=f"jurisdiction:{parent}" if parent else None,
            wikidata=territory.qid,
            iso=code.upper(),
        )


def _full_name(name: str, full: str) -> tuple[str, ...]:
    """The official name as an alias, but not a remark such as "California (United States)"."""
    return (full,) if full != name and "(" not in full else ()


def _check_links(found: Mapping[str, ReferenceEntity], where: Mapping[str, str]) -> None:
    for entity in found.values():
        for column, kinds in _LINKS.items():
            target = getattr(entity, column)
            if target is None:
                continue
            if target not in found:
                raise ReferenceDataError(f"{where[entity.id]}: unknown {column} {target}")
            if found[target].kind not in kinds:
                raise ReferenceDataError(f"{where[entity.id]}: {target} cannot be the {column}")
            if column == "parent" and found[target].kind is not entity.kind:
                raise ReferenceDataError(f"{where[entity.id]}: {target} is of another kind")


def _check_names(found: Mapping[str, ReferenceEntity], where: Mapping[str, str]) -> None:
    """A name that two entities share must be marked careful in all of them but one."""
    plain: dict[str, str] = {}
    for entity in found.values():
        for name in entity.careful:
            if name not in entity.names:
                raise ReferenceDataError(
                    f"{where[entity.id]}: careful {name!r} is no name of {entity.id}"
                )
        for key in {name.casefold() for name in entity.names if name not in entity.careful}:
            other = plain.setdefault(key, entity.id)
            if other != entity.id:
                raise ReferenceDataError(
                    f"{where[entity.id]}: {key!r} also names {other} ({where[other]}): "
                    "mark it careful in one of them"
                )


def _facts(entity: ReferenceEntity) -> Iterator[Fact]:
    located = entity.kind in (EntityKind.COMPANY, EntityKind.AGENCY)
    links = (
        (Predicate.DEVELOPED_BY, entity.developer),
        (_PARENTAL.get(entity.kind), entity.parent),
        (Predicate.LOCATED_IN, entity.jurisdiction if located else None),
        (Predicate.ISSUED_BY, entity.issuer),
    )
    for predicate, target in links:
        if predicate is not None and target is not None:
            yield Fact(entity.id, predicate, target, entity.source)
