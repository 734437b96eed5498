"""OUT: the folder that a run writes. Each file appears whole or not at all."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from autograder.errors import UsageError
from autograder.exercises.assignment import Assignment
from autograder.reports.class_page import class_page
from autograder.reports.class_tables import checks_csv, items_csv
from autograder.reports.class_view import ClassView
from autograder.reports.final_grades import final_grades
from autograder.reports.results_json import results_text
from autograder.reports.submission_page import submission_page
from autograder.results import Report
from autograder.submissions.submission import Cell
from autograder.text import clean_text, safe_file_name

RESULTS, REPORT, PAGES, FEEDBACK = "results", "report", "report/submissions", "feedback"
LIVE = "report/live.html"


def write_pieces(file: Path, pieces: Iterable[str]) -> Path:
    """Write a long file piece by piece, under its name only when it is complete."""
    part = file.with_name(f".{file.name}.part")
    with part.open("w", encoding="utf-8", errors="replace", newline="") as stream:
        stream.writelines(pieces)
    return part.replace(file)


def write_whole(file: Path, text: str | bytes) -> Path:
    """Write a file under its name only when it is complete."""
    part = file.with_name(f".{file.name}.part")
    part.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8", "replace"))
    return part.replace(file)


def submission_files(
    report: Report, assignment: Assignment, code: Sequence[Cell] = (), publish: bool = False
) -> dict[str, str]:
    """Return the files of one submission by their paths in OUT: its results, and its page with its code."""
    return {
        _results_of(report.submission): results_text(report, publish),
        _page_of(report.submission): submission_page(report, assignment, code, publish),
    }


class OutputFolder:
    """OUT, made and tried before anything is graded.

    It can be sent to another process, and several may write to it at once: `write_submission` for each
    submission whose report is complete, then `write_class` once for the whole class.
    With `publish`, students also read the counterexamples that only hidden checks have led to.
    """

    def __init__(self, path: Path, publish: bool = False) -> None:
        self.path = path
        self.publish = publish
        try:
            for name in (RESULTS, REPORT, PAGES):
                (path / name).mkdir(parents=True, exist_ok=True)
            tempfile.TemporaryFile(dir=path).close()
        except OSError as error:
            advice = "Choose another folder with -o"
            raise UsageError(f"{clean_text(path)} can't be written: {error.strerror}. {advice}") from None

    def write(self, name: str, text: str | bytes) -> Path:
        """Write one file."""
        return write_whole(self.path / name, text)

    def write_checks(self, reports: Iterable[Report]) -> None:
        """Write `checks.csv`; the reports are taken one by one."""
        write_pieces(self.path / "checks.csv", checks_csv(reports))

    def remove(self, name: str) -> None:
        """Remove one file, if an earlier run has written it."""
        (self.path / name).unlink(missing_ok=True)

    def digest(self, *names: str) -> bytes:
        """Return a digest of what files hold on disk now; an empty one if one of them is not there."""
        found = hashlib.sha256()
        try:
            for name in names:
                content = (self.path / name).read_bytes()
                found.update(b"%d " % len(content) + content)
        except OSError:
            return b""
        return found.digest()[:16]

    @staticmethod
    def paths(submission: str) -> tuple[str, str]:
        """Return where the files of a submission are: its results, and its page."""
        return _results_of(submission), _page_of(submission)

    def write_submission(self, report: Report, assignment: Assignment, code: Sequence[Cell] = ()) -> None:
        """Write the files of one submission: its results, and its page with its code."""
        files = submission_files(report, assignment, code, self.publish)
        self.write_files(report.submission, files)

    def write_files(self, submission: str, files: Mapping[str, str | bytes]) -> None:
        """Write the files of one submission, which `submission_files` has made: no others."""
        for name in self.paths(submission):
            self.write(name, files[name])

    def remove_submissions(self, names: Iterable[str]) -> None:
        """Remove the files of submissions that an earlier run has written."""
        for name in names:
            self.remove(_results_of(name))
            self.remove(_page_of(name))
            self.remove(f"{FEEDBACK}/{safe_file_name(name)}.html")

    def write_class(self, view: ClassView) -> None:
        """Write the files of the whole class, in the order of its reports."""
        self.write("final_grades.csv", final_grades(view.reports, view.assignment, view.people))
        self.write("items.csv", items_csv(view.figures))
        self.write(f"{REPORT}/index.html", class_page(view))
        for folder in (RESULTS, PAGES):
            for part in (self.path / folder).glob(".*.part"):
                part.unlink()  # of a grader that was ended while it wrote


def _results_of(submission: str) -> str:
    return f"{RESULTS}/{safe_file_name(submission)}.json"


def _page_of(submission: str) -> str:
    return f"{PAGES}/{safe_file_name(submission)}.html"
