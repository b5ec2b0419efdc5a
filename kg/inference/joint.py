"""Joint holdings: a company whose owners on a list hold enough of it together."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import chain, pairwise

from kg.claims import UNKNOWN, Interval
from kg.inference.index import Index
from kg.inference.intervals import bounds, shared
from kg.inference.joins import Match
from kg.inference.plans import exclusion
from kg.inference.values import Fact, Statement
from kg.projection import RANK
from ontology.model import OntologyError
from ontology.rules import Rule
from ontology.vocabulary import LegalStatus, Predicate, narrower

type Pair = tuple[str, str]
"""A company and a list."""


@dataclass(frozen=True, slots=True)
class Share:
    """What an owner holds while it qualifies: valid as both statements are, [start, end)."""

    owner: str
    percentage: Decimal
    holding: Statement
    standing: Statement
    start: str
    end: str

    @property
    def order(self) -> tuple[tuple[int, bool], int, Decimal, str, str, str]:
        """The best attested first, then the shortest proof, then the largest share.

        A share that depends on the result itself has a longer proof than the result, so that
        it comes too late to be counted.
        """
        both = (self.holding, self.standing)
        return (
            (-min(RANK[one.weakest] for one in both), any(one.disputed for one in both)),
            max(self.holding.rank, self.standing.rank),
            -self.percentage,
            self.owner,
            self.holding.key,
            self.standing.key,
        )


class JointHolding:
    """One rule of joint holdings over an index."""

    def __init__(self, rule: Rule, index: Index, strata: Mapping[Predicate, int]) -> None:
        if rule.head is None or rule.percentage is None:
            raise OntologyError(f"{rule.id} has no head or no percentage")
        self.rule = rule
        self.predicate = rule.head.predicate
        self.unless = exclusion(rule)
        self.stratum = strata[self.predicate]
        self._threshold = rule.percentage
        self._lists = rule.applies_to
        self._index = index
        self._owns = index[Predicate.OWNS]
        standings = {atom.predicate for body in rule.bodies for atom in body.atoms}
        self._standings = tuple(sorted(standings - {Predicate.OWNS}))

    def touched(self, statement: Statement) -> Iterable[Pair]:
        """The pairs whose result may change with a statement."""
        if statement.predicate is Predicate.OWNS:
            return [(statement.target, one) for one in self._lists_of(statement.subject)]
        if statement.predicate in self._standings and statement.target in self._lists:
            return [(firm, statement.target) for firm in self._owns.of(statement.subject)]
        authority = self.rule.authorised_by
        if authority and (statement.predicate, statement.subject) == (
            Predicate.LEGAL_STATUS,
            authority,
        ):
            return self.pairs()
        return ()

    def pairs(self, firm: str | None = None, name: str | None = None) -> list[Pair]:
        """All pairs that may have a result, of one company or list if one is given."""
        found: dict[Pair, None] = {}
        for one in self._lists if name is None else [name]:
            standing = [self._index[predicate].to(one) for predicate in self._standings]
            for owner in chain(*standing):
                found.update(((owned, one), None) for owned in self._owns.of(owner))
        return [pair for pair in found if firm in (None, pair[0])]

    def _lists_of(self, owner: str) -> list[str]:
        return [
            name
            for name in self._lists
            if any(self._index[predicate].group(owner, name) for predicate in self._standings)
        ]

    def matches(self, firm: str, name: str) -> Iterator[Match]:
        """The results for a company and a list: time is split wherever a share or the law changes.

        Of each stretch only as many owners are taken as reach the threshold; the result is valid
        as long as all of these premises are, which may be longer than the stretch.
        """
        shares = sorted(self._shares(firm, name), key=lambda share: share.order)
        largest: dict[str, Decimal] = {}
        for share in shares:
            largest[share.owner] = max(share.percentage, largest.get(share.owner, Decimal(0)))
        if sum(largest.values()) < self._threshold:
            return
        found: dict[tuple[int, ...], Match] = {}
        for law, start, end in self._authority():
            days = {start, *(day for s in shares for day in (s.start, s.end) if start < day < end)}
            for day, _ in pairwise([*sorted(days), end]):
                match = self._on(day, law, shares, firm, name)
                if match:
                    found[tuple(map(id, match[2]))] = match
        yield from found.values()

    def _shares(self, firm: str, name: str) -> Iterator[Share]:
        for owner in self._owns.to(firm):
            if owner == firm:
                continue
            for predicate in self._standings:
                for standing in self._index[predicate].group(owner, name):
                    for holding in self._owns.group(owner, firm):
                        time = shared(holding.valid, standing.valid)
                        if time is not None and isinstance(holding, Fact):
                            share = Decimal(holding.value or 0)
                            yield Share(owner, share, holding, standing, *bounds(time))

    def _authority(self) -> Iterator[tuple[tuple[Statement, ...], str, str]]:
        """The times in which the rule itself is law, each with the premise that says so."""
        if self.rule.authorised_by is None:
            yield (), *bounds(UNKNOWN)
            return
        statuses = self._index[Predicate.LEGAL_STATUS].of(self.rule.authorised_by)
        for status in sorted(narrower(LegalStatus.IN_FORCE)):
            for law in statuses.get(status, ()):
                yield (law,), *bounds(law.valid)

    def _on(
        self, day: str, law: tuple[Statement, ...], shares: list[Share], firm: str, name: str
    ) -> Match | None:
        total = Decimal(0)
        taken: dict[str, Share] = {}
        for share in shares:
            if share.start <= day < share.end and share.owner not in taken:
                taken[share.owner] = share
                total += share.percentage
                if total >= self._threshold:
                    return self._match(law, taken, firm, name)
        return None

    def _match(
        self, law: tuple[Statement, ...], taken: Mapping[str, Share], firm: str, name: str
    ) -> Match:
        owners = [taken[owner] for owner in sorted(taken)]
        premises = (*law, *(p for share in owners for p in (share.holding, share.standing)))
        valid: Interval | None = UNKNOWN
        for premise in premises:
            valid = shared(valid, premise.valid) if valid is not None else None
        assert valid is not None  # all of them hold on that day
        return firm, name, premises, valid
