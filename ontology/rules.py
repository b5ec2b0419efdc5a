"""The inference rules as frozen values: read from rules.ttl once, checked against the ontology."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cache
from itertools import product
from pathlib import Path

from ontology.model import FOLDER, INDIVIDUALS, TERMS, OntologyError
from ontology.model import load as load_ontology
from ontology.vocabulary import LegalStatus, Predicate

RULES = FOLDER / "rules.ttl"

_TERM = r"\s*([\w?:./-]+)\s*"
_ATOM = re.compile(rf"([A-Za-z]+(?:\|[A-Za-z]+)*)\({_TERM}(?:,{_TERM})?\)|(\?\w+)\s*>\s*(\?\w+)")
_GAP = re.compile(r"\s*,\s*|\s*$")


class Operator(StrEnum):
    """What the engine has built in for the rules that atoms alone cannot say."""

    JOINT_HOLDING = "jointHolding"
    DISPUTE = "dispute"


@dataclass(frozen=True, slots=True)
class Atom:
    """A pattern of claims; a term that begins with a question mark is a variable."""

    predicate: Predicate
    subject: str
    target: str

    @property
    def terms(self) -> tuple[str, str]:
        return self.subject, self.target


@dataclass(frozen=True, slots=True)
class Kind:
    """A test: the variable stands for an entity of that class, or of a narrower one."""

    variable: str
    label: str


@dataclass(frozen=True, slots=True)
class Greater:
    """A test: both variables stand for numbers, and the first is the greater one."""

    variable: str
    limit: str


@dataclass(frozen=True, slots=True)
class Body:
    """What must hold together for the head to follow."""

    atoms: tuple[Atom, ...]
    kinds: tuple[Kind, ...] = ()
    comparisons: tuple[Greater, ...] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule; of its `bodies` one is enough. `head` is None for one that only marks claims.

    `percentage` (0 to 100) and `applies_to` (ids of lists) belong to joint holdings;
    `authorised_by` is the id of the instrument without whose force the rule gives nothing.
    """

    id: str
    label: str
    comment: str
    head: Atom | None
    bodies: tuple[Body, ...]
    unless: Atom | None = None
    lasting: bool = False
    operator: Operator | None = None
    authorised_by: str | None = None
    applies_to: tuple[str, ...] = ()
    percentage: Decimal | None = None


@cache
def load() -> tuple[Rule, ...]:
    """The project's rules, in the order of the file."""
    return read(RULES)


def read(path: Path) -> tuple[Rule, ...]:
    """The rules of a file; OntologyError names the file, the rule and what is wrong with it."""
    rules = []
    for rule_id, values in _individuals(path):
        try:
            rule = _rule(rule_id, values)
            _check(rule)
        except ValueError as error:
            raise OntologyError(f"{path.name}: {rule_id}: {error}") from error
        rules.append(rule)
    return tuple(rules)


type Values = dict[str, list[str]]


def _individuals(path: Path) -> Iterator[tuple[str, Values]]:
    """The individuals of class InferenceRule: id, and local property name -> values."""
    from rdflib import RDF, Graph, URIRef  # slow to import: paid only by those who infer
    from rdflib.exceptions import ParserError
    from rdflib.plugins.parsers.notation3 import BadSyntax

    try:
        graph = Graph().parse(path, format="turtle")
    except (BadSyntax, ParserError, OSError) as error:
        raise OntologyError(f"{path.name}: cannot be read as Turtle: {error}") from error
    for term in graph.subjects(RDF.type, URIRef(f"{TERMS}InferenceRule")):
        values: Values = {}
        for predicate, value in graph.predicate_objects(term):
            name = str(predicate).rsplit("#", 1)[-1]
            values.setdefault(name, []).append(_id(str(value)))
        yield _id(str(term)), values


