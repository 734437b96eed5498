"""Trying code of our own, such as a mistake, in all checks of an exercise: as a class is graded, or here."""

from __future__ import annotations

import contextlib
import io
import re
import warnings
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from autograder.exercises.assignment import Assignment, Check
from autograder.exercises.layout import FILES
from autograder.exercises.overlays import Overlay
from autograder.grading.catalogue import Catalogue
from autograder.grading.check_run import CheckRun, make_plan
from autograder.grading.grader import run_checks, run_program
from autograder.results import CheckResult, Mark, Verdict
from autograder.sandbox.limits import Limits
from autograder.sandbox.worker import StartWorker
from autograder.session.session import InProcessSession, WorkerSession
from autograder.submissions.submission import Submission
from autograder.worker.server import RequestHandler

SLIPS = ("ImportError", "ModuleNotFoundError", "NameError", "SyntaxError")


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


@contextlib.contextmanager
def silenced() -> Iterator[None]:
    """Drop what code prints, and its warnings."""
    dropped = io.StringIO()
    with (
        contextlib.redirect_stdout(dropped),
        contextlib.redirect_stderr(dropped),
        warnings.catch_warnings(),
    ):
        warnings.simplefilter("ignore")
        yield


def attempt(assignment: Assignment, load: Callable[[], RequestHandler], catalogue: Catalogue) -> Trial:
    """Run the visible checks, then the hidden ones, each time with the code loaded anew. Drop its output."""
    runs = list[CheckRun]()
    for hidden in (False, True):
        checks = [check for check in assignment.checks if check.hidden is hidden]
        with silenced():
            session = InProcessSession(load())
            runs += run_checks(checks, session, make_plan, {assignment.name: catalogue})
    return Trial(tuple(runs))


@dataclass(frozen=True)
class GradedTrial(Trial):
    """How one piece of code was graded. `problem` says why it did not load, `marks` which lines failed."""

    problem: str = ""
    marks: tuple[Mark, ...] = ()

    def fault(self, check: Check) -> str:
        """Return why a check is broken, if it is: the error, and the line of the file of checks."""
        if self.results[check].note or self.results[check].verdict is not Verdict.BROKEN:
            return self.results[check].note
        message = self.results[check].message
        lines = re.findall(r'File ".*/(test_\w+\.py)", line (\d+)', message)
        place = f" (line {lines[-1][1]} of {lines[-1][0]})" if lines else ""
        return f"{message.splitlines()[-1]}{place}"

    def missing_file(self, check: Check) -> str:
        """Return where a check has come upon a line that opens a file which is not there, if it has."""
        (run,) = (one for one in self.runs if one.check is check)
        for exchange in run.exchanges:
            match exchange.reply:
                case ["raised", "FileNotFoundError", str(text), str(label), int(line), *_] if label:
                    found = re.search(r": '([^']+)'", text)
                    name = found[1] if found else "a file"
                    return f"{label}, line {line}, opens {name}, which is not there; put it into {FILES}/"
        for mark in self.marks:
            if mark.text.startswith("FileNotFoundError"):
                return f"{mark.label}, line {mark.line}: {mark.text}; put the file into {FILES}/"
        return ""

    def slip(self, label: str) -> str:
        """Return an error of the author's in the cell of this label, with its line; nothing if there is none.

        A name that is not there, or an import that fails, is hardly a student's idea.
        """
        for mark in self.marks:
            return f"{mark.label} does not load: {mark.text} (line {mark.line})"
        if self.problem:
            return f"{label} does not load: {self.problem.splitlines()[0]}"
        for run in self.runs:
            for exchange in run.exchanges:
                match exchange.reply:
                    case ["raised", str(kind), str(text), str(where), int(line), *_] if where == label:
                        if kind in SLIPS:
                            return f"{label}: {kind}: {text} (line {line})"
        return ""


def mistake_file(mistake: Overlay) -> str:
    """Return how messages name the file of a mistake; it is also the label of its cell."""
    return f"mistakes/{mistake.name}.py"


def attempt_graded(
    assignment: Assignment, submission: Submission, start_worker: StartWorker, catalogue: Catalogue
) -> GradedTrial:
    """Run all checks as a class is graded, in workers and with its limits, but name no mistakes."""
    is_program = run_program(assignment.checks, make_plan)
    limits = Limits().at_least(assignment.limits)
    session = WorkerSession(submission, start_worker, limits, is_program, assignment.files)
    runs, problem, marks = list[CheckRun](), "", tuple[Mark, ...]()
    for hidden in (False, True):
        checks = [check for check in assignment.checks if check.hidden is hidden]
        try:
            runs += run_checks(checks, session, make_plan, {assignment.name: catalogue})
        finally:
            session.end()
            problem, marks = problem or session.problem, marks or session.marks
    return GradedTrial(tuple(runs), problem, marks)
