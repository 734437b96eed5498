"""Grading one submission: run the visible checks with one worker, then the hidden ones with another, and report."""

from __future__ import annotations

import hashlib
import traceback
from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from typing import TypeAlias

from autograder.errors import Outcome, SandboxError
from autograder.exercises.assignment import Assignment, Check
from autograder.grading.catalogue import Catalogue
from autograder.grading.check_run import CheckRun, ask_remaining
from autograder.grading.counterexample import Probe, counterexamples, load_probes
from autograder.grading.diagnosis import diagnose
from autograder.results import VERDICTS, WRONG, CheckResult, Counterexample, Report, Verdict
from autograder.sandbox.limits import Limits
from autograder.sandbox.worker import StartWorker
from autograder.session.plan import BatchReplies
from autograder.session.session import WorkerSession
from autograder.session.student import Student
from autograder.submissions.submission import Submission
from autograder.worker.wire import ProtocolError

OnResult: TypeAlias = Callable[[CheckResult], None]
"""Gets each result as soon as its check has ended, before a mistake is named in it."""


class Grader:
    """Grades submissions of one assignment. It keeps what serves a whole class: mistakes, and inputs for counterexamples."""

    def __init__(
        self,
        assignment: Assignment,
        start: StartWorker,
        limits: Limits,
        probes: Mapping[str, Probe] | None = None,
    ) -> None:
        """Prepare to grade. Raises AuthorError where an exercise's `inputs.py` fails.

        Args:
            start: Starts a worker for each part of a submission.
            limits: What a submission may use. An exercise that asks for more in its `LIMITS` gets more.
            probes: Where to look for counterexamples, by function. By default, wherever an exercise has inputs for it.
        """
        self.assignment, self.start = assignment, start
        self.limits = limits.at_least(assignment.limits)
        self.catalogues = {folder.name: Catalogue(folder) for folder in assignment.folders}
        self.probes = load_probes(assignment) if probes is None else probes

    def grade(
        self,
        submission: Submission,
        on_result: OnResult = lambda result: None,
        wanted: Collection[int] | None = None,
    ) -> Report:
        """Return the report of a submission. Nothing that the submission does can raise here.

        Whatever a student reads before grades are published is settled before the hidden checks begin: the problem, and the mistakes and
        counterexamples that visible checks led to. Else a submission could put a hidden input into it, even by taking its time.

        Args:
            wanted: The places of the checks to run, in `assignment.checks`. By default all.
        """
        checks = [
            check for place, check in enumerate(self.assignment.checks) if wanted is None or place in wanted
        ]
        if submission.problem:
            results = tuple(check.result(Verdict.FAILED, submission.problem) for check in checks)
            return self._report(submission, results, submission.problem)
        found, problems, workers = dict[Check, CheckResult](), list[str](), list[list[CheckRun]]()
        session = WorkerSession(submission, self.start, self.limits)
        examples: dict[str, Counterexample | None] = {}
        for hidden in (False, True):
            own = [check for check in checks if check.hidden is hidden]
            try:
                workers.append(run_checks(own, found, session, self.catalogues, on_result))
            finally:
                session.end()
                problems.append(session.problem)
            found = diagnose(found, workers, self.catalogues)
            wrong = dict.fromkeys(one.function for one in found.values() if one.verdict in WRONG)
            unexplored = [self.probes[name] for name in wrong if name in self.probes and name not in examples]
            examples |= counterexamples(submission, unexplored, self.start)
        results = tuple(found[check] for check in checks)
        shown = tuple(filter(None, examples.values()))
        return self._report(submission, results, problems[0], session.isolation, shown)

    def _report(
        self,
        submission: Submission,
        results: tuple[CheckResult, ...],
        problem: str,
        isolation: str = "",
        examples: tuple[Counterexample, ...] = (),
    ) -> Report:
        name = self.assignment.name
        return Report(submission.name, submission.file, name, results, problem, isolation, examples)


def run_checks(
    checks: list[Check],
    found: dict[Check, CheckResult],
    session: WorkerSession,
    catalogues: Mapping[str, Catalogue],
    on_result: OnResult = lambda result: None,
) -> list[CheckRun]:
    """Run checks with one worker, and put their results into `found`; then ask for whatever a diagnosis needs besides.

    Their questions travel together. A check whose plan goes wrong, and every check where a call does not come back, asks one by one.
    """
    code = hashlib.sha256(session.submission.content).digest()
    talks = [CheckRun(check, check.draw(code)) for check in checks]
    told = ask_batch(talks, session)
    for talk in talks:
        talk.told = told.get(talk)
        outcome = judged(talk.check, talk.told) if talk.told else None
        if not outcome:
            talk.told = None
            session.begin(talk.asked, talk.check.limits)
            outcome = run_check(talk, session)
        found[talk.check] = outcome
        on_result(outcome)
    for talk in talks:
        if found[talk.check].verdict is Verdict.FAILED and talk.asked and talk.check.exercise in catalogues:
            ask_remaining(talk, session, catalogues[talk.check.exercise].servant())
    return talks


def ask_batch(talks: list[CheckRun], session: WorkerSession) -> dict[CheckRun, BatchReplies]:
    """Return what is answered to checks' questions, as far as they can be planned, in one exchange; nothing where that goes wrong."""
    if not session.together:
        return {}
    plans = {talk: plan for talk in talks if (plan := talk.check.plan(talk.draw))}
    row = session.ask_batch(
        [plan.packed for plan in plans.values()], sum(len(plan.questions) for plan in plans.values())
    )
    if row is None:
        return {}
    told, end = dict[CheckRun, BatchReplies](), 0
    try:
        for talk, plan in plans.items():
            told[talk] = BatchReplies(plan, row, end, session.problem)
            end = told[talk].end
        if end != len(row):
            raise ProtocolError("more than was asked for")
    except ProtocolError:
        session.ask_singly()
        return {}
    return told


def judged(check: Check, told: BatchReplies) -> CheckResult | None:
    """Judge the answers to a check's questions; None where the check itself goes wrong, which is for running it to tell."""
    try:
        told.judge()
    except Outcome as outcome:
        return replace(check.result(VERDICTS[type(outcome)], str(outcome)), function=told.asked)
    except Exception:  # noqa: BLE001 - a fault of a check: where it is run, it becomes an alarm
        return None
    return check.passed


def run_check(talk: CheckRun, session: WorkerSession) -> CheckResult:
    """Run one check. What a worker's answers lead to is the student's; any other exception is ours: BROKEN."""
    check = talk.check
    try:
        check.function(**check.arguments(Student(session), talk.draw))
    except Outcome as outcome:
        return replace(check.result(VERDICTS[type(outcome)], str(outcome)), function=session.asked)
    except (SandboxError, KeyboardInterrupt):
        raise
    except BaseException:  # noqa: BLE001 - a fault of a check, pytest.skip() included, must become an alarm, not the student's zero
        return check.result(Verdict.BROKEN, traceback.format_exc(limit=5))
    return check.passed
