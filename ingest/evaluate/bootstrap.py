"""How far a figure would move with other documents of the same kind: bootstrap intervals."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from ingest.evaluate.scores import Counts, Tally

RESAMPLES = 2000
SEED = 20_240_617
LEVEL = 0.95

type Interval = tuple[float, float]


def intervals(tallies: Sequence[Tally]) -> dict[str, Interval]:
    """The 95% percentile interval of each figure's F1, resampling whole documents.

    The sentences of one document are alike, so that resampling sentences would promise too much.
    Resamples in which nothing was annotated or found say nothing of a figure and are left out; a
    single document says nothing of others, and has no intervals.
    """
    names = sorted({name for tally in tallies for name in tally})
    if not names or len(tallies) < 2:
        return {}
    f1 = _resampled(tallies, names)
    tails = [100 * (1 - LEVEL) / 2, 100 * (1 + LEVEL) / 2]
    bounds = {}
    for column, name in enumerate(names):
        values = f1[:, column][~np.isnan(f1[:, column])]
        low, high = np.percentile(values, tails) if len(values) else (np.nan, np.nan)
        bounds[name] = (float(low), float(high))
    return {name: both for name, both in bounds.items() if not np.isnan(both[0])}


def _resampled(tallies: Sequence[Tally], names: Sequence[str]) -> NDArray[np.float64]:
    """F1 with shape (resamples, figures); not a number where a figure is empty."""
    empty = Counts()
    counted = [[tally.get(name, empty) for name in names] for tally in tallies]
    counts = np.array([[(c.hits, c.found + c.gold) for c in row] for row in counted], dtype=float)
    documents = len(tallies)
    drawn = np.random.default_rng(SEED).multinomial(
        documents, np.full(documents, 1 / documents), size=RESAMPLES
    )
    totals = np.einsum("rd,dfk->rfk", drawn.astype(float), counts)
    hits, both = totals[..., 0], totals[..., 1]
    f1: NDArray[np.float64] = np.full_like(hits, np.nan)
    np.divide(2 * hits, both, out=f1, where=both > 0)
    return f1
