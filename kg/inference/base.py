"""The facts that inference starts from: which of them are premises, and for what time."""

from collections.abc import Collection, Iterable
from dataclasses import replace

from kg.inference.prepared import PREPARED, prepared_together
from kg.inference.values import Fact, number
from ontology.vocabulary import AssertionStatus, Predicate

USUAL_PREMISES = frozenset(
    {AssertionStatus.OFFICIAL, AssertionStatus.REPORTED, AssertionStatus.ANALYST}
)
"""What may be a premise unless asked otherwise: nothing alleged, denied or inferred already."""

NUMBERS = (Predicate.TRAINING_COMPUTE, Predicate.COMPUTE_THRESHOLD)

type Together = tuple[Predicate, str, str]


class Base:
    """The live facts of the predicates that rules read, and the premises that they come to."""

    def __init__(
        self,
        predicates: Collection[Predicate],
        admitted: Collection[AssertionStatus],
        *,
        disputed: bool,
    ) -> None:
        self._predicates = predicates
        self._admitted = admitted
        self._disputed = disputed
        self._facts: dict[str, Fact] = {}
        self._denials: dict[str, dict[str, None]] = {}
        self._premises: dict[str, Fact] = {}
        self._together: dict[Together, dict[str, Fact]] = {}
        self._prepared: dict[Together, list[Fact]] = {}

    def change(
        self, added: Iterable[Fact], removed: Iterable[str]
    ) -> tuple[list[Fact], list[Fact]]:
        """The premises that are gone and those that are new, each for the time that it counts.

        A fact whose key is known replaces the one before it. Keys of facts that no rule reads
        are passed over. Raises InvalidInputError before anything is changed.
        """
        new = [fact for fact in added if fact.predicate in self._predicates]
        for fact in new:
            _check_number(fact)
        touched: dict[str, None] = {}
        for key in (*removed, *[fact.key for fact in new]):
            self._forget(key, touched)
        for fact in new:
            self._learn(fact, touched)
        gone: list[Fact] = []
        come: list[Fact] = []
        together: dict[Together, None] = {}
        for key in touched:
            before, after = self._premises.get(key), self._premise(key)
            if before != after:
                self._exchange(before, gone, together, come=False)
                self._exchange(after, come, together, come=True)
        for group in together:
            self._prepare(group, gone, come)
        return gone, come

    def _forget(self, key: str, touched: dict[str, None]) -> None:
        fact = self._facts.pop(key, None)
        if fact is None:
            return
        touched[key] = None
        if fact.predicate is Predicate.DISPUTES:
            touched[fact.target] = None
            denials = self._denials[fact.target]
            del denials[key]
            if not denials:
                del self._denials[fact.target]

    def _learn(self, fact: Fact, touched: dict[str, None]) -> None:
        self._facts[fact.key] = fact
        touched[fact.key] = None
        if fact.predicate is Predicate.DISPUTES:
            touched[fact.target] = None
            self._denials.setdefault(fact.target, {})[fact.key] = None

    def _premise(self, key: str) -> Fact | None:
        """The fact as a premise, marked as disputed if it is; None if it is none."""
        fact = self._facts.get(key)
        if (
            fact is None
            or fact.predicate is Predicate.DISPUTES
            or fact.status not in self._admitted
        ):
            return None
        disputed = fact.disputed or key in self._denials
        if disputed and not self._disputed:
            return None
        return fact if fact.disputed == disputed else replace(fact, disputed=disputed)

    def _exchange(
        self, fact: Fact | None, plain: list[Fact], together: dict[Together, None], *, come: bool
    ) -> None:
        """Take a premise in or out; one that is prepared with others waits for them."""
        if fact is None:
            return
        places = [self._premises]
        if fact.predicate in PREPARED:
            group = prepared_together(fact)
            together[group] = None
            places.append(self._together.setdefault(group, {}))
        else:
            plain.append(fact)
        for place in places:
            if come:
                place[fact.key] = fact
            else:
                del place[fact.key]

    def _prepare(self, group: Together, gone: list[Fact], come: list[Fact]) -> None:
        facts = [fact for _, fact in sorted(self._together[group].items())]
        before = self._prepared.pop(group, [])
        after = PREPARED[group[0]](facts) if facts else []
        kept = [fact for fact in before if fact in after]
        new = [fact for fact in after if fact not in before]
        gone.extend(fact for fact in before if fact not in after)
        come.extend(new)
        if kept or new:
            self._prepared[group] = kept + new
        if not facts:
            del self._together[group]


def _check_number(fact: Fact) -> None:
    if fact.predicate in NUMBERS:
        number(fact.target, fact.key)
    elif fact.predicate is Predicate.OWNS and fact.value is not None:
        number(fact.value, fact.key)
