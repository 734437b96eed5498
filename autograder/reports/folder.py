"""OUT: the folder that a run writes; each file appears whole or not at all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from autograder.errors import UsageError
from autograder.exercises.assignment import Assignment
from autograder.reports.class_page import report_page, submission_page
from autograder.reports.final_grades import final_grades
from autograder.reports.results_json import results_text
from autograder.results import Report
from autograder.text import safe_file_name

MAX_ON_ONE_PAGE = 200  # submissions; of more, each has a page of its own


def write_whole(file: Path, text: str) -> Path:
    """Write a file under its name only when it is complete."""
    part = file.with_name(f".{file.name}.part")
    part.write_text(text, encoding="utf-8", errors="replace")
    return part.replace(file)


class OutputFolder:
    """OUT: made and tried before anything is graded; each file appears whole or not at all.

    With `publish`, students also read the counterexamples that only hidden checks have led to.
    """

    def __init__(self, folder: Path, submissions: int = 0, publish: bool = False) -> None:
        self.folder, self.whole, self.publish = folder, submissions <= MAX_ON_ONE_PAGE, publish
        try:
            for name in ("results", "report", "report/submissions")[: 2 if self.whole else 3]:
                (folder / name).mkdir(parents=True, exist_ok=True)
            self.write(".writable", "").unlink()
        except OSError as error:
            raise UsageError(
                f"{folder} can't be written: {error.strerror}. Choose another folder with -o"
            ) from None

    def write(self, name: str, text: str) -> Path:
        return write_whole(self.folder / name, text)

    def write_submission(self, report: Report, assignment: Assignment) -> None:
        """Write what shows one submission: its results and, if the class is large, its page."""
        results, page = _files_of(report.submission)
        self.write(results, results_text(report, self.publish))
        if not self.whole:
            self.write(page, submission_page(report, assignment))

    def remove_submissions(self, names: Iterable[str]) -> None:
        """Remove what an earlier run has written for each of these."""
        for file in (file for name in names for file in _files_of(name)):
            (self.folder / file).unlink(missing_ok=True)

    def write_class(self, reports: Sequence[Report], assignment: Assignment) -> None:
        """Write what shows the whole class, in the order of the reports."""
        self.write("final_grades.csv", final_grades(reports, assignment))
        self.write("report/index.html", report_page(reports, assignment, self.whole))
        for part in (*self.folder.glob("results/.*.part"), *self.folder.glob("report/submissions/.*.part")):
            part.unlink()  # of a grader that was ended while it wrote


def _files_of(submission: str) -> tuple[str, str]:
    """Return where the results of a submission are, and its page."""
    return (
        f"results/{safe_file_name(submission)}.json",
        f"report/submissions/{safe_file_name(submission)}.html",
    )
