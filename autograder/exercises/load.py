"""Loading exercises and their checks from folders: `solutions/<exercise>/` whole, `assignments/<exercise>/` without the secrets."""

from __future__ import annotations

import ast
import hashlib
import runpy
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from autograder.errors import AuthorError, UsageError
from autograder.exercises.assignment import HOMEWORK, Assignment, Check
from autograder.sandbox.limits import Limits


def exercise_folders(solutions: Path) -> list[Path]:
    """Return the folders of all exercises, in reading order."""
    return sorted(folder for folder in solutions.glob("*") if (folder / "test_hidden.py").is_file())


def assignment_names(solutions: Path) -> list[str]:
    """Return what can be graded: each exercise, and the homework."""
    return [*(folder.name for folder in exercise_folders(solutions)), HOMEWORK]


def find_assignment(name: str, solutions: Path) -> Assignment:
    """Return an exercise, or the homework, with visible and hidden checks. Raises UsageError for an unknown name."""
    folders = exercise_folders(solutions)
    chosen = [folder for folder in folders if name in (folder.name, HOMEWORK)]
    if not folders:
        raise UsageError(f"{solutions} holds no exercises")
    if not chosen:
        raise UsageError(
            f"there is no assignment {name!r}. Choose from: {', '.join(assignment_names(solutions))}"
        )
    checks = [check for folder in chosen for check in folder_checks(folder)]
    if not sum(check.points for check in checks):
        raise AuthorError(f"{name}: its checks carry no points")
    return Assignment(name, tuple(chosen), tuple(checks))


def folder_checks(folder: Path) -> Iterator[Check]:
    """Yield the checks of an exercise's folder, visible ones first; its answer can be imported by its hidden checks."""
    sys.path.insert(0, str(folder))
    try:
        for file in ("test_visible.py", "test_hidden.py"):
            if (folder / file).is_file():
                yield from file_checks(folder / file, folder.name, hidden=file == "test_hidden.py")
    finally:
        sys.path.remove(str(folder))


def file_checks(file: Path, exercise: str, *, hidden: bool) -> Iterator[Check]:
    """Yield the check functions of one file in the order they are written. Raises AuthorError for one without points or sentence."""
    try:
        digest = _digests(file.read_text(encoding="utf-8"))
        names = runpy.run_path(str(file))
        limits = names.get("LIMITS", {})
        Limits().at_least(limits)
    except Exception as error:
        raise AuthorError(
            f"{file.parent.name}/{file.name} does not load: {type(error).__name__}: {error}"
        ) from error
    for name, function in names.items():
        if not name.startswith("test_"):
            continue
        worth = getattr(function, "worth", None)
        if worth is None or not function.__doc__:
            raise AuthorError(
                f"{file.name}: {name} needs @points(…, rung=…) and a docstring, the sentence a student reads"
            )
        sentence = " ".join(function.__doc__.split())
        yield Check(
            exercise,
            name,
            sentence,
            worth.rung,
            worth.points,
            hidden,
            function,
            digest(name),
            worth.for_reading,
            limits,
        )


def _digests(source: str) -> Callable[[str], bytes]:
    """Return what tells the digest of a test function: that of its own source and of the whole file, without the other test functions.

    Each check has its own, so that a change of one leaves the grades and the random inputs of the others as they are.
    """
    lines, shared, own = source.split("\n"), list[str](), dict[str, list[str]]()
    for node in ast.parse(source).body:
        test = isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
        first = min([node.lineno, *(one.lineno for one in getattr(node, "decorator_list", []))])
        (own.setdefault(getattr(node, "name", ""), []) if test else shared).append(
            "\n".join(lines[first - 1 : node.end_lineno])
        )
    return lambda name: hashlib.sha256("\n".join([*shared, "", *own.get(name, [])]).encode()).digest()
