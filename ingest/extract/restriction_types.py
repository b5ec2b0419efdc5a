"""What a rule limits or demands, told from its own words (SKOS notations of RestrictionType)."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache

from ingest.extract.type_lexicon import LEXICON

FALLBACK = "other"

_COMPILED = tuple(
    (name, tuple((weight, re.compile(pattern)) for weight, pattern in entries))
    for name, entries in LEXICON.items()
)

_USE_BY_DEFAULT = 5.0
_IN_TERMS = frozenset(
    {
        "prohibited_practice",
        "distillation",
        "ip_protection",
        "data_transfer",
        "model_access",
        "transparency",
    }
)
_DUTIES = frozenset({"reporting", "transparency", "risk_management", "due_diligence"})
"""Types that are almost always things to do: a ban is of one of them only when it says so."""

_PURSUED_BY_BAN = frozenset(
    {"prohibited_practice", "chip_export", "equipment_export", "model_access", "market_access"}
)


@lru_cache(maxsize=4096)
def _scores(text: str) -> Mapping[str, int]:
    """Points per restriction type for a text in lower case; types without a point are left out."""
    points = {
        name: sum(weight for weight, pattern in entries if pattern.search(text))
        for name, entries in _COMPILED
    }
    return {name: value for name, value in points.items() if value}


def classify(
    texts: Iterable[tuple[float, str]], *, modality: str, in_terms: bool = False
) -> tuple[str, float]:
    """The best type for a rule and its points, from weighted texts (the rule first, then context).

    What terms of use forbid (`in_terms`) is a use of the model, unless they speak of its outputs,
    its access, of works or of data.
    """
    total: dict[str, float] = {}
    for weight, text in texts:
        for name, value in _scores(text.lower()).items():
            total[name] = total.get(name, 0.0) + weight * value
    for name in total:
        if modality == "prohibition" and name in _DUTIES:
            total[name] *= 0.5
        if modality == "obligation" and name in _PURSUED_BY_BAN:
            total[name] *= 0.6
    if in_terms and modality == "prohibition":
        total = {name: value for name, value in total.items() if name in _IN_TERMS}
        total["prohibited_practice"] = total.get("prohibited_practice", 0.0) + _USE_BY_DEFAULT
    if not total:
        return FALLBACK, 0.0
    best = max(total, key=lambda name: (total[name], -_ORDER[name]))
    return best, total[best]


def main_type(texts: Iterable[str]) -> str | None:
    """The type that most of `texts` speak clearly of."""
    counts = Counter(
        name for text in texts for name, value in _scores(text.lower()).items() if value >= _CLEAR
    )
    return min(counts, key=lambda name: (-counts[name], _ORDER[name]), default=None)


_CLEAR = 4

_ORDER = {name: place for place, (name, _) in enumerate(_COMPILED)}
