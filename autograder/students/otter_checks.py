"""The visible checks inside otter: run one against the names of a live notebook."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from autograder.errors import UsageError
from autograder.exercises.load import file_checks
from autograder.session.session import InProcessSession
from autograder.session.student import Student


def run_visible_check(file: str, check: str, env: dict[str, Any]) -> None:
    """Run a check of `file`, which lies in the notebook's folder, against the notebook's names; raise its Outcome if it does not pass."""
    path = Path(file)
    if not path.is_file():
        raise UsageError(f"there is no {file} in {Path.cwd()}. Keep the notebook in its exercise's folder")
    found = next(
        (one for one in file_checks(path, path.resolve().parent.name, hidden=False) if one.name == check),
        None,
    )
    if found is None:
        raise UsageError(f"{file} has no check {check}. Download the exercise's folder again")
    found.function(**found.arguments(Student(InProcessSession(env)), 0))
