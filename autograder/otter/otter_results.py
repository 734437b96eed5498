"""Reports as otter reads them, made without otter: it is not installed in the image that grades."""

from __future__ import annotations

import json
import pickle
from typing import Any

from autograder.exercises.assignment import Assignment
from autograder.i18n import _
from autograder.reports.student_text import MARKS, counterexamples_shown, student_text
from autograder.results import CheckResult, Report, Verdict


def otter_messages(report: Report) -> dict[CheckResult, str]:
    """Return what otter shows of each result: what a student may read."""
    shown = counterexamples_shown(report, hidden=False)
    texts = {result: student_text(result, shown.get(result)) or _("passed") for result in report.results}
    return {result: f"{MARKS[result.verdict]} {text}" for result, text in texts.items()}


def otter_results(report: Report, assignment: Assignment) -> bytes:
    """Return a pickle of otter's `GradingResults`.

    The pickle contains plain JSON. Where it is read, otter makes the object from it, with
    `GradingResults.from_ottr_json`: otter's own function for graders in other languages.
    """
    messages = otter_messages(report)
    files = [
        {
            "filename": f"{exercise}.py",
            "test_case_results": [
                _case(result, text) for result, text in messages.items() if result.exercise == exercise
            ],
        }
        for exercise in assignment.exercises
    ]
    text = json.dumps({"test_file_results": files})
    return _pickled_call("otter.test_files", "GradingResults.from_ottr_json", text)


def _case(result: CheckResult, message: str) -> dict[str, Any]:
    case = {"name": result.sentence, "code": "", "hidden": result.hidden, "points": result.max_points}
    case |= {"success_message": None, "failure_message": None}
    return {"test_case": case, "error": message, "passed": result.verdict is Verdict.PASSED}


def _pickled_call(module: str, function: str, argument: str) -> bytes:
    """Return a pickle, protocol 4. Reading it returns what `module.function(argument)` returns there."""

    def unicode(text: str) -> bytes:
        return pickle.BINUNICODE + len(text.encode()).to_bytes(4, "little") + text.encode()

    name = unicode(module) + unicode(function) + pickle.STACK_GLOBAL
    return pickle.PROTO + b"\x04" + name + unicode(argument) + pickle.TUPLE1 + pickle.REDUCE + pickle.STOP
