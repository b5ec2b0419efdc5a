"""Every name that the gazetteer knows, with the type and reference id of what it names."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ingest.extract import lexicon_places
from ingest.extract.wordlists import lines, words
from ontology import reference
from ontology.reference import ReferenceEntity
from ontology.vocabulary import EntityKind

_TYPES = {
    EntityKind.COMPANY: "Company",
    EntityKind.AGENCY: "Agency",
    EntityKind.INSTRUMENT: "Instrument",
    EntityKind.DESIGNATION_LIST: "Instrument",
    EntityKind.JURISDICTION: "Jurisdiction",
    EntityKind.AI_MODEL: "AIModel",
}
_NO_FIRMS = frozenset({"think tank", "university", "industry body", "nonprofit", "FFRDC"})
_NATIONS = {"US": ("U.S. ", "US ", "United States "), "GB": ("UK ", "U.K. ", "British ")}
_WEAK = words("weak names")
_DROPPED = words("dropped names")
_TRUSTED = words("trusted names")


@dataclass(frozen=True, slots=True)
class Name:
    """One spelling of one thing; `key` groups the spellings that name the same thing.

    An empty `type` hides the span: it names something that is not extracted. A `weak` name is also
    an ordinary word or the name of something else.
    """

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
        if name.text in _DROPPED:
            continue
        if name.type in {"Agency", "Jurisdiction"} and name.text[:4].lower() == "the ":
            continue
        found.setdefault(name.text, name)
    return tuple(found.values())


@cache
def model_refs() -> dict[str, str]:
    """Reference ids of models by their names, careful ones too: a model's form is checked apart."""
    entities = (e for e in reference.load().entities if e.kind is EntityKind.AI_MODEL)
    return {name: entity.id for entity in entities for name in entity.names}


def _all_names() -> Iterator[Name]:
    yield from _listed()
    for text in lines("others"):
        yield Name(text, "", "-")
    for place, code in lexicon_places.names().items():
        yield Name(
            place, "Jurisdiction", f"jurisdiction:{code}", f"jurisdiction:{code}", place in _WEAK
        )
    for entity in reference.load().entities:
        yield from _reference(entity)


def _listed() -> Iterator[Name]:
    for line in lines("names"):
        spellings, _, ref = line.partition(" = ")
        kind = _TYPES[reference.load().by_id[ref].kind]
        for text in spellings.split("; "):
            yield Name(text, kind, ref, ref)


def _reference(entity: ReferenceEntity) -> Iterator[Name]:
    kind = _TYPES.get(entity.kind)
    if kind is None or kind == "Jurisdiction":
        return
    if kind == "Company" and entity.type in _NO_FIRMS:
        kind = ""
    for text in entity.names:
        weak = text in _WEAK or (text in entity.careful and text not in _TRUSTED)
        if kind == "AIModel" and weak:
            continue
        yield Name(text, kind, entity.id, entity.id, weak)
        if kind == "Agency":
            yield from _national(entity, text)


def _national(entity: ReferenceEntity, text: str) -> Iterator[Name]:
    """The nation's own ways to name a body: `U.S. …`, `… Department`."""
    nations = _NATIONS.get(entity.country or "", ())
    spellings = [text]
    if head := re.fullmatch(r"Department of (?:the )?(.+)", text):
        spellings.append(f"{head[1]} Department")
        yield Name(spellings[1], "Agency", entity.id, entity.id)
    for nation in nations:
        for spelling in spellings:
            if not spelling.startswith(nation):
                yield Name(nation + spelling, "Agency", entity.id, entity.id)
