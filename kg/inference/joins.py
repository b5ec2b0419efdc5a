"""Finding what meets the body of a rule among the statements of an index."""

from collections.abc import Iterator

from kg.claims import UNKNOWN, Interval
from kg.inference.index import Group, Index, Relation
from kg.inference.intervals import shared
from kg.inference.plans import Chain, Pattern, Plan, Reader, Term
from kg.inference.values import Statement, number

type Slots = list[str | None]
type Used = list[Statement | None]
type Match = tuple[str, str, tuple[Statement, ...], Interval]
"""Subject and target of the head, the premises in order, and the time they share."""


def with_statement(index: Index, reader: Reader, new: Statement) -> list[Match]:
    """All matches of a plan in which the statement meets the reader's pattern."""
    if reader.chain is not None:
        return _chained(index[reader.chain.other.predicate], reader, reader.chain, new)
    plan, pattern = reader.plan, reader.pattern
    slots: Slots = [None] * plan.slots
    found: list[Match] = []
    if _fits(pattern, new.subject, new.target, slots):
        used: Used = [None] * len(plan.patterns)
        used[pattern.position] = new
        _solve(index, plan, reader.others, slots, used, new.valid, found)
    return found


def _chained(relation: Relation, reader: Reader, chain: Chain, new: Statement) -> list[Match]:
    """The short way for two patterns: nearly all results come from these."""
    ends = (new.subject, new.target)
    end = ends[0] if chain.from_subject else ends[1]
    frees = relation.of(end) if chain.to_subject else relation.to(end)
    found: list[Match] = []
    if not frees or not _is_of_kind(reader.pattern, *ends):
        return found
    first = reader.pattern.position < chain.other.position
    for free in frees:
        if chain.other.tests_kinds and not free.startswith(chain.free_prefixes):
            continue
        picks = (*ends, free)
        for other in relation.group(end, free) if chain.to_subject else relation.group(free, end):
            valid = shared(new.valid, other.valid)
            if valid is not None:
                premises = (new, other) if first else (other, new)
                found.append((picks[chain.head_subject], picks[chain.head_target], premises, valid))
    return found


def with_head(index: Index, plan: Plan, subject: str | None, target: str | None) -> list[Match]:
    """All matches of a plan that give this head; None stands for any subject or target."""
    slots: Slots = [None] * plan.slots
    found: list[Match] = []
    if (subject is None or bind(plan.subject, subject, slots)) and (
        target is None or bind(plan.target, target, slots)
    ):
        used: Used = [None] * len(plan.patterns)
        _solve(index, plan, plan.patterns, slots, used, UNKNOWN, found)
    return found


def excluded_heads(unless: Pattern, statement: Statement) -> tuple[str | None, str | None] | None:
    """Subject and target of the heads that a statement excludes, None for any; None if none."""
    slots: Slots = [None, None]
    if statement.predicate is not unless.predicate or not (
        bind(unless.subject, statement.subject, slots)
        and bind(unless.target, statement.target, slots)
    ):
        return None
    return slots[0], slots[1]


def exclusions(index: Index, unless: Pattern, subject: str, target: str) -> Iterator[Statement]:
    """The statements that exclude a head."""
    for _, _, group in _groups(index[unless.predicate], unless, [subject, target]):
        yield from group


def bind(term: Term, text: str, slots: Slots) -> bool:
    """Does the text fit the term? A free variable takes it."""
    if isinstance(term, tuple):
        return text in term
    if slots[term] is None:
        slots[term] = text
        return True
    return slots[term] == text


def _fits(pattern: Pattern, subject: str, target: str, slots: Slots) -> bool:
    return (
        _is_of_kind(pattern, subject, target)
        and bind(pattern.subject, subject, slots)
        and bind(pattern.target, target, slots)
    )


def _is_of_kind(pattern: Pattern, subject: str, target: str) -> bool:
    return not pattern.tests_kinds or (
        subject.startswith(pattern.subject_prefixes) and target.startswith(pattern.target_prefixes)
    )


def _solve(
    index: Index,
    plan: Plan,
    unmet: tuple[Pattern, ...],
    slots: Slots,
    used: Used,
    valid: Interval,
    found: list[Match],
) -> None:
    """Meet the remaining patterns in every way; `slots` and `used` come back as they were."""
    if not unmet:
        if not plan.comparisons or _compares(plan, slots, used):
            premises = tuple([one for one in used if one is not None])
            found.append((_value(plan.subject, slots), _value(plan.target, slots), premises, valid))
        return
    pattern, rest = unmet[0], unmet[1:]
    if rest:
        pattern = min(unmet, key=lambda one: _size(index[one.predicate], one, slots))
        rest = tuple([one for one in unmet if one is not pattern])
    before = slots.copy()
    for subject, target, group in _groups(index[pattern.predicate], pattern, slots):
        if _fits(pattern, subject, target, slots):
            for statement in group:
                time = shared(valid, statement.valid)
                if time is not None:
                    used[pattern.position] = statement
                    _solve(index, plan, rest, slots, used, time, found)
        slots[:] = before


def _groups(relation: Relation, pattern: Pattern, slots: Slots) -> Iterator[tuple[str, str, Group]]:
    subjects, targets = _known(pattern.subject, slots), _known(pattern.target, slots)
    if subjects is not None and targets is not None:
        for subject in subjects:
            for target in targets:
                if group := relation.group(subject, target):
                    yield subject, target, group
    elif targets is not None:
        for target in targets:
            for subject in relation.to(target):
                yield subject, target, relation.group(subject, target)
    else:
        for subject in relation.subjects() if subjects is None else subjects:
            for target, group in relation.of(subject).items():
                yield subject, target, group


def _known(term: Term, slots: Slots) -> tuple[str, ...] | None:
    if isinstance(term, tuple):
        return term
    found = slots[term]
    return None if found is None else (found,)


def _size(relation: Relation, pattern: Pattern, slots: Slots) -> float:
    """How many groups the pattern will try: the shortest way is taken first."""
    subjects, targets = _known(pattern.subject, slots), _known(pattern.target, slots)
    if subjects is not None and targets is not None:
        return 0
    if subjects is not None:
        return sum(len(relation.of(subject)) for subject in subjects)
    if targets is not None:
        return sum(len(relation.to(target)) for target in targets)
    return float("inf")


def _value(term: Term, slots: Slots) -> str:
    if isinstance(term, tuple):
        return term[0]
    found = slots[term]
    assert found is not None  # every variable of a head is in its body
    return found


def _compares(plan: Plan, slots: Slots, used: Used) -> bool:
    where = ", ".join(one.key for one in used if one is not None)
    return all(number(slots[a], where) > number(slots[b], where) for a, b in plan.comparisons)
