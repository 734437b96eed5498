"""The views of a class: every file that shows it, and what is printed of it."""

from __future__ import annotations

import time
from pathlib import Path

from rich.console import Console

from autograder.classes.journal import Journal
from autograder.classes.journal_file import locked, read_journal
from autograder.exercises.assignment import Assignment
from autograder.reports.folder import OutputFolder
from autograder.reports.gradebooks import write_gradebooks
from autograder.reports.terminal import class_table, summary

FILES = {
    "Grades": "final_grades.csv",
    "for each submission": "results/",
    "report": "report/index.html",
}


def rewrite_views(out: Path, console: Console) -> None:
    """Write every view of the last run again from its journal."""
    started = time.monotonic()
    with read_journal(out) as journal, locked(out):
        assignment = journal.resume()
        folder = OutputFolder(out, len(journal), journal.run.publish)
        for report in journal:
            folder.write_submission(report, assignment)
        write_class_views(journal, assignment, folder, time.monotonic() - started, console)


def write_class_views(
    journal: Journal, assignment: Assignment, folder: OutputFolder, seconds: float, console: Console
) -> None:
    """Write the files that show the whole class, and print a summary with the names of these files.

    The table of a small class is printed too. Nobody would read that of a large one.
    """
    reports = list(journal) if folder.one_page else journal.brief_reports()
    folder.write_class(reports, assignment)
    imports = write_gradebooks(folder, reports, journal.people(), assignment)
    if folder.one_page:
        console.print(class_table(reports, assignment))
    console.print(summary(reports, seconds), soft_wrap=True)
    places = [f"{what}: {folder.path}/{name}" for what, name in FILES.items()]
    console.print(" · ".join(places), soft_wrap=True)
    for name in imports:
        console.print(f"Import: {folder.path}/{name}", soft_wrap=True)
