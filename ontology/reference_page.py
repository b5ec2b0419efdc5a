"""The reference page of the documentation, written from the ontology."""

from collections.abc import Iterator

from ontology.derive import labels
from ontology.model import Class, Concept, Ontology, Property, Scheme, load

HEAD = """# The ontology

<!-- Made by `python -m ontology.derive docs > docs/ontology.md`: change the Turtle instead. -->

What the graph can say, and in which words. The source is `ontology/aipo.ttl` (classes and
properties), `ontology/concepts.ttl` (vocabularies) and `ontology/shapes.ttl` (what data must look
like). A node carries the label of its class and of every broader class.
"""


def page() -> str:
    """The page as Markdown, the same for the same Turtle."""
    ontology = load()
    parts = (HEAD, *_classes(ontology), *_edges(ontology), *_values(ontology), *_schemes(ontology))
    return "\n".join(parts) + "\n"


def _classes(ontology: Ontology) -> Iterator[str]:
    yield "## Classes\n"
    yield "| class | under | ids | what |\n| --- | --- | --- | --- |"
    yield from map(_class_row, ontology.classes.values())


def _class_row(term: Class) -> str:
    name = f"*{term.name}*" if term.abstract else f"**{term.name}**"
    prefix = f"`{term.id_prefix}:…`" if term.id_prefix else ""
    above = ", ".join(labels(term.name)[1:])
    return f"| {name} | {above} | {prefix} | {term.comment} |"


def _edges(ontology: Ontology) -> Iterator[str]:
    yield "\n*Italic*: abstract, no node has it as its own class.\n\n## Edges\n"
    yield "| property | edge | from → to | what |\n| --- | --- | --- | --- |"
    for term in ontology.properties.values():
        if term.kind == "object":
            yield f"| {term.name} | `{term.edge}` | {_ends(term)} | {_remarks(term)} |"


def _ends(term: Property) -> str:
    return f"{' or '.join(term.domain)} → {' or '.join(term.range)}"


def _remarks(term: Property) -> str:
    backwards = f" Backwards: {term.inverse}." if term.inverse else ""
    transitive = " Transitive." if term.transitive else ""
    return f"{term.comment}{backwards}{transitive}"


def _values(ontology: Ontology) -> Iterator[str]:
    yield "\n## Values\n"
    yield "| property | of | stored as | values | what |\n| --- | --- | --- | --- | --- |"
    for term in ontology.properties.values():
        if term.kind != "object":
            values = term.scheme or ", ".join(term.range)
            of = ", ".join(term.domain)
            yield f"| {term.name} | {of} | `{term.stored_as}` | {values} | {term.comment} |"


def _schemes(ontology: Ontology) -> Iterator[str]:
    yield "\n## Vocabularies"
    for scheme in ontology.schemes.values():
        yield f"\n### {scheme.name}\n\n{scheme.comment}\n"
        yield "| code | what |\n| --- | --- |"
        yield from (_concept_row(scheme, concept) for concept in scheme.concepts)


def _concept_row(scheme: Scheme, concept: Concept) -> str:
    indent = "&nbsp;&nbsp;" * _depth(scheme, concept)
    note = f" {concept.scope_note}" if concept.scope_note else ""
    after = f" Then: {', '.join(concept.may_become)}." if concept.may_become else ""
    return f"| {indent}`{concept.notation}` | {concept.definition}{note}{after} |"


def _depth(scheme: Scheme, concept: Concept) -> int:
    return 1 + _depth(scheme, scheme.concept(concept.broader)) if concept.broader else 0
