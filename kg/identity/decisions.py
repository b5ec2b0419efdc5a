"""Decisions on which entities are one: kept as records, replayable, and each can be undone.

They live outside the claims. A log is a file of one JSON object a line that only ever grows;
an undo is a record too. `canonical` replays a log in whatever order it is given.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import asdict, dataclass, fields
from pathlib import Path

import orjson

from kg import ids
from kg.errors import InvalidInputError
from kg.identity.matcher import Match
from kg.identity.rules import Verdict


@dataclass(frozen=True, slots=True)
class Decision:
    """`when` is an ISO time in UTC; `rule` and `score` are the matcher's, None from a person."""

    left: str
    right: str
    verdict: Verdict
    who: str
    when: str
    why: str
    rule: str | None = None
    score: float | None = None

    @property
    def id(self) -> str:
        return _id("decision", self)

    @property
    def pair(self) -> tuple[str, str]:
        """Both entities, in an order of their own."""
        return (self.left, self.right) if self.left < self.right else (self.right, self.left)


@dataclass(frozen=True, slots=True)
class Undo:
    """Takes back one record, by its id: a decision, or an undo."""

    target: str
    who: str
    when: str
    why: str

    @property
    def id(self) -> str:
        return _id("undo", self)


type Entry = Decision | Undo


def automatic(match: Match, when: str) -> Decision | None:
    """The decision that a rule took on a pair, or None where a person has to take it."""
    if match.rule is None:
        return None
    why = "; ".join(match.reasons)
    return Decision(
        match.left, match.right, match.verdict, "matcher", when, why, match.rule, match.score
    )


def queue(matches: Iterable[Match], entries: Iterable[Entry]) -> tuple[Match, ...]:
    """What persons still have to look at: doubtful, undecided and not yet one, likeliest first."""
    entries = tuple(entries)
    decided = {decision.pair for decision in live(entries)}
    identities = canonical(entries)
    waiting = [
        match
        for match in matches
        if match.rule is None
        and tuple(sorted((match.left, match.right))) not in decided
        and identities.resolve(match.left) != identities.resolve(match.right)
    ]
    return tuple(sorted(waiting, key=lambda match: (-match.score, match.left, match.right)))


@dataclass(frozen=True, slots=True)
class Conflict:
    """A chain of `same` that a `different` forbids; `kept` is the decision that was followed."""

    ignored: Decision
    kept: Decision


@dataclass(frozen=True, slots=True)
class Identities:
    """`canonical` holds every merged entity's canonical id; one that is not in it is its own."""

    canonical: Mapping[str, str]
    conflicts: tuple[Conflict, ...]

    def resolve(self, entity: str) -> str:
        return self.canonical.get(entity, entity)


def live(entries: Iterable[Entry]) -> tuple[Decision, ...]:
    """The decisions in force, oldest first: not undone, and the last word on their pair.

    A rule never overrules a person, however late it speaks.
    """
    known = {entry.id: entry for entry in entries}
    undos: dict[str, list[str]] = {}
    for entry in known.values():
        if isinstance(entry, Undo):
            undos.setdefault(entry.target, []).append(entry.id)

    def holds(key: str) -> bool:
        return not any(holds(undo) for undo in undos.get(key, ()))

    last: dict[tuple[str, str], Decision] = {}
    for entry in sorted(known.values(), key=_order):
        if isinstance(entry, Decision) and holds(entry.id):
            before = last.get(entry.pair)
            if before is None or _by_person(entry) or not _by_person(before):
                last[entry.pair] = entry
    return tuple(sorted(last.values(), key=_order))


def canonical(
    entries: Iterable[Entry],
    *,
    reference: Collection[str] = (),
    since: Mapping[str, str] | None = None,
) -> Identities:
    """Replay a log: what each entity is called now, and which decisions contradict each other.

    Of entities that are one, a reference entity gives its id, else the oldest (`since`, ISO
    times), else the smallest id. `different` cuts a chain of `same`. Decisions of persons come
    before those of rules; of each, `different` before `same`, older before later.
    """
    groups = _Groups()
    conflicts = []
    decided = [d for d in live(entries) if d.verdict is not Verdict.UNSURE]
    decided.sort(key=lambda d: (not _by_person(d), d.verdict is Verdict.SAME))
    for decision in decided:
        conflict = groups.follow(decision)
        if conflict:
            conflicts.append(conflict)
    ages = since or {}
    found: dict[str, str] = {}
    for members in groups.merged():
        chosen = min(members, key=lambda e: (e not in reference, ages.get(e, "9999"), e))
        found.update({member: chosen for member in members if member != chosen})
    return Identities(dict(sorted(found.items())), tuple(conflicts))


class _Groups:
    """Entities that are one, and the decisions that keep some apart."""

    def __init__(self) -> None:
        self._members: dict[str, list[str]] = {}
        self._joined: dict[str, Decision] = {}
        self._apart: dict[str, dict[str, Decision]] = {}

    def merged(self) -> list[list[str]]:
        groups = {id(members): members for members in self._members.values()}
        return [members for members in groups.values() if len(members) > 1]

    def follow(self, decision: Decision) -> Conflict | None:
        """Do as a decision says, unless an earlier one forbids it."""
        left, right = decision.pair
        if decision.verdict is Verdict.DIFFERENT:
            if right in self._of(left):
                return Conflict(decision, self._joined[left])
            self._apart.setdefault(left, {})[right] = decision
            self._apart.setdefault(right, {})[left] = decision
            return None
        forbidding = self._forbidding(left, right)
        if forbidding:
            return Conflict(decision, forbidding)
        self._join(decision)
        return None

    def _of(self, entity: str) -> list[str]:
        return self._members.setdefault(entity, [entity])

    def _forbidding(self, left: str, right: str) -> Decision | None:
        """The oldest decision that keeps a member of one group apart from one of the other."""
        smaller, larger = sorted((self._of(left), self._of(right)), key=len)
        others = set(larger)
        found = [
            decision
            for member in smaller
            for other, decision in self._apart.get(member, {}).items()
            if other in others
        ]
        return min(found, key=_order, default=None)

    def _join(self, decision: Decision) -> None:
        smaller, larger = sorted((self._of(entity) for entity in decision.pair), key=len)
        if smaller is larger:
            return
        larger.extend(smaller)
        for member in smaller:
            self._members[member] = larger
        for entity in decision.pair:
            self._joined.setdefault(entity, decision)


def append(log: Path, entries: Iterable[Entry]) -> None:
    """Write records to the end of a log file."""
    with log.open("ab") as stream:
        for entry in entries:
            stream.write(orjson.dumps(asdict(entry)) + b"\n")


def read(log: Path) -> tuple[Entry, ...]:
    """All records of a log file; raises InvalidInputError with the line that cannot be read."""
    if not log.exists():
        return ()
    lines = log.read_bytes().splitlines()
    return tuple(_entry(line, f"{log}:{number}") for number, line in enumerate(lines, 1))


def _entry(line: bytes, place: str) -> Entry:
    try:
        values = orjson.loads(line)
        if "target" in values:
            return Undo(**values)
        return Decision(**{**values, "verdict": Verdict(values["verdict"])})
    except (TypeError, ValueError, KeyError) as error:
        raise InvalidInputError(f"{place}: not a decision: {error}") from error


def _id(prefix: str, entry: Entry) -> str:
    values = (str(getattr(entry, each.name)) for each in fields(entry))
    return f"{prefix}:{ids.digest(*values)}"


def _order(entry: Entry) -> tuple[str, str]:
    return entry.when, entry.id


def _by_person(decision: Decision) -> bool:
    return decision.rule is None
