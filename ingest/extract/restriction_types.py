"""What the lexicon says of the type of a rule (SKOS notations of RestrictionType)."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache

from ingest.extract.norm import Modality
from ingest.extract.type_lexicon import LEXICON

FALLBACK = "other"
TYPES = tuple(LEXICON)

_COMPILED = tuple(
    (name, tuple((weight, re.compile(pattern)) for weight, pattern in entries))
    for name, entries in LEXICON.items()
)
_ORDER = {name: place for place, name in enumerate(TYPES)}
_CLEAR = 4
_DAMPING = 6.0
"""Few points are a weak vote."""

_LESS_LIKELY: Mapping[Modality, tuple[float, frozenset[str]]] = {
    "prohibition": (
        0.5,
        frozenset({"reporting", "transparency", "risk_management", "due_diligence"}),
    ),
    "obligation": (
        0.6,
        frozenset(
            {
                "prohibited_practice",
                "chip_export",
                "equipment_export",
                "model_access",
                "market_access",
            }
        ),
    ),
}
"""Types that are almost always things to do, or things not to do."""


@lru_cache(maxsize=4096)
def points(text: str) -> Mapping[str, int]:
    """Points per restriction type for a text in lower case; types without a point are left out."""
    found = {
        name: sum(weight for weight, pattern in entries if pattern.search(text))
        for name, entries in _COMPILED
    }
    return {name: value for name, value in found.items() if value}


def most_points(text: str) -> int:
    """The points of the type that a text speaks of most."""
    return max(points(text.lower()).values(), default=0)


def lexicon_vote(
    texts: Iterable[tuple[float, str]], modality: Modality, strength: float
) -> Mapping[str, float]:
    """Each type's share of the points of weighted texts; the shares add up to < `strength`."""
    total: dict[str, float] = {}
    for weight, text in texts:
        for name, value in points(text.lower()).items():
            total[name] = total.get(name, 0.0) + weight * value
    factor, unlikely = _LESS_LIKELY[modality]
    total = {name: value * (factor if name in unlikely else 1) for name, value in total.items()}
    whole = sum(total.values()) + _DAMPING
    return {name: strength * value / whole for name, value in total.items()}


def main_type(texts: Iterable[str]) -> str | None:
    """The type that most of `texts` speak clearly of."""
    counts = Counter(
        name for text in texts for name, value in points(text.lower()).items() if value >= _CLEAR
    )
    return min(counts, key=lambda name: (-counts[name], _ORDER[name]), default=None)
