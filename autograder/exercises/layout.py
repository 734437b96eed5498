"""The names of the files in an exercise's folder.

`solutions/<exercise>/` has all of them, `assignments/<exercise>/` the public ones.
An autograder's zip has those that are needed to grade.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

VISIBLE_CHECKS = "test_visible.py"
HIDDEN_CHECKS = "test_hidden.py"  # what makes a folder an exercise
INPUTS = "inputs.py"  # for counterexamples; optional
STATEMENT = "statement.md"
STATEMENTS = (STATEMENT, "statement.fa.md")
MISTAKES = "mistakes"
VARIANTS = "variants"
SURVIVORS = "survivors.diff"  # mutants that are right; optional
PICTURES = "*.svg"

PUBLISHED = "exercise.json"  # in a student's folder only: what `autograder check` has to know
STORED_REPLIES = "replies.wire"  # in a zip only: what the mistakes reply to the checks


def solution_file(folder: Path) -> Path:
    """Return the solution, which is named as its folder; in a student's folder, the file to fill in."""
    return folder / f"{folder.name}.py"


def mistake_files(folder: Path) -> list[Path]:
    return sorted((folder / MISTAKES).glob("*.py"))


def variant_files(folder: Path) -> list[Path]:
    return sorted((folder / VARIANTS).glob("*.py"))


def check_files(folder: Path) -> Iterator[Path]:
    """Yield the files of checks that are there, visible ones first."""
    return (folder / name for name in (VISIBLE_CHECKS, HIDDEN_CHECKS) if (folder / name).is_file())
