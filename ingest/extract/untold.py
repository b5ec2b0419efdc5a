"""The type of a sentence that plainly states a rule, but says little of what it limits."""

from ingest.extract.classify import best_type, rule_score
from ingest.extract.genre import Genre
from ingest.extract.norm import Norm
from ingest.extract.parties import Cast

_PLAIN_RULE = {"prose": 0.85}
_PLAIN_RULE_ELSEWHERE = 0.65
"""Rule scores from which a sentence states a rule, whatever it is about."""

_LEAST_TYPE = {"prose": 0.5}
_LEAST_TYPE_ELSEWHERE = 0.2
_SCOPE = 0.6


def untold_type(norm: Norm, document: Genre, cast: Cast) -> str | None:
    """The likeliest type of a norm that no word names; None where it may be no rule."""
    held = norm.rule == "item" or bool(norm.bearers) or norm.modality == "prohibition"
    sentence = cast.text[slice(*norm.evidence)]
    if norm.rule == "clause" or not held or sentence[-1:] not in _ENDS:
        return None
    if rule_score(sentence) < _PLAIN_RULE.get(document.kind, _PLAIN_RULE_ELSEWHERE):
        return None
    texts = [(1.0, sentence), (_SCOPE, cast.text[slice(*norm.scope)])]
    kind, score = best_type(texts, norm.modality, {})
    least = _LEAST_TYPE.get(document.kind, _LEAST_TYPE_ELSEWHERE)
    return kind if score >= least else None


_ENDS = frozenset(".;,)")
"""How a sentence or an item ends that is no title."""
