"""One run over a class: grade what the journal lacks, show the progress, and write all views.

However a run ends, what is finished by then is in the journal and in the views.
"""

from __future__ import annotations

import os
import time
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from rich.console import Console

from autograder.classes.cluster_address import refuse_to_travel
from autograder.classes.feedback import write_feedback
from autograder.classes.interrupts import InterruptSignals
from autograder.classes.journal import Journal
from autograder.classes.journal_file import last_run, open_journal
from autograder.classes.live import LivePage
from autograder.classes.pool import InProcessPool, Pool, Task
from autograder.classes.process_pool import GraderSetup, ProcessPool
from autograder.classes.views import SMALL_CLASS, print_summary, write_class_views
from autograder.classes.written import Glance, Written, glance_at
from autograder.errors import Stopped, UsageError
from autograder.exercises.assignment import Assignment
from autograder.reports.folder import LIVE, OutputFolder
from autograder.reports.terminal import ClassProgress, summary_of
from autograder.results import Report
from autograder.sandbox.limits import Limits
from autograder.sandbox.self_test import open_sandbox
from autograder.submissions.submission import Submission
from autograder.text import clean_text, count


@dataclass(frozen=True)
class RunOptions:
    """The options of `autograder grade`. `run_seconds` is wall time for the whole class.

    `feedback` is the stage whose pages are written for students, None for no pages. `live` rewrites a page of
    the class during the run, which names submissions with `live_names`. `cluster` says where the graders are
    if they are not here, and `level` how well they must isolate student code at the least.
    """

    assignment: Assignment
    solutions: Path
    out: Path
    limits: Limits
    jobs: int
    publish: bool = False
    fresh: bool = False
    replace: bool = False
    unsafe: bool = False
    run_seconds: float | None = None
    feedback: str | None = None
    live: bool = False
    live_names: bool = False
    cluster: str = ""
    level: str = "B"


@dataclass(frozen=True)
class Graded:
    """A submission of this run, with its whole report.

    `checks` is the number of checks that this run graded. `written` says whether the result files are
    written.
    """

    submission: Submission
    report: Report
    checks: int
    written: bool = False


def run_class(
    options: RunOptions, submissions: Sequence[Submission], notes: Iterable[str], console: Console
) -> bool:
    """Grade a class into OUT; return whether every grade is final.

    Raises Stopped after Ctrl-C, once everything that is finished has been written.

    Args:
        notes: Lines to print below the class, on files that are not graded.
    """
    names = {submission.name for submission in submissions}
    refuse_another_class(options.out, options.assignment.name, names, options.replace)
    run = ClassRun(options, submissions, console)
    with open_journal(options.out, options.fresh) as journal:
        written = Written(journal, run.folder)
        run.grade_into(journal, written)
        run.write_views(journal, written)
    run.print_notes(notes)
    run.raise_if_stopped()
    return run.print_missing()


def cluster_pool(options: RunOptions, folder: OutputFolder) -> Pool:
    """Return a pool of graders on several machines. Raises UsageError if that can't be.

    Dask is imported here, since its import takes half a second.
    """
    refuse_to_travel(options.unsafe)
    from autograder.classes.cluster import ClusterPool, ClusterSetup

    setup = ClusterSetup(options.cluster, options.assignment, options.limits, folder, options.level)
    return ClusterPool(setup)


def refuse_another_class(out: Path, assignment: str, names: Collection[str], replace: bool) -> None:
    """Refuse to write over the results of another assignment, or of a class with no name in common.

    Raises UsageError, unless this is wanted.
    """
    before = last_run(out)
    if replace or before is None:
        return
    what = ""
    if before.assignment != assignment:
        what = f"the results of {clean_text(before.assignment)}"
    elif before.names and not before.names.intersection(names):
        first = clean_text(min(before.names))
        what = f"another class: {count(len(before.names), 'submission')}, such as {first}, none of them here"
    if what:
        remedy = "Choose another folder with -o, or say --replace to lose them"
        raise UsageError(f"{clean_text(out)} holds {what}. {remedy}")


