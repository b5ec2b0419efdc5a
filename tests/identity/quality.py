"""How well the rules decide: pairs made from lists whose entries give several names.

Same: every entry as two lists would give it, its names dealt to two records. Different: every
pair of records of two entries of one list that the blocking proposes, whole and dealt out.
"""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from kg import ids
from kg.identity.matcher import Match, Matcher
from kg.identity.records import Record
from kg.identity.rules import Verdict
from ontology.vocabulary import EntityKind
from tests.identity.lists import Entry


@dataclass(frozen=True, slots=True)
class Setting:
    """What the records are given besides their names."""

    name: str
    countries: bool
    identifiers: bool


SETTINGS = (
    Setting("names alone", countries=False, identifiers=False),
    Setting("names and country", countries=True, identifiers=False),
    Setting("names, country, identifiers", countries=True, identifiers=True),
)


@dataclass(frozen=True, slots=True)
class Judged:
    """A pair with its truth; `reachable` says that the two have some evidence in common."""

    match: Match
    same: bool
    reachable: bool


@dataclass(frozen=True, slots=True)
class Quality:
    """Shares from 0 to 1 of automatic decisions for "same", and counts of pairs."""

    precision: float
    recall: float
    recall_reachable: float
    same: int
    different: int


def held_back(entry: Entry) -> bool:
    """The half of the entries that nothing was tuned on, by a hash of their ids."""
    return hashlib.sha256(entry.id.encode()).digest()[-1] % 2 == 1


def judged(entries: Iterable[Entry], setting: Setting) -> list[Judged]:
    """All pairs of one list, judged by the matcher."""
    known = {entry.id: entry for entry in entries}
    dealt = [record for entry in known.values() for record in _dealt(entry, setting)]
    whole = [_record(entry, "", entry.names, setting) for entry in known.values()]
    found = []
    for records in (dealt, whole):
        matcher = Matcher(records)
        pairs = {tuple(sorted((a.id, b.id))) for a, b in _siblings(records)}
        position = {record.id: i for i, record in enumerate(matcher.records)}
        wanted = {(position[a], position[b]) for a, b in pairs}
        proposed = set(matcher.candidates().pairs)
        for i, j in sorted(wanted | proposed):
            a, b = matcher.records[i], matcher.records[j]
            first, second = known[_owner(a)], known[_owner(b)]
            if first is second or not _list_contradicts_itself(first, second):
                reachable = (i, j) in proposed
                found.append(Judged(matcher.score(a, b), first is second, reachable))
    return found


def quality(pairs: Iterable[Judged], threshold: float | None = None) -> Quality:
    """Of the pairs decided to be the same: by rule, or from a score on."""
    pairs = list(pairs)
    said = [
        p
        for p in pairs
        if (p.match.verdict is Verdict.SAME if threshold is None else p.match.score >= threshold)
    ]
    right = sum(p.same for p in said)
    same = [p for p in pairs if p.same]
    reachable = sum(p.reachable for p in same)
    return Quality(
        right / len(said) if said else 1.0,
        right / len(same) if same else 1.0,
        sum(p.same and p.reachable for p in said) / reachable if reachable else 1.0,
        len(same),
        len(pairs) - len(same),
    )


def _dealt(entry: Entry, setting: Setting) -> Iterator[Record]:
    for side in (0, 1):
        if entry.names[side::2]:
            yield _record(entry, f"#{side}", entry.names[side::2], setting)


def _record(entry: Entry, side: str, names: tuple[str, ...], setting: Setting) -> Record:
    return Record(
        f"{entry.id}{side}",
        EntityKind.COMPANY,
        names,
        entry.countries if setting.countries else frozenset(),
        entry.identifiers if setting.identifiers else frozenset(),
    )


def _owner(record: Record) -> str:
    return record.id.partition("#")[0]


def _siblings(records: list[Record]) -> Iterator[tuple[Record, Record]]:
    for a, b in pairwise(records):
        if _owner(a) == _owner(b):
            yield a, b


def _list_contradicts_itself(a: Entry, b: Entry) -> bool:
    """Two entries of one list, where one's main name is a name of the other."""
    names, others = ({_folded(name) for name in entry.names} for entry in (a, b))
    return _folded(a.names[0]) in others or _folded(b.names[0]) in names


def _folded(name: str) -> str:
    return ids.folded(name.replace("&", "and"))
