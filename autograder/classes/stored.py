"""The records of a journal: what its rows hold. An older version may have written fewer fields of them."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, replace
from typing import Any

from autograder.classes.record_json import from_json
from autograder.results import CheckResult, Counterexample, Mark, Verdict


@dataclass(frozen=True)
class Run:
    """What the last run graded, and how to write its views.

    `checks` are the results of a submission that passes everything.
    """

    assignment: str
    checks: tuple[CheckResult, ...]
    language: str
    publish: bool


@dataclass(frozen=True)
class StoredSubmission:
    """What the row about a submission as a whole holds. Journals of earlier versions have less.

    `file` is the one that counts.
    """

    problem: str
    isolation: str
    marks: tuple[Mark, ...] = ()
    note: str = ""
    file: str = ""


@dataclass(frozen=True)
class StoredResult:
    """The result of one check. `example` is stored with the first check that led to this counterexample."""

    verdict: Verdict
    message: str
    function: str
    mistake: str
    misconception: str
    hint: str
    example: Counterexample | None
    label: str = ""
    line: int = 0
    note: str = ""
    narrowed: str = ""


PASSED = StoredResult(Verdict.PASSED, "", "", "", "", "", None)


def row_name_of(check: CheckResult) -> str:
    return f"{check.exercise}/{'hidden' if check.hidden else 'visible'}/{check.check}"


def stored_result(result: CheckResult, example: Counterexample | None) -> StoredResult:
    return StoredResult(
        result.verdict,
        result.message,
        result.function,
        result.mistake,
        result.misconception,
        result.hint,
        example,
        result.label,
        result.line,
        result.note,
        result.narrowed,
    )


def restored_result(passed: CheckResult, stored: StoredResult) -> CheckResult:
    """Return a stored result. All that passed are the same object: ten thousand reports hold mostly these."""
    if stored.verdict is Verdict.PASSED:
        return passed
    return replace(passed, **{name: value for name, value in vars(stored).items() if name != "example"})


def read_record(kind: Any, text: str | None) -> Any:
    """Return the record that a row's text holds. Raises sqlite3.DatabaseError if the text is damaged."""
    try:
        return from_json(kind, text or "")
    except (ValueError, TypeError, RecursionError) as error:
        raise sqlite3.DatabaseError(f"a record is damaged ({type(error).__name__})") from None
