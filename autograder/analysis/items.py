"""Item analysis: what each check measures, and how reliable the whole is.

The definitions are those of classical test theory, for example in L. Crocker and J. Algina, Introduction to
Classical and Modern Test Theory, chapters 7 and 14.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from autograder.analysis.scores import VERDICTS, Floats, Scores
from autograder.figures import (
    EASY,
    ENOUGH_FOR_CORRELATION,
    ENOUGH_FOR_DIFFICULTY,
    HARD,
    ItemFigures,
    Warning,
)
from autograder.results import Verdict


def item_figures(scores: Scores) -> tuple[ItemFigures, ...]:
    """Return the figures of each check. Submissions whose code did not run say nothing about a check."""
    points = scores.points[scores.ran]
    totals = np.nansum(points, axis=1)
    verdicts = scores.verdicts[scores.ran]
    found = []
    for column, check in enumerate(scores.checks):
        known = ~np.isnan(points[:, column])
        of_check, count = points[known, column], int(known.sum())
        difficulty = float(of_check.mean() / check.points) if count and check.points else None
        discrimination = correlation(of_check, totals[known] - of_check)
        found.append(
            ItemFigures(
                check.exercise,
                check.rung,
                check.name,
                check.sentence,
                check.hidden,
                check.points,
                count,
                difficulty,
                discrimination,
                *_shares_of(verdicts[known, column]),
                warning(count, difficulty, discrimination),
            )
        )
    return tuple(found)


def _shares_of(verdicts: npt.NDArray[np.int8]) -> tuple[float, float, float]:
    """Return which shares of some verdicts are: not attempted, timed out, crashed."""
    empty, late, ended = (
        float(np.mean(verdicts == VERDICTS.index(verdict))) if len(verdicts) else 0.0
        for verdict in (Verdict.NOT_ATTEMPTED, Verdict.TIMED_OUT, Verdict.CRASHED)
    )
    return empty, late, ended


def warning(submissions: int, difficulty: float | None, discrimination: float | None) -> Warning | None:
    """Return why to look at a check, None if there is no reason or there are too few submissions."""
    if submissions >= ENOUGH_FOR_CORRELATION and discrimination is not None and discrimination < 0:
        return Warning.NEGATIVE
    if submissions < ENOUGH_FOR_DIFFICULTY or difficulty is None:
        return None
    return Warning.HARD if difficulty <= HARD else Warning.EASY if difficulty >= EASY else None


def correlation(one: Floats, other: Floats) -> float | None:
    """Return Pearson's correlation; None where one of the two does not vary."""
    if len(one) < 2 or np.ptp(one) == 0 or np.ptp(other) <= 1e-9 * max(1.0, float(np.abs(other).max())):
        return None
    one, other = one - one.mean(), other - other.mean()
    return float(np.clip(one @ other / np.sqrt((one @ one) * (other @ other)), -1, 1))


def cronbach_alpha(scores: Scores) -> float | None:
    """Return Cronbach's alpha over the submissions whose code ran and for whom no check is broken.

    alpha = k / (k - 1) · (1 - sum of the checks' variances / variance of the total), for k checks. None
    where there are fewer than two checks or submissions, or all totals are the same.
    """
    complete = scores.points[scores.ran & ~np.isnan(scores.points).any(axis=1)]
    submissions, checks = complete.shape
    if submissions < 2 or checks < 2 or np.ptp(complete.sum(axis=1)) == 0:
        return None
    of_checks = complete.var(axis=0, ddof=1).sum()
    return float(checks / (checks - 1) * (1 - of_checks / complete.sum(axis=1).var(ddof=1)))
