"""The engine: facts in, what follows by the rules out, kept up to date change by change.

Of the statements of one triple only those are kept that no other one makes superfluous (see
`values.replaces`): twenty reports of one listing give one membership, not twenty. Each kept
result has its shortest proof, which makes all proofs free of circles.

A change is worked in as delete and rederive: what rests on a lost statement goes with it, and each
triple that lost a result is then looked for again by its head. Counting supports would not do,
since groups and owners can stand in circles that would support themselves. Additions are
semi-naive: a rule is run only on matches in which a new statement takes part, shorter proofs first.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence

from kg.inference.base import USUAL_PREMISES, Base
from kg.inference.index import Index
from kg.inference.intervals import lasting, without
from kg.inference.joins import Match, excluded_heads, exclusions, with_head, with_statement
from kg.inference.joint import JointHolding
from kg.inference.plans import Pattern, Plan, compiled, premises_of
from kg.inference.values import Change, Derived, Fact, Statement, derive, replaces
from ontology.rules import Rule
from ontology.vocabulary import AssertionStatus, Predicate

type Triple = tuple[Predicate, str, str]
type Maker = Plan | JointHolding
type Candidate = Fact | tuple[Maker, Match]


class Engine:
    """What follows from a changing set of facts.

    `admitted` are the statuses of the facts that may be premises; with `disputed` false, no
    disputed fact is one. The result depends on the facts alone, not on the order of changes.
    """

    def __init__(
        self,
        rules: Sequence[Rule],
        *,
        admitted: Collection[AssertionStatus] = USUAL_PREMISES,
        disputed: bool = True,
    ) -> None:
        program = compiled(rules)
        self._index = Index()
        self._strata = program.strata
        self._joint = [JointHolding(rule, self._index, program.strata) for rule in program.joint]
        makers: list[Maker] = [*program.plans, *self._joint]
        self._readers = program.readers
        self._makers: dict[Predicate, list[Maker]] = defaultdict(list)
        self._excluders: dict[Predicate, list[tuple[Maker, Pattern]]] = defaultdict(list)
        for maker in makers:
            self._makers[maker.predicate].append(maker)
            if maker.unless:
                self._excluders[maker.unless.predicate].append((maker, maker.unless))
        self._base = Base(_read(rules), admitted, disputed=disputed)
        self._superfluous: dict[Triple, list[Fact]] = {}
        self._waiting: dict[tuple[int, int], list[Candidate]] = defaultdict(list)
        self._again: dict[int, dict[Triple, None]] = defaultdict(dict)
        self._dead: dict[int, Statement] = {}
        self._before: dict[str, Derived] = {}
        self._after: dict[str, Derived | None] = {}

    def apply(self, added: Iterable[Fact], removed: Iterable[str] = ()) -> Change:
        """Work a change in: new facts, and the keys of those that are no longer live.

        A fact with a known key replaces the one before it. The cost is that of what depends on
        the change. Raises InvalidInputError for a number that cannot be read; nothing is changed
        then.
        """
        gone, new = self._base.change(added, removed)
        for fact in gone:
            self._withdraw(fact)
        for fact in new:
            self._waiting[self._strata[fact.predicate], 0].append(fact)
        while self._again or self._waiting:
            self._step()
        self._dead.clear()
        return self._change()

    def derived(self) -> Iterator[Derived]:
        """All that follows now, in no particular order."""
        return (one for one in self._index if isinstance(one, Derived))

    def _step(self) -> None:
        """Do what comes first: look for lost triples again, else enter the shortest proofs."""
        stratum = min(min(self._again, default=99), min(self._waiting, default=(99, 0))[0])
        if stratum in self._again:
            for triple in self._again.pop(stratum):
                self._look_for(triple)
            return
        candidates = self._waiting.pop(min(self._waiting))
        entered: list[Statement] = []
        while candidates:  # they are many, and let go one by one
            for statement in self._made(candidates.pop()):
                if self._enter(statement):
                    entered.append(statement)
        for statement in entered:
            if id(statement) not in self._dead:
                self._follow(statement)

    def _made(self, candidate: Candidate) -> Sequence[Statement]:
        """The statements of a candidate, unless something it rests on is lost by now."""
        if isinstance(candidate, Fact):
            return (candidate,)
        maker, (subject, target, premises, valid) = candidate
        if subject == target or self._lost(premises):
            return ()
        if maker.rule.lasting:
            valid = lasting(valid)
        triple = (maker.predicate, subject, target)
        pieces = [valid]
        if maker.unless is not None and self._index[maker.unless.predicate]:
            excluded = exclusions(self._index, maker.unless, subject, target)
            if holes := [one.valid for one in excluded]:
                pieces = without(valid, holes)
        return [derive(maker.rule.id, triple, premises, piece) for piece in pieces]

    def _lost(self, premises: Sequence[Statement]) -> bool:
        return bool(self._dead) and any(id(premise) in self._dead for premise in premises)

    def _enter(self, statement: Statement) -> bool:
        """Keep a statement, if the others of its triple do not say as much already."""
        group = self._index.group(statement)
        for other in group:
            if replaces(other, statement):
                self._set_aside(statement)
                return False
        for other in group:
            if replaces(statement, other):
                self._delete(other)
                self._set_aside(other)
        if group and isinstance(statement, Derived) and self._lost(statement.premises):
            return False
        self._dead.pop(id(statement), None)  # a fact can come back within one change
        self._index.add(statement)
        if isinstance(statement, Derived):
            self._after[statement.key] = statement
        return True

    def _set_aside(self, statement: Statement) -> None:
        """Remember a fact that is superfluous as long as a better one of its triple lives."""
        if isinstance(statement, Fact):
            self._superfluous.setdefault(_triple(statement), []).append(statement)

    def _withdraw(self, fact: Fact) -> None:
        if fact in self._index:
            self._delete(fact)
            return
        triple = _triple(fact)
        rest = [one for one in self._superfluous[triple] if one is not fact]
        if rest:
            self._superfluous[triple] = rest
        else:
            del self._superfluous[triple]

    def _follow(self, statement: Statement) -> None:
        """Line up all that follows from a new statement and what is there already."""
        for reader in self._readers[statement.predicate]:
            for match in with_statement(self._index, reader, statement):
                self._line_up(reader.plan, match)
        for joint in self._joint:
            for pair in joint.touched(statement):
                self._again[joint.stratum][joint.predicate, *pair] = None
        if self._excluders[statement.predicate]:
            for lost in self._excluded_by(statement):
                self._delete(lost)

    def _line_up(self, maker: Maker, match: Match) -> None:
        rank = 1 + max([premise.rank for premise in match[2]])
        self._waiting[maker.stratum, rank].append((maker, match))

    def _delete(self, statement: Statement) -> None:
        """Take a statement out, and all that rests on it."""
        stack = [statement]
        while stack:
            one = stack.pop()
            if id(one) in self._dead:
                continue
            stack.extend(self._resting_on(one))
            stack.extend(self._excluded_by(one))
            self._index.remove(one)
            self._dead[id(one)] = one
            self._again[self._strata[one.predicate]][_triple(one)] = None
            if isinstance(one, Derived):
                if one.key not in self._after:
                    self._before[one.key] = one
                self._after[one.key] = None

    def _resting_on(self, statement: Statement) -> list[Derived]:
        """The results that have the statement as a direct premise."""
        found: list[Derived] = []
        for reader in self._readers[statement.predicate]:
            for subject, target, *_ in with_statement(self._index, reader, statement):
                found.extend(self._results(reader.plan, subject, target))
        for joint in self._joint:
            for firm, name in joint.touched(statement):
                found.extend(self._results(joint, firm, name))
        return [one for one in found if any(premise is statement for premise in one.premises)]

    def _excluded_by(self, statement: Statement) -> list[Derived]:
        """The results that a statement limits; their triples are looked for again in any case."""
        found: list[Derived] = []
        for maker, unless in self._excluders[statement.predicate]:
            ends = excluded_heads(unless, statement)
            for subject, target in self._heads(maker, *ends) if ends else ():
                found.extend(self._results(maker, subject, target))
                self._again[maker.stratum][maker.predicate, subject, target] = None
        return found

    def _heads(
        self, maker: Maker, subject: str | None, target: str | None
    ) -> Iterable[tuple[str, str]]:
        if subject is not None and target is not None:
            return [(subject, target)]
        if isinstance(maker, JointHolding):
            return maker.pairs(subject, target)
        return {m[:2]: None for m in with_head(self._index, maker, subject, target)}

    def _results(self, maker: Maker, subject: str, target: str) -> list[Derived]:
        """What one rule gives for a triple."""
        group = self._index[maker.predicate].group(subject, target)
        return [d for d in group if isinstance(d, Derived) and d.rule == maker.rule.id]

    def _look_for(self, triple: Triple) -> None:
        """Line up everything that gives a triple."""
        for fact in self._superfluous.pop(triple, ()):
            self._waiting[self._strata[fact.predicate], 0].append(fact)
        predicate, subject, target = triple
        for maker in self._makers[predicate]:
            if isinstance(maker, JointHolding):
                self._revise(maker, subject, target)
            else:
                for match in with_head(self._index, maker, subject, target):
                    self._line_up(maker, match)

    def _revise(self, joint: JointHolding, firm: str, name: str) -> None:
        """Line up the joint holdings of a pair, and drop those that others have taken over from."""
        matches = {tuple(map(id, match[2])): match for match in joint.matches(firm, name)}
        for old in self._results(joint, firm, name):
            if tuple(map(id, old.premises)) not in matches:
                self._delete(old)
        for match in matches.values():
            self._line_up(joint, match)

    def _change(self) -> Change:
        """What differs from before, and a clean slate."""
        keys = sorted(key for key in self._after if not self._same(key))
        gained = [one for key in keys if (one := self._after[key])]
        lost = [self._before[key] for key in keys if key in self._before]
        self._before, self._after = {}, {}
        return Change(tuple(gained), tuple(lost))

    def _same(self, key: str) -> bool:
        before, after = self._before.get(key), self._after[key]
        if before is None or after is None:
            return before is after
        return (before.weakest, before.disputed) == (after.weakest, after.disputed)


def _triple(statement: Statement) -> Triple:
    return statement.predicate, statement.subject, statement.target


def _read(rules: Sequence[Rule]) -> frozenset[Predicate]:
    """The predicates of facts that matter: those in bodies, and what rules exclude."""
    found = {predicate for rule in rules for predicate in premises_of(rule)}
    return frozenset(found | {rule.unless.predicate for rule in rules if rule.unless})