def _id(text: str) -> str:
    """The id of an individual (`list:us-entity-list`), or a term's local name, or the text."""
    if text.startswith(INDIVIDUALS):
        return text.removeprefix(INDIVIDUALS).replace("/", ":", 1)
    return text.removeprefix(TERMS)


def _rule(rule_id: str, values: Values) -> Rule:
    head, unless = _optional(values, "head"), _optional(values, "unless")
    operator = _optional(values, "operator")
    percentage = _optional(values, "percentage")
    return Rule(
        id=rule_id,
        label=_text(values, "label"),
        comment=_text(values, "comment"),
        head=_atom(head) if head else None,
        bodies=tuple(_bodies(_text(values, "body"))),
        unless=_atom(unless) if unless else None,
        lasting=_optional(values, "lasting") == "true",
        operator=Operator(operator) if operator else None,
        authorised_by=_optional(values, "authorisedBy"),
        applies_to=tuple(sorted(values.get("appliesTo", ()))),
        percentage=Decimal(percentage) if percentage else None,
    )


def _optional(values: Values, name: str) -> str | None:
    found = values.get(name, [])
    if len(found) > 1:
        raise ValueError(f"has {len(found)} values of {name}")
    return found[0] if found else None


def _text(values: Values, name: str) -> str:
    text = _optional(values, name)
    if not text:
        raise ValueError(f"has no {name}")
    return text


def _atom(text: str) -> Atom:
    (body,) = _bodies(text)
    if len(body.atoms) != 1 or body.kinds or body.comparisons:
        raise ValueError(f"{text!r} is not one atom")
    return body.atoms[0]


def _bodies(text: str) -> Iterator[Body]:
    """The bodies that a text stands for: one for each choice among `a|b(…)`."""
    choices: list[list[Atom]] = []
    kinds: list[Kind] = []
    comparisons: list[Greater] = []
    for name, first, second, greater, limit in _parts(text):
        if greater:
            comparisons.append(Greater(greater, limit))
        elif second:
            choices.append([Atom(Predicate(one), first, second) for one in name.split("|")])
        else:
            kinds.append(Kind(first, name))
    for atoms in product(*choices):
        yield Body(atoms, tuple(kinds), tuple(comparisons))


def _parts(text: str) -> Iterator[tuple[str, ...]]:
    position = 0
    while position < len(text):
        part = _ATOM.match(text, position)
        gap = _GAP.match(text, part.end()) if part else None
        if part is None or gap is None:
            raise ValueError(f"cannot be read from {text[position:]!r} on")
        position = gap.end()
        yield part.groups("")


def _check(rule: Rule) -> None:
    """Refuse what could not be run: ValueError says why."""
    if rule.operator is Operator.DISPUTE:
        return
    if rule.head is None:
        raise ValueError("has no head")
    if rule.unless and not set(_variables((rule.unless,))) <= set(_variables((rule.head,))):
        raise ValueError("has a variable in unless that is not in the head")
    for body in rule.bodies:
        _check_body(rule.head, body)
    joint = rule.operator is Operator.JOINT_HOLDING
    if joint != (rule.percentage is not None) or joint != bool(rule.applies_to):
        raise ValueError("needs a percentage and lists for a joint holding, and only for that")


def _check_body(head: Atom, body: Body) -> None:
    bound = set(_variables(body.atoms))
    tested = {kind.variable for kind in body.kinds}
    tested |= {name for test in body.comparisons for name in (test.variable, test.limit)}
    for variable in sorted({*_variables((head,)), *tested} - bound):
        raise ValueError(f"{variable} is in no atom of the body")
    for kind in body.kinds:
        if kind.label not in load_ontology().classes:
            raise ValueError(f"there is no class {kind.label}")
    for atom in (head, *body.atoms):
        if atom.predicate is Predicate.LEGAL_STATUS and not atom.target.startswith("?"):
            LegalStatus(atom.target)


def _variables(atoms: tuple[Atom, ...]) -> Iterator[str]:
    return (term for atom in atoms for term in atom.terms if term.startswith("?"))
