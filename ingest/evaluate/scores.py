"""The figures: how many items were annotated, how many found, and how many of these agree.

- `mention.T`, `mention~.T`: mentions of type T with the same span, or overlapping ones.
- `entity.T`: entities of type T that share a mention; `core` is Company, AIModel and Agency.
- `restriction`: evidence that shares half of the shorter span, and the same type; by type as
  `restriction:T`. `restriction.any`: whatever the type.
- `status`, `modality`: agreement on the paired restrictions.
- `imposer`, `party`: imposers, and bearers with restricted parties, of paired restrictions; those
  of the other restrictions count as missed or spurious.
- `faces`: pairs of a named party and the type of a restriction that it faces (as restricted party,
  or as bearer of an obligation).
- `relation`: the same type, subject and object.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Self

from ingest.evaluate.matching import Matched, match_mentions, match_parties, party_place
from ingest.extract.result import Entity, Extraction, Party, Restriction, Span

CORE = ("Company", "AIModel", "Agency")


@dataclass(frozen=True, slots=True)
class Counts:
    """Items annotated, items found, and the pairs that agree."""

    hits: int = 0
    found: int = 0
    gold: int = 0

    def __add__(self, other: Self) -> "Counts":
        return Counts(self.hits + other.hits, self.found + other.found, self.gold + other.gold)

    @property
    def precision(self) -> float:
        return self.hits / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        return self.hits / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        both = self.found + self.gold
        return 2 * self.hits / both if both else 0.0


type Tally = Mapping[str, Counts]
"""Figure name -> its counts."""


def added(tallies: Iterable[Tally]) -> Tally:
    """The counts of several documents together."""
    total: dict[str, Counts] = defaultdict(Counts)
    for tally in tallies:
        for name, counts in tally.items():
            total[name] += counts
    return dict(sorted(total.items()))


def score(matched: Matched) -> Tally:
    """All figures of one document."""
    parts = (_mentions, _entities, _restrictions, _agreement, _parties, _sets)
    return added(dict([one]) for part in parts for one in part(matched))


type _Figures = Iterator[tuple[str, Counts]]


def _mentions(matched: Matched) -> _Figures:
    gold, found = matched.gold.entities, matched.found.entities
    for family, exact in (("mention", True), ("mention~", False)):
        for kind in sorted({entity.type for entity in (*gold, *found)}):
            left, right = _spans(gold, kind), _spans(found, kind)
            hits = len(match_mentions(left, right, exact=exact))
            yield from _with_core(family, kind, Counts(hits, len(right), len(left)))


def _spans(entities: Iterable[Entity], kind: str) -> list[Span]:
    return sorted(span for entity in entities if entity.type == kind for span in entity.mentions)


def _entities(matched: Matched) -> _Figures:
    for entity in matched.gold.entities:
        hit = Counts(hits=int(entity.id in matched.entities), gold=1)
        yield from _with_core("entity", entity.type, hit)
    for entity in matched.found.entities:
        yield from _with_core("entity", entity.type, Counts(found=1))


def _with_core(family: str, kind: str, counts: Counts) -> _Figures:
    yield f"{family}.{kind}", counts
    if kind in CORE:
        yield f"{family}.core", counts


def _restrictions(matched: Matched) -> _Figures:
    gold, found = matched.gold.restrictions, matched.found.restrictions
    yield "restriction", Counts(len(matched.typed), len(found), len(gold))
    yield "restriction.any", Counts(len(matched.untyped), len(found), len(gold))
    for i, rule in enumerate(gold):
        yield f"restriction:{rule.type}", Counts(hits=int(i in matched.typed), gold=1)
    for rule in found:
        yield f"restriction:{rule.type}", Counts(found=1)


def _agreement(matched: Matched) -> _Figures:
    for i, j in matched.typed.items():
        one, other = matched.gold.restrictions[i], matched.found.restrictions[j]
        yield "status", Counts(int(one.status == other.status), 1, 1)
        yield "modality", Counts(int(one.modality == other.modality), 1, 1)


def imposers(rule: Restriction) -> list[Party]:
    """Who makes the rule, in the order in which parties are paired."""
    return sorted(rule.imposers, key=party_place)


def bound_parties(rule: Restriction) -> list[Party]:
    """Who must act or is cut off, in the order in which parties are paired."""
    return sorted((*rule.bearers, *rule.restricted), key=party_place)


def _parties(matched: Matched) -> _Figures:
    gold, found = matched.gold.restrictions, matched.found.restrictions
    sides: tuple[tuple[str, Callable[[Restriction], list[Party]]], ...]
    sides = (("imposer", imposers), ("party", bound_parties))
    for name, of in sides:
        for i, j in matched.typed.items():
            hits = match_parties(of(gold[i]), of(found[j]), matched.entities)
            yield name, Counts(hits=len(hits))
        yield (
            name,
            Counts(
                found=sum(len(of(rule)) for rule in found), gold=sum(len(of(rule)) for rule in gold)
            ),
        )


def _sets(matched: Matched) -> _Figures:
    as_gold = {found: gold for gold, found in matched.entities.items()}

    def named(entity: str) -> str:
        """The annotated entity's id; an entity that is not annotated is like none of these."""
        return as_gold.get(entity, f"found {entity}")

    for name, of in (("faces", _faces), ("relation", _triples)):
        gold, found = of(matched.gold, str), of(matched.found, named)
        yield name, Counts(len(gold & found), len(found), len(gold))


def _faces(some: Extraction, named: Callable[[str], str]) -> set[tuple[str, ...]]:
    return {
        (named(party.entity), rule.type)
        for rule in some.restrictions
        for party in (
            *rule.restricted,
            *(rule.bearers if rule.modality == "obligation" else ()),
        )
        if party.entity is not None
    }


def _triples(some: Extraction, named: Callable[[str], str]) -> set[tuple[str, ...]]:
    return {(tie.type, named(tie.subject), named(tie.object)) for tie in some.relations}
