"""The values of the graph: entities, documents, passages and the claims that tie them.

A `Claim` is the unit that is written. It is append-only and keyed by its content, so that the
same document ingested twice changes nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kg import ids
from ontology.vocabulary import AssertionStatus, DatePrecision, EntityKind, Predicate

type Scalar = str | int | float | bool
type Property = Scalar | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Interval:
    """Valid time: ISO dates, the end exclusive; None is unknown, never "always".

    `precision` is that of the source: "2025" is 2025-01-01 with precision year.
    """

    start: str | None = None
    end: str | None = None
    precision: DatePrecision | None = None


UNKNOWN = Interval()


@dataclass(frozen=True, slots=True)
class Entity:
    """A node of the world layer; `properties` holds the scalar properties of its kind."""

    id: str
    kind: EntityKind
    name: str
    aliases: tuple[str, ...] = ()
    properties: Mapping[str, Property] = field(default_factory=dict)

    def merged(self, other: "Entity") -> "Entity":
        """This entity, also known by the other's names."""
        aliases = sorted({*self.aliases, *other.aliases, other.name} - {self.name})
        return Entity(self.id, self.kind, self.name, tuple(aliases), self.properties)


@dataclass(frozen=True, slots=True)
class Document:
    """A source as it was read; `text` is what every offset counts in (Unicode code points).

    `source` is where it was read, its `url` if it says nothing else: another text from the same
    place is another version of the document, which supersedes what the version before said.
    """

    text: str
    title: str
    url: str | None = None
    publisher: str | None = None
    published: str | None = None
    media_type: str = "text/plain"
    source: str | None = None

    @property
    def sha256(self) -> str:
        return ids.sha256(self.text)

    @property
    def id(self) -> str:
        return ids.document(self.sha256)


@dataclass(frozen=True, slots=True)
class Passage:
    """A quoted stretch of one document: `exact` is `text[start:end]`."""

    document: str
    start: int
    end: int
    exact: str

    @property
    def id(self) -> str:
        return ids.passage(self.document, self.start, self.end)


@dataclass(frozen=True, slots=True)
class Claim:
    """Who says what of whom, how surely, valid when, and in which passages of a document.

    Exactly one of `object` (an entity id) and `value` (a code or literal) is given, except for
    a denial, which only disputes other claims (their keys).
    """

    subject: str
    predicate: Predicate
    status: AssertionStatus
    document: str
    evidence: tuple[Passage, ...]
    object: str | None = None
    value: str | None = None
    claimant: str | None = None
    valid: Interval = UNKNOWN
    disputes: tuple[str, ...] = ()
    confidence: float = 1.0

    @property
    def key(self) -> str:
        return ids.claim(
            self.subject,
            self.predicate,
            self.object or "",
            self.value or "",
            self.claimant or "",
            self.status,
            self.document,
            self.valid.start or "",
            self.valid.end or "",
            *self.disputes,
        )

    @property
    def triple(self) -> str:
        """What is claimed, whoever claims it: the key of the projected edge."""
        return ids.triple(self.subject, self.predicate, self.object or self.value or "")


@dataclass(frozen=True, slots=True)
class Run:
    """The program run that produced claims: extractor, its version, and when it started (UTC)."""

    id: str
    extractor: str
    version: str
    started: str


@dataclass(frozen=True, slots=True)
class Batch:
    """All that one document says: it is written whole or not at all."""

    document: Document
    entities: tuple[Entity, ...]
    claims: tuple[Claim, ...]
    run: Run
