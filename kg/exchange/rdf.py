"""The graph as RDF: claims with their provenance, and what official and reported claims assert.

A triple that merely somebody alleges is not asserted: RDF has no way to say "allegedly" on it, so
that it stays a claim. Two named graphs keep the layers apart in N-Quads: `claims` and `asserted`.
"""

from collections.abc import Callable, Iterator
from urllib.parse import quote

from rdflib import RDF, RDFS, XSD, Dataset, Graph, Literal, Namespace, URIRef

from kg.exchange import reading
from kg.store.base import Row, Store
from ontology.derive import jsonld_context, labels
from ontology.vocabulary import AssertionStatus, EntityKind, Predicate

TERMS = Namespace("https://w3id.org/aipo/ns#")
CONCEPTS = Namespace("https://w3id.org/aipo/c/")
INDIVIDUALS = Namespace("https://w3id.org/aipo/id/")
CLAIMS_GRAPH = URIRef("https://w3id.org/aipo/graph/claims")
ASSERTED_GRAPH = URIRef("https://w3id.org/aipo/graph/asserted")

ASSERTED = (AssertionStatus.OFFICIAL, AssertionStatus.REPORTED)

type Quad = tuple[URIRef, URIRef, URIRef | Literal, URIRef]
type Make = Callable[[str], URIRef | Literal]


def iri(key: str) -> URIRef:
    """The IRI of an id: `company:openai` is …/id/company/openai."""
    kind, _, rest = key.partition(":")
    return INDIVIDUALS[f"{kind}/{quote(rest, safe='#=,:')}"]


def _concept(code: str) -> URIRef:
    return CONCEPTS[code]


def _date(text: str) -> Literal:
    return Literal(text, datatype=XSD.date)


def _moment(text: str) -> Literal:
    return Literal(text, datatype=XSD.dateTime)


def _number(value: float) -> Literal:
    return Literal(str(value), datatype=XSD.decimal)


def _term(predicate: str) -> URIRef:
    return TERMS[predicate]


ENTITY: dict[str, tuple[str, Make]] = {
    "id": ("id", Literal),
    "name": ("name", Literal),
    "aliases": ("alias", Literal),
    "type": ("restrictionType", _concept),
    "modality": ("modality", _concept),
    "instrumentType": ("instrumentType", _concept),
    "criterion": ("criterion", Literal),
    "citation": ("citation", Literal),
    "wikidata": ("wikidataId", Literal),
    "isoCode": ("isoCode", Literal),
    "lei": ("lei", Literal),
}
CLAIM: dict[str, tuple[str, Make]] = {
    "key": ("key", Literal),
    "subject": ("claimSubject", iri),
    "predicate": ("claimPredicate", _term),
    "object": ("claimObject", iri),
    "value": ("claimValue", Literal),
    "status": ("assertionStatus", _concept),
    "claimant": ("claimedBy", iri),
    "validFrom": ("validFrom", _date),
    "validTo": ("validTo", _date),
    "precision": ("datePrecision", _concept),
    "confidence": ("confidence", _number),  # type: ignore[dict-item]  # the one number among texts
    "recordedAt": ("recordedAt", _moment),
    "supersededAt": ("supersededAt", _moment),
    "evidence": ("evidence", iri),
    "disputes": ("disputes", iri),
    "run": ("generatedBy", iri),
}
PASSAGE: dict[str, tuple[str, Make]] = {
    "id": ("id", Literal),
    "document": ("inDocument", iri),
    "exact": ("exact", Literal),
    "start": ("start", Literal),
    "end": ("end", Literal),
}
DOCUMENT: dict[str, tuple[str, Make]] = {
    "id": ("id", Literal),
    "sha256": ("sha256", Literal),
    "title": ("title", Literal),
    "url": ("url", lambda url: Literal(url, datatype=XSD.anyURI)),
    "published": ("publishedOn", _date),
    "recordedAt": ("recordedAt", _moment),
}
RUN: dict[str, tuple[str, Make]] = {"id": ("id", Literal)}


def quads(store: Store) -> Iterator[Quad]:
    """All of a store, as (subject, predicate, object, graph)."""
    for row in reading.everything(store, reading.ENTITIES):
        types = labels(EntityKind(row["kind"]))
        yield from _node(row, iri(row["id"]), types, ENTITY)
        yield iri(row["id"]), RDFS.label, Literal(row["name"]), CLAIMS_GRAPH
    for row in reading.everything(store, reading.DOCUMENTS):
        yield from _node(row, iri(row["id"]), ("Document",), DOCUMENT)
    for row in reading.everything(store, reading.PASSAGES):
        yield from _node(row, iri(row["id"]), ("Passage",), PASSAGE)
    for row in reading.everything(store, reading.RUNS):
        yield from _node(row, iri(row["id"]), ("Run",), RUN)
    for row in reading.everything(store, reading.CLAIMS):
        yield from _node(row, iri(row["key"]), ("Claim",), CLAIM)
        yield from _assertion(row)


def _node(
    row: Row, subject: URIRef, types: tuple[str, ...], mapping: dict[str, tuple[str, Make]]
) -> Iterator[Quad]:
    for name in types:
        yield subject, RDF.type, TERMS[name], CLAIMS_GRAPH
    for key, (term, make) in mapping.items():
        value = row.get(key)
        values = value if isinstance(value, list) else [] if value is None else [value]
        for one in values:
            yield subject, TERMS[term], make(one), CLAIMS_GRAPH


def _assertion(claim: Row) -> Iterator[Quad]:
    if claim["status"] not in ASSERTED:
        return
    if claim.get("object"):
        yield iri(claim["subject"]), TERMS[claim["predicate"]], iri(claim["object"]), ASSERTED_GRAPH
    elif claim["predicate"] == Predicate.LEGAL_STATUS:
        status = CONCEPTS[claim["value"]]
        yield iri(claim["subject"]), TERMS["legalStatus"], status, ASSERTED_GRAPH


def dataset(store: Store) -> Dataset:
    """The store as an RDF dataset with its two named graphs."""
    found = Dataset()
    found.bind("aipo", TERMS)
    found.bind("c", CONCEPTS)
    for graph in (CLAIMS_GRAPH, ASSERTED_GRAPH):
        found.graph(graph)
    found.addN((s, p, o, found.graph(g)) for s, p, o, g in quads(store))
    return found


def graph(store: Store) -> Graph:
    """The store as one graph."""
    found = Graph()
    found.bind("aipo", TERMS)
    found.bind("c", CONCEPTS)
    for s, p, o, _ in quads(store):
        found.add((s, p, o))
    return found


def turtle(store: Store) -> str:
    return graph(store).serialize(format="turtle")


def jsonld(store: Store) -> str:
    return dataset(store).serialize(
        format="json-ld", context=jsonld_context(), sort_keys=True, indent=1
    )


def nquads(store: Store) -> str:
    """One quad a line, sorted, so that two exports can be compared."""
    lines = dataset(store).serialize(format="nquads").splitlines()
    return "\n".join(sorted(line for line in lines if line)) + "\n"
