"""An unpacked autograder: the assignment in it, and grading one submission with it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from autograder.errors import AuthorError
from autograder.exercises.assignment import Assignment
from autograder.exercises.handed_out import unpacked
from autograder.exercises.layout import HANDED_OUT
from autograder.exercises.load import find_assignment
from autograder.exercises.required import installed_for
from autograder.grading.grader import Grader, OnResult
from autograder.i18n import set_language
from autograder.reports.final_grades import earned_points, possible_points
from autograder.results import Report, Verdict
from autograder.sandbox.limits import Limits
from autograder.sandbox.self_test import open_sandbox
from autograder.submissions.handed_out import HandedOut
from autograder.submissions.submission import Submission
from autograder.text import number

PLUGIN = "autograder.otter.plugin.AutograderPlugin"
HIDDEN = "after_published"  # when hidden checks are shown, in Gradescope's words


@dataclass(frozen=True)
class PackedAssignment:
    """The assignment in an autograder, and how to grade it. `hidden` says when hidden checks are shown."""

    assignment: Assignment
    limits: Limits
    hidden: str
    handed_out: HandedOut


def plugin_settings(source: Path) -> dict[str, Any]:
    """Return the plugin's settings in the autograder that is unpacked in `source`."""
    config = json.loads((source / "otter_config.json").read_text(encoding="utf-8"))
    (found,) = (plugin[PLUGIN] for plugin in config["plugins"] if PLUGIN in plugin)
    return dict(found)


def read_packed(source: Path, settings: dict[str, Any]) -> PackedAssignment:
    """Return what the autograder that is unpacked in `source` holds, and switch to its language."""
    set_language(settings.get("lang"))
    assignment = find_assignment(settings["assignment"], source / "tests" / "exercises")
    file = source / "tests" / "exercises" / HANDED_OUT
    handed_out = (
        unpacked(assignment.name, file.read_bytes()) if file.is_file() else HandedOut(assignment.name)
    )
    limits = Limits(**settings.get("limits", {}))
    return PackedAssignment(assignment, limits, settings.get("hidden", HIDDEN), handed_out)


def grade_packed(
    submission: Submission, packed: PackedAssignment, on_result: OnResult = lambda result: None
) -> Report:
    """Return the report of a submission.

    Raises SandboxError if student code can't be isolated, and AuthorError if a check is broken. Then there is
    no grade, which is an alarm. It is not a grade of zero.
    """
    packages = installed_for(packed.assignment) | submission.packages
    with open_sandbox(packed.limits, packages=packages) as sandbox:
        report = Grader(packed.assignment, sandbox.start_worker, packed.limits).grade(submission, on_result)
    for result in report.results:
        if result.verdict is Verdict.BROKEN:
            reason = "a check is broken; `autograder grade` on this file says why"
            raise AuthorError(f"{result.exercise}: {reason}. {result.sentence}")
    return report


def points_table(report: Report, assignment: Assignment) -> str:
    """Return a line for each exercise, for the total, the isolation, and the submission's problem if any."""
    rows = zip(
        [*assignment.exercises, "total"],
        earned_points(report, assignment),
        possible_points(assignment),
        strict=True,
    )
    lines = [f"{name:<20} {number(points or 0):>5} of {number(possible)}" for name, points, possible in rows]
    lines.append(f"isolation: {report.isolation or 'not needed'}")
    return "\n".join([*lines, report.problem] if report.problem else lines)
