"""What an extraction hands on: plain values, every one tied to a span of the document's text."""

from dataclasses import dataclass
from typing import Literal

type Span = tuple[int, int]
"""Code points into the text exactly as given, end exclusive."""

type Precision = Literal["day", "month", "year"]
type Assertion = Literal["reported", "alleged", "official"]


@dataclass(frozen=True, slots=True)
class Entity:
    """One real-world thing named in a document, with all its mentions.

    `name` is the fullest form in the text, `aliases` the other forms; `mentions` are sorted and do
    not overlap; `ref` is the id of the reference entity when the gazetteer decided it.
    """

    id: str
    type: str
    name: str
    aliases: tuple[str, ...]
    mentions: tuple[Span, ...]
    ref: str | None = None


@dataclass(frozen=True, slots=True)
class Party:
    """Whom or what a restriction concerns: a named entity's id, or a description with its span."""

    entity: str | None = None
    text: str | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Restriction:
    """A rule that limits or obliges somebody, with the smallest span that states it."""

    id: str
    type: str
    modality: str
    status: str
    evidence: Span
    imposers: tuple[Party, ...]
    bearers: tuple[Party, ...]
    restricted: tuple[Party, ...]
    owed_to: tuple[Party, ...]
    assets: tuple[Party, ...]
    instrument: str | None
    claimant: str | None
    assertion: Assertion
    valid_from: str | None
    valid_to: str | None
    precision: Precision | None
    confidence: float
    rule: str


@dataclass(frozen=True, slots=True)
class Relation:
    """A stated tie between two named entities of the document (`subject` and `object` are ids)."""

    type: str
    subject: str
    object: str
    status: str
    evidence: Span
    claimant: str | None
    confidence: float
    rule: str


@dataclass(frozen=True, slots=True)
class Denial:
    """A claimant's rejection of relations; `disputes` are indexes into `Extraction.relations`."""

    claimant: str
    evidence: Span
    disputes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Extraction:
    """Everything found in one document."""

    doc: str
    entities: tuple[Entity, ...] = ()
    restrictions: tuple[Restriction, ...] = ()
    relations: tuple[Relation, ...] = ()
    denials: tuple[Denial, ...] = ()

    def as_json(self) -> dict[str, object]:
        """The document in the exchange format; unknown values and empty lists are left out."""
        return {
            "doc": self.doc,
            "entities": [_fields(e) for e in self.entities],
            "restrictions": [_fields(r) for r in self.restrictions],
            "relations": [_fields(r) for r in self.relations],
            "denials": [_fields(d) for d in self.denials],
        }


type _Record = Entity | Party | Restriction | Relation | Denial


def _fields(record: _Record) -> dict[str, object]:
    values = ((name, getattr(record, name)) for name in type(record).__slots__)
    return {name: _plain(value) for name, value in values if value is not None}


def _plain(value: object) -> object:
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return _fields(value) if isinstance(value, Party) else value
