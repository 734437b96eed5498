"""OUT: the folder that a run writes. Each file appears whole or not at all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from autograder.errors import UsageError
from autograder.exercises.assignment import Assignment
from autograder.reports.class_page import report_page, submission_page
from autograder.reports.final_grades import final_grades
from autograder.reports.results_json import results_text
from autograder.results import Report
from autograder.text import clean_text, safe_file_name

MAX_ON_ONE_PAGE = 200  # submissions; of more, each has a page of its own
RESULTS, REPORT, PAGES = "results", "report", "report/submissions"


def write_whole(file: Path, text: str) -> Path:
    """Write a file under its name only when it is complete."""
    part = file.with_name(f".{file.name}.part")
    part.write_text(text, encoding="utf-8", errors="replace")
    return part.replace(file)


class OutputFolder:
    """OUT, made and tried before anything is graded.

    It can be sent to another process, and several may write to it at once: `write_submission` for each
    submission whose report is complete, then `write_class` once for the whole class.
    With `publish`, students also read the counterexamples that only hidden checks have led to.
    """

    def __init__(self, path: Path, submissions: int = 0, publish: bool = False) -> None:
        self.path = path
        self.publish = publish
        self.one_page = submissions <= MAX_ON_ONE_PAGE
        try:
            for name in (RESULTS, REPORT) if self.one_page else (RESULTS, REPORT, PAGES):
                (path / name).mkdir(parents=True, exist_ok=True)
            self.write(".writable", "").unlink()
        except OSError as error:
            advice = "Choose another folder with -o"
            raise UsageError(f"{clean_text(path)} can't be written: {error.strerror}. {advice}") from None

    def write(self, name: str, text: str) -> Path:
        """Write one file."""
        return write_whole(self.path / name, text)

    def remove(self, name: str) -> None:
        """Remove one file, if an earlier run has written it."""
        (self.path / name).unlink(missing_ok=True)

    def write_submission(self, report: Report, assignment: Assignment) -> None:
        """Write the files of one submission: its results and, if the class is large, its page."""
        self.write(_results_of(report.submission), results_text(report, self.publish))
        if not self.one_page:
            self.write(_page_of(report.submission), submission_page(report, assignment))

    def remove_submissions(self, names: Iterable[str]) -> None:
        """Remove the files of submissions that an earlier run has written."""
        for name in names:
            self.remove(_results_of(name))
            self.remove(_page_of(name))

    def write_class(self, reports: Sequence[Report], assignment: Assignment) -> None:
        """Write the files of the whole class, in the order of the reports."""
        self.write("final_grades.csv", final_grades(reports, assignment))
        self.write(f"{REPORT}/index.html", report_page(reports, assignment, self.one_page))
        for folder in (RESULTS, PAGES):
            for part in (self.path / folder).glob(".*.part"):
                part.unlink()  # of a grader that was ended while it wrote


def _results_of(submission: str) -> str:
    return f"{RESULTS}/{safe_file_name(submission)}.json"


def _page_of(submission: str) -> str:
    return f"{PAGES}/{safe_file_name(submission)}.html"
