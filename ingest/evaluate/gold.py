"""Reads hand-made annotations: pairs of NAME.txt and NAME.json in the exchange format."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from pydantic import BaseModel, Field, ValidationError, model_validator

from ingest.exchange import EntityType, RelationType
from ingest.extract.result import Entity, Extraction, Party, Relation, Restriction, Span
from kg.errors import InvalidInputError
from ontology.vocabulary import AssertionStatus, DeonticModality, LegalStatus, RestrictionType

NO_GENRE = "no genre given"
RULE = "annotation"


@dataclass(frozen=True, slots=True)
class Gold:
    """A document's text exactly as stored, what a careful reader finds in it, and its genre."""

    text: str
    annotation: Extraction
    genre: str


def read_folder(folder: Path) -> tuple[Gold, ...]:
    """All pairs of a folder by name; InvalidInputError names the file that is not as it must be."""
    if not folder.is_dir():
        raise InvalidInputError(f"{folder} is no folder")
    names = sorted({path.stem for path in folder.iterdir() if path.suffix in (".txt", ".json")})
    if not names:
        raise InvalidInputError(f"{folder} holds no pair of NAME.txt and NAME.json")
    return tuple(_read_pair(folder, name) for name in names)


def _read_pair(folder: Path, name: str) -> Gold:
    text = _read(folder / f"{name}.txt", f"{folder / name}.json")
    path = folder / f"{name}.json"
    try:
        given = _Document.model_validate_json(_read(path, f"{folder / name}.txt"))
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"])) or "the file"
        raise InvalidInputError(f"{path}: {where}: {first['msg']}") from error
    for problem in _problems(given, name, len(text)):
        raise InvalidInputError(f"{path}: {problem}")
    return Gold(text, given.as_extraction(), given.genre)


def _read(path: Path, partner: str) -> str:
    try:
        # As bytes: reading as text would turn CR LF into LF and shift every offset after it.
        return path.read_bytes().decode("utf-8")
    except FileNotFoundError as error:
        raise InvalidInputError(f"{path} is missing beside {partner}") from error
    except (OSError, UnicodeDecodeError) as error:
        raise InvalidInputError(f"{path} cannot be read: {error}") from error


class _Entity(BaseModel):
    id: str
    type: EntityType
    name: str
    aliases: tuple[str, ...] = ()
    mentions: tuple[Span, ...] = Field(min_length=1)

    def value(self) -> Entity:
        return Entity(self.id, self.type, self.name, self.aliases, tuple(sorted(self.mentions)))


class _Party(BaseModel):
    entity: str | None = None
    text: str | None = None
    span: Span | None = None

    @model_validator(mode="after")
    def _names_somebody(self) -> Self:
        if self.entity is None and self.span is None:
            raise ValueError("a party needs an entity or a span")
        return self

    def value(self) -> Party:
        return Party(self.entity, self.text, self.span)


class _Restriction(BaseModel):
    type: RestrictionType
    modality: DeonticModality
    status: LegalStatus
    evidence: Span
    imposers: tuple[_Party, ...] = ()
    bearers: tuple[_Party, ...] = ()
    restricted: tuple[_Party, ...] = ()
    assets: tuple[_Party, ...] = ()

    def parties(self) -> tuple[_Party, ...]:
        return self.imposers + self.bearers + self.restricted + self.assets

    def value(self, number: int) -> Restriction:
        return Restriction(
            id=f"r{number}",
            type=self.type,
            modality=self.modality,
            status=self.status,
            evidence=self.evidence,
            imposers=tuple(party.value() for party in self.imposers),
            bearers=tuple(party.value() for party in self.bearers),
            restricted=tuple(party.value() for party in self.restricted),
            owed_to=(),
            assets=tuple(party.value() for party in self.assets),
            instrument=None,
            claimant=None,
            assertion="reported",
            valid_from=None,
            valid_to=None,
            precision=None,
            confidence=1.0,
            rule=RULE,
        )


class _Relation(BaseModel):
    type: RelationType
    subject: str
    object: str
    status: AssertionStatus
    evidence: Span

    def value(self) -> Relation:
        return Relation(
            self.type, self.subject, self.object, self.status, self.evidence, None, 1.0, RULE
        )


class _Document(BaseModel):
    """One NAME.json; what the format allows beyond these fields is not part of any figure."""

    doc: str
    genre: str = NO_GENRE
    entities: tuple[_Entity, ...]
    restrictions: tuple[_Restriction, ...]
    relations: tuple[_Relation, ...]

    def as_extraction(self) -> Extraction:
        return Extraction(
            self.doc,
            tuple(entity.value() for entity in self.entities),
            tuple(rule.value(number) for number, rule in enumerate(self.restrictions, 1)),
            tuple(relation.value() for relation in self.relations),
        )


def _problems(given: _Document, name: str, length: int) -> Iterator[str]:
    """What is wrong between the parts of a document that are right by themselves."""
    if given.doc != name:
        yield f"it is for the document {given.doc!r}, not for {name!r}"
    ids = [entity.id for entity in given.entities]
    if len(set(ids)) < len(ids):
        yield f"two entities have the id {next(i for i in ids if ids.count(i) > 1)!r}"
    for where, (start, end) in _spans(given):
        if not 0 <= start < end <= length:
            yield f"{where}: [{start}, {end}] is not inside the text of {length} characters"
    for where, known in _references(given):
        if known not in ids:
            yield f"{where}: there is no entity {known!r}"


def _spans(given: _Document) -> Iterator[tuple[str, Span]]:
    for entity in given.entities:
        yield from ((f"a mention of {entity.name!r}", span) for span in entity.mentions)
    for number, rule in enumerate(given.restrictions):
        yield f"the evidence of restrictions.{number}", rule.evidence
        spans = (party.span for party in rule.parties() if party.span)
        yield from ((f"a party of restrictions.{number}", span) for span in spans)
    for number, relation in enumerate(given.relations):
        yield f"the evidence of relations.{number}", relation.evidence


def _references(given: _Document) -> Iterator[tuple[str, str]]:
    for number, rule in enumerate(given.restrictions):
        named = (party.entity for party in rule.parties() if party.entity is not None)
        yield from ((f"a party of restrictions.{number}", entity) for entity in named)
    for number, relation in enumerate(given.relations):
        yield f"the subject of relations.{number}", relation.subject
        yield f"the object of relations.{number}", relation.object
