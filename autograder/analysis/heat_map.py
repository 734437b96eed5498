"""The heat map: submissions by rung, ordered so that those who fail alike stand together."""

from __future__ import annotations

from itertools import groupby

import numpy as np
import numpy.typing as npt

from autograder.analysis.scores import Floats, Scores
from autograder.figures import HeatRow
from autograder.results import Verdict

ONE_ROW_EACH = 60
"""Up to so many submissions each have a row. Of a larger class, equal ones share one."""
MOST_ROWS = 100
BLOCK = 1000
"""So many patterns are ordered at once: the time for that grows with their square."""


def heat_map(scores: Scores) -> tuple[HeatRow, ...]:
    """Return the rows of the heat map, with a column for each rung in the order of the ladder."""
    shares, attempted = rung_shares(scores), _attempted(scores)
    patterns = np.hstack([shares, 0.25 * attempted])
    order = alike_together(patterns)
    groups = [[row] for row in order]
    if len(order) > ONE_ROW_EACH:
        keys = [row.tobytes() for row in patterns]
        groups = [list(group) for _, group in groupby(order, key=lambda row: keys[row])]
    if len(groups) > MOST_ROWS:
        groups = [part.tolist() for part in np.array_split(np.array(order), MOST_ROWS)]
    return tuple(
        HeatRow(
            tuple(sorted(group)),
            tuple(map(float, shares[group].mean(axis=0))),
            tuple(map(bool, np.any(attempted[group], axis=0))),
        )
        for group in groups
    )


def rung_columns(scores: Scores) -> dict[tuple[str, str], list[int]]:
    """Return the columns of each rung, by exercise and rung, in the order in which rungs are written."""
    columns: dict[tuple[str, str], list[int]] = {}
    for column, check in enumerate(scores.checks):
        columns.setdefault((check.exercise, check.rung), []).append(column)
    return columns


def rung_shares(scores: Scores) -> Floats:
    """Return each submission's share of each rung's points, of shape (submissions, rungs).

    A broken check counts as if it were not there; a rung of broken checks only has the share 0.
    """
    known = ~np.isnan(scores.points)
    earned, possible = np.nan_to_num(scores.points), known * scores.possible
    parts = [
        (earned[:, columns].sum(axis=1), possible[:, columns].sum(axis=1))
        for columns in rung_columns(scores).values()
    ]
    shares = [np.divide(got, most, out=np.zeros_like(got), where=most > 0) for got, most in parts]
    return np.stack(shares, axis=1)


def _attempted(scores: Scores) -> npt.NDArray[np.bool_]:
    """Return at which rungs a submission has any code that was tried."""
    without = scores.is_verdict(Verdict.NOT_ATTEMPTED) | ~scores.ran[:, None]
    return np.stack([~without[:, columns].all(axis=1) for columns in rung_columns(scores).values()], axis=1)


def alike_together(patterns: Floats) -> list[int]:
    """Return the rows of an array in an order in which similar ones are neighbours.

    The distance of two rows is the sum of their absolute differences. Rows are sorted by their sum, the
    largest first; then, block by block, each row is followed by the nearest one that is left.
    """
    unique, inverse = np.unique(patterns.round(6), axis=0, return_inverse=True)
    by_sum = np.lexsort((*unique.T, -unique.sum(axis=1)))
    order = list[int]()
    for start in range(0, len(by_sum), BLOCK):
        block = by_sum[start : start + BLOCK]
        order += block[_chain(unique[block], unique[order[-1]] if order else unique[block[0]])].tolist()
    rank = np.empty(len(unique), int)
    rank[order] = np.arange(len(order))
    return list(map(int, np.argsort(rank[inverse.ravel()], kind="stable")))


def _chain(rows: Floats, last: Floats) -> list[int]:
    """Return the indices of rows, each the nearest of those left to the one before it."""
    left, order = np.ones(len(rows), np.bool_), list[int]()
    for _ in range(len(rows)):
        distance = np.where(left, np.abs(rows - last).sum(axis=1), np.inf)
        nearest = int(distance.argmin())
        left[nearest], last = False, rows[nearest]
        order.append(nearest)
    return order
