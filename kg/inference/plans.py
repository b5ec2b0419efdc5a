"""Rules prepared for running: variables as numbered slots, patterns by predicate, strata."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ontology.derive import kinds_of
from ontology.model import OntologyError
from ontology.rules import Atom, Body, Operator, Rule
from ontology.vocabulary import LegalStatus, Predicate, narrower

type Term = int | tuple[str, ...]
"""A variable's slot, or the ids or codes that are meant."""

ANY_KIND = ("",)


@dataclass(frozen=True, slots=True)
class Pattern:
    """An atom: what it asks of the subject and target of a statement.

    `position` is its place in the body; the prefixes are those of the ids that a test of kind
    lets pass.
    """

    position: int
    predicate: Predicate
    subject: Term
    target: Term
    subject_prefixes: tuple[str, ...] = ANY_KIND
    target_prefixes: tuple[str, ...] = ANY_KIND
    tests_kinds: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """One body of a rule; `comparisons` are the slots of (what must be greater, the limit).

    In `unless`, slot 0 is the head's subject and slot 1 its target.
    """

    rule: Rule
    predicate: Predicate
    subject: Term
    target: Term
    patterns: tuple[Pattern, ...]
    comparisons: tuple[tuple[int, int], ...]
    slots: int
    unless: Pattern | None
    stratum: int


@dataclass(frozen=True, slots=True)
class Chain:
    """Two patterns that share one variable and nothing else: the short way of joining them.

    The shared end of the new statement and of the other one is the subject or not. The head is
    picked from (new subject, new target, the free end of the other statement).
    """

    other: Pattern
    from_subject: bool
    to_subject: bool
    head_subject: int
    head_target: int

    @property
    def free_prefixes(self) -> tuple[str, ...]:
        return self.other.target_prefixes if self.to_subject else self.other.subject_prefixes


@dataclass(frozen=True, slots=True)
class Reader:
    """A plan seen from one of its patterns: what a new statement has to be joined with."""

    plan: Plan
    pattern: Pattern
    others: tuple[Pattern, ...]
    chain: Chain | None


@dataclass(frozen=True, slots=True)
class Program:
    """All rules: the plans of those made of atoms, and the joint holdings beside them.

    The readers are those of the plans, by the predicate of the new statement.
    """

    plans: tuple[Plan, ...]
    readers: Mapping[Predicate, tuple[Reader, ...]]
    joint: tuple[Rule, ...]
    strata: Mapping[Predicate, int]


def compiled(rules: Sequence[Rule]) -> Program:
    """Prepare rules; OntologyError when something is excluded that depends on the exclusion."""
    strata = _strata(rules)
    plans = tuple(
        _plan(rule, body, strata) for rule in rules if not rule.operator for body in rule.bodies
    )
    readers = [_reader(plan, pattern) for plan in plans for pattern in plan.patterns]
    return Program(
        plans=plans,
        readers={
            predicate: tuple(one for one in readers if one.pattern.predicate is predicate)
            for predicate in Predicate
        },
        joint=tuple(rule for rule in rules if rule.operator is Operator.JOINT_HOLDING),
        strata=strata,
    )


def premises_of(rule: Rule) -> Iterator[Predicate]:
    """The predicates that the bodies of a rule read."""
    for body in rule.bodies:
        yield from (atom.predicate for atom in body.atoms)
    if rule.authorised_by:
        yield Predicate.LEGAL_STATUS


def _strata(rules: Sequence[Rule]) -> dict[Predicate, int]:
    """How late the statements of a predicate are complete: after those that they must not meet."""
    strata = dict.fromkeys(Predicate, 0)
    for _ in Predicate:
        before = dict(strata)
        for rule in rules:
            if rule.head:
                least = [strata[predicate] for predicate in premises_of(rule)]
                least += [1 + strata[rule.unless.predicate]] if rule.unless else []
                strata[rule.head.predicate] = max(strata[rule.head.predicate], *least)
        if strata == before:
            return strata
    raise OntologyError("the rules exclude something that depends on what it is excluded from")


