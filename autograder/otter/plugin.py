"""The plugin that grades under otter, so that otter reports what `autograder grade` reports.

otter runs a submission in a kernel that has the checks, in a folder that the student has filled. This
plugin takes the submission away before that kernel starts, grades it with our own engine, lets otter score
an empty notebook, and replaces otter's verdicts by ours. Every fault on our side raises an error. otter
then reports an error and no points.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

from otter.plugins import AbstractOtterPlugin

from autograder.errors import AutograderError
from autograder.i18n import _
from autograder.otter.otter_results import otter_messages
from autograder.otter.packed import grade_packed, points_table, read_packed
from autograder.results import Verdict
from autograder.submissions.handed_out import HandedOut
from autograder.submissions.read import read_folder
from autograder.submissions.submission import Submission

EMPTY = {".ipynb": '{"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}'}


class AutograderPlugin(AbstractOtterPlugin):  # type: ignore[misc]  # otter is not typed
    """Grades one submission. otter calls the methods in the order in which they stand here.

    The settings in otter_config.json are `{"assignment": NAME, "lang": LANGUAGE, "limits": {…}}`.
    """

    def before_grading(self, config: Any) -> None:
        """Take the submission. Leave otter an empty one, and no file of the student's to run or un-pickle."""
        path = Path(self.submission_path)
        self.packed = read_packed(path.parent.parent / "source", self.plugin_config)
        self.submission = take_submission(path, self.packed.handed_out)
        clear_folder(path.parent)
        path.write_text(EMPTY.get(path.suffix, ""), encoding="utf-8")

    def before_execution(self, notebook: Any) -> Any:
        """Grade the submission that was taken, and give the kernel a notebook without cells.

        Raises SandboxError if student code can't be isolated, and AuthorError if a check is broken.
        """
        Path(
            self.submission_path
        ).unlink()  # the kernel would import a file named numpy.py, even an empty one
        self.report = grade_packed(self.submission, self.packed)
        notebook.cells.clear()
        notebook.metadata.clear()  # it could name another kernel
        return notebook

    def after_grading(self, results: Any) -> None:
        """Replace otter's verdicts by ours, check by check. The messages are what a student may read."""
        if sorted(results.results) != sorted(self.packed.assignment.exercises):
            reason = f"otter's own kernel failed, so there is no grade: {results.catastrophic_error}"
            raise AutograderError(reason)
        messages = otter_messages(self.report)
        for exercise, question in results.results.items():
            own = [result for result in self.report.results if result.exercise == exercise]
            for case, result in zip(question.test_case_results, own, strict=True):
                case.passed, case.message = result.verdict is Verdict.PASSED, messages[result]

    def generate_report(self) -> str:
        """Return the points by exercise, as otter prints them."""
        return points_table(self.report, self.packed.assignment)


def take_submission(path: Path, handed_out: HandedOut) -> Submission:
    """Return the submission in the folder of a file, which otter has chosen.

    A link is refused: it could lead to a solution. otter has put its own files into `tests/` there, which no
    submission reads.
    """
    if path.is_symlink() or not path.is_file():
        problem = _("the submission is a link or a folder; send the file itself")
        return Submission(path.stem, path.name, problem=problem)
    return read_folder(path.parent, handed_out)


def clear_folder(folder: Path) -> None:
    """Remove everything except the question files that otter has put into `tests/`."""
    tests = folder / "tests"
    for entry in [*(entry for entry in folder.iterdir() if entry != tests), tests / "exercises"]:
        if entry.is_dir() and not entry.is_symlink():
            shutil.rmtree(entry)
        else:
            entry.unlink()
