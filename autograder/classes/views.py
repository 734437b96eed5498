"""The views of a class: every file that shows it, and what is printed of it."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from rich.console import Console

from autograder.analysis.class_figures import class_figures
from autograder.classes.brief import Brief
from autograder.classes.journal import Journal
from autograder.classes.journal_file import locked, read_journal
from autograder.exercises.assignment import Assignment
from autograder.reports.class_view import ClassView, Cost, examples_of
from autograder.reports.folder import OutputFolder
from autograder.reports.gradebooks import write_gradebooks
from autograder.reports.terminal import class_table, summary
from autograder.results import Report
from autograder.submissions.submission import Person

FILES = {
    "Grades": "final_grades.csv",
    "for each submission": "results/",
    "report": "report/index.html",
}


SMALL_CLASS = 200
"""Submissions. The table of a small class is printed, and its reports are in memory as a whole."""


def rewrite_views(out: Path, console: Console) -> None:
    """Write every view of the last run again from its journal."""
    started = time.monotonic()
    with read_journal(out) as journal, locked(out):
        assignment = journal.resume()
        folder = OutputFolder(out, journal.run.publish)
        for report in journal:
            folder.write_submission(report, assignment, journal.code(report.submission))
        write_class_views(journal, assignment, folder, time.monotonic() - started, console)


def write_class_views(
    journal: Journal, assignment: Assignment, folder: OutputFolder, seconds: float, console: Console
) -> list[str]:
    """Write the files that show the whole class, and print a summary with the names of these files.

    Returns the names of those for gradebooks.
    """
    small, brief = len(journal) <= SMALL_CLASS, Brief()
    reports, costs = list[Report](), list[Cost]()

    def noted() -> Iterator[Report]:
        for report in journal:
            reports.append(report if small else brief(report))
            costs.append(Cost(sum(report.seconds), report.memory_bytes))
            yield report

    folder.write_checks(noted())
    people = journal.people()
    folder.write_class(class_view(journal, reports, people, assignment, costs))
    imports = write_gradebooks(folder, reports, people, assignment)
    if small:
        console.print(class_table(reports, assignment))
    print_summary(summary(reports, seconds), folder, imports, console)
    return imports


def print_summary(line: str, folder: OutputFolder, imports: Iterable[str], console: Console) -> None:
    """Print how the class did, and where its files are."""
    console.print(line, soft_wrap=True)
    paths = [f"{what}: {folder.path}/{name}" for what, name in FILES.items()]
    console.print(" · ".join(paths), soft_wrap=True)
    for name in imports:
        console.print(f"Import: {folder.path}/{name}", soft_wrap=True)


def class_view(
    journal: Journal,
    reports: Sequence[Report],
    people: Mapping[str, Sequence[Person]],
    assignment: Assignment,
    costs: Sequence[Cost],
) -> ClassView:
    """Return what the class page shows."""
    figures = class_figures(reports, assignment)
    examples = examples_of(figures, lambda index: journal.report(reports[index].submission))
    return ClassView(reports, assignment, figures, people, examples, costs=costs)
