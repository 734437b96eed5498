"""The journal of a class, OUT/grades.db: the result of every finished check of every submission.

The code of every submission is in it, too, for the pages that show it.
Journals of earlier versions have no code.

Each result is stored under a key of everything that it depends on (cache_keys.py). A run reuses the results
whose keys are still the same. All rows of a submission are written in one transaction, as soon as its report
arrives. So an interrupted run loses only the submissions that were just being graded.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from functools import cached_property

from autograder.classes.cache_keys import CheckKeys, cache_keys, submission_key
from autograder.classes.check_rows import SUBMISSION_ROW, CheckRows, Row
from autograder.classes.packed_code import pack, pack_numbers, unpack, unpack_numbers
from autograder.classes.record_json import to_json
from autograder.classes.stored import (
    Run,
    StoredResult,
    StoredSubmission,
    read_record,
    restored_result,
    row_name_of,
    stored_result,
)
from autograder.errors import UsageError
from autograder.exercises.assignment import Assignment, Check
from autograder.i18n import set_language, wanted_languages
from autograder.results import WRONG, CheckResult, Report, Verdict
from autograder.sandbox.limits import Limits
from autograder.submissions.submission import Cell, Person, Submission

NO_KEY = b""  # is never valid: a result under it is not reused
LAST_RUN, ORDER = 0, 1  # rows of the table `run`
People = tuple[Person, ...]


class Journal:
    """An open grades.db. Iterating over it reads the reports of the last run one by one, in its order."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self.database = database
        self.run = Run("", (), "", False)
        self.checks = dict[str, CheckResult]()
        self.run_key = NO_KEY
        """The digest of everything but the submissions that the files of this run depend on."""
        self._submission_key = NO_KEY
        self._keys = dict[str, CheckKeys]()
        self._rows = CheckRows(database)

    def begin(
        self,
        assignment: Assignment,
        limits: Limits,
        isolation: str,
        publish: bool = False,
        order: tuple[str, ...] = (),
    ) -> None:
        """Begin a run. Its class is empty at first; the results of earlier runs stay.

        Args:
            order: The names of its submissions, as the views will have them.
        """
        self.prepare(assignment, limits, isolation, publish)
        with self.database:
            self._rows.store_list()
            self.database.execute("DELETE FROM class")
            self.database.execute("DELETE FROM uploads")
            rows = (LAST_RUN, to_json(self.run)), (ORDER, to_json(order))
            self.database.executemany("REPLACE INTO run VALUES (?, ?)", rows)

    def prepare(self, assignment: Assignment, limits: Limits, isolation: str, publish: bool = False) -> None:
        """Compute the keys of a run, and store nothing yet."""
        passed = tuple(check.passed for check in assignment.checks)
        self._set_run(Run(assignment.name, passed, ":".join(wanted_languages()), publish))
        keys = cache_keys(assignment, limits, isolation)
        self.run_key = keys.digest(to_json(self.run))
        self._submission_key = keys.submission
        self._keys = {row_name_of(check.passed): keys.checks[check] for check in assignment.checks}
        self._rows.use({name: key.passed for name, key in self._keys.items()})

    def is_last_run(self, submissions: Sequence[Submission]) -> bool:
        """Whether the last run was what is prepared, with the same people in the same order."""
        order = to_json(tuple(one.name for one in submissions))
        if (self._run_text(LAST_RUN), self._run_text(ORDER)) != (to_json(self.run), order):
            return False
        rows = self.database.execute("SELECT name, people, number FROM class LEFT JOIN uploads USING (name)")
        people = {one.name: (to_json(one.people), one.upload_number) for one in submissions}
        return {name: (text, number) for name, text, number in rows} == people

    def resume(self) -> Assignment:
        """Return to the last run and its language; return its assignment, as far as views need it."""
        if not len(self):
            raise UsageError("nothing is graded there yet; `autograder grade` goes on")
        self._set_run(read_record(Run, self._run_text(LAST_RUN)))
        set_language(self.run.language)
        checks = [
            Check(one.exercise, one.check, one.sentence, one.rung, one.max_points, one.hidden, print, NO_KEY)
            for one in self.run.checks
        ]
        return Assignment(self.run.assignment, (), tuple(checks))

    def last_assignment(self) -> str:
        """Return the name of the assignment that the last run graded."""
        run: Run = read_record(Run, self._run_text(LAST_RUN))
        return run.assignment

    def _run_text(self, row: int) -> str | None:
        query = "SELECT text FROM run WHERE last = ?"
        text: str | None = (self.database.execute(query, (row,)).fetchone() or [None])[0]
        return text

    def _set_run(self, run: Run) -> None:
        self.run = run
        self.checks = {row_name_of(check): check for check in run.checks}

    def checks_to_grade(self, submission: Submission) -> list[int]:
        """Return the positions of the checks that have no valid result.

        If one of them is in an exercise with a wrong result, all checks of that exercise are returned.
        A diagnosis needs the results of all of them.
        """
        rows = self._rows.read(submission_key(submission))
        if not self._problem_is_valid(rows):
            return list(range(len(self.checks)))
        outdated = {name for name in self.checks if not self._is_valid(name, rows)}
        if outdated and submission.alternatives:  # all points decide which of the files counts
            return list(range(len(self.checks)))
        affected = {self.checks[name].exercise for name in outdated}
        wrong = {
            check.exercise
            for name, check in self.checks.items()
            if check.exercise in affected
            and name in rows
            and read_record(StoredResult, rows[name][1]).verdict in WRONG
        }
        return [
            position
            for position, (name, check) in enumerate(self.checks.items())
            if name in outdated or check.exercise in wrong
        ]

    def _problem_is_valid(self, rows: dict[str, tuple[bytes, str]]) -> bool:
        """Whether the submission loaded without a problem, or its problem has the key of this run."""
        if SUBMISSION_ROW not in rows:
            return False
        key, text = rows[SUBMISSION_ROW]
        whole = read_record(StoredSubmission, text)
        return not (whole.problem or whole.note) or key == self._submission_key

    def _is_valid(self, name: str, rows: dict[str, tuple[bytes, str]]) -> bool:
        keys = self._keys[name]
        return name in rows and rows[name][0] in (keys.passed, keys.worded)

    def store(self, submission: Submission, report: Report) -> Report:
        """Store the results of a report, all or none; return it with the results of earlier runs added."""
        key = submission_key(submission)
        with self.database:
            self._rows.write(key, _passed(report), self._rows_of(report))
            self._store_costs(key, report)
            self._add_to_class(submission, key, report.file)
        complete = len(report.results) == len(self.checks)
        return report if complete else self._report(submission.name, report.file, key)

    def reuse(self, submission: Submission) -> Report:
        """Add a submission to the class of this run; return its report, made of results of earlier runs."""
        key = submission_key(submission)
        report = self._report(submission.name, submission.file, key)
        with self.database:
            self._add_to_class(submission, key, report.file)
        return report

    def _add_to_class(self, submission: Submission, key: bytes, file: str) -> None:
        row = submission.name, file, key, to_json(submission.people)
        self.database.execute("REPLACE INTO class VALUES (?, ?, ?, ?)", row)
        number = submission.name, submission.upload_number
        self.database.execute("REPLACE INTO uploads VALUES (?, ?)", number)
        packed = pack(submission.counted(file).code)
        self.database.execute("INSERT OR IGNORE INTO sources VALUES (?, ?)", (key, packed))

    def _rows_of(self, report: Report) -> Iterator[Row]:
        """Yield the rows of a report, without the checks that passed.

        If the submission had a problem, these have a row, too: then they depend on the language.
        """
        yield (
            SUBMISSION_ROW,
            self._submission_key,
            to_json(
                StoredSubmission(report.problem, report.isolation, report.marks, report.note, report.file)
            ),
        )
        worded = report.results if report.problem else report.lacking
        examples = {example.function: example for example in report.counterexamples}
        for result in sorted(worded, key=lambda result: result.hidden):
            example = examples.pop(result.function, None) if result.verdict in WRONG else None
            name = row_name_of(result)
            key = NO_KEY if result.verdict is Verdict.BROKEN else self._keys[name].worded
            yield name, key, to_json(stored_result(result, example))

    def _report(self, name: str, file: str, key: bytes) -> Report:
        texts = {row_name: text for row_name, (_, text) in self._rows.read(key).items()}
        stored = {row_name: read_record(StoredResult, texts.get(row_name)) for row_name in self.checks}
        visible_first = sorted(stored, key=lambda row_name: self.checks[row_name].hidden)
        examples = tuple(stored[row_name].example for row_name in visible_first if stored[row_name].example)
        results = tuple(restored_result(self.checks[row_name], one) for row_name, one in stored.items())
        whole = read_record(StoredSubmission, texts.get(SUBMISSION_ROW))
        costs = self._costs(key)
        seconds = tuple(costs.get(row_name, 0.0) for row_name in self.checks) if costs else ()
        return Report(
            name,
            whole.file or file,
            self.run.assignment,
            results,
            whole.problem,
            whole.isolation,
            examples,
            whole.marks,
            seconds,
            int(costs.get(SUBMISSION_ROW, 0)),
            whole.note,
        )

    def _costs(self, key: bytes) -> dict[str, float]:
        """Return the seconds by check, and the bytes of memory of the submission as a whole."""
        query = "SELECT packed FROM costs WHERE submission = ?"
        row = self.database.execute(query, (key,)).fetchone() if "costs" in self._tables else None
        return unpack_numbers(row[0]) if row else {}

    def _store_costs(self, key: bytes, report: Report) -> None:
        """Store what a report cost; of checks that it does not have, the cost in an earlier run stays."""
        if report.seconds:
            costs = self._costs(key)
            costs |= zip(map(row_name_of, report.results), report.seconds, strict=True)
            costs[SUBMISSION_ROW] = max(costs.get(SUBMISSION_ROW, 0), report.memory_bytes)
            self.database.execute("REPLACE INTO costs VALUES (?, ?)", (key, pack_numbers(costs)))

    def report(self, name: str) -> Report:
        """Return the report of one submission of the last run."""
        row = self.database.execute("SELECT name, file, submission FROM class WHERE name = ?", (name,))
        return self._report(*row.fetchone())

    def code(self, name: str) -> tuple[Cell, ...]:
        """Return the code of a submission of the last run; nothing if an earlier version has stored it."""
        query = "SELECT packed FROM sources JOIN class USING (submission) WHERE name = ?"
        row = self.database.execute(query, (name,)).fetchone() if "sources" in self._tables else None
        return unpack(row[0]) if row else ()

    def upload_numbers(self) -> dict[str, int]:
        """Return the number of each upload of the last run, as far as a platform gave one."""
        if "uploads" not in self._tables:
            return {}
        return dict(self.database.execute("SELECT name, number FROM uploads WHERE number > 0"))

    @cached_property
    def _tables(self) -> set[str]:
        """The names of all tables: a journal of an earlier version has fewer."""
        tables = self.database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        return {name for (name,) in tables}

    def people(self) -> dict[str, People]:
        """Return the people of each submission of the last run."""
        rows = self.database.execute("SELECT name, people FROM class")
        return {name: read_record(People, text) for name, text in rows}

    def __iter__(self) -> Iterator[Report]:
        names = [name for (name,) in self.database.execute("SELECT name FROM class ORDER BY name")]
        text = self._run_text(ORDER)
        positions = {
            name: position for position, name in enumerate(read_record(tuple[str, ...], text) if text else ())
        }
        for name in sorted(names, key=lambda name: positions.get(name, len(positions))):
            yield self.report(name)

    def by_name(self) -> Iterator[Report]:
        """Yield the reports of the last run sorted by name."""
        for row in self.database.execute("SELECT name, file, submission FROM class ORDER BY name"):
            yield self._report(*row)

    def __len__(self) -> int:
        return int(self.database.execute("SELECT count(*) FROM class").fetchone()[0])


def _passed(report: Report) -> set[str]:
    """Return the names of the checks that passed, and whose results depend on nothing but the code."""
    passed = (result for result in report.results if result.verdict is Verdict.PASSED)
    return set() if report.problem else set(map(row_name_of, passed))
