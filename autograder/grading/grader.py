"""Grading one submission: its visible checks in one worker, its hidden ones in another, then the report."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
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
from autograder.session.session import Session, WorkerSession
from autograder.submissions.submission import Submission

PlanMaker: TypeAlias = Callable[[Check, int], CheckPlan | None]
"""Returns the plan of a check and a draw of its random inputs, None where it has none."""
OnResult: TypeAlias = Callable[[CheckResult], None]
"""Gets each result as soon as its check has ended, before a mistake is named in it."""

Explain: TypeAlias = Callable[[Sequence[CheckRun]], None]
"""Gets the runs of the visible checks, then those of the hidden ones. It may put words into their results."""


def ignore(result: CheckResult) -> None:
    """Do nothing with a result: it will be in the report."""


class Grader:
    """Grades submissions of one assignment.

    It keeps what serves a whole class: plans, mistakes with their replies, and inputs for counterexamples.

    ```python
    with open_sandbox(limits) as sandbox:
        grader = Grader(find_assignment("homework", solutions), sandbox.start_worker, limits)
        report = grader.grade(submission)
    ```
    """

    def __init__(
        self,
        assignment: Assignment,
        start: StartWorker,
        limits: Limits,
        probes: Mapping[str, Probe] | None = None,
        explain: Explain | None = None,
    ) -> None:
        """Prepare to grade. Raises AuthorError where an exercise's `inputs.py` fails.

        Args:
            start: Starts a worker for each part of a submission.
            limits: What a submission may use. An exercise that asks for more in `LIMITS` gets more.
            probes: Where to look for counterexamples, by function. By default, the exercises' own inputs.
            explain: What names the mistakes. By default, a diagnosis with the exercises' own mistakes.
        """
        self.explain = explain
        self.assignment, self.start = assignment, start
        self.limits = limits.at_least(assignment.limits)
        self.catalogues = {folder.name: Catalogue(folder) for folder in assignment.folders}
        self.plans: PlanMaker = cache(make_plan)
        self.probes = load_probes(assignment) if probes is None else probes

    def grade(
        self,
        submission: Submission,
        on_result: OnResult = ignore,
        wanted: Collection[int] | None = None,
    ) -> Report:
        """Return the report of a submission. Nothing that the submission does can raise here.

        Students read visible results, with mistakes and counterexamples, before grades are published. All of
        that is settled before the hidden checks begin. Else a submission could put a hidden input into it, if
        only by its timing.

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
        explain = self.explain or Diagnosis(self.catalogues).explain
        examples = dict[str, Counterexample | None]()
        for hidden in (False, True):
            own = [check for check in checks if check.hidden is hidden]
            try:
                new_runs = run_checks(own, session, self.plans, self.catalogues, on_result)
            finally:
                session.end()
                problems.append(session.problem)
            explain(new_runs)
            runs += new_runs
            examples |= counterexamples(submission, self._unexplored(runs, examples), self.start)
        found = {run.check: run for run in runs}
        results = tuple(found[check].result for check in checks)
        shown = tuple(filter(None, examples.values()))
        report = self._report(submission, results, problems[0], session.isolation, shown)
        seconds = tuple(found[check].seconds for check in checks)
        return replace(report, marks=session.marks, seconds=seconds, memory_bytes=session.memory_bytes)

    def _unexplored(self, runs: Iterable[CheckRun], examples: Collection[str]) -> list[Probe]:
        """Return the probes of functions that failed a check and have not been searched yet."""
        wrong = dict.fromkeys(run.result.function for run in runs if run.result.verdict in WRONG)
        return [self.probes[name] for name in wrong if name in self.probes and name not in examples]

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
    session: Session,
    plans: PlanMaker,
    catalogues: Mapping[str, Catalogue],
    on_result: OnResult = ignore,
) -> list[CheckRun]:
    """Run checks with one worker. Then ask what failed checks have left to ask, for the diagnosis.

    The requests of all plans travel together. A check that has no plan, or whose plan fails, is run request
    by request. So is every check if the batch does not come back.
    """
    code = hashlib.sha256(session.submission.content).digest()
    draws = [check.draw(code) for check in checks]
    runs = [CheckRun(check, draw, plans(check, draw)) for check, draw in zip(checks, draws, strict=True)]
    planned = [(run, run.plan) for run in runs if run.plan]
    before = session.seconds
    with session.charged():
        batch = session.ask_plans([plan for _, plan in planned])
    _share(session.seconds - before, planned if batch else ())
    replies_of = {run: replies for (run, _), replies in zip(planned, batch or (), strict=False)}
    for run in runs:
        before = session.seconds
        with session.charged():
            _run_one(run, session, replies_of.get(run))
        run.seconds += session.seconds - before
        on_result(run.result)
    for run in runs:
        if run.result.verdict is Verdict.FAILED and run.asked and run.check.exercise in catalogues:
            ask_remaining(run, session, catalogues[run.check.exercise].new_handler())
    return runs


def _share(seconds: float, planned: Sequence[tuple[CheckRun, CheckPlan]]) -> None:
    """Share the time that checks took together, by the number of their requests."""
    requests = sum(len(plan.requests) for _, plan in planned)
    for run, plan in planned:
        run.seconds += seconds * len(plan.requests) / max(requests, 1)


def _run_one(run: CheckRun, session: Session, replies: BatchReplies | None) -> None:
    """Give a run its result, by the replies to its plan if they are there."""
    result = judge_batch(run, replies) if replies and session.has_time else None
    if result:
        run.replies, run.result = replies, result
    else:
        session.begin(run.asked, run.check.limits)
        run.result = run_check(run, session)
