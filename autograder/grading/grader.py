"""Grading one submission: run the visible checks with one worker, then the hidden ones with another, and report."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Mapping, Sequence
from functools import cache
from typing import TypeAlias

from autograder.exercises.assignment import Assignment, Check
from autograder.grading.catalogue import Catalogue
from autograder.grading.check_run import CheckRun, ask_remaining, judge_batch, make_plan, run_check
from autograder.grading.counterexample import Probe, counterexamples, load_probes
from autograder.grading.diagnosis import Diagnosis
from autograder.results import WRONG, CheckResult, Counterexample, Report, Verdict
from autograder.sandbox.limits import Limits
from autograder.sandbox.worker import StartWorker
from autograder.session.plan import BatchReplies, CheckPlan
from autograder.session.session import WorkerSession
from autograder.submissions.submission import Submission
from autograder.worker.wire import ProtocolError

PlanMaker: TypeAlias = Callable[[Check, int], CheckPlan | None]
"""Returns the plan of a check and a draw of its random inputs, None where it has none."""
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
        self.plans: PlanMaker = cache(make_plan)
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
        session, problems, runs = (
            WorkerSession(submission, self.start, self.limits),
            list[str](),
            list[CheckRun](),
        )
        diagnosis, examples = Diagnosis(self.catalogues), dict[str, Counterexample | None]()
        for hidden in (False, True):
            own = [check for check in checks if check.hidden is hidden]
            try:
                worker_runs = run_checks(own, session, self.plans, self.catalogues, on_result)
            finally:
                session.end()
                problems.append(session.problem)
            diagnosis.explain(worker_runs)
            runs += worker_runs
            wrong = dict.fromkeys(run.result.function for run in runs if run.result.verdict in WRONG)
            unexplored = [self.probes[name] for name in wrong if name in self.probes and name not in examples]
            examples |= counterexamples(submission, unexplored, self.start)
        found = {run.check: run.result for run in runs}
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
    checks: Sequence[Check],
    session: WorkerSession,
    plans: PlanMaker,
    catalogues: Mapping[str, Catalogue],
    on_result: OnResult = lambda result: None,
) -> list[CheckRun]:
    """Run checks with one worker, and then ask what a diagnosis needs besides.

    The requests of all plans travel together. A check without a plan, or whose plan goes wrong, is run request by request;
    and so is every check where the batch as a whole does not come back.
    """
    code = hashlib.sha256(session.submission.content).digest()
    draws = [check.draw(code) for check in checks]
    runs = [CheckRun(check, draw, plans(check, draw)) for check, draw in zip(checks, draws, strict=True)]
    batch = ask_batch(runs, session)
    for run in runs:
        replies = batch.get(run)
        result = judge_batch(run, replies) if replies else None
        if result:
            run.replies, run.result = replies, result
        else:
            session.begin(run.asked, run.check.limits)
            run.result = run_check(run, session)
        on_result(run.result)
    for run in runs:
        if run.result.verdict is Verdict.FAILED and run.asked and run.check.exercise in catalogues:
            ask_remaining(run, session, catalogues[run.check.exercise].new_handler())
    return runs


def ask_batch(runs: Sequence[CheckRun], session: WorkerSession) -> dict[CheckRun, BatchReplies]:
    """Ask in one exchange what all plans ask. Return the replies for each check that has a plan; nothing where that goes wrong."""
    planned = {run: run.plan for run in runs if run.plan}
    if not session.together:
        return {}
    row = session.ask_batch(
        [plan.packed for plan in planned.values()], sum(len(plan.questions) for plan in planned.values())
    )
    if row is None:
        return {}
    batch, end = dict[CheckRun, BatchReplies](), 0
    try:
        for run, plan in planned.items():
            batch[run] = BatchReplies(plan, row, end, session.problem)
            end = batch[run].end
        if end != len(row):
            raise ProtocolError("more than was asked for")
    except ProtocolError:
        session.ask_singly()
        return {}
    return batch
