"""Reads the hand-written Turtle into the values of `ontology.model`, and refuses contradictions."""

from collections.abc import Iterator
from pathlib import Path

from rdflib import OWL, RDF, RDFS, SKOS, XSD, Graph, Literal, Namespace, URIRef
from rdflib.collection import Collection
from rdflib.exceptions import ParserError
from rdflib.plugins.parsers.notation3 import BadSyntax
from rdflib.term import Node

from ontology.model import (
    CODES,
    TERMS,
    Class,
    Concept,
    Ontology,
    OntologyError,
    Property,
    PropertyKind,
    Scheme,
)

AIPO = Namespace(TERMS)
OUTSIDE = {RDF.Property: "Property", SKOS.Concept: "Concept"}
"""Ranges that other vocabularies define."""


def read(schema: Path, concepts: Path) -> Ontology:
    """The ontology in two files; OntologyError names the file and the term that is wrong."""
    terms, codes = _Reader(schema), _Reader(concepts)
    schemes = {scheme.name: scheme for scheme in _schemes(codes)}
    classes = _classes(terms)
    properties = {p.name: p for p in _properties(terms, classes, schemes)}
    return Ontology(classes, properties, schemes)


class _Reader:
    """One Turtle file, with look-ups that fail by name."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.graph = Graph()
        try:
            self.graph.parse(path, format="turtle")
        except (BadSyntax, ParserError, OSError) as error:
            raise OntologyError(f"{path.name}: cannot be read as Turtle: {error}") from error

    def error(self, term: Node, problem: str) -> OntologyError:
        return OntologyError(f"{self.path.name}: {_local(term)}: {problem}")

    def text(self, term: Node, predicate: URIRef) -> str:
        value = self.optional(term, predicate)
        if value is None:
            raise self.error(term, f"has no {_local(predicate)}")
        return value

    def optional(self, term: Node, predicate: URIRef) -> str | None:
        values = list(self.graph.objects(term, predicate))
        if len(values) > 1:
            raise self.error(term, f"has {len(values)} values of {_local(predicate)}")
        return str(values[0]) if values else None

    def flag(self, term: Node, predicate: URIRef) -> bool:
        return (term, predicate, Literal(lexical_or_value="true", datatype=XSD.boolean)) in (
            self.graph
        )

    def names(self, term: Node, predicate: URIRef) -> tuple[str, ...]:
        return tuple(sorted(_local(value) for value in self.graph.objects(term, predicate)))

    def of_type(self, kind: URIRef) -> list[URIRef]:
        """Named subjects of a type, in the order of the file (rdflib's store keeps it)."""
        return [s for s in self.graph.subjects(RDF.type, kind) if isinstance(s, URIRef)]


def _local(term: Node) -> str:
    text = str(term)
    for namespace in (TERMS, CODES):
        if text.startswith(namespace):
            return text.removeprefix(namespace)
    return text.rsplit("#", 1)[-1].rsplit("/", 1)[-1]


def _classes(file: _Reader) -> dict[str, Class]:
    terms = file.of_type(OWL.Class)
    names = {_local(term) for term in terms}
    parents = {_local(term): file.names(term, RDFS.subClassOf) for term in terms}
    for term in terms:
        for parent in parents[_local(term)]:
            if parent not in names:
                raise file.error(term, f"is a subclass of {parent}, which is not defined")
    return {_local(term): _class(file, term, parents) for term in terms}


def _class(file: _Reader, term: URIRef, parents: dict[str, tuple[str, ...]]) -> Class:
    name = _local(term)
    depths = _depths(file, term, name, parents)
    return Class(
        name=name,
        label=file.text(term, RDFS.label),
        comment=file.text(term, RDFS.comment),
        parents=parents[name],
        ancestors=tuple(sorted(depths, key=lambda other: (depths[other], other))),
        abstract=file.flag(term, AIPO.abstract),
        id_prefix=file.optional(term, AIPO.idPrefix),
    )


def _depths(
    file: _Reader, term: URIRef, name: str, parents: dict[str, tuple[str, ...]]
) -> dict[str, int]:
    """Ancestor -> longest way up to it, so that a root stands behind everything below it."""
    depths: dict[str, int] = {}
    ways: list[tuple[str, tuple[str, ...]]] = [(parent, (name,)) for parent in parents[name]]
    while ways:
        ancestor, way = ways.pop()
        if ancestor in way:
            raise file.error(term, f"is its own ancestor through {ancestor}")
        depths[ancestor] = max(depths.get(ancestor, 0), len(way))
        ways.extend((parent, (*way, ancestor)) for parent in parents[ancestor])
    return depths


def _properties(
    file: _Reader, classes: dict[str, Class], schemes: dict[str, Scheme]
) -> Iterator[Property]:
    inverses = set(file.graph.objects(predicate=OWL.inverseOf))
    for owl_kind in (OWL.ObjectProperty, OWL.DatatypeProperty):
        for term in file.of_type(owl_kind):
            if term in inverses:
                raise file.error(term, "is an inverse: only the name of the other direction")
            yield _property(file, term, classes, schemes)


def _property(
    file: _Reader, term: URIRef, classes: dict[str, Class], schemes: dict[str, Scheme]
) -> Property:
    kind = _kind(file, term, schemes)
    inverse = file.graph.value(term, OWL.inverseOf)
    return Property(
        name=_local(term),
        label=file.text(term, RDFS.label),
        comment=file.text(term, RDFS.comment),
        kind=kind,
        domain=_ends(file, term, RDFS.domain, classes),
        range=_ends(file, term, RDFS.range, None if kind == "datatype" else classes),
        inverse=_local(inverse) if inverse else None,
        transitive=(term, RDF.type, OWL.TransitiveProperty) in file.graph,
        claimable=file.flag(term, AIPO.claimable),
        derived=file.flag(term, AIPO.derived),
        stored_as=file.optional(term, AIPO.storedAs) or _local(term),
        scheme=_scheme_name(file, term),
        key_of=_marked(file, term, AIPO.keyOf, classes),
        indexed_on=_marked(file, term, AIPO.indexedOn, classes),
        searchable_on=_marked(file, term, AIPO.searchableOn, classes),
    )


def _kind(file: _Reader, term: URIRef, schemes: dict[str, Scheme]) -> PropertyKind:
    if (term, RDF.type, OWL.DatatypeProperty) in file.graph:
        return "datatype"
    scheme = _scheme_name(file, term)
    if (file.graph.value(term, RDFS.range) == SKOS.Concept) != (scheme is not None):
        raise file.error(term, "needs both the range skos:Concept and codesFrom, or neither")
    if scheme is None:
        return "object"
    if scheme not in schemes:
        raise file.error(term, f"takes codes from {scheme}, which is not a concept scheme")
    return "concept"


def _scheme_name(file: _Reader, term: URIRef) -> str | None:
    scheme = file.graph.value(term, AIPO.codesFrom)
    return _local(scheme) if scheme else None


def _ends(
    file: _Reader, term: URIRef, predicate: URIRef, classes: dict[str, Class] | None
) -> tuple[str, ...]:
    """The classes at one end of a property, in the order of the union; None: any data type."""
    end = file.graph.value(term, predicate)
    if end is None:
        raise file.error(term, f"has no {_local(predicate)}")
    union = file.graph.value(end, OWL.unionOf)
    members = list(Collection(file.graph, union)) if union else [end]
    if classes is not None:
        for member in members:
            if _local(member) not in classes and member not in OUTSIDE:
                problem = f"has the {_local(predicate)} {_local(member)}, which is not defined"
                raise file.error(term, problem)
    return tuple(_local(member) for member in members)


def _marked(
    file: _Reader, term: URIRef, predicate: URIRef, classes: dict[str, Class]
) -> tuple[str, ...]:
    names = file.names(term, predicate)
    for name in names:
        if name not in classes:
            raise file.error(term, f"{_local(predicate)} names {name}, which is not a class")
    return names


def _schemes(file: _Reader) -> Iterator[Scheme]:
    concepts = file.of_type(SKOS.Concept)
    schemes = file.of_type(SKOS.ConceptScheme)
    for concept in concepts:
        if file.graph.value(concept, SKOS.inScheme) not in schemes:
            raise file.error(concept, "is in no scheme that is defined")
    for scheme in schemes:
        own = [c for c in concepts if file.graph.value(c, SKOS.inScheme) == scheme]
        yield Scheme(
            name=_local(scheme),
            label=file.text(scheme, RDFS.label),
            comment=file.text(scheme, RDFS.comment),
            closed=file.flag(scheme, AIPO.closed),
            concepts=tuple(_concept(file, term, own) for term in own),
        )


def _concept(file: _Reader, term: URIRef, own: list[URIRef]) -> Concept:
    notation = file.text(term, SKOS.notation)
    if notation != _local(term):
        raise file.error(term, f"has the notation {notation!r}, which is not its local name")
    for predicate in (SKOS.broader, AIPO.mayBecome):
        for other in file.graph.objects(term, predicate):
            if other not in own:
                problem = f"{_local(predicate)} {_local(other)}, which is not in its scheme"
                raise file.error(term, problem)
    narrower = set(file.graph.transitive_subjects(SKOS.broader, term))
    return Concept(
        notation=notation,
        label=file.text(term, SKOS.prefLabel),
        definition=file.text(term, SKOS.definition),
        scope_note=file.optional(term, SKOS.scopeNote),
        broader=_broader(file, term),
        narrower=tuple(_local(c) for c in own if c in narrower),
        may_become=tuple(_local(c) for c in own if (term, AIPO.mayBecome, c) in file.graph),
    )


def _broader(file: _Reader, term: URIRef) -> str | None:
    broader = list(file.graph.objects(term, SKOS.broader))
    if len(broader) > 1:
        raise file.error(term, f"has {len(broader)} broader concepts")
    if broader and term in set(file.graph.transitive_objects(broader[0], SKOS.broader)):
        raise file.error(term, "is broader than itself")
    return _local(broader[0]) if broader else None
