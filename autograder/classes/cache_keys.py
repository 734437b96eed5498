"""What the result of a check depends on, as keys: two results under one key are the same result."""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path

import numpy as np

from autograder import __version__
from autograder.exercises.assignment import Assignment, Check
from autograder.i18n import current_language
from autograder.sandbox.limits import Limits
from autograder.submissions.submission import Submission

PACKAGE = Path(__file__).parent.parent
NO_ANSWER = (".md", ".svg", ".diff")


def submission_key(submission: Submission) -> bytes:
    """Return what stands for a submission: its code, and its file's name, which messages tell."""
    return _digest(
        submission.file, submission.problem, *((cell.label, cell.source) for cell in submission.cells)
    )


def check_keys(
    assignment: Assignment, limits: Limits, isolation: str
) -> tuple[bytes, dict[Check, tuple[bytes, bytes]]]:
    """Return the key of what is said of a whole submission, and two for each check.

    The first is for what passed: its points depend on the check, the answer, this package and the limits. The words about what did not
    depend on the catalogue, on the other checks of the exercise, which are evidence for a diagnosis, and on the language, too.
    """
    package = _files(*(file for file in PACKAGE.rglob("*") if file.suffix in (".py", ".mo")))
    common = _digest(
        package,
        __version__,
        sys.version_info[:3],
        np.__version__,
        limits.at_least(assignment.limits),
        isolation,
    )
    keys = dict[Check, tuple[bytes, bytes]]()
    for folder in assignment.folders:
        catalogue = {folder / "inputs.py", *(folder / "mistakes").glob("*.py")}
        own = [
            file
            for file in {*folder.glob("*")} - catalogue
            if file.suffix not in NO_ANSWER and not file.name.startswith("test_")
        ]
        answer = _files(*own)
        checks = [check for check in assignment.checks if check.exercise == folder.name]
        passed = {check: _digest(common, answer, check.name, check.source_digest) for check in checks}
        words = _digest(_files(*catalogue), current_language(), *passed.values())
        keys |= {check: (key, _digest(key, words)) for check, key in passed.items()}
    return _digest(common, current_language()), keys


def _files(*files: Path) -> bytes:
    return _digest(*((file.name, file.read_bytes()) for file in sorted(files) if file.is_file()))


def _digest(*parts: object) -> bytes:
    return hashlib.sha256(repr(parts).encode("utf-8", "surrogatepass")).digest()[:16]
