"""The plugin that grades under otter: `otter run`, `otter grade` and Gradescope report what our own `grade` says.

otter runs a submission in a kernel that knows the checks, and whose folder the student has filled. This plugin takes the
submission away before that kernel starts, grades it with our engine, lets otter score an empty notebook, and puts our
verdicts in the place of otter's. Whatever goes wrong on our side raises: otter then reports an error and not a zero.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

from otter.plugins import AbstractOtterPlugin

from autograder.errors import AutograderError
from autograder.i18n import _
from autograder.otter.container import grade_packed, otter_messages, packed, points_table
from autograder.results import Verdict
from autograder.submissions.files import MAX_NOTEBOOK
from autograder.submissions.read import read_submission
from autograder.submissions.submission import Submission

EMPTY = {".ipynb": '{"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}'}


class AutograderPlugin(AbstractOtterPlugin):  # type: ignore[misc]  # otter is not typed
    """Grades one submission. Its configuration, in otter_config.json, is `{"assignment": NAME, "lang": LANGUAGE, "limits": {…}}`."""

    def before_grading(self, config: Any) -> None:
        """Take the submission; leave otter an empty one, in a folder with nothing of the student's to run or un-pickle."""
        path = Path(self.submission_path)
        self.zip = packed(path.parent.parent / "source", self.plugin_config)
        self.submission = take_submission(path, self.zip.assignment.name)
        clear_folder(path.parent)
        path.write_text(EMPTY.get(path.suffix, ""), encoding="utf-8")

    def before_execution(self, notebook: Any) -> Any:
        """Grade what was taken, and give the kernel a notebook without cells. Raises SandboxError, and AuthorError for a broken check."""
        Path(
            self.submission_path
        ).unlink()  # even empty, a file named numpy.py would be imported by the kernel
        self.report = grade_packed(self.submission, self.zip)
        notebook.cells.clear()
        notebook.metadata.clear()  # which could name another kernel
        return notebook

    def after_grading(self, results: Any) -> None:
        """Put our verdicts in the place of otter's, check by check; texts are what a student may read."""
        if sorted(results.results) != sorted(self.zip.assignment.exercises):
            raise AutograderError(
                f"otter's own kernel failed, so there is no grade: {results.catastrophic_error}"
            )
        messages = otter_messages(self.report)
        for exercise, question in results.results.items():
            own = [result for result in self.report.results if result.exercise == exercise]
            for case, result in zip(question.test_case_results, own, strict=True):
                case.passed, case.message = result.verdict is Verdict.PASSED, messages[result]

    def generate_report(self) -> str:
        """Return the points by exercise, as otter prints them."""
        return points_table(self.report, self.zip.assignment)


def take_submission(path: Path, assignment: str) -> Submission:
    """Return the submission in a file. A link is refused: it could lead to an answer."""
    if path.is_symlink() or not path.is_file():
        return Submission(
            path.stem, path.name, problem=_("the submission is a link or a folder; send the file itself")
        )
    with path.open("rb") as file:
        return read_submission(path.stem, path.name, file.read(MAX_NOTEBOOK + 1), assignment)


def clear_folder(folder: Path) -> None:
    """Remove everything but the question files that otter itself has put into `tests/`."""
    tests = folder / "tests"
    for entry in [*(entry for entry in folder.iterdir() if entry != tests), tests / "exercises"]:
        if entry.is_dir() and not entry.is_symlink():
            shutil.rmtree(entry)
        else:
            entry.unlink()