class ClassRun:
    """A run and what it has done so far. `run_class` calls its public methods in the order of this file."""

    def __init__(self, options: RunOptions, submissions: Sequence[Submission], console: Console) -> None:
        self.options, self.submissions, self.console = options, submissions, console
        self.started = time.monotonic()
        self.folder = OutputFolder(options.out, options.publish)
        self.names = {submission.name for submission in submissions}
        before = last_run(options.out)
        self.outdated = (before.names if before else set()) - self.names
        self.removed = 0
        self.progress = ClassProgress(console, len(submissions))
        self.done = set[str]()
        self.glances = dict[str, Glance]()
        self.unchanged = False
        self.check_notes = dict[str, str]()
        """By check, what it raised itself for a value that it did not expect."""
        self.partly_graded = 0
        self.stopped = False
        self.folder.remove(LIVE)
        total, names = len(submissions), options.live_names
        self.live = LivePage(self.folder, options.assignment, total, names) if options.live else None

    def grade_into(self, journal: Journal, written: Written) -> None:
        """Grade the class, until all is done, the time is up, or Ctrl-C or SIGTERM arrives."""
        try:
            with InterruptSignals() as signals, self.progress:
                self.unchanged = self._count_unchanged(journal, written)
                if not self.unchanged:
                    with self._pool() as pool:
                        self._grade_with(pool, journal, written, signals)
        except KeyboardInterrupt:
            self.stopped = True

    def _count_unchanged(self, journal: Journal, written: Written) -> bool:
        """Count all submissions if nothing would be graded and no file would change; say whether it is so.

        Then the sandbox only says how student code is isolated here. No grader is started.
        """
        options = self.options
        if (
            len(self.submissions) <= SMALL_CLASS
            or self.live
            or options.cluster
            or not written.may_cover(self.submissions)
        ):
            return False
        with open_sandbox(options.limits, options.unsafe) as sandbox:
            journal.prepare(options.assignment, options.limits, sandbox.isolation, options.publish)
        glances = written.whole_class(self.submissions)
        for glance in glances or ():
            self.progress.count_as(glance.submission, glance.ratio, glance.failures, graded=False)
            self._note(glance)
        return glances is not None

    def _grade_with(self, pool: Pool, journal: Journal, written: Written, signals: InterruptSignals) -> None:
        options = self.options
        self._remove_outdated()
        order = tuple(submission.name for submission in self.submissions)
        journal.begin(options.assignment, options.limits, pool.isolation, options.publish, order)
        for graded in grade_class(self.submissions, pool, journal, signals):
            if not graded.checks and written.is_same(graded.submission):
                graded = replace(graded, written=True)
            self._count(graded)
            if self.live:
                self.live.add(graded.report, journal)
            if graded.checks and self._time_is_up():
                break

    def _pool(self) -> Pool:
        options = self.options
        if options.cluster:
            return cluster_pool(options, self.folder)
        jobs = min(options.jobs, len(self.submissions))
        if jobs == 1 or os.name == "nt":  # Windows can't hand descriptors to a grader
            return InProcessPool(options.assignment, options.limits, options.unsafe)
        name = options.assignment.name
        setup = GraderSetup(name, options.solutions, options.limits, options.unsafe, self.folder)
        return ProcessPool(setup, jobs)

    def _remove_outdated(self) -> None:
        self.folder.remove_submissions(self.outdated)
        self.removed = len(self.outdated)

    def _count(self, graded: Graded) -> None:
        if not graded.written:
            code = graded.submission.counted(graded.report.file).code
            self.folder.write_submission(graded.report, self.options.assignment, code)
        self.progress.count(graded.report, graded.checks > 0)
        self._note(glance_at(graded.report))
        self.partly_graded += 0 < graded.checks < len(self.options.assignment.checks)

    def _note(self, glance: Glance) -> None:
        for check, note in glance.notes:
            self.check_notes.setdefault(check, note)
        self.glances[glance.submission] = glance
        self.done.add(glance.submission)

    def _time_is_up(self) -> bool:
        seconds = self.options.run_seconds
        return seconds is not None and time.monotonic() - self.started > seconds

    def write_views(self, journal: Journal, written: Written) -> None:
        """Write and print the views of everything that is done."""
        if not self.done:
            return
        seconds = time.monotonic() - self.started
        if self.unchanged:
            shares = [(glance.ratio, glance.isolation) for glance in self.glances.values()]
            print_summary(summary_of(shares, seconds), self.folder, written.gradebooks(), self.console)
        else:
            imports = write_class_views(journal, self.options.assignment, self.folder, seconds, self.console)
            written.note(self.submissions, self.glances, imports)
        if self.live:
            self.live.write(journal)
        if self.options.feedback:
            write_feedback(journal, self.folder, self.options.feedback)

    def print_notes(self, notes: Iterable[str]) -> None:
        """Print what was left out, what was removed, and how many results of earlier runs were reused."""
        lines, out = [*notes], self.options.out
        if self.removed:
            gone = count(self.removed, "submission")
            lines.append(f"Removed from {out}: the files of {gone} that this class has no more")
        reused = self.progress.done - self.progress.graded
        if reused or self.partly_graded:
            parts = f", {self.partly_graded} more in part" if self.partly_graded else ""
            lines.append(f"{reused} of {len(self.submissions)} reused from {out}/grades.db{parts}")
        lines += [
            f"{check} met a value that it did not expect: {note}" for check, note in self.check_notes.items()
        ]
        for line in lines:
            self.console.print(line, soft_wrap=True)

    def raise_if_stopped(self) -> None:
        if self.stopped:
            kept = f"{len(self.done)} of {count(len(self.submissions), 'submission')}"
            command = "the same command" + (" without --fresh" if self.options.fresh else "")
            raise Stopped(f"stopped. {kept} are graded, written and kept; {command} grades the rest")

    def print_missing(self) -> bool:
        """Print the submissions that the time did not suffice for; return whether every grade is final."""
        missing = sorted(self.names - self.done)
        if missing:
            names = ", ".join(map(clean_text, missing))
            used_up = f"the {self.options.run_seconds:g} seconds of the run were used up"
            self.console.print(f"Not graded, since {used_up}: {names}")
        return not missing and not self.progress.failures["broken"]


def grade_class(
    submissions: Iterable[Submission], pool: Pool, journal: Journal, signals: InterruptSignals
) -> Iterator[Graded]:
    """Yield the submissions whose results are in the journal, then the others as they are graded and stored.

    Here it is decided who writes the result files of a submission: the pool, if it can and grades all
    checks of it; else the caller.
    """
    tasks = dict[str, Task]()
    for submission in submissions:
        checks = tuple(journal.checks_to_grade(submission))
        if checks:
            write_results = pool.can_write_results and len(checks) == len(journal.checks)
            tasks[submission.name] = Task(submission, checks, write_results)
        else:
            yield Graded(submission, journal.reuse(submission), 0)
    for report in pool.grade_tasks(tasks.values()):
        signals.raise_if_received()  # a disturbed report is not stored
        task = tasks[report.submission]
        whole = journal.store(task.submission, report)
        yield Graded(task.submission, whole, len(task.checks), task.write_results)
