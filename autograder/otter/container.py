"""Grading in a container: what Gradescope and `otter grade` start once for each submission, as root.

    /autograder/source/      the unpacked zip: otter_config.json, and every secret under tests/
    /autograder/submission/  what the student sent; nothing in it is imported, run or followed to elsewhere
    /autograder/results/     results.json, which Gradescope reads, and results.pkl, which `otter grade` reads

Nothing else is read: who submitted, alone or in a group, in time or late, is the platform's business.
"""

from __future__ import annotations

import json
import pickle
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from autograder.errors import AuthorError, AutograderError
from autograder.exercises.assignment import Assignment
from autograder.exercises.load import find_assignment
from autograder.grading.grader import Grader, OnResult
from autograder.i18n import _, set_language
from autograder.reports.final_grades import earned_points, possible_points
from autograder.reports.folder import write_whole
from autograder.reports.results_json import results_text
from autograder.reports.student_text import MARKS, counterexample_places, student_text
from autograder.results import CheckResult, Report, Verdict
from autograder.sandbox.limits import Limits
from autograder.sandbox.self_test import isolation
from autograder.submissions.read import read_folder
from autograder.submissions.submission import Submission
from autograder.text import number

PLUGIN = "autograder.otter.plugin.AutograderPlugin"
HIDDEN = "after_published"  # when hidden checks are shown, in Gradescope's words
SECONDS_BETWEEN_DRAFTS = 0.5


@dataclass(frozen=True)
class PackedAssignment:
    """What a zip holds: an assignment, and how to grade it. `hidden` is Gradescope's visibility of hidden checks."""

    assignment: Assignment
    limits: Limits
    hidden: str


def packed(source: Path, settings: dict[str, Any]) -> PackedAssignment:
    """Return what the zip that is unpacked in `source` holds; speak its language."""
    set_language(settings.get("lang"))
    assignment = find_assignment(settings["assignment"], source / "tests" / "exercises")
    return PackedAssignment(assignment, Limits(**settings.get("limits", {})), settings.get("hidden", HIDDEN))


def settings(source: Path) -> dict[str, Any]:
    """Return the plugin's settings in the zip that is unpacked in `source`."""
    config = json.loads((source / "otter_config.json").read_text(encoding="utf-8"))
    (found,) = (plugin[PLUGIN] for plugin in config["plugins"] if PLUGIN in plugin)
    return dict(found)


def grade_packed(
    submission: Submission, zip: PackedAssignment, on_result: OnResult = lambda result: None
) -> Report:
    """Return a submission's report. Raises SandboxError, and AuthorError for a broken check: then there is no grade, and no zero."""
    with isolation(zip.limits, scipy=submission.scipy) as start:
        report = Grader(zip.assignment, start, zip.limits).grade(submission, on_result)
    for result in report.results:
        if result.verdict is Verdict.BROKEN:
            raise AuthorError(
                f"{result.exercise}: a check is broken; `autograder grade` on this file says why. {result.sentence}"
            )
    return report


def main(folder: Path = Path("/autograder")) -> None:
    """Grade the submission that lies in a container. Exits with 1, and leaves no results, where we fail: an alarm and not a zero."""
    source, results = folder / "source", folder / "results" / "results.json"
    for closed in (source, results.parent):
        closed.chmod(0o700)
    try:
        Draft(results).write()
        zip = packed(source, settings(source))
        submission = read_folder(folder / "submission", zip.assignment.name)
        report = grade_packed(submission, zip, Draft(results, zip.hidden).add)
        if (pickled := results.with_suffix(".pkl")).exists():  # `otter grade` has put an empty one there
            pickled.write_bytes(otter_results(report, zip.assignment))
        write_whole(results, results_text(report, hidden=zip.hidden))
    except BaseException as error:
        results.unlink(missing_ok=True)
        if isinstance(error, AutograderError):
            sys.exit(f"There is no grade, through no fault of the student's: {error}")
        raise
    print(points_table(report, zip.assignment))


class Draft:
    """The results so far, a zero at first: what there is if the container is stopped."""

    def __init__(self, file: Path, hidden: str = HIDDEN) -> None:
        self.file, self.hidden = file, hidden
        self.found, self.written = list[CheckResult](), time.monotonic()

    def add(self, result: CheckResult) -> None:
        self.found.append(result)
        if time.monotonic() > self.written + SECONDS_BETWEEN_DRAFTS:
            self.write()

    def write(self) -> None:
        problem = _("The grading was stopped before all checks had run. Tell your instructor.")
        write_whole(
            self.file, results_text(Report("", "", "", tuple(self.found), problem), hidden=self.hidden)
        )
        self.written = time.monotonic()


def points_table(report: Report, assignment: Assignment) -> str:
    """Return a row for each exercise, the total, the layers of isolation, and why a submission could not be read or loaded."""
    rows = zip(
        [*assignment.exercises, "total"],
        earned_points(report, assignment),
        possible_points(assignment),
        strict=True,
    )
    lines = [f"{name:<20} {number(points or 0):>5} of {number(possible)}" for name, points, possible in rows]
    return "\n".join(
        [
            *lines,
            f"isolation: {report.isolation or 'not needed'}",
            *([report.problem] if report.problem else []),
        ]
    )


def otter_messages(report: Report) -> dict[CheckResult, str]:
    """Return what otter shows of each result: what a student may read."""
    shown = counterexample_places(report, hidden=False)
    words = {result: student_text(result, shown.get(result)) or _("passed") for result in report.results}
    return {result: f"{MARKS[result.verdict]} {text}" for result, text in words.items()}


def otter_results(report: Report, assignment: Assignment) -> bytes:
    """Return a pickle of otter's `GradingResults`: it has otter make them of plain JSON where it is read, since there is no otter here.

    `GradingResults.from_ottr_json` is otter's own way in for graders in other languages.
    """
    messages = otter_messages(report)
    files = [
        {
            "filename": f"{exercise}.py",
            "test_case_results": [
                _case(one, text) for one, text in messages.items() if one.exercise == exercise
            ],
        }
        for exercise in assignment.exercises
    ]
    return _pickled_call(
        "otter.test_files", "GradingResults.from_ottr_json", json.dumps({"test_file_results": files})
    )


def _case(result: CheckResult, message: str) -> dict[str, Any]:
    case = {"name": result.sentence, "code": "", "hidden": result.hidden, "points": result.max_points}
    case |= {"success_message": None, "failure_message": None}
    return {"test_case": case, "error": message, "passed": result.verdict is Verdict.PASSED}


def _pickled_call(module: str, function: str, text: str) -> bytes:
    """Return a pickle (protocol 4) whose value is what `module.function(text)` returns where it is read."""

    def unicode(text: str) -> bytes:
        return pickle.BINUNICODE + len(text.encode()).to_bytes(4, "little") + text.encode()

    name = unicode(module) + unicode(function) + pickle.STACK_GLOBAL
    return pickle.PROTO + b"\x04" + name + unicode(text) + pickle.TUPLE1 + pickle.REDUCE + pickle.STOP
