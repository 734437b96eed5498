"""Trying code of our own, such as a mistake, in all checks of an exercise, in this very process."""

from __future__ import annotations

import contextlib
import io
import warnings
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from autograder.exercises.assignment import Assignment, Check
from autograder.grading.catalogue import Catalogue
from autograder.grading.check_run import CheckRun, make_plan
from autograder.grading.grader import run_checks
from autograder.results import CheckResult, Verdict
from autograder.session.session import InProcessSession
from autograder.worker.server import RequestHandler


@dataclass(frozen=True)
class Trial:
    """How one piece of code did in all checks of an exercise."""

    runs: tuple[CheckRun, ...]

    @property
    def results(self) -> Mapping[Check, CheckResult]:
        return {run.check: run.result for run in self.runs}

    @property
    def caught_by(self) -> frozenset[Check]:
        return frozenset(run.check for run in self.runs if run.result.verdict is not Verdict.PASSED)

    def lost_points(self) -> dict[str, float]:
        """Return the points lost by rung, of the rungs that lost any."""
        lost = dict[str, float]()
        for check in self.results:
            if check in self.caught_by and check.points:
                lost[check.rung] = lost.get(check.rung, 0.0) + check.points
        return lost


def attempt(assignment: Assignment, load: Callable[[], RequestHandler], catalogue: Catalogue) -> Trial:
    """Run the visible checks, then the hidden ones, each time with the code loaded anew. Drop its output."""
    runs = list[CheckRun]()
    for hidden in (False, True):
        checks = [check for check in assignment.checks if check.hidden is hidden]
        dropped = io.StringIO()
        with (
            contextlib.redirect_stdout(dropped),
            contextlib.redirect_stderr(dropped),
            warnings.catch_warnings(),
        ):
            warnings.simplefilter("ignore")
            session = InProcessSession(load().namespace)
            runs += run_checks(checks, session, make_plan, {assignment.name: catalogue})
    return Trial(tuple(runs))
