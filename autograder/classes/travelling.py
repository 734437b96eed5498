"""What travels between the command and other machines, as JSON text: tasks there, reports back.

Nothing that a student wrote is ever un-pickled: it is text in JSON.
A report names the checks that passed by their places, and has the others whole.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from autograder.classes.pool import Task
from autograder.classes.record_json import from_json, to_json
from autograder.classes.stored import StoredResult, restored_result, row_name_of, stored_result
from autograder.exercises.assignment import Assignment
from autograder.i18n import set_language
from autograder.reports.folder import submission_files
from autograder.results import Report, Verdict
from autograder.sandbox.limits import Limits
from autograder.submissions.submission import Cell, Submission

NOT_GRADED = ("people", "upload_number")
"""Fields of a submission that stay at home: no grader needs them."""
MAX_REPLY = 256 << 20
"""Bytes of a reply about a batch."""


@dataclass(frozen=True)
class TravellingSetup:
    """The first message to a grader on another machine. Its replies are texts, with the files for OUT."""

    assignment: str
    solutions: Path
    limits: Limits
    languages: str
    publish: bool
    unsafe: bool = False

    def reply(self, report: Report, assignment: Assignment, task: Task) -> str:
        """Return the report of a task as text, with its files if it asks for them."""
        code = task.submission.counted(report.file).code
        files = submission_files(report, assignment, code, self.publish) if task.write_results else {}
        return json.dumps([report_text(report, assignment), files], separators=(",", ":"))

    def prepare(self) -> None:
        """Speak the language of the run."""
        set_language(self.languages)


def task_text(task: Task) -> str:
    """Return a task as JSON. A lone surrogate is escaped."""
    return json.dumps([_submission_data(task.submission), task.checks, task.write_results])


def task_from(text: str) -> Task:
    """Return the task that `task_text` was given, without what is `NOT_GRADED`."""
    data, checks, write_results = json.loads(text)
    return Task(_submission_from(data), tuple(checks), write_results)


def _submission_data(submission: Submission) -> dict[str, Any]:
    data = {one.name: getattr(submission, one.name) for one in fields(submission)}
    data |= {
        "cells": [(cell.label, cell.source) for cell in submission.cells],
        "alternatives": [_submission_data(one) for one in submission.alternatives],
        "modules": dict(submission.modules),
    }
    return {name: value for name, value in data.items() if name not in NOT_GRADED}


def _submission_from(data: Mapping[str, Any]) -> Submission:
    cells = tuple(Cell(label, source) for label, source in data["cells"])
    alternatives = tuple(map(_submission_from, data["alternatives"]))
    return Submission(**{**data, "cells": cells, "alternatives": alternatives})


def report_text(report: Report, assignment: Assignment) -> str:
    """Return a report as JSON, for one who has the same assignment."""
    places = {row_name_of(check.passed): place for place, check in enumerate(assignment.checks)}
    results = [
        place if one.verdict is Verdict.PASSED else [place, to_json.__wrapped__(stored_result(one, None))]
        for one in report.results
        for place in [places[row_name_of(one)]]
    ]
    return json.dumps([to_json.__wrapped__(replace(report, results=())), results], separators=(",", ":"))


def report_from(text: str, assignment: Assignment) -> Report:
    """Return the report in a text. Raises ValueError if there is none."""
    checks = assignment.checks
    try:
        whole, results = json.loads(text)
        found = tuple(
            checks[one].passed
            if type(one) is int
            else restored_result(checks[one[0]].passed, from_json.__wrapped__(StoredResult, one[1]))
            for one in results
        )
        report: Report = from_json.__wrapped__(Report, whole)
    except (TypeError, LookupError) as error:
        raise ValueError(f"this is no report: {error}") from None
    return replace(report, results=found)


def packed(text: str) -> bytes:
    """Return a reply, compressed: pages become a tenth."""
    return zlib.compress(text.encode(), 1)


def unpacked(data: bytes) -> str:
    """Return the text of a reply. Raises ValueError if it is too long, or damaged."""
    whole = zlib.decompressobj()
    try:
        text = whole.decompress(data, MAX_REPLY)
    except zlib.error as error:
        raise ValueError(str(error)) from None
    if not whole.eof:
        raise ValueError("it is too long, or its end is missing")
    return text.decode()
