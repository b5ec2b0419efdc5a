"""One entry per distinct rule, though a text tells it more than once."""

from collections.abc import Iterable, Set
from dataclasses import replace

from ingest.extract.behind import seat
from ingest.extract.restriction_types import FALLBACK
from ingest.extract.result import Entity, Party, Restriction, Span


class Governments:
    """Which rulers of one document belong to the same government."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        self._seats: dict[str, str] = {}
        self._lands: set[str] = set()
        for entity in entities:
            place = seat(entity)
            if place is not None:
                self._seats[entity.id] = place
            if entity.type == "Jurisdiction":
                self._lands.add(entity.id)

    def same(self, one: Iterable[Party], other: Iterable[Party]) -> bool:
        """Whether one side is a government and the other an office of it, or the same."""
        sides = [{p.entity for p in side if p.entity} for side in (one, other)]
        left, right = ({self._seats.get(e, e) for e in side} for side in sides)
        return bool(left & right) and bool((sides[0] | sides[1]) & self._lands)

    def offices(self, makers: tuple[Party, ...]) -> bool:
        """Whether a rule is laid at the door of offices, not of a government as a whole."""
        return bool(makers) and not any(p.entity in self._lands for p in makers)


def without_repeats(found: Iterable[Restriction]) -> list[Restriction]:
    """One entry per type and sentence; a rule of no known type only where it stands alone."""
    kept: dict[tuple[str, int, int], Restriction] = {}
    for restriction in found:
        kept.setdefault((restriction.type, *restriction.evidence), restriction)
    told = {restriction.evidence for restriction in kept.values() if restriction.type != FALLBACK}
    return [r for r in kept.values() if r.type != FALLBACK or r.evidence not in told]


def merged(
    found: Iterable[Restriction], items: Set[Span], governments: Governments
) -> list[Restriction]:
    """One entry per rule: reports come back to the same ban, the clearest sentence stays.

    Two list items are never the same rule. A government and its
    office may both stand behind one: the office stays.
    """
    kept: list[Restriction] = []
    for restriction in found:
        place = next(
            (
                i
                for i, other in enumerate(kept)
                if _same_rule(other, restriction, governments)
                and not {other.evidence, restriction.evidence} <= items
            ),
            None,
        )
        if place is None:
            kept.append(restriction)
        else:
            kept[place] = _joined(kept[place], restriction, governments)
    return kept


def _same_rule(one: Restriction, other: Restriction, governments: Governments) -> bool:
    if one.type != other.type or one.modality != other.modality:
        return False
    if one.instrument and other.instrument and one.instrument != other.instrument:
        return False
    if not _compatible(one.restricted, other.restricted):
        return False
    if not _compatible(one.bearers, other.bearers):
        return False
    if one.imposers and other.imposers:
        return _compatible(one.imposers, other.imposers) or governments.same(
            one.imposers, other.imposers
        )
    is_plan = "proposed" in {one.status, other.status}
    return one.status == other.status or not is_plan


def _compatible(one: tuple[object, ...], other: tuple[object, ...]) -> bool:
    return not one or not other or bool(set(one) & set(other))


def _joined(one: Restriction, other: Restriction, governments: Governments) -> Restriction:
    narrow = governments.offices(other.imposers) - governments.offices(one.imposers)
    gain = _clarity(other) - _clarity(one) + narrow
    clearer, weaker = (other, one) if gain > 0 else (one, other)
    over = {one.status, other.status} & {"ended", "suspended"}
    return replace(
        clearer,
        status=min(over) if over else clearer.status,
        imposers=weaker.imposers
        if not clearer.imposers or _narrower(weaker, clearer, governments)
        else clearer.imposers,
        restricted=clearer.restricted or weaker.restricted,
        bearers=clearer.bearers or weaker.bearers,
        assets=clearer.assets or weaker.assets,
    )


def _narrower(one: Restriction, other: Restriction, governments: Governments) -> bool:
    return governments.offices(one.imposers) and not governments.offices(other.imposers)


def _clarity(restriction: Restriction) -> float:
    filled = sum(
        bool(field) for field in (restriction.imposers, restriction.restricted, restriction.assets)
    )
    return filled + restriction.confidence - 0.5 * (restriction.status == "ended")
