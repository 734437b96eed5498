"""Checking a student's own work: once, or again whenever the file is saved."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from autograder.errors import UsageError
from autograder.grading.grader import Grader
from autograder.results import Report
from autograder.sandbox.limits import Limits
from autograder.sandbox.unisolated import ChildWorker
from autograder.students.own_folder import hidden_check_count, own_assignment, own_file, own_submission

SECONDS_BETWEEN_LOOKS = 0.2


@dataclass(frozen=True)
class OwnCheck:
    """The report of the visible checks, and how many checks run only at grading."""

    report: Report
    hidden_checks: int


def own_checks(path: Path, watch: bool = False) -> Iterator[OwnCheck]:
    """Check the script or notebook at `path`; with `watch`, check it again after each change, without end.

    The student's code runs in a plain child process, with the student's own rights, as it does anyway.
    """
    while True:
        changed = _changed_at(path)
        folder = own_file(path).parent
        report = Grader(own_assignment(folder), ChildWorker, Limits()).grade(own_submission(path))
        yield OwnCheck(report, hidden_check_count(folder))
        if not watch:
            return
        while _changed_at(path) in (changed, None):
            time.sleep(SECONDS_BETWEEN_LOOKS)


def _changed_at(path: Path) -> int | None:
    """Return when the student's file was changed. It may be missing for a moment while an editor saves it."""
    try:
        return own_file(path).stat().st_mtime_ns
    except (UsageError, OSError):
        return None
