"""Whether two records mean one entity: a score, the reasons in words, and the rule that decides."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.identity.blocking import Candidates, candidates
from kg.identity.evidence import ORGANISATIONS, Accord, Evidence
from kg.identity.likeness import Likeness, Relation, compare
from kg.identity.names import NameForm, parse, parse_plain, variants
from kg.identity.rarity import Rarity
from kg.identity.reasons import reasons
from kg.identity.records import Record
from kg.identity.rules import Rule, Verdict, deciding

# Doubtful pairs below this score are not worth anybody's time.
WORTH_A_LOOK = 0.6


@dataclass(frozen=True, slots=True)
class Match:
    """What the matcher makes of a pair: `rule` is None where a person has to decide."""

    left: str
    right: str
    score: float
    verdict: Verdict
    rule: str | None
    reasons: tuple[str, ...]


class Matcher:
    """Finds pairs of records that may be one entity, and judges them.

    How rare a word is, and whether anybody else has it, it knows from all `records`.
    """

    def __init__(self, records: Iterable[Record] = ()) -> None:
        self.records = tuple(sorted(records, key=lambda record: record.id))
        self._forms = tuple(_forms(record) for record in self.records)
        self._rarity = Rarity(self._forms)

    def candidates(self) -> Candidates:
        """Pairs of positions in `records` that are worth a score."""
        return candidates(self.records, self._forms, self._rarity)

    def matches(self) -> Iterator[Match]:
        """What is decided by rule, and what a person should look at, in the order of ids."""
        known = tuple(zip(self.records, self._forms, strict=True))
        for i, j in self.candidates().pairs:
            evidence = self._evidence(*known[i], *known[j])
            rule = deciding(evidence)
            if rule or _score(evidence, Verdict.UNSURE) >= WORTH_A_LOOK:
                yield _match(evidence, rule)

    def score(self, a: Record, b: Record) -> Match:
        evidence = self._evidence(a, _forms(a), b, _forms(b))
        return _match(evidence, deciding(evidence))

    def _evidence(
        self, a: Record, names: tuple[NameForm, ...], b: Record, others: tuple[NameForm, ...]
    ) -> Evidence:
        found = [compare(x, y, self._rarity) for x in names for y in others]
        main = found[0]
        found.sort(key=_nearness)
        return Evidence(a, b, tuple(found), main, self._rarity)


def _match(evidence: Evidence, rule: Rule | None) -> Match:
    verdict = rule.verdict if rule else Verdict.UNSURE
    return Match(
        evidence.a.id,
        evidence.b.id,
        _score(evidence, verdict),
        verdict,
        rule.name if rule else None,
        reasons(evidence),
    )


_ORDER = {relation: rank for rank, relation in enumerate(Relation)}


def _nearness(likeness: Likeness) -> tuple[int, float, str, str]:
    return (
        _ORDER[likeness.relation],
        -likeness.share * likeness.common,
        likeness.a.original,
        likeness.b.original,
    )


def _forms(record: Record) -> tuple[NameForm, ...]:
    if record.kind not in ORGANISATIONS:
        return tuple(parse_plain(name) for name in record.names)
    names = dict.fromkeys(short for name in record.names for short in variants(name))
    return tuple(parse(name) for name in names)


def _score(e: Evidence, verdict: Verdict) -> float:
    value = 0.8 * e.best.share + 0.05 * min(e.equal_names, 2)
    value += {Accord.AGREE: 0.1, Accord.UNKNOWN: 0.0, Accord.DIFFER: -0.3}[e.countries]
    low, high = {
        Verdict.SAME: (0.9, 1.0),
        Verdict.UNSURE: (0.3, 0.9),
        Verdict.DIFFERENT: (0.0, 0.3),
    }[verdict]
    return round(low + (high - low) * min(max(value, 0.0), 1.0), 4)
