"""Grading in a container: what Gradescope and `otter grade` start once for each submission, as root.

    /autograder/source/      the unpacked zip: otter_config.json, and every secret under tests/
    /autograder/submission/  what the student sent; nothing in it is imported, run or followed to elsewhere
    /autograder/results/     results.json, which Gradescope reads, and results.pkl, which `otter grade` reads

Nothing else is read. Who submitted, alone or in a group, and in time or late, is the platform's business.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from autograder.errors import AutograderError
from autograder.i18n import _
from autograder.otter.otter_results import otter_results
from autograder.otter.packed import HIDDEN, grade_packed, plugin_settings, points_table, read_packed
from autograder.reports.folder import write_whole
from autograder.reports.results_json import results_text
from autograder.results import CheckResult, Report
from autograder.submissions.read import read_folder

SECONDS_BETWEEN_DRAFTS = 0.5


def main(folder: Path = Path("/autograder")) -> None:
    """Grade the submission in a container.

    If we fail, the exit status is 1 and there are no results: an alarm. A zero would look like a grade.
    """
    source, results = folder / "source", folder / "results" / "results.json"
    for closed in (source, results.parent):
        closed.chmod(0o700)
    try:
        Draft(results).write()
        packed = read_packed(source, plugin_settings(source))
        submission = read_folder(folder / "submission", packed.handed_out)
        report = grade_packed(submission, packed, Draft(results, packed.hidden).add)
        if (pickled := results.with_suffix(".pkl")).exists():  # `otter grade` has put an empty one there
            pickled.write_bytes(otter_results(report, packed.assignment))
        write_whole(results, results_text(report, hidden=packed.hidden))
    except BaseException as error:
        results.unlink(missing_ok=True)
        if isinstance(error, AutograderError):
            sys.exit(f"There is no grade, through no fault of the student's: {error}")
        raise
    print(points_table(report, packed.assignment))


class Draft:
    """The results so far, in results.json. They count if the container is stopped too early."""

    def __init__(self, file: Path, hidden: str = HIDDEN) -> None:
        self.file, self.hidden = file, hidden
        self.results, self.written = list[CheckResult](), time.monotonic()

    def add(self, result: CheckResult) -> None:
        """Add a result, and write the file if that was not done just before."""
        self.results.append(result)
        if time.monotonic() > self.written + SECONDS_BETWEEN_DRAFTS:
            self.write()

    def write(self) -> None:
        problem = _("The grading was stopped before all checks had run. Tell your instructor.")
        report = Report("", "", "", tuple(self.results), problem)
        write_whole(self.file, results_text(report, hidden=self.hidden))
        self.written = time.monotonic()
