"""What other parts take from the ontology, as plain data in a fixed order.

`python -m ontology.derive docs` prints the reference page of the documentation.
"""

import sys
from dataclasses import dataclass
from functools import cache
from typing import Any

from ontology.model import CODES, INDIVIDUALS, TERMS, OntologyError, load
from ontology.vocabulary import EntityKind

XSD = "http://www.w3.org/2001/XMLSchema#"
SEARCH_PROPERTY = "search"
"""The node property that holds the searchable texts of a node, one per line."""


@dataclass(frozen=True, slots=True)
class Index:
    """An index on one property of the nodes with a label; a unique one is a key as well."""

    label: str
    property: str
    unique: bool = False


@dataclass(frozen=True, slots=True)
class TextIndex:
    """A full-text index on `property`, which holds what the node properties `sources` say."""

    label: str
    property: str
    sources: tuple[str, ...]


@cache
def labels(kind: EntityKind | str) -> tuple[str, ...]:
    """The labels of a node: its own class first, then the broader ones up to the root."""
    classes = load().classes
    name = str(kind)
    if name not in classes:
        raise OntologyError(f"aipo.ttl: there is no class {name}")
    return (name, *classes[name].ancestors)


@cache
def kinds_of(label: str) -> tuple[EntityKind, ...]:
    """The kinds whose nodes carry a label: `Party` gives companies, agencies, jurisdictions ..."""
    return tuple(kind for kind in EntityKind if label in labels(kind))


def edges() -> dict[str, str]:
    """Object property -> edge type, such as imposedBy -> IMPOSED_BY."""
    return {p.name: p.edge for p in load().properties.values() if p.kind == "object"}


def indexes() -> tuple[Index, ...]:
    """The keys, then the other look-ups, each by label and property."""
    found = {
        Index(label, p.stored_as, unique)
        for p in load().properties.values()
        for unique, marked in ((True, p.key_of), (False, p.indexed_on))
        for label in marked
    }
    return tuple(sorted(found, key=lambda i: (not i.unique, i.label, i.property)))


def text_indexes() -> tuple[TextIndex, ...]:
    """The full-text indexes, one per label."""
    sources: dict[str, list[str]] = {}
    for p in load().properties.values():
        for label in p.searchable_on:
            sources.setdefault(label, []).append(p.stored_as)
    return tuple(
        TextIndex(label, SEARCH_PROPERTY, tuple(names)) for label, names in sorted(sources.items())
    )


def enums() -> dict[str, tuple[str, ...]]:
    """Closed scheme -> its codes."""
    return {
        scheme.name: tuple(concept.notation for concept in scheme.concepts)
        for scheme in load().schemes.values()
        if scheme.closed
    }


def jsonld_context() -> dict[str, Any]:
    """A JSON-LD 1.1 context: terms by their names, codes as concepts, ids as individuals."""
    context: dict[str, Any] = {
        "@version": 1.1,
        "aipo": TERMS,
        "c": CODES,
        "xsd": XSD,
        "type": "@type",
        "id": "@id",
    }
    for term in load().classes.values():
        context[term.name] = f"aipo:{term.name}"
        if term.id_prefix:
            context[term.id_prefix] = f"{INDIVIDUALS}{term.id_prefix}/"
    for p in load().properties.values():
        if p.name not in context:
            context[p.name] = _term(p.name, p.kind, p.range)
    return dict(sorted(context.items()))


def _term(name: str, kind: str, ends: tuple[str, ...]) -> dict[str, Any]:
    term: dict[str, Any] = {"@id": f"aipo:{name}"}
    if kind == "concept":
        # The codes are looked up among the concepts, so that plain codes can be written.
        term |= {"@type": "@vocab", "@context": {"@vocab": CODES}}
    elif kind == "object":
        term["@type"] = "@vocab" if ends == ("Property",) else "@id"
    elif ends != ("string",):
        term["@type"] = f"xsd:{ends[0]}"
    return term


if __name__ == "__main__":
    if sys.argv[1:] != ["docs"]:
        sys.exit("usage: python -m ontology.derive docs > docs/ontology.md")
    from ontology.reference_page import page

    sys.stdout.write(page())
