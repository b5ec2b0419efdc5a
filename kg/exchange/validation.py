"""Does the graph keep the ontology's shapes? SHACL over the RDF export."""

from dataclasses import dataclass

import pyshacl
from rdflib import Graph
from rdflib.namespace import RDF, SH

from kg.exchange import rdf
from kg.store.base import Store
from ontology.model import SHAPES


@dataclass(frozen=True, slots=True, order=True)
class Violation:
    """One broken shape: how bad, at which node, and why."""

    severity: str
    node: str
    message: str


def violations(store: Store) -> tuple[Violation, ...]:
    """All that breaks a shape, the worst first."""
    return check(rdf.graph(store))


def check(data: Graph) -> tuple[Violation, ...]:
    """Check RDF against the shapes; without inference, which would type wrong objects right."""
    _, report, _ = pyshacl.validate(
        data, shacl_graph=Graph().parse(SHAPES), inference="none", advanced=False
    )
    if not isinstance(report, Graph):
        raise TypeError(f"the SHACL engine gave no report but {report!r}")
    found = []
    for result in report.subjects(RDF.type, SH.ValidationResult):
        severity = str(report.value(result, SH.resultSeverity)).rpartition("#")[2]
        node = str(report.value(result, SH.focusNode))
        message = str(report.value(result, SH.resultMessage))
        found.append(Violation(severity, node, message))
    order = ("Violation", "Warning", "Info")
    return tuple(sorted(set(found), key=lambda v: (order.index(v.severity), v)))
