"""A linear model over the words of a sentence: what a rule limits, and whether there is a rule.

Its weights come from `ingest.extract.training.train`; scores are on the scale of the targets that
it was fitted to (1 for the type or for a rule, 0 otherwise).
"""

from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ingest.extract.norm import Modality
from ingest.extract.restriction_types import TYPES, points
from ingest.extract.wording import patterns, pieces, words

WEIGHTS = Path(__file__).parent / "words" / "rules.npz"

LEXICON_SHARE = 0.5 / 3
MODALITY_SHARE = 0.4
"""How much the lexicon and the modality count beside the words, whose features have length 1."""

type Row = NDArray[np.float32]


class Weights:
    """The weights of the model, columns: one for each of TYPES, then one for "is a rule".

    Arrays: `patterns` and `pieces` (features, columns) with their vocabularies, `lexicon`
    (types, types), `modality` (2, types), `bias` (columns,).
    """

    def __init__(self, path: Path) -> None:
        with np.load(path) as stored:
            self.patterns = stored["patterns"].astype(np.float32) * stored["patterns_scale"]
            self.pieces = stored["pieces"].astype(np.float32) * stored["pieces_scale"]
            self.pattern_idf: Row = stored["patterns_idf"]
            self.piece_idf: Row = stored["pieces_idf"]
            self.pattern_index = _index(stored["patterns_words"])
            self.piece_index = _index(stored["pieces_words"])
            self.lexicon: Row = stored["lexicon"]
            self.modality: Row = stored["modality"]
            self.bias: Row = stored["bias"]


def _index(joined: NDArray[np.uint8]) -> Mapping[str, int]:
    return {word: i for i, word in enumerate(joined.tobytes().decode("utf-8").split("\n"))}


@cache
def _weights() -> Weights:
    return Weights(WEIGHTS)


def best_type(
    texts: Iterable[tuple[float, str]], modality: Modality, vote: Mapping[str, float]
) -> tuple[str, float]:
    """The type of a rule and its score, from weighted texts: the rule, what it limits, context."""
    total = np.zeros(len(TYPES), dtype=np.float32)
    for weight, text in texts:
        total += weight * _typed(text, modality)
    total += np.array([vote.get(n, 0.0) for n in TYPES], dtype=np.float32)
    best = int(total.argmax())
    return TYPES[best], float(total[best])


def rule_score(text: str) -> float:
    """How much a sentence looks like one that states a rule: about 1 if so, about 0 if not."""
    return float(_worded(text)[-1] + _weights().bias[-1])


@lru_cache(maxsize=4096)
def _typed(text: str, modality: Modality) -> Row:
    weights = _weights()
    scores: Row = _worded(text)[:-1] + weights.bias[:-1]
    scores = scores + lexicon_row(text) @ weights.lexicon
    return scores + modality_row(modality) @ weights.modality


@lru_cache(maxsize=8192)
def _worded(text: str) -> Row:
    """What the words of a text add to each column."""
    weights = _weights()
    found = words(text)
    known = sorted(weights.pattern_index[p] for p in patterns(found) if p in weights.pattern_index)
    idf = weights.pattern_idf[known]
    total: Row = (idf @ weights.patterns[known]) / np.float32(_length(float(idf @ idf)))
    added = [_pieces_of(word) for word in sorted(set(found))]
    length = _length(sum(square for _, square in added))
    for row, _ in added:
        total = total + row / np.float32(length)
    return total


@lru_cache(maxsize=32768)
def _pieces_of(word: str) -> tuple[Row, float]:
    """What one word adds through its pieces, and the square of its length as a vector of them."""
    weights = _weights()
    known = sorted({weights.piece_index[p] for p in pieces(word) if p in weights.piece_index})
    idf = weights.piece_idf[known]
    return idf @ weights.pieces[known], float(idf @ idf)


def _length(square: float) -> float:
    return float(np.sqrt(square)) or 1.0


def lexicon_row(text: str) -> Row:
    """The lexicon's points per type, damped."""
    found = points(text.lower())
    damped = np.log1p([found.get(name, 0) for name in TYPES]) * LEXICON_SHARE
    return damped.astype(np.float32)


def modality_row(modality: Modality) -> Row:
    """Which of the two modalities a rule has."""
    return np.array(
        [(modality == name) * MODALITY_SHARE for name in ("prohibition", "obligation")],
        dtype=np.float32,
    )
