"""A class as arrays: a row for each submission, a column for each check."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from autograder.exercises.assignment import Assignment, Check
from autograder.results import Report, Verdict

Floats = npt.NDArray[np.float64]
VERDICTS = tuple(Verdict)


@dataclass(frozen=True, eq=False)
class Scores:
    """The points and the verdicts of a class.

    Attributes:
        checks: The checks, one for each column.
        possible: Their points, of shape (checks,).
        points: What each submission earned, of shape (submissions, checks); NaN where a check is broken.
        verdicts: Indices in VERDICTS, of the same shape.
        ran: Whether any code of a submission ran, of shape (submissions,).
    """

    checks: tuple[Check, ...]
    possible: Floats
    points: Floats
    verdicts: npt.NDArray[np.int8]
    ran: npt.NDArray[np.bool_]

    def is_verdict(self, verdict: Verdict) -> npt.NDArray[np.bool_]:
        """Return where a check ended like this."""
        return np.equal(self.verdicts, VERDICTS.index(verdict))


def scores(reports: Sequence[Report], assignment: Assignment) -> Scores:
    """Return the scores of a class. Only what did not pass is looked at, since most of a class passes."""
    checks = assignment.checks
    columns = {(check.exercise, check.hidden, check.name): column for column, check in enumerate(checks)}
    possible = np.array([check.points for check in checks], dtype=np.float64)
    points = np.tile(possible, (len(reports), 1))
    verdicts = np.full(points.shape, VERDICTS.index(Verdict.PASSED), np.int8)
    for row, report in enumerate(reports):
        for result in report.lacking:
            column = columns[result.exercise, result.hidden, result.check]
            points[row, column] = np.nan if result.verdict is Verdict.BROKEN else result.points
            verdicts[row, column] = VERDICTS.index(result.verdict)
    ran = np.array([bool(report.isolation) for report in reports], dtype=np.bool_)
    return Scores(checks, possible, points, verdicts, ran)
