"""The journal of a class, OUT/grades.db: every finished check of every submission, under a key of all that its result depends on.

A submission's rows are written in one transaction as its report arrives: whatever ends a run, the next one goes on from there.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from autograder.classes import record_json as stored
from autograder.classes.cache_keys import check_keys, submission_key
from autograder.errors import UsageError
from autograder.exercises.assignment import Assignment, Check
from autograder.i18n import current_language, set_language
from autograder.results import WRONG, CheckResult, Counterexample, Report, Verdict
from autograder.sandbox.limits import Limits
from autograder.submissions.submission import Person, Submission

SCHEMA = """
CREATE TABLE IF NOT EXISTS run (last INTEGER PRIMARY KEY, text TEXT);
CREATE TABLE IF NOT EXISTS class (name TEXT PRIMARY KEY, file TEXT, submission BLOB, people TEXT) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS checks (submission BLOB, name TEXT, key BLOB, text TEXT, PRIMARY KEY (submission, name)) WITHOUT ROWID;
"""
ROWS = "SELECT name, key, text FROM checks WHERE submission = ?"
NEVER, WHOLE = (
    b"",
    "",
)  # the key of what must not be used again; the name of the row that tells of the whole submission
PROBLEM_AND_ISOLATION = tuple[str, str]  # which is what that row tells
PEOPLE = tuple[Person, ...]


@dataclass(frozen=True)
class Run:
    """What the last run was asked: which checks, here as results that passed, and how to write its views."""

    assignment: str
    checks: tuple[CheckResult, ...]
    language: str
    publish: bool


@dataclass(frozen=True)
class Row:
    """What one submission made of one check, and the counterexample if this is the first check that led to it."""

    verdict: Verdict
    message: str
    function: str
    mistake: str
    misconception: str
    hint: str
    example: Counterexample | None


PASSED = Row(Verdict.PASSED, "", "", "", "", "", None)


class Journal:
    """An open grades.db. To be iterated over: the reports of the last run, read one at a time, in the order of their names."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self.database, self.run, self.checks = database, Run("", (), "", False), dict[str, CheckResult]()
        self.keys: dict[str, tuple[bytes, ...]] = {}
        self.passed: dict[CheckResult, tuple[str, bytes, str]] = {}

    def begin(self, assignment: Assignment, limits: Limits, isolation: str, publish: bool = False) -> None:
        """Begin a run: nobody is in its class yet, and all that earlier runs have found is still there."""
        self._set(
            Run(
                assignment.name,
                tuple(check.passed for check in assignment.checks),
                current_language(),
                publish,
            )
        )
        whole, keys = check_keys(assignment, limits, isolation)
        self.keys = {
            WHOLE: (whole,),
            **{name: keys[check] for name, check in zip(self.checks, assignment.checks, strict=True)},
        }
        self.passed = {
            check: (name, self.keys[name][0], stored.text(PASSED)) for name, check in self.checks.items()
        }
        with self.database:
            self.database.execute("DELETE FROM class")
            self.database.execute("REPLACE INTO run VALUES (0, ?)", (stored.text(self.run),))

    def resume(self) -> Assignment:
        """Go back to the last run, and to its language; return what it graded, as far as views need that."""
        if not len(self):
            raise UsageError("nothing is graded there yet; `autograder grade` goes on")
        self._set(_record(Run, *self.database.execute("SELECT text FROM run").fetchone() or [None]))
        run = self.run
        set_language(run.language)
        checks = [
            Check(one.exercise, one.check, one.sentence, one.rung, one.max_points, one.hidden, print, NEVER)
            for one in run.checks
        ]
        return Assignment(run.assignment, (), tuple(checks))

    def _set(self, run: Run) -> None:
        self.run, self.checks = run, {_name(check): check for check in run.checks}

    def missing(self, submission: Submission) -> list[int]:
        """Return the places of the checks to grade: those without a result under their key.

        In an exercise where something went wrong these are all, since a diagnosis takes what passed for evidence, too.
        """
        rows = {
            name: (key, text)
            for name, key, text in self.database.execute(ROWS, (submission_key(submission),))
        }
        if not rows:
            return list(range(len(self.checks)))
        key, text = rows.get(WHOLE, (NEVER, '["?",""]'))
        if _record(PROBLEM_AND_ISOLATION, text)[0] and key not in self.keys[WHOLE]:
            return list(range(len(self.checks)))
        lacking = {name for name in self.checks if name not in rows or rows[name][0] not in self.keys[name]}
        suspect = [
            (self.checks[name].exercise, text)
            for name, (_, text) in rows.items()
            if lacking and name in self.checks
        ]
        wrong = {self.checks[name].exercise for name in lacking}
        wrong &= {exercise for exercise, text in suspect if _record(Row, text).verdict in WRONG}
        return [
            place
            for place, (name, check) in enumerate(self.checks.items())
            if name in lacking or check.exercise in wrong
        ]

    def keep(self, submission: Submission, report: Report | None = None) -> Report:
        """Keep what was graded, all or nothing of it; return the report with what earlier runs have graded besides."""
        key = submission_key(submission)
        with self.database:
            if report:
                self.database.executemany(
                    "REPLACE INTO checks VALUES (?, ?, ?, ?)", ((key, *row) for row in self._kept(report))
                )
            row = submission.name, submission.file, key, stored.text(submission.people)
            self.database.execute("REPLACE INTO class VALUES (?, ?, ?, ?)", row)
        return (
            report
            if report and len(report.results) == len(self.checks)
            else self._report(submission.name, submission.file, key)
        )

    def _kept(self, report: Report) -> Iterator[tuple[str, bytes, str]]:
        """Yield the rows of a report. What passed depends neither on mistakes nor on the language, unless the code had a problem."""
        examples = {example.function: example for example in report.counterexamples}
        yield WHOLE, self.keys[WHOLE][0], stored.text((report.problem, report.isolation))
        worded = report.results if report.problem else report.lacking
        if not report.problem:
            yield from (self.passed[one] for one in report.results if one.verdict is Verdict.PASSED)
        for one in sorted(worded, key=lambda one: one.hidden):
            example = examples.pop(one.function, None) if one.verdict in WRONG else None
            row = Row(
                one.verdict, one.message, one.function, one.mistake, one.misconception, one.hint, example
            )
            yield (
                _name(one),
                NEVER if one.verdict is Verdict.BROKEN else self.keys[_name(one)][1],
                stored.text(row),
            )

    def _report(self, name: str, file: str, key: bytes) -> Report:
        texts = {name: text for name, _, text in self.database.execute(ROWS, (key,))}
        rows = {name: _record(Row, texts.get(name)) for name in self.checks}
        examples = [
            rows[name].example
            for name in sorted(rows, key=lambda name: self.checks[name].hidden)
            if rows[name].example
        ]
        results = tuple(_result(self.checks[name], row) for name, row in rows.items())
        problem, isolation = _record(PROBLEM_AND_ISOLATION, texts.get(WHOLE))
        return Report(name, file, self.run.assignment, results, problem, isolation, tuple(examples))

    def people(self) -> dict[str, tuple[Person, ...]]:
        """Return whose each submission of the last run is."""
        return {
            name: _record(PEOPLE, text)
            for name, text in self.database.execute("SELECT name, people FROM class")
        }

    def __iter__(self) -> Iterator[Report]:
        for row in self.database.execute("SELECT name, file, submission FROM class ORDER BY name"):
            yield self._report(*row)

    def outlines(self) -> list[Report]:
        """Return the reports without what was said of each check: few results are left that differ, so ten thousand take little room."""
        known = dict[CheckResult, CheckResult]()

        def bare(result: CheckResult) -> CheckResult:
            if result.verdict is Verdict.PASSED:
                return result
            short = replace(result, message="", function="", hint="")
            return known.setdefault(short, short)

        return [
            replace(report, results=tuple(map(bare, report.results)), counterexamples=()) for report in self
        ]

    def __len__(self) -> int:
        return int(self.database.execute("SELECT count(*) FROM class").fetchone()[0])


def _name(check: CheckResult) -> str:
    return f"{check.exercise}/{'hidden' if check.hidden else 'visible'}/{check.check}"


def _result(passed: CheckResult, row: Row) -> CheckResult:
    """Return the result that a row tells; those that passed are one and the same, or ten thousand reports would be large."""
    if row.verdict is Verdict.PASSED:
        return passed
    return replace(passed, **{name: value for name, value in vars(row).items() if name != "example"})


def _record(kind: Any, text: str | None) -> Any:
    try:
        return stored.record(kind, text or "")
    except (ValueError, TypeError, RecursionError) as error:
        raise sqlite3.DatabaseError(f"a record is damaged ({type(error).__name__})") from None
