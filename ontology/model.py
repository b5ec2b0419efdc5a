"""The ontology as frozen values: classes, properties and concept schemes, in a fixed order.

`load` reads the Turtle beside this module once; what it returns never changes.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

FOLDER = Path(__file__).parent
SCHEMA = FOLDER / "aipo.ttl"
CONCEPTS = FOLDER / "concepts.ttl"
SHAPES = FOLDER / "shapes.ttl"
ALIGNMENTS = FOLDER / "align.ttl"

TERMS = "https://w3id.org/aipo/ns#"
CODES = "https://w3id.org/aipo/c/"
INDIVIDUALS = "https://w3id.org/aipo/id/"

type PropertyKind = Literal["object", "concept", "datatype"]


class OntologyError(Exception):
    """The Turtle contradicts itself; the message names the file and the term."""


@dataclass(frozen=True, slots=True)
class Class:
    """A class; `ancestors` are all broader classes, the nearest first and the root last."""

    name: str
    label: str
    comment: str
    parents: tuple[str, ...]
    ancestors: tuple[str, ...]
    abstract: bool
    id_prefix: str | None


@dataclass(frozen=True, slots=True)
class Property:
    """A property: an edge (object), a code of a scheme (concept) or a literal (datatype).

    `domain` and `range` are the classes named in the Turtle (the members of a union); the range
    of a datatype property is the XML Schema type. `inverse` is only a name for reading the same
    edge backwards. `stored_as` is the name of the node property in the graph.
    """

    name: str
    label: str
    comment: str
    kind: PropertyKind
    domain: tuple[str, ...]
    range: tuple[str, ...]
    inverse: str | None
    transitive: bool
    claimable: bool
    derived: bool
    stored_as: str
    scheme: str | None
    key_of: tuple[str, ...]
    indexed_on: tuple[str, ...]
    searchable_on: tuple[str, ...]

    @property
    def edge(self) -> str:
        """The edge type in the graph: the name in capitals, such as `IMPOSED_BY`."""
        return "".join(f"_{c}" if c.isupper() else c.upper() for c in self.name)


@dataclass(frozen=True, slots=True)
class Concept:
    """A concept; `narrower` is the closure, the concept's own notation included."""

    notation: str
    label: str
    definition: str
    scope_note: str | None
    broader: str | None
    narrower: tuple[str, ...]
    may_become: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Scheme:
    """A vocabulary; a closed one is an enum in code, an open one may grow with the data."""

    name: str
    label: str
    comment: str
    closed: bool
    concepts: tuple[Concept, ...]

    def concept(self, notation: str) -> Concept:
        for concept in self.concepts:
            if concept.notation == notation:
                return concept
        raise OntologyError(f"concepts.ttl: {self.name} has no concept {notation!r}")


@dataclass(frozen=True, slots=True)
class Ontology:
    """Everything that the Turtle defines; the mappings are in the order of the files."""

    classes: Mapping[str, Class]
    properties: Mapping[str, Property]
    schemes: Mapping[str, Scheme]

    def scheme(self, name: str) -> Scheme:
        if name not in self.schemes:
            raise OntologyError(f"concepts.ttl: there is no scheme {name}")
        return self.schemes[name]

    def subclasses(self, name: str) -> tuple[str, ...]:
        """The class itself and all narrower ones."""
        return tuple(c.name for c in self.classes.values() if name in (c.name, *c.ancestors))


@cache
def load() -> Ontology:
    """The ontology of this package; OntologyError when its files are inconsistent."""
    from ontology.turtle import read  # rdflib is slow to import: paid only by those who need it

    return read(SCHEMA, CONCEPTS)
