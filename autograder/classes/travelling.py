"""What travels between the command and other machines: tasks there, reports with their files back.

Nothing that a student wrote is ever un-pickled: a task and a report are JSON text, a file is plain bytes.
A report names the checks that passed by their indices, and has the others whole.
"""

from __future__ import annotations

import json
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
"""Bytes of a report with its files."""


@dataclass(frozen=True)
class TravellingSetup:
    """The first message to a grader on another machine. Its replies are texts, with the files for OUT."""

    assignment: str
    solutions: Path
    limits: Limits
    languages: str
    publish: bool
    unsafe: bool = False

    def task(self, message: str) -> Task:
        """Return the task in a text."""
        return task_from(message)

    def reply(self, report: Report, assignment: Assignment, task: Task) -> bytes:
        """Return the report of a task, with its files if it asks for them."""
        code = task.submission.counted(report.file).code
        files = submission_files(report, assignment, code, self.publish) if task.write_results else {}
        return packed(report_text(report, assignment), files)

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
    indices = {row_name_of(check.passed): index for index, check in enumerate(assignment.checks)}
    results = [
        index if one.verdict is Verdict.PASSED else [index, to_json.__wrapped__(stored_result(one, None))]
        for one in report.results
        for index in [indices[row_name_of(one)]]
    ]
    whole = to_json.__wrapped__(replace(report, results=(), seconds=()))
    return json.dumps([whole, report.seconds, results], separators=(",", ":"))


def report_from(text: str, assignment: Assignment) -> Report:
    """Return the report in a text. Raises ValueError if there is none."""
    checks = assignment.checks
    try:
        whole, seconds, results = json.loads(text)
        found = tuple(
            checks[one].passed
            if type(one) is int
            else restored_result(checks[one[0]].passed, from_json.__wrapped__(StoredResult, one[1]))
            for one in results
        )
        report: Report = from_json.__wrapped__(Report, whole)
    except (TypeError, LookupError) as error:
        raise ValueError(f"this is no report: {error}") from None
    return replace(report, results=found, seconds=tuple(map(float, seconds)))


def packed(record: str, files: Mapping[str, str]) -> bytes:
    """Return a report with its files: a line of JSON, then the files as they will be on disk.

    The line has the record, and the path and length of each file. Nothing is compressed: that would cost
    more than it saves between machines of one network.
    """
    contents = {path: text.encode("utf-8", "replace") for path, text in files.items()}
    head = json.dumps([record, [(path, len(content)) for path, content in contents.items()]])
    return b"".join([head.encode(), b"\n", *contents.values()])


def unpacked(data: bytes) -> tuple[str, dict[str, bytes]]:
    """Return what `packed` was given. Raises ValueError if it is too long, or damaged."""
    end = data.find(b"\n")
    if len(data) > MAX_REPLY or end < 0:
        raise ValueError("it is too long, or its end is missing")
    record, lengths = json.loads(data[:end])
    files, start = dict[str, bytes](), end + 1
    for path, length in lengths:
        files[path] = data[start : start + length]
        start += length
    if start != len(data):
        raise ValueError("a file is missing, or too long")
    return str(record), files
