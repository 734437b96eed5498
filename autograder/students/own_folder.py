"""A student's own folder: which file is checked, and which checks lie beside it."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial
from pathlib import Path, PurePosixPath

from autograder.exercises.assignment import Assignment
from autograder.exercises.course import reading_order
from autograder.exercises.data_files import data_files, file_digest
from autograder.exercises.layout import FILES, VISIBLE_CHECKS, published_facts
from autograder.exercises.load import file_checks, modules_beside
from autograder.grading.signatures import definitions
from autograder.students.own_modules import with_modules
from autograder.students.wrong_folder import (
    file_changed,
    file_missing,
    is_exercise,
    no_checks,
    no_exercise,
    no_script,
    not_there,
    several_files,
)
from autograder.submissions.files import File, read_bounded
from autograder.submissions.handed_out import HandedOut, code_digest
from autograder.submissions.read import read_files, read_submission
from autograder.submissions.submission import Cell, Submission
from autograder.text import clean_text

KINDS = (".py", ".ipynb")


def own_file(path: Path) -> Path:
    """Return the script or notebook to check; of several in a folder the one that was saved last.

    Raises UsageError if there is none.
    """
    return own_files(path)[0]


def own_files(path: Path) -> list[Path]:
    """Return the scripts and notebooks that may be meant, the one that was saved last before the others.

    A path of a file means that one. In a folder they are those with the exercise's name. If none is there, or
    each is as it was handed out, it is the only other file. Raises UsageError if there is no such file.
    """
    if path.is_file():
        if path.suffix not in KINDS:
            raise no_script(path)
        return [path]
    if not path.is_dir():
        raise not_there(path)
    named, others = _candidates(path.resolve())
    found = named or others
    if len({_exercise_of(file) for file in found}) != 1:
        raise several_files(path, found) if found and is_exercise(path) else no_exercise(path)
    files = _filled_in(found, path) or _filled_in(_with_work(others, path), path)
    saved_last = sorted(files or found, key=_saved_last)
    return saved_last if files else saved_last[:1]


def _saved_last(file: Path) -> tuple[float, bool, int]:
    """Sort the file that was saved last first; of those that were unpacked together, the script."""
    return -file.stat().st_mtime, file.suffix != ".py", len(file.name)


def _filled_in(files: list[Path], folder: Path) -> list[Path]:
    """Return the files that are not as they were handed out.

    Jupyter saves a notebook when it is opened, so that the untouched one may be the newest.
    """
    stubs = published_facts(folder).get("stubs", [])
    return [file for file in files if not stubs or _digest(file) not in stubs]


def _with_work(files: list[Path], folder: Path) -> list[Path]:
    """Return the one file that defines a function of the exercise; none if several do."""
    names = published_facts(folder).get("signatures", {}).keys()
    found = [file for file in files if names & definitions(cell.source for cell in _cells(file)).keys()]
    return found if len(found) == 1 else []


def _digest(file: Path) -> str:
    cells = _cells(file)
    return code_digest(cells) if cells else ""


def _cells(file: Path) -> tuple[Cell, ...]:
    return read_submission(file.stem, file.name, file.read_bytes(), file.stem).cells


def _candidates(folder: Path) -> tuple[list[Path], list[Path]]:
    """Return the scripts and notebooks in a folder that are named after its exercise, and others."""
    name = _name(folder)
    found = [file for file in sorted(folder.glob("*")) if file.suffix in KINDS and file.is_file()]
    named = [file for file in found if _exercise_of(file) == name]
    tests = [file for file in found if file.name.startswith("test_")]
    handed_out = {*tests, *(module for file in tests for module in modules_beside(file))}
    return named, [file for file in found if file not in {*handed_out, *named}]


def _exercise_of(file: Path) -> str:
    """Return the exercise that a file is named after: notebooks in further languages end in `.fa.ipynb`."""
    return re.sub(r"\.[a-z]{2,3}$", "", file.stem) if file.suffix == ".ipynb" else file.stem


def own_submission(path: Path) -> Submission:
    """Return the student's own file, read as a submission, with the modules that it imports.

    If a script and a notebook are filled in, the one that was saved last has the other as an alternative.
    """
    files = own_files(path)
    handed_in = [File(PurePosixPath(file.name), partial(read_bounded, file)) for file in files]
    read = read_files(handed_in, HandedOut(_exercise_of(files[0])))
    first, *others = (
        with_modules(replace(one, name=files[0].stem), file_of(one, files))
        for one in (replace(read, alternatives=()), *read.alternatives)
    )
    return replace(first, alternatives=tuple(others))


def file_of(submission: Submission, files: list[Path]) -> Path:
    """Return which of some files a submission was read from; the first one if none could be read."""
    return next((file for file in files if clean_text(file.name) == submission.file), files[0])


def own_assignment(folder: Path) -> Assignment:
    """Return the visible checks in a folder.

    They are in `test_visible.py`, or in `test_<exercise>.py` for each exercise of the homework.
    """
    visible, name = folder / VISIBLE_CHECKS, _name(folder.resolve())
    exercises = {name: visible} if visible.is_file() else _homework_files(folder)
    if not exercises:
        raise no_checks(folder)
    language = published_facts(folder).get("language", "en")
    checks = [
        check
        for exercise, file in exercises.items()
        for check in file_checks(file, exercise, hidden=False, language=language)
    ]
    signatures = published_facts(folder).get("signatures", {})
    return Assignment(name, (), tuple(checks), signatures, own_data(folder))


def own_data(folder: Path) -> dict[str, bytes]:
    """Return the files that came with an exercise, which student code can open.

    Raises UsageError if one is missing, or is not as it was handed out: it is at grading.
    """
    if (folder / FILES).is_dir():  # an author's own folder
        return data_files(folder)
    found = dict[str, bytes]()
    for name, digest in published_facts(folder).get("files", {}).items():
        file = folder / name
        if not file.is_file():
            raise file_missing(name)
        found[name] = file.read_bytes()
        if file_digest(found[name]) != digest:
            raise file_changed(name)
    return found


def _homework_files(folder: Path) -> dict[str, Path]:
    """Return the files of checks by exercise. A student's own `test_….py` is none of them."""
    found = sorted(folder.glob("test_*.py"), key=lambda file: reading_order(file.stem))
    names = published_facts(folder).get("exercises", [file.stem.removeprefix("test_") for file in found])
    files = {name: folder / f"test_{name}.py" for name in names}
    return {name: file for name, file in files.items() if file in found}


def _name(folder: Path) -> str:
    """Return the name of the assignment in a folder: the folder's own name, or another if it was renamed."""
    return str(published_facts(folder).get("name", folder.name))


def hidden_check_count(folder: Path) -> int:
    """Return the number of hidden checks that a published folder states; 0 if it doesn't."""
    return int(published_facts(folder).get("hidden_checks", 0))
