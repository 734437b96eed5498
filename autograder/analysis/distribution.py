"""How points lie: bins of a round width, and quartiles."""

from __future__ import annotations

import math

import numpy as np

from autograder.analysis.scores import Floats, Scores
from autograder.figures import Distribution

MOST_BINS = 20
ROUND_WIDTHS = (0.1, 0.2, 0.25, 0.5)  # and ten, a hundred, … times as much


def distributions(scores: Scores) -> tuple[Distribution, ...]:
    """Return the distribution of all points, then those of each exercise.

    A submission with a broken check is left out where that check counts: its points are not known.
    """
    exercises = list(dict.fromkeys(check.exercise for check in scores.checks))
    columns = {name: [check.exercise == name for check in scores.checks] for name in exercises}
    found = [_distribution("", scores.possible, scores.points)]
    if len(exercises) > 1:
        found += [
            _distribution(name, scores.possible[chosen], scores.points[:, chosen])
            for name, chosen in columns.items()
        ]
    return tuple(found)


def _distribution(exercise: str, possible: Floats, points: Floats) -> Distribution:
    most = float(possible.sum())
    earned = points.sum(axis=1)
    earned = earned[~np.isnan(earned)]
    edges = bin_edges(most)
    counts, _ = np.histogram(earned, edges)
    low, middle, high = np.quantile(earned, [0.25, 0.5, 0.75]).tolist() if len(earned) else (0.0,) * 3
    mean = float(earned.mean()) if len(earned) else 0.0
    return Distribution(
        exercise, most, tuple(edges.tolist()), tuple(counts.tolist()), (low, middle, high), mean
    )


def bin_edges(possible: float) -> Floats:
    """Return the edges of at most MOST_BINS bins of a round width, from 0 to the first edge past `possible`.

    Full marks are common, and get no bin of their own: the last bin includes its upper edge.
    """
    if possible <= 0:
        return np.array([0.0, 1.0])
    least = possible / MOST_BINS
    power = 10.0 ** math.floor(math.log10(least))
    widths = [10 * width * power for width in (*ROUND_WIDTHS, 1)]
    width = next(width for width in widths if width >= least * (1 - 1e-9))
    bins = math.ceil(possible / width - 1e-9)
    return np.array([width * bin_number for bin_number in range(bins + 1)])
