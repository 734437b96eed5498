"""Keys of results: a key is a digest of everything that a result depends on.

Two results with the same key are the same result, so a run may reuse the one that the journal holds.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from autograder import __version__
from autograder.exercises.assignment import Assignment, Check
from autograder.exercises.layout import INPUTS, TRAITS, mistake_files
from autograder.i18n import wanted_languages
from autograder.sandbox.limits import Limits
from autograder.submissions.submission import Submission

PACKAGE = Path(__file__).parent.parent
WITHOUT_EFFECT = (".md", ".svg", ".diff")  # no result depends on files with these suffixes


@dataclass(frozen=True)
class CheckKeys:
    """The keys of one check's results.

    `passed` is the key of a result that passed: a digest of the check, the solution, this package and the
    limits. `worded` is the key of every other result. Its message also depends on the mistakes, on the
    other checks of the exercise, which are evidence for a diagnosis, and on the language.
    """

    passed: bytes
    worded: bytes


@dataclass(frozen=True)
class CacheKeys:
    """The keys of one run. `submission` is that of what is said about a submission as a whole."""

    submission: bytes
    checks: dict[Check, CheckKeys]

    def digest(self, *others: object) -> bytes:
        """Return a digest of all keys, and of more that the files of a run depend on."""
        return _digest(self.submission, [(one.passed, one.worded) for one in self.checks.values()], *others)


def submission_key(submission: Submission) -> bytes:
    """Return the digest of a submission: all of its code, and the names of its files, which messages contain.

    A changed module is another submission, even if the file that imports it is the same.
    """
    code = [(cell.label, cell.source) for cell in submission.cells]
    others = [submission_key(one) for one in submission.alternatives]
    others += [submission.note.encode()] if submission.note else []
    return _digest(submission.file, submission.problem, code, sorted(submission.modules.items()), *others)


def package_digest() -> bytes:
    """Return the digest of this package's code and messages."""
    return _digest_of_files(file for file in PACKAGE.rglob("*") if file.suffix in (".py", ".mo"))


def cache_keys(assignment: Assignment, limits: Limits, isolation: str) -> CacheKeys:
    """Return the keys of all results of a run with these limits and at this level of isolation."""
    versions = __version__, sys.version_info[:3], np.__version__
    files = [sorted(assignment.files.items())] if assignment.files else []
    common = _digest(package_digest(), *versions, limits.at_least(assignment.limits), isolation, *files)
    keys = dict[Check, CheckKeys]()
    for folder in assignment.folders:
        checks = [check for check in assignment.checks if check.exercise == folder.name]
        keys |= _exercise_keys(folder, checks, common)
    return CacheKeys(_digest(common, wanted_languages()), keys)


def _exercise_keys(folder: Path, checks: list[Check], common: bytes) -> dict[Check, CheckKeys]:
    """Return the keys of an exercise's checks; `common` is the digest of what all exercises depend on."""
    catalogue = {folder / INPUTS, folder / TRAITS, *mistake_files(folder)}
    solution = _digest_of_files(
        file
        for file in {*folder.glob("*")} - catalogue
        if file.suffix not in WITHOUT_EFFECT and not file.name.startswith("test_")
    )
    passed = {check: _digest(common, solution, check.name, check.source_digest) for check in checks}
    wording = _digest(_digest_of_files(catalogue), wanted_languages(), *passed.values())
    return {check: CheckKeys(key, _digest(key, wording)) for check, key in passed.items()}


def _digest_of_files(files: Iterable[Path]) -> bytes:
    return _digest(*((file.name, file.read_bytes()) for file in sorted(files) if file.is_file()))


def _digest(*parts: object) -> bytes:
    return hashlib.sha256(repr(parts).encode("utf-8", "surrogatepass")).digest()[:16]
