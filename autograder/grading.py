"""Grading one submission: run the visible checks with one worker, then the hidden ones with another, and report."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from dataclasses import replace

from autograder.errors import CheckFailed, Crashed, NotAttempted, Outcome, SandboxError, StudentError, TimedOut
from autograder.exercise import Assignment, Check
from autograder.records import CheckResult, Report, Verdict
from autograder.sandbox import Limits, Worker
from autograder.student import Session, Student
from autograder.submission import Submission

VERDICTS: dict[type[Outcome], Verdict] = {
    CheckFailed: Verdict.FAILED,
    StudentError: Verdict.FAILED,
    NotAttempted: Verdict.NOT_ATTEMPTED,
    TimedOut: Verdict.TIMED_OUT,
    Crashed: Verdict.CRASHED,
}


def grade(submission: Submission, assignment: Assignment, start: Callable[[Limits], Worker], limits: Limits) -> Report:
    """Return the report of a submission. `start` makes the workers; nothing that the submission does can raise here."""
    if submission.problem:
        results = [result(check, Verdict.FAILED, submission.problem) for check in assignment.checks]
        return Report(submission.name, submission.file, assignment.name, tuple(results), submission.problem)
    # A student reads the problem of the visible checks only: a worker that loads later could put a hidden input into its text.
    found, problems, session = dict[Check, CheckResult](), list[str](), Session(submission, start, limits)
    for hidden in (False, True):
        try:
            found |= {check: run_check(check, session) for check in assignment.checks if check.hidden is hidden}
        finally:
            session.end()
            problems.append(session.problem)
    results = [found[check] for check in assignment.checks]
    return Report(submission.name, submission.file, assignment.name, tuple(results), problems[0], session.isolation)


def run_check(check: Check, session: Session) -> CheckResult:
    """Run one check. What a worker's answers lead to is the student's; any other exception is ours: BROKEN."""
    try:
        check.function(**check.arguments(Student(session), session.submission.content))
    except Outcome as outcome:
        return replace(result(check, VERDICTS[type(outcome)], str(outcome)), function=session.asked)
    except (SandboxError, KeyboardInterrupt):
        raise
    except BaseException:  # noqa: BLE001 - a fault of a check, pytest.skip() included, must become an alarm, not the student's zero
        return result(check, Verdict.BROKEN, traceback.format_exc(limit=5))
    return result(check, Verdict.PASSED)


def result(check: Check, verdict: Verdict, message: str = "") -> CheckResult:
    return CheckResult(check.exercise, check.name, check.sentence, check.rung, check.hidden, check.points, verdict, message)