def _plan(rule: Rule, body: Body, strata: Mapping[Predicate, int]) -> Plan:
    assert rule.head is not None  # only a rule with an operator can be without
    atoms = [*body.atoms, *_authority(rule)]
    names = dict.fromkeys(t for atom in atoms for t in atom.terms if t.startswith("?"))
    slots = {name: slot for slot, name in enumerate(names)}
    prefixes = {kind.variable: _prefixes(kind.label) for kind in body.kinds}
    return Plan(
        rule=rule,
        predicate=rule.head.predicate,
        subject=_term(rule.head, rule.head.subject, slots),
        target=_head_target(rule.head, slots),
        patterns=tuple(_pattern(i, atom, slots, prefixes) for i, atom in enumerate(atoms)),
        comparisons=tuple((slots[c.variable], slots[c.limit]) for c in body.comparisons),
        slots=len(slots),
        unless=exclusion(rule),
        stratum=strata[rule.head.predicate],
    )


def exclusion(rule: Rule) -> Pattern | None:
    """What a rule excludes, in terms of its head: slot 0 is the subject, slot 1 the target."""
    if rule.unless is None or rule.head is None:
        return None
    slots = {term: slot for slot, term in enumerate(rule.head.terms) if term.startswith("?")}
    return _pattern(-1, rule.unless, slots, {})


def _authority(rule: Rule) -> Iterable[Atom]:
    """A rule with an instrument has the further premise that this is in force."""
    if rule.authorised_by:
        yield Atom(Predicate.LEGAL_STATUS, rule.authorised_by, LegalStatus.IN_FORCE)


def _reader(plan: Plan, pattern: Pattern) -> Reader:
    others = tuple(one for one in plan.patterns if one is not pattern)
    return Reader(plan, pattern, others, _chain(plan, pattern, *others))


def _chain(plan: Plan, pattern: Pattern, *others: Pattern) -> Chain | None:
    """The short way, if the plan is as simple as that."""
    if len(others) != 1 or plan.comparisons:
        return None
    (other,) = others
    ends, free = (pattern.subject, pattern.target), (other.subject, other.target)
    shared = set(ends) & set(free)
    terms = {*ends, *free, plan.subject, plan.target}
    if len(shared) != 1 or len(terms) != 3 or any(isinstance(term, tuple) for term in terms):
        return None
    from_subject, to_subject = ends[0] in shared, free[0] in shared
    picks = (*ends, free[1] if to_subject else free[0])
    return Chain(
        other, from_subject, to_subject, picks.index(plan.subject), picks.index(plan.target)
    )


def _pattern(
    position: int, atom: Atom, slots: dict[str, int], prefixes: dict[str, tuple[str, ...]]
) -> Pattern:
    return Pattern(
        position=position,
        predicate=atom.predicate,
        subject=_term(atom, atom.subject, slots),
        target=_term(atom, atom.target, slots),
        subject_prefixes=prefixes.get(atom.subject, ANY_KIND),
        target_prefixes=prefixes.get(atom.target, ANY_KIND),
        tests_kinds=bool({atom.subject, atom.target} & prefixes.keys()),
    )


def _term(atom: Atom, term: str, slots: dict[str, int]) -> Term:
    if term.startswith("?"):
        return slots[term]
    if atom.predicate is Predicate.LEGAL_STATUS and term is atom.target:
        return tuple(sorted(narrower(LegalStatus(term))))  # a status stands for the narrower ones
    return (term,)


def _head_target(head: Atom, slots: dict[str, int]) -> Term:
    """What follows is the code itself, not the narrower ones."""
    return slots[head.target] if head.target.startswith("?") else (head.target,)


def _prefixes(label: str) -> tuple[str, ...]:
    return tuple(f"{kind.prefix}:" for kind in kinds_of(label))
