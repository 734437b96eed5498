"""Grading one submission: its visible checks in one worker, its hidden ones in another, then the report."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from functools import cache, cached_property
from pathlib import PurePosixPath
from typing import TypeAlias

from autograder.exercises.assignment import Assignment, Check
from autograder.exercises.required import installed_for
from autograder.grading.catalogue import Catalogue
from autograder.grading.check_run import CheckRun, ask_remaining, judge_batch, make_plan, run_check
from autograder.grading.counterexample import Probe, counterexamples, load_probes
from autograder.grading.diagnosis import Diagnosis
from autograder.grading.figure_plots import draws_figures, figure_plots
from autograder.grading.signatures import explain_signatures
from autograder.i18n import _
from autograder.results import WRONG, CheckResult, Counterexample, Report, Verdict
from autograder.sandbox.limits import Limits
from autograder.sandbox.worker import StartWorker, requiring
from autograder.session.plan import BatchReplies, CheckPlan
from autograder.session.session import Session, WorkerSession
from autograder.submissions.submission import Submission
from autograder.text import clean_text

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
        start_worker: StartWorker,
        limits: Limits,
        probes: Mapping[str, Probe] | None = None,
        explain: Explain | None = None,
    ) -> None:
        """Prepare to grade. Raises AuthorError where an exercise's `inputs.py` fails.

        Args:
            start_worker: Starts a worker for each part of a submission.
            limits: What a submission may use. An exercise that asks for more in `LIMITS` gets more.
            probes: Where to look for counterexamples, by function. By default, the exercises' own inputs.
            explain: What names the mistakes. By default, a diagnosis with the exercises' own mistakes.
        """
        self.explain = explain
        self.assignment = assignment
        self.start_worker = requiring(start_worker, installed_for(assignment))
        self.limits = limits.at_least(assignment.limits)
        self.catalogues = {folder.name: Catalogue(folder) for folder in assignment.folders}
        self.plans: PlanMaker = cache(make_plan)
        self.probes = load_probes(assignment) if probes is None else probes

    @cached_property
    def is_program(self) -> bool:
        """Whether a check runs the file as a program."""
        return run_program(self.assignment.checks, self.plans)

    def grade(
        self,
        submission: Submission,
        on_result: OnResult = ignore,
        wanted: Collection[int] | None = None,
    ) -> Report:
        """Return the report of a submission. Nothing that the submission does can raise here.

        Students read visible results, with mistakes and counterexamples, before grades are published. All of
        that is settled before the hidden checks begin, for each file that could be meant. Else a submission
        could put a hidden input into it, if only by its timing. These files share the submission's time.

        Args:
            wanted: The places of the checks to run, in `assignment.checks`. By default all.
        """
        checks = [
            check for place, check in enumerate(self.assignment.checks) if wanted is None or place in wanted
        ]
        if submission.problem:
            results = tuple(check.result(Verdict.FAILED, submission.problem) for check in checks)
            name = self.assignment.name
            return Report(submission.name, submission.file, name, results, submission.problem)
        candidates = [submission, *submission.alternatives]
        seconds = self.limits.submission_seconds / len(candidates)
        limits = replace(self.limits, submission_seconds=seconds)
        gradings = [Grading(self, one, checks, limits) for one in candidates]
        for hidden in (False, True):
            for grading in gradings:
                grading.run(hidden, on_result if grading is gradings[0] else ignore)
        return best_report([grading.report() for grading in gradings])


class Grading:
    """The grading of one file, in two parts: its visible checks, then its hidden ones."""

    def __init__(
        self, grader: Grader, submission: Submission, checks: Sequence[Check], limits: Limits
    ) -> None:
        self.grader, self.submission, self.checks = grader, submission, checks
        files = grader.assignment.files
        self.session = WorkerSession(submission, grader.start_worker, limits, grader.is_program, files)
        self.diagnosis = Diagnosis(grader.catalogues)
        self.explain = grader.explain or self.diagnosis.explain
        self.problems, self.runs = list[str](), list[CheckRun]()
        self.examples = dict[str, Counterexample | None]()

    def run(self, hidden: bool, on_result: OnResult) -> None:
        """Run the checks of one kind, diagnose them, and look for counterexamples."""
        grader = self.grader
        own = [check for check in self.checks if check.hidden is hidden]
        if hidden and not own:
            return  # a student's own check: the code need not be run a second time
        try:
            new_runs = run_checks(own, self.session, grader.plans, grader.catalogues, on_result)
        finally:
            self.session.end()
            self.problems.append(self.session.problem)
        if not hidden:
            explain_signatures(new_runs, self.submission, grader.assignment.signatures)
        self.explain(new_runs)
        self.runs += new_runs
        named = {run.result.function for run in self.runs if run.result.mistake}
        files, start = grader.assignment.files, grader.start_worker
        self.examples |= counterexamples(
            self.submission, self._unexplored(), start, files, self.diagnosis.agreeing, named
        )

    def _unexplored(self) -> list[Probe]:
        """Return the probes of functions that failed a check and have not been searched yet."""
        probes = self.grader.probes
        wrong = dict.fromkeys(run.result.function for run in self.runs if run.result.verdict in WRONG)
        return [probes[name] for name in wrong if name in probes and name not in self.examples]

    def report(self) -> Report:
        found = {run.check: run for run in self.runs}
        return Report(
            self.submission.name,
            self.submission.file,
            self.grader.assignment.name,
            tuple(found[check].result for check in self.checks),
            self.problems[0],
            self.session.isolation,
            tuple(filter(None, self.examples.values())),
            self.session.marks,
            tuple(found[check].seconds for check in self.checks),
            self.session.memory_bytes,
            self.submission.note,
        )


def best_report(reports: Sequence[Report]) -> Report:
    """Return the report with most points, of equal ones the first; its note says which file it is about."""
    best = max(reports, key=lambda report: report.points)
    if len(reports) == 1:
        return best
    files = [clean_text(PurePosixPath(report.file).name, 60) for report in reports]
    if len(set(files)) < len(files):
        files = [clean_text(report.file, 120) for report in reports]
    text = _("{files}: either could be meant. Both are graded, and the better one counts: {file}.")
    note = text.format(files=", ".join(files), file=files[reports.index(best)])
    return replace(best, submission=reports[0].submission, note=f"{note} {best.note}".strip())


def run_program(checks: Sequence[Check], plans: PlanMaker) -> bool:
    """Whether one of these checks runs the file of a submission as a program."""
    planned = [plans(check, 0) for check in checks]
    return any(plan.runs_program for plan in planned if plan)


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
    for run in runs:
        if run.result.verdict in WRONG and run.check.exercise in catalogues and draws_figures(run):
            plots = figure_plots(run, session, catalogues[run.check.exercise].new_handler())
            run.result = replace(run.result, plots=plots)
    return runs


def _share(seconds: float, planned: Sequence[tuple[CheckRun, CheckPlan]]) -> None:
    """Share the time that checks took together, by the number of their requests."""
    requests = sum(len(plan.requests) for _, plan in planned)
    for run, plan in planned:
        run.seconds += seconds * len(plan.requests) / max(requests, 1)


def _run_one(run: CheckRun, session: Session, replies: BatchReplies | None) -> None:
    """Give a run its result, by the replies to its plan if they are there."""
    result = judge_batch(run, replies) if replies and session.has_time else None
    if result and replies:
        run.replies, run.result, run.printed = replies, result, replies.printed
    else:
        session.begin(run.asked)
        run.result = run_check(run, session)
        run.printed = session.printed
