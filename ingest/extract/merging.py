"""One entry per distinct rule, though a text tells it more than once."""

from collections.abc import Iterable, Set
from dataclasses import replace

from ingest.extract.restriction_types import FALLBACK
from ingest.extract.result import Restriction, Span


def without_repeats(found: Iterable[Restriction]) -> list[Restriction]:
    """One entry per type and sentence; a rule of no known type only where it stands alone."""
    kept: dict[tuple[str, int, int], Restriction] = {}
    for restriction in found:
        kept.setdefault((restriction.type, *restriction.evidence), restriction)
    told = {restriction.evidence for restriction in kept.values() if restriction.type != FALLBACK}
    return [r for r in kept.values() if r.type != FALLBACK or r.evidence not in told]


def merged(found: Iterable[Restriction], items: Set[Span]) -> list[Restriction]:
    """One entry per rule: reports come back to the same ban, the clearest sentence stays.

    Two list items are never the same rule.
    """
    kept: list[Restriction] = []
    for restriction in found:
        place = next(
            (
                i
                for i, other in enumerate(kept)
                if _same_rule(other, restriction)
                and not {other.evidence, restriction.evidence} <= items
            ),
            None,
        )
        if place is None:
            kept.append(restriction)
        else:
            kept[place] = _joined(kept[place], restriction)
    return kept


def _same_rule(one: Restriction, other: Restriction) -> bool:
    if one.type != other.type or one.modality != other.modality:
        return False
    if one.instrument and other.instrument and one.instrument != other.instrument:
        return False
    return (
        _compatible(one.imposers, other.imposers)
        and _compatible(one.restricted, other.restricted)
        and _compatible(one.bearers, other.bearers)
    )


def _compatible(one: tuple[object, ...], other: tuple[object, ...]) -> bool:
    return not one or not other or bool(set(one) & set(other))


def _joined(one: Restriction, other: Restriction) -> Restriction:
    clearer, weaker = (other, one) if _clarity(other) > _clarity(one) else (one, other)
    over = {one.status, other.status} & {"ended", "suspended"}
    return replace(
        clearer,
        status=min(over) if over else clearer.status,
        imposers=clearer.imposers or weaker.imposers,
        restricted=clearer.restricted or weaker.restricted,
        bearers=clearer.bearers or weaker.bearers,
        assets=clearer.assets or weaker.assets,
    )


def _clarity(restriction: Restriction) -> float:
    filled = sum(
        bool(field) for field in (restriction.imposers, restriction.restricted, restriction.assets)
    )
    return filled + restriction.confidence - 0.5 * (restriction.status == "ended")
