"""The second implementation: what holds on a day as known at a moment, in SPARQL over RDF.

It shares nothing with the engine but the Turtle: the claims are written in the vocabulary of the
RDF export, and the thresholds are read from rules.ttl.
"""

from collections.abc import Iterable
from pathlib import Path

import pyoxigraph as ox

from kg.inference import Fact, Recorded
from ontology.derive import labels
from ontology.model import CODES, INDIVIDUALS, TERMS
from ontology.rules import RULES
from ontology.vocabulary import EntityKind, Predicate

QUERIES = Path(__file__).parent / "queries"
XSD = "http://www.w3.org/2001/XMLSchema#"
HOLDS = ox.NamedNode("urn:holds")
TYPE = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")

type Triple = tuple[str, str, str]


class Reference:
    """The claims as RDF, asked by day and moment."""

    def __init__(self, facts: Iterable[Recorded[Fact]]) -> None:
        self._quads: list[ox.Quad] = []
        for recorded in facts:
            self._claim(recorded)

    def holding(self, day: str, moment: str) -> set[Triple]:
        """All (subject, predicate, object or value) that hold on the day as known at the moment."""
        store = ox.Store()
        store.load(RULES.read_bytes(), format=ox.RdfFormat.TURTLE)
        store.extend(self._quads)
        store.update(_query("base", day, moment))
        for name in ("membership", "affiliates", "inheritance"):
            _repeat(store, _query(name, day, moment))
        found = store.quads_for_pattern(None, None, None, HOLDS)
        triples = {(_short(q.subject), _short(q.predicate), _short(q.object)) for q in found}
        return {triple for triple in triples if triple[1] in set(Predicate)}

    def _claim(self, recorded: Recorded[Fact]) -> None:
        fact = recorded.statement
        claim = _iri(fact.key)
        if fact.predicate is Predicate.DISPUTES:
            self._add(claim, "disputes", _iri(fact.target))
        else:
            self._add(claim, "claimSubject", self._entity(fact.subject))
            self._add(claim, "claimPredicate", _term(fact.predicate))
            if ":" in fact.target:
                self._add(claim, "claimObject", self._entity(fact.target))
            value = fact.value if ":" in fact.target else fact.target
            if value is not None:
                self._add(claim, "claimValue", ox.Literal(value))
        self._add(claim, "assertionStatus", ox.NamedNode(CODES + fact.status))
        for name, moment in (("recordedAt", recorded.since), ("supersededAt", recorded.until)):
            if moment:
                self._add(claim, name, _dated(moment, "dateTime"))
        for name, day in (("validFrom", fact.valid.start), ("validTo", fact.valid.end)):
            if day:
                self._add(claim, name, _dated(day, "date"))

    def _entity(self, entity: str) -> ox.NamedNode:
        for label in labels(EntityKind.of(entity)):
            self._quads.append(ox.Quad(_iri(entity), TYPE, _term(label)))
        return _iri(entity)

    def _add(self, claim: ox.NamedNode, name: str, value: ox.NamedNode | ox.Literal) -> None:
        self._quads.append(ox.Quad(claim, _term(name), value))


def _query(name: str, day: str, moment: str) -> str:
    """The query for a day and a moment; oxigraph takes no variables from outside in updates."""
    text = (QUERIES / f"{name}.rq").read_text(encoding="utf-8")
    return text.replace("$asOf", f'"{day}"^^<{XSD}date>').replace(
        "$knownAt", f'"{moment}"^^<{XSD}dateTime>'
    )


def _repeat(store: ox.Store, query: str) -> None:
    size = -1
    while size != len(store):
        size = len(store)
        store.update(query)


def _iri(key: str) -> ox.NamedNode:
    return ox.NamedNode(INDIVIDUALS + key.replace(":", "/", 1))


def _term(name: str) -> ox.NamedNode:
    return ox.NamedNode(TERMS + name)


def _dated(text: str, kind: str) -> ox.Literal:
    return ox.Literal(text, datatype=ox.NamedNode(XSD + kind))


def _short(node: object) -> str:
    text = node.value if isinstance(node, ox.NamedNode | ox.Literal) else str(node)
    if text.startswith(INDIVIDUALS):
        return text.removeprefix(INDIVIDUALS).replace("/", ":", 1)
    return text.removeprefix(TERMS)
