"""Who stands behind an office or an instrument, by the reference tables."""

import re
from collections.abc import Iterator
from functools import cache

from ingest.extract.result import Entity
from ontology import reference
from ontology.vocabulary import EntityKind

_LONGEST = 6
"""No chain of issuer, parents and jurisdiction is longer."""

_PLACES = (EntityKind.JURISDICTION, EntityKind.JURISDICTION_GROUP)


@cache
def makers(ref: str) -> tuple[str, ...]:
    """The reference ids of those behind an instrument: its issuer, the issuer's parents, the land.

    The most specific comes first; empty where the tables do not say.
    """
    known = reference.load().by_id.get(ref)
    if known is None or known.issuer is None:
        return ()
    return (known.issuer, *above(known.issuer))


@cache
def above(ref: str) -> tuple[str, ...]:
    """The reference ids of the bodies and the jurisdiction that an office belongs to."""
    return tuple(dict.fromkeys(_above(ref)))


def _above(ref: str) -> Iterator[str]:
    table = reference.load().by_id
    current = table.get(ref)
    for _ in range(_LONGEST):
        if current is None or current.kind in _PLACES:
            return
        if current.parent is not None:
            yield current.parent
        if current.jurisdiction is not None:
            yield current.jurisdiction
        current = table.get(current.parent) if current.parent is not None else None


@cache
def _seat(ref: str) -> str | None:
    known = reference.load().by_id.get(ref)
    if known is None:
        return None
    if known.kind in _PLACES:
        return ref
    table = reference.load().by_id
    return next((r for r in above(ref) if r in table and table[r].kind in _PLACES), None)


def seat(entity: Entity) -> str | None:
    """The reference id of the jurisdiction that a ruler is, or whose office it is."""
    if entity.ref is not None:
        return _seat(entity.ref)
    return "jurisdiction:us" if _PRESIDENCY.search(entity.name) else None


_PRESIDENCY = re.compile(
    r"\b(?:Bush|Obama|Trump|Biden|Clinton|Reagan)\b.*\b[Aa]dministration$|^President$"
)
