"""The names of the files in an exercise's folder.

`solutions/<exercise>/` has all of them, `assignments/<exercise>/` the public ones.
An autograder's zip has those that are needed to grade.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

VISIBLE_CHECKS = "test_visible.py"
HIDDEN_CHECKS = "test_hidden.py"  # what makes a folder an exercise
INPUTS = "inputs.py"  # for counterexamples; optional
TRAITS = "traits.py"  # what the inputs of functions can be like; optional
STATEMENT = "statement.md"
SETTINGS = "exercise"  # .toml: title, required packages, limits; optional
TEXTS = "texts"  # .<language>.toml: sentences, rungs and hints in a further language
MISTAKES = "mistakes"
VARIANTS = "variants"
FILES = "files"  # what student code can open; students get it, too; optional
SURVIVORS = "survivors.diff"  # mutants that are right; optional
PICTURES = "*.svg"

PUBLISHED = "exercise.json"  # in a student's folder only: what `autograder check` has to know
HINTS = "hints.sealed"  # in a student's folder only: `grading/hints.py` says who can open them
ASSIGNMENTS = "assignments"  # the folder of what students get, beside that of the solutions
HANDED_OUT = "handed_out.json"  # in a zip only: what students got, so that it does not count as theirs
STORED_REPLIES = "replies.wire"  # in a zip only: what the mistakes reply to the checks


def statement_names(languages: Sequence[str]) -> list[str]:
    """Return the names of the statements: that of the default language, which comes first, has no code."""
    return [STATEMENT, *(f"statement.{language}.md" for language in languages[1:])]


def settings_file(checks: Path) -> Path:
    """Return the settings that lie beside a file of checks."""
    return checks.with_name(f"{SETTINGS}{_own(checks)}.toml")


def texts_file(checks: Path, language: str) -> Path:
    """Return the texts in a further language that lie beside a file of checks."""
    return checks.with_name(f"{TEXTS}{_own(checks)}.{language}.toml")


def texts_files(checks: Path) -> dict[str, Path]:
    """Return all texts in further languages that lie beside a file of checks, by language."""
    beside = f"{TEXTS}{_own(checks)}."
    found = sorted(checks.parent.glob(f"{beside}*.toml"))
    return {file.name.removeprefix(beside).removesuffix(".toml"): file for file in found}


def _own(checks: Path) -> str:
    """Return what tells apart the exercises that share a folder: `_sums` for `test_sums.py`."""
    alone = checks.name in (VISIBLE_CHECKS, HIDDEN_CHECKS)
    return "" if alone else f"_{checks.stem.removeprefix('test_')}"


def assignments_folder(solutions: Path) -> Path:
    """Return where students' files are published: beside `solutions`, or in the course's own folder."""
    folder = solutions.resolve()
    return (folder.parent if folder.name == "solutions" else folder) / "assignments"


def solution_file(folder: Path) -> Path:
    """Return the solution, which is named as its folder; in a student's folder, the file to fill in."""
    return folder / f"{folder.name}.py"


def mistake_files(folder: Path) -> list[Path]:
    return sorted((folder / MISTAKES).glob("*.py"))


def variant_files(folder: Path) -> list[Path]:
    return sorted((folder / VARIANTS).glob("*.py"))


def given_files(folder: Path) -> list[Path]:
    """Return the files that student code can open, without hidden ones."""
    files = folder / FILES
    found = (path for path in sorted(files.rglob("*")) if path.is_file() or path.is_symlink())
    return [path for path in found if not any(part.startswith(".") for part in path.relative_to(files).parts)]


def check_files(folder: Path) -> Iterator[Path]:
    """Yield the files of checks that are there, visible ones first."""
    return (folder / name for name in (VISIBLE_CHECKS, HIDDEN_CHECKS) if (folder / name).is_file())


def published_facts(folder: Path) -> dict[str, Any]:
    """Return what a published folder states about itself; nothing if it is none."""
    file = folder / PUBLISHED
    found: dict[str, Any] = json.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}
    return found


def grading_files(folder: Path) -> dict[str, bytes]:
    """Return what grading needs of an exercise's folder, by places in it. Nothing else is packed."""
    found = [*folder.glob("*.py"), *folder.glob("*.toml"), *mistake_files(folder), *given_files(folder)]
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in found}
