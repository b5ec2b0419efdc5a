"""Fits the classifier of rules to the sentences beside this module and writes its weights.

    python -m ingest.extract.training.train [OUT]

Ridge regression on one target per type (over the sentences that state a rule) and one for "is a
rule" (over all), solved exactly in its dual form, so that the same sentences give the same weights
up to rounding: the weights of two runs differ by at most one step of their 8-bit scale.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ingest.extract.classify import WEIGHTS, lexicon_row, modality_row
from ingest.extract.norm import Modality
from ingest.extract.restriction_types import TYPES
from ingest.extract.wording import patterns, pieces, words

HERE = Path(__file__).parent
NONE = "none"
RIDGE_OF_TYPES = 2.0
RIDGE_OF_RULES = 1.0
WEIGHT_OF_NONE = 2.0
"""Sentences that state no rule are fewer than those that do."""

LEAST_PATTERN = 2
LEAST_PIECE = 3
"""In so many sentences a feature must stand to be kept."""

type Matrix = NDArray[np.float32]
type Arrays = dict[str, NDArray[Any]]


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence with the type of the rule it states, or NONE."""

    text: str
    type: str
    modality: Modality | None


def sentences(folder: Path = HERE) -> list[Sentence]:
    """All sentences of the folder, file by file."""
    rows = (
        json.loads(line)
        for path in sorted(folder.glob("*.jsonl"))
        for line in path.read_text("utf-8").splitlines()
    )
    return [Sentence(row["text"], row["type"], row.get("modality")) for row in rows]


@dataclass(frozen=True, slots=True)
class Features:
    """A vocabulary with its weights by rarity, and the sentences as rows over it."""

    names: list[str]
    idf: Matrix
    rows: Matrix


def _features(texts: Sequence[Iterable[Iterable[str]]], least: int) -> Features:
    """Rows of idf sums, each of length 1 when its groups share no feature; one group per word."""
    groups = [[sorted(set(group)) for group in text] for text in texts]
    seen = Counter(name for text in groups for name in {n for group in text for n in group})
    names = sorted(name for name, count in seen.items() if count >= least)
    index = {name: place for place, name in enumerate(names)}
    idf = np.log((1 + len(texts)) / (1 + np.array([seen[n] for n in names]))) + 1
    rows = np.zeros((len(texts), len(names)), dtype=np.float32)
    for row, text in zip(rows, groups, strict=True):
        squares = 0.0
        for group in text:
            known = [index[name] for name in group if name in index]
            row[known] += idf[known]
            squares += float(idf[known] @ idf[known])
        row /= np.sqrt(squares) or 1.0
    return Features(names, idf.astype(np.float32), rows)


def _dual(kernel: Matrix, targets: Matrix, ridge: Matrix) -> tuple[Matrix, Matrix]:
    """The dual weights (sentences, columns) and the bias of ridge regression."""
    mean = targets.mean(axis=0)
    solved = np.linalg.solve(kernel.astype(np.float64) + np.diag(ridge), targets - mean)
    return solved.astype(np.float32), mean


def fit(learned: Sequence[Sentence]) -> Arrays:
    """The arrays of the model fitted to some sentences (see `classify.Weights`)."""
    found = [words(s.text) for s in learned]
    pattern = _features([[patterns(w)] for w in found], LEAST_PATTERN)
    piece = _features([[pieces(w) for w in sorted(set(ws))] for ws in found], LEAST_PIECE)
    worded = np.hstack([pattern.rows, piece.rows])
    kernel = worded @ worded.T
    stated = [i for i, s in enumerate(learned) if s.type != NONE]
    extra = np.stack([_extra(learned[i]) for i in stated])
    of_type, type_bias = _dual(
        kernel[np.ix_(stated, stated)] + extra @ extra.T,
        np.array([[learned[i].type == name for name in TYPES] for i in stated], dtype=np.float32),
        np.full(len(stated), RIDGE_OF_TYPES, dtype=np.float32),
    )
    is_rule = np.array([[s.type != NONE] for s in learned], dtype=np.float32)
    ridge = np.where(is_rule[:, 0] > 0, RIDGE_OF_RULES, RIDGE_OF_RULES / WEIGHT_OF_NONE)
    of_rule, rule_bias = _dual(kernel, is_rule, ridge.astype(np.float32))
    columns = np.hstack([worded[stated].T @ of_type, worded.T @ of_rule])
    split, types = len(pattern.names), len(TYPES)
    further = extra.T @ of_type
    return {
        **_stored("patterns", pattern, columns[:split]),
        **_stored("pieces", piece, columns[split:]),
        "lexicon": further[:types],
        "modality": further[types:],
        "bias": np.concatenate([type_bias, rule_bias]),
    }


def _extra(sentence: Sentence) -> Matrix:
    """What is known of a rule beside its words: the lexicon's points and its modality."""
    if sentence.modality is None:
        raise ValueError(f"a rule without a modality: {sentence.text!r}")
    return np.concatenate([lexicon_row(sentence.text), modality_row(sentence.modality)])


def _stored(name: str, features: Features, columns: Matrix) -> Arrays:
    """Weights in eight bits, one scale per column."""
    scale = np.abs(columns).max(axis=0) / 127
    return {
        name: np.rint(columns / scale).astype(np.int8),
        f"{name}_scale": scale.astype(np.float32),
        f"{name}_idf": features.idf,
        f"{name}_words": np.frombuffer("\n".join(features.names).encode(), dtype=np.uint8),
    }


def main(arguments: Sequence[str]) -> None:
    """Fit the model and write it to the file named, else to where the extractor reads it."""
    out = Path(arguments[0]) if arguments else WEIGHTS
    np.savez_compressed(out, allow_pickle=False, **fit(sentences()))


if __name__ == "__main__":
    main(sys.argv[1:])
