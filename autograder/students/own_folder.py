"""A student's own folder: which file is checked, and which checks lie beside it."""

from __future__ import annotations

import json
from pathlib import Path

from autograder.errors import UsageError
from autograder.exercises.assignment import Assignment
from autograder.exercises.load import file_checks
from autograder.submissions.read import read_submission
from autograder.submissions.submission import Submission

VISIBLE, PUBLISHED, KINDS = "test_visible.py", "exercise.json", (".py", ".ipynb")


def own_file(path: Path) -> Path:
    """Return the script or notebook to check: `path` itself, or the one changed last of those a folder is named for.

    Raises UsageError for a folder without one.
    """
    if path.is_file():
        if path.suffix not in KINDS:
            raise UsageError(f"{path} is no script or notebook. Name your .py or .ipynb file")
        return path
    if not path.is_dir():
        raise UsageError(f"{path} is not there. Go to the folder with your {VISIBLE}, or name your file")
    folder = path.resolve()
    found = [file for file in sorted(folder.glob("*")) if file.suffix in KINDS and file.is_file()]
    others = [file for file in found if not file.name.startswith("test_")]
    files = [file for file in found if file.stem == folder.name] or (
        others if len({file.stem for file in others}) == 1 else []
    )
    if not files:
        remedy = f"Go to the folder with your {VISIBLE}, or name the file: autograder check q1_convolution.py"
        raise UsageError(f"{path} holds no exercise. {remedy}")
    return max(files, key=lambda file: file.stat().st_mtime)


def own_submission(path: Path) -> Submission:
    """Return the student's own file, read as a submission."""
    file = own_file(path)
    return read_submission(file.stem, file.name, file.read_bytes(), file.stem)


def own_assignment(folder: Path) -> Assignment:
    """Return the visible checks that lie in a folder: `test_visible.py`, or `test_<exercise>.py` for each exercise of the homework."""
    files = [folder / VISIBLE] if (folder / VISIBLE).is_file() else sorted(folder.glob("test_q*.py"))
    if not files:
        raise UsageError(f"there is no {VISIBLE} in {folder}. Download the exercise's folder again")
    name = folder.resolve().name
    checks = [
        check
        for file in files
        for check in file_checks(file, name if file.name == VISIBLE else file.stem[5:], hidden=False)
    ]
    return Assignment(name, (), tuple(checks))


def only_at_grading(folder: Path) -> int:
    """Return how many hidden checks an exercise has, as its published folder says; 0 where it doesn't say."""
    file = folder / PUBLISHED
    return int(json.loads(file.read_text(encoding="utf-8"))["hidden_checks"]) if file.is_file() else 0
