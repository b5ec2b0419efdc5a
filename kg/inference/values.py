"""What the engine reads and gives: facts, what is derived from them, and a change of that."""

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import ClassVar

from kg import ids
from kg.claims import UNKNOWN, Interval
from kg.errors import InvalidInputError
from kg.inference.intervals import covers
from kg.projection import FIRST_DAY, RANK
from ontology.vocabulary import AssertionStatus, Predicate


@dataclass(frozen=True, slots=True)
class Fact:
    """What inference needs of a live claim.

    `target` is the object's id, else the value; `value` the number that a claim carries beside
    its object (a percentage), as text. A denial is a fact `disputes` whose target is the key of
    the claim that it rejects, one fact for each. `attested` is the ISO date on which the source
    said so: it orders undated legal statuses, as in `kg.projection`, and is never valid time.
    """

    key: str
    subject: str
    predicate: Predicate
    target: str
    status: AssertionStatus
    valid: Interval = UNKNOWN
    value: str | None = None
    attested: str = FIRST_DAY
    disputed: bool = False

    rank: ClassVar[int] = 0

    @property
    def weakest(self) -> AssertionStatus:
        return self.status


@dataclass(frozen=True, slots=True, eq=False)
class Derived:
    """A claim of status inferred: what follows by one rule from its premises, and when.

    `premises` are the direct ones, in the order of the rule's body. Each of them is valid all the
    time that it is used here: a legal status until the next one, a holding while no better
    attested percentage is known. `valid` is what their intervals share, less the time in which
    something that the rule excludes holds; a bound is unknown when no premise gives one.
    `weakest` is the weakest status, `disputed` whether anything is disputed, in the whole tree.
    `rank` is the height of the tree.
    """

    key: str
    rule: str
    subject: str
    predicate: Predicate
    target: str
    premises: tuple["Statement", ...]
    weakest: AssertionStatus
    disputed: bool
    valid: Interval
    rank: int

    status: ClassVar[AssertionStatus] = AssertionStatus.INFERRED


type Statement = Fact | Derived


@dataclass(frozen=True, slots=True)
class Change:
    """What followed from a change: new results, and those that do not follow any more.

    Both are in the order of their keys. A result that changed and kept its key (a premise has
    become disputed) is in both, as it is now and as it was.
    """

    gained: tuple[Derived, ...]
    lost: tuple[Derived, ...]


def derive(
    rule: str, triple: tuple[Predicate, str, str], premises: tuple[Statement, ...], valid: Interval
) -> Derived:
    """The result of a rule; its key is a hash of rule, triple, valid time and premises."""
    predicate, subject, target = triple
    weakest, disputed, rank = premises[0].weakest, False, 0
    for premise in premises:
        if RANK[premise.weakest] < RANK[weakest]:
            weakest = premise.weakest
        disputed = disputed or premise.disputed
        rank = max(rank, premise.rank)
    return Derived(
        key=ids.claim(
            rule,
            subject,
            predicate,
            target,
            valid.start or "",
            valid.end or "",
            *[premise.key for premise in premises],
        ),
        rule=rule,
        subject=subject,
        predicate=predicate,
        target=target,
        premises=premises,
        weakest=weakest,
        disputed=disputed,
        valid=valid,
        rank=1 + rank,
    )


def replaces(one: Statement, other: Statement) -> bool:
    """Is the other statement of the same triple superfluous beside this one?

    So it is when this one is as strong and valid as long, and known as exactly: an interval
    without bounds does not replace a dated one. Of two that are worth the same, the one with the
    shorter proof stays, then the one with the lesser key.
    """
    if one.disputed and not other.disputed:
        return False
    strength = RANK[one.weakest] - RANK[other.weakest]
    if strength < 0 or not covers(one.valid, other.valid):
        return False
    if strength or one.disputed != other.disputed or not covers(other.valid, one.valid):
        return True
    return (one.rank, one.key) <= (other.rank, other.key)


def number(text: str | None, key: str) -> Decimal:
    """The number of a claim; InvalidInputError names the claim whose number cannot be read."""
    try:
        found = Decimal(text or "")
    except InvalidOperation as error:
        raise InvalidInputError(f"{key}: {text!r} is not a number") from error
    if not found.is_finite():
        raise InvalidInputError(f"{key}: {text!r} is not a finite number")
    return found
