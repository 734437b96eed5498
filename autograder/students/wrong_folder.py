"""What a student is told who checks a folder without an exercise, or a file that lies outside of one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from autograder.errors import UsageError
from autograder.exercises.layout import PUBLISHED, VISIBLE_CHECKS
from autograder.i18n import _
from autograder.text import clean_text

MAX_NAMED = 8


def no_script(path: Path) -> UsageError:
    """Return the error for a file of another kind."""
    text = _("{path} is no script or notebook. Name your .py or .ipynb file")
    return UsageError(text.format(path=clean_text(path)))


def not_there(path: Path) -> UsageError:
    """Return the error for a path without a file or folder."""
    text = _("{path} is not there. Go to the folder with your {checks}, or name your file")
    return UsageError(text.format(path=clean_text(path), checks=VISIBLE_CHECKS))


def file_missing(name: str) -> UsageError:
    """Return the error for a folder without a file that came with it."""
    text = _("{file} is missing. It came with this exercise: download the exercise's folder again")
    return UsageError(text.format(file=clean_text(name)))


def file_changed(name: str) -> UsageError:
    """Return the error for a file that came with the exercise, and is another one now."""
    text = _("{file} is not as you got it, but it will be at grading. Download the exercise's folder again")
    return UsageError(text.format(file=clean_text(name)))


def several_files(folder: Path, files: Sequence[Path]) -> UsageError:
    """Return the error for a folder in which any of some files could be the student's work."""
    names = [clean_text(file.name, 60) for file in files]
    text = _("{path} holds {files}: which one is yours? Name it: autograder check {first}")
    return UsageError(text.format(path=_shown(folder), files=_in_words(names), first=names[0]))


def no_exercise(folder: Path) -> UsageError:
    """Return the error for a folder without an exercise: where there is one, if that is near."""
    below, path = exercises_below(folder), _shown(folder)
    if below:
        text = _(
            "{path} holds no exercise. "
            "Exercises are in {folders}. Go there, or name it: autograder check {first}"
        )
        return UsageError(text.format(path=path, folders=_in_words(below), first=below[0]))
    if is_exercise(folder.resolve().parent):
        text = _("{path} holds no exercise, but the folder above does. Go there: cd ..")
        return UsageError(text.format(path=path))
    text = _(
        "{path} holds no exercise. "
        "Go to the folder with your {checks}, or name the file: autograder check my_solution.py"
    )
    return UsageError(text.format(path=path, checks=VISIBLE_CHECKS))


def no_checks(folder: Path) -> UsageError:
    """Return the error for a folder with a student's file but without checks."""
    below, path = exercises_below(folder), _shown(folder)
    if below:
        text = _("there is no {checks} in {path}. Put your file into the folder of its exercise: {folders}")
        return UsageError(text.format(checks=VISIBLE_CHECKS, path=path, folders=_in_words(below)))
    if is_exercise(folder.resolve().parent):
        text = _("there is no {checks} in {path}, but in the folder above. Go there: cd ..")
        return UsageError(text.format(checks=VISIBLE_CHECKS, path=path))
    text = _("there is no {checks} in {path}. Download the exercise's folder again")
    return UsageError(text.format(checks=VISIBLE_CHECKS, path=path))


def exercises_below(folder: Path) -> list[str]:
    """Return the names of the folders with exercises in a folder."""
    return [clean_text(one.name, 60) for one in sorted(folder.glob("*")) if is_exercise(one)]


def is_exercise(folder: Path) -> bool:
    """Whether a folder holds the checks of an exercise, or what was published beside them."""
    return any((folder / name).is_file() for name in (PUBLISHED, VISIBLE_CHECKS))


def _shown(folder: Path) -> str:
    """Return a folder as the student named it; the current one by its whole path."""
    return clean_text(folder if folder.parts else folder.resolve())


def _in_words(names: Sequence[str]) -> str:
    return ", ".join([*names[:MAX_NAMED], *(["…"] if len(names) > MAX_NAMED else [])])
