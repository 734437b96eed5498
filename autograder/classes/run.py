"""One run over a class: grade what the journal lacks, show how it goes, and write the views of all that is done, however it ends."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console

from autograder.classes.journal import Journal
from autograder.classes.journal_file import alone, last_class, open_journal, read_journal
from autograder.classes.pool import grade_class, graders, sigterm_as_ctrl_c
from autograder.errors import Stopped
from autograder.exercises.assignment import Assignment
from autograder.exercises.load import find_assignment
from autograder.reports.folder import OutputFolder
from autograder.reports.gradebooks import write_gradebooks
from autograder.reports.terminal import ClassProgress, class_table, summary
from autograder.sandbox.limits import Limits
from autograder.submissions.submission import Submission
from autograder.text import clean_text, count


@dataclass(frozen=True)
class RunOptions:
    """What `autograder grade` was asked for."""

    assignment: str
    solutions: Path
    out: Path
    limits: Limits
    jobs: int
    publish: bool = False
    fresh: bool = False
    unsafe: bool = False
    run_seconds: float | None = None


def run_class(
    order: RunOptions, submissions: Sequence[Submission], notes: Iterable[str], console: Console
) -> bool:
    """Grade a class into OUT; return whether every grade is final. Raises Stopped after Ctrl-C, when all that is done has been written.

    The notes, on what was sent and isn't graded, are printed after the class.
    """
    start, stopped, done, partly = time.monotonic(), False, set[str](), 0
    loaded, folder = (
        find_assignment(order.assignment, order.solutions),
        OutputFolder(order.out, len(submissions), order.publish),
    )
    progress = ClassProgress(console, len(submissions))
    jobs = 1 if os.name == "nt" else min(order.jobs, len(submissions))  # where descriptors can't be handed on
    gone = last_class(order.out) - {submission.name for submission in submissions}
    with open_journal(order.out, order.fresh) as journal:
        try:
            with (
                sigterm_as_ctrl_c() as stop_if_asked,
                progress,
                graders(order.assignment, order.solutions, order.limits, jobs, folder, order.unsafe) as (
                    isolation,
                    grade_all,
                ),
            ):
                if gone:
                    folder.remove_submissions(gone)
                    notes = [
                        *notes,
                        f"Removed from {order.out}: the files of {count(len(gone), 'submission')} that this class has no more",
                    ]
                journal.begin(loaded, order.limits, isolation, order.publish)
                for report, graded in grade_class(submissions, grade_all, journal, stop_if_asked):
                    if jobs == 1 or graded < len(loaded.checks):  # else its grader has written it
                        folder.write_submission(report, loaded)
                    progress.count(report, graded > 0)
                    done.add(report.submission)
                    partly += 0 < graded < len(loaded.checks)
                    if order.run_seconds and graded and time.monotonic() - start > order.run_seconds:
                        break
        except KeyboardInterrupt:
            stopped = True
        if done:
            write_class(journal, loaded, folder, time.monotonic() - start, console)
    for note in notes:
        console.print(note, soft_wrap=True)
    if (reused := progress.done - progress.graded) or partly:
        parts = f", {partly} more in part" if partly else ""
        console.print(
            f"{reused} of {len(submissions)} reused from {order.out}/grades.db{parts}", soft_wrap=True
        )
    if stopped:
        kept = f"{len(done)} of {count(len(submissions), 'submission')}"
        raise Stopped(
            f"stopped. {kept} are graded, written and kept; the same command{' without --fresh' * order.fresh} grades the rest"
        )
    left = sorted({submission.name for submission in submissions} - done)
    if left:
        console.print(
            f"Not graded, since the {order.run_seconds:g} seconds of the run were used up: {', '.join(map(clean_text, left))}"
        )
    return not left and not progress.failures["broken"]


def rewrite_views(out: Path, console: Console) -> None:
    """Write every view of the last run again from its journal."""
    start = time.monotonic()
    with read_journal(out) as journal, alone(out):
        loaded = journal.resume()
        folder = OutputFolder(out, len(journal), journal.run.publish)
        for report in journal:
            folder.write_submission(report, loaded)
        write_class(journal, loaded, folder, time.monotonic() - start, console)


def write_class(
    journal: Journal, assignment: Assignment, folder: OutputFolder, seconds: float, console: Console
) -> None:
    """Write what shows the whole class; print it, unless it is so large that nobody would read that, and where the files are."""
    reports = list(journal) if folder.whole else journal.outlines()
    folder.write_class(reports, assignment)
    imports = write_gradebooks(folder, reports, journal.people(), assignment)
    if folder.whole:
        console.print(class_table(reports, assignment))
    console.print(summary(reports, seconds), soft_wrap=True)
    files = [
        ("Grades", "final_grades.csv"),
        ("for each submission", "results/"),
        ("report", "report/index.html"),
    ]
    console.print(" · ".join(f"{what}: {folder.folder}/{name}" for what, name in files), soft_wrap=True)
    for name in imports:
        console.print(f"Import: {folder.folder}/{name}", soft_wrap=True)
