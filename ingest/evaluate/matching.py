"""Which found item is which annotated one.

Everywhere the best pair goes first and each item is used once. Equal pairs are told apart by where
they stand in the text, so that the order of the items in a file changes nothing.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ingest.extract.result import Entity, Extraction, Party, Restriction, Span

type Pairs = dict[int, int]
"""Index of an annotated item -> index of the found one."""


@dataclass(frozen=True, slots=True)
class Matched:
    """One document annotated and found, both in a fixed order, with their items paired.

    `entities` pairs entity ids; `typed` pairs restrictions of the same type, `untyped` of any.
    """

    gold: Extraction
    found: Extraction
    entities: dict[str, str]
    typed: Pairs
    untyped: Pairs


def match(gold: Extraction, found: Extraction) -> Matched:
    """The items of both extractions of one document, paired."""
    gold, found = _ordered(gold), _ordered(found)
    return Matched(
        gold,
        found,
        _match_entities(gold.entities, found.entities),
        _match_restrictions(gold.restrictions, found.restrictions, same_type=True),
        _match_restrictions(gold.restrictions, found.restrictions, same_type=False),
    )


def overlap(one: Span, other: Span) -> int:
    """The number of characters that both spans hold."""
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def half_shared(one: Span, other: Span) -> bool:
    """Whether the spans share at least half of the shorter one."""
    return 2 * overlap(one, other) >= min(one[1] - one[0], other[1] - other[0])


def match_mentions(gold: Sequence[Span], found: Sequence[Span], *, exact: bool) -> Pairs:
    """Mentions with the same span, or with any character in common."""
    return _best_first(
        (overlap(one, other), i, j)
        for i, one in enumerate(gold)
        for j, other in enumerate(found)
        if (one == other if exact else overlap(one, other))
    )


def match_parties(gold: Sequence[Party], found: Sequence[Party], entities: dict[str, str]) -> Pairs:
    """Named parties that are the same entity, and described ones that share half their words."""
    return _best_first(
        (weight, i, j)
        for i, one in enumerate(gold)
        for j, other in enumerate(found)
        if (weight := _same_party(one, other, entities))
    )


def _same_party(one: Party, other: Party, entities: dict[str, str]) -> int:
    """2 for the same entity, 1 for the same description, 0 for another party."""
    if one.entity is not None and other.entity is not None:
        return 2 if entities.get(one.entity) == other.entity else 0
    if one.span is not None and other.span is not None:
        return int(half_shared(one.span, other.span))
    return 0


def _match_entities(gold: Sequence[Entity], found: Sequence[Entity]) -> dict[str, str]:
    """Entities of the same type by the mentions they share; equal spans decide between equals."""
    pairs = _best_first(
        (shared, i, j)
        for i, one in enumerate(gold)
        for j, other in enumerate(found)
        if one.type == other.type and (shared := _shared_mentions(one, other))[0]
    )
    return {gold[i].id: found[j].id for i, j in pairs.items()}


def _shared_mentions(one: Entity, other: Entity) -> tuple[int, int]:
    """How many mentions of `one` overlap a mention of `other`, and how many are the same span."""
    overlapping = sum(any(overlap(a, b) for b in other.mentions) for a in one.mentions)
    return overlapping, len(set(one.mentions) & set(other.mentions))


def _match_restrictions(
    gold: Sequence[Restriction], found: Sequence[Restriction], *, same_type: bool
) -> Pairs:
    """Restrictions whose evidence shares half; the type decides before the part that is covered."""
    return _best_first(
        (_likeness(one, other), i, j)
        for i, one in enumerate(gold)
        for j, other in enumerate(found)
        if (one.type == other.type or not same_type) and half_shared(one.evidence, other.evidence)
    )


def _likeness(one: Restriction, other: Restriction) -> float:
    start, end = one.evidence
    return overlap(one.evidence, other.evidence) / (end - start) + (one.type == other.type)


def _best_first[W: (int, float, tuple[int, int])](scored: Iterable[tuple[W, int, int]]) -> Pairs:
    best = sorted(scored, key=lambda pair: (pair[1], pair[2]))
    best.sort(key=lambda pair: pair[0], reverse=True)
    return dict(_unused(best))


def _unused[W](pairs: Iterable[tuple[W, int, int]]) -> Iterator[tuple[int, int]]:
    left: set[int] = set()
    right: set[int] = set()
    for _, i, j in pairs:
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
            yield i, j


def _ordered(some: Extraction) -> Extraction:
    entities = sorted(some.entities, key=lambda e: (e.mentions, e.type, e.id))
    restrictions = sorted(some.restrictions, key=_place)
    return Extraction(some.doc, tuple(entities), tuple(restrictions), some.relations)


def _place(rule: Restriction) -> tuple[object, ...]:
    parties = (rule.imposers, rule.bearers, rule.restricted)
    who = [sorted(map(party_place, some)) for some in parties]
    return (rule.evidence, rule.type, rule.modality, rule.status, who)


def party_place(party: Party) -> tuple[Span, str]:
    """Sorts parties: the named ones first, then the described ones as they stand in the text."""
    return party.span or (-1, -1), party.entity or ""
