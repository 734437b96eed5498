"""What a run has written, so that the next run leaves the files that would become the same.

A file is left if everything that it is made of is the same, and if what is on disk is what was written: each
file is read, and its digest compared.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from autograder.classes.cache_keys import PACKAGE, submission_key
from autograder.classes.journal import Journal
from autograder.classes.record_json import from_json, to_json
from autograder.reports.folder import OutputFolder
from autograder.reports.terminal import failures
from autograder.results import Report, Verdict
from autograder.submissions.submission import Submission

CLASS_ROW = ""  # the row about the files of the whole class
CLASS_FILES = ("final_grades.csv", "items.csv", "checks.csv", "report/index.html")
RENDERERS = ("jinja2", "vl_convert_python")


@dataclass(frozen=True)
class Glance:
    """What the progress and the last lines of a run say of a submission."""

    submission: str
    ratio: float
    failures: tuple[str, ...]
    isolation: str
    notes: tuple[tuple[str, str], ...] = ()
    """Notes for the author, by check."""


def glance_at(report: Report) -> Glance:
    """Return a report at a glance."""
    notes = tuple((result.check, result.note) for result in report.lacking if result.note)
    ratio, kinds = report.points / report.max_points, tuple(sorted(failures(report)))
    return Glance(report.submission, ratio, kinds, report.isolation, notes)


NO_ROW = (b"", b"", "")


@dataclass(frozen=True)
class ClassRecord:
    """What the last lines of a run say of the class: the files for gradebooks."""

    gradebooks: tuple[str, ...]


@dataclass
class Written:
    """The table `written` of a journal whose run has begun: by submission, what its files are made of.

    Rows are noted when everything is written. So those of a run that was killed are those of the run before,
    whose digests tell that the files are no longer the same.
    """

    journal: Journal
    folder: OutputFolder
    rows: dict[str, tuple[bytes, bytes, str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        found = self.journal.database.execute("SELECT name, made_of, digest, glance FROM written")
        self.rows = {name: (made_of, digest, text) for name, made_of, digest, text in found}

    def may_cover(self, submissions: Sequence[Submission]) -> bool:
        """Whether there are rows for exactly these submissions, and for the class."""
        return self.rows.keys() == {CLASS_ROW, *(one.name for one in submissions)}

    def is_same(self, submission: Submission) -> bool:
        """Whether the files of a submission are on disk as they would be written."""
        made_of, digest, _text = self.rows.get(submission.name, NO_ROW)
        is_made_of_the_same = made_of == self._made_of(submission)
        return is_made_of_the_same and digest == self.folder.digest(*self.folder.paths(submission.name))

    def whole_class(self, submissions: Sequence[Submission]) -> list[Glance] | None:
        """Return a class at a glance if it is the last run's and every file is the same; else None."""
        if not self.may_cover(submissions) or not self.journal.is_last_run(submissions):
            return None
        made_of, digest, _text = self.rows[CLASS_ROW]
        if not all(map(self.is_same, submissions)):
            return None
        if made_of != self._made_of_class(submissions) or digest != self.folder.digest(*self._class_files()):
            return None
        return [from_json(Glance, self.rows[one.name][2]) for one in submissions]

    def gradebooks(self) -> tuple[str, ...]:
        """Return the names of the files for gradebooks that the last run has written."""
        text = self.rows[CLASS_ROW][2] if CLASS_ROW in self.rows else "[[]]"
        record: ClassRecord = from_json(ClassRecord, text)
        return record.gradebooks

    def note(
        self, submissions: Sequence[Submission], glances: Mapping[str, Glance], gradebooks: Iterable[str]
    ) -> None:
        """Note the files of these submissions, and those of the class, which are all written by now.

        Files of a submission with a broken check, or of one that was not reached, are not noted.
        """
        done = [one for one in submissions if one.name in glances and not _is_broken(glances[one.name])]
        record = to_json(ClassRecord(tuple(gradebooks)))
        self.rows[CLASS_ROW] = self._made_of_class(done), b"", record
        digest = self.folder.digest(*self._class_files())
        with self.journal.database as database:
            database.execute("DELETE FROM written")
            rows = [self._row(one, glances[one.name]) for one in done]
            rows.append((CLASS_ROW, self._made_of_class(done), digest, record))
            database.executemany("REPLACE INTO written VALUES (?, ?, ?, ?)", rows)

    def _row(self, submission: Submission, one: Glance) -> tuple[str, bytes, bytes, str]:
        digest = self.folder.digest(*self.folder.paths(submission.name))
        return submission.name, self._made_of(submission), digest, to_json(one)

    def _class_files(self) -> Iterator[str]:
        yield from CLASS_FILES
        yield from self.gradebooks()

    def _made_of(self, submission: Submission) -> bytes:
        return _digest(self.journal.run_key, _renderers(), submission.name, submission_key(submission))

    def _made_of_class(self, submissions: Sequence[Submission]) -> bytes:
        people = [(one.name, one.people) for one in submissions]
        return _digest(self.journal.run_key, _renderers(), people)


@cache
def _renderers() -> bytes:
    """Return a digest of what turns reports into files: the templates, and the packages behind them."""
    templates = (file for file in Path(PACKAGE, "reports", "templates").rglob("*") if file.is_file())
    return _digest(*((file.name, file.read_bytes()) for file in sorted(templates)), *map(_version, RENDERERS))


def _is_broken(glance: Glance) -> bool:
    return Verdict.BROKEN.value in glance.failures


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""


def _digest(*parts: object) -> bytes:
    return hashlib.sha256(repr(parts).encode("utf-8", "surrogatepass")).digest()[:16]
