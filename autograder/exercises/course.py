"""A course: its exercises in their folders, and the assignments that `course.toml` makes of them.

```toml
title = "Convolutional networks"
languages = ["en", "fa"]  # the first is that of the checks and statements; `texts.fa.toml` has the others
framework = "1.1"         # the version of this package that the course was made with

[assignments.homework]
title = "Convolution, by hand and in code"
exercises = ["sums", "means"]
```

Every key may be left out. Without assignments, all exercises make one, `homework`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from autograder import __version__
from autograder.errors import AuthorError, UsageError
from autograder.exercises.assignment import HOMEWORK, Assignment
from autograder.exercises.layout import HIDDEN_CHECKS
from autograder.exercises.toml_files import expect, place, read_toml, texts_of, toml_text

COURSE = "course.toml"
KEYS = ("title", "languages", "framework", "assignments")
ASSIGNMENT_KEYS = ("title", "exercises")
LANGUAGE = re.compile(r"[a-z]{2,3}")
NAME = re.compile(r"[A-Za-z0-9][\w-]*", re.ASCII)
NAME_RULE = "letters, digits, _ and -, such as two_fer or q12_sums, and not test_ at the beginning"


@dataclass(frozen=True)
class CourseAssignment:
    """Exercises that are handed out and graded together. `title` is a text by language."""

    name: str
    exercises: tuple[str, ...]
    title: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Course:
    """A folder of exercises, and what its `course.toml` says.

    Attributes:
        title: A text by language.
        languages: The default language first: statements, checks and mistakes are written in it.
    """

    folder: Path
    exercises: tuple[str, ...]
    assignments: Mapping[str, CourseAssignment]
    title: Mapping[str, str] = field(default_factory=dict)
    languages: tuple[str, ...] = ("en",)

    @property
    def names(self) -> list[str]:
        """What can be graded: each exercise, then each assignment."""
        return list(dict.fromkeys([*self.exercises, *self.assignments]))

    def folders(self, name: str) -> list[Path]:
        """Return the folders of an exercise or an assignment. Raises UsageError for an unknown name."""
        if not self.exercises:
            raise UsageError(f"{self.folder} holds no exercises")
        if name in self.assignments:
            return [self.folder / exercise for exercise in self.assignments[name].exercises]
        if name in self.exercises:
            return [self.folder / name]
        raise UsageError(f"there is no assignment {name!r}. Choose from: {', '.join(self.names)}")


def exercise_folders(solutions: Path) -> list[Path]:
    """Return the folders of all exercises as a person sorts them: q2 before q11."""
    folders = (folder for folder in solutions.glob("*") if (folder / HIDDEN_CHECKS).is_file())
    return sorted(folders, key=lambda folder: reading_order(folder.name))


def reading_order(name: str) -> list[str | int]:
    """Return a key by which a person sorts names: numbers in them count as numbers.

    >>> sorted(["unit11", "unit2"], key=reading_order)
    ['unit2', 'unit11']
    """
    return [int(part) if part.isdecimal() else part for part in re.split(r"([0-9]+)", name)]


def is_name(name: str) -> bool:
    """Whether an exercise or an assignment can have a name: it becomes that of a folder and of files."""
    return bool(NAME.fullmatch(name)) and not name.startswith("test_") and name != "tests"


def languages_of(solutions: Path) -> tuple[str, ...]:
    """Return the languages of a course, its default language first."""
    return _languages(solutions / COURSE, read_toml(solutions / COURSE, KEYS))


def declared_assignments(solutions: Path) -> list[str]:
    """Return the names of the assignments in `course.toml`, whose exercises may not be there yet."""
    return list(read_toml(solutions / COURSE, KEYS).get("assignments", {}))


def course_text(assignment: Assignment, languages: Sequence[str]) -> str:
    """Return the `course.toml` of a packed assignment: a course that has nothing else."""
    exercises = [folder.name for folder in assignment.folders]
    assignments = {assignment.name: {"exercises": exercises}}
    return toml_text({"languages": list(languages), "framework": __version__, "assignments": assignments})


def read_course(solutions: Path) -> Course:
    """Return the course in a folder. Raises AuthorError where `course.toml` is wrong."""
    file = solutions / COURSE
    found = read_toml(file, KEYS)
    _refuse_newer(file, found.get("framework", ""))
    exercises = tuple(folder.name for folder in exercise_folders(solutions))
    languages = _languages(file, found)
    tables = expect(file, "assignments", found.get("assignments", {HOMEWORK: {}}), dict, "a table")
    assignments = {
        name: _assignment(file, name, table, exercises, languages) for name, table in tables.items()
    }
    title = texts_of(file, "title", found.get("title", {}), languages)
    return Course(solutions, exercises, assignments, title, languages)


def _languages(file: Path, found: Mapping[str, Any]) -> tuple[str, ...]:
    languages = found.get("languages", ["en"])
    words = 'a list of codes, as ["en", "fa"]'
    codes = expect(file, "languages", languages, list, words)
    for code in codes or [None]:
        if not (isinstance(code, str) and LANGUAGE.fullmatch(code)):
            expect(file, "languages", languages, type(None), words)
    return tuple(codes)


def _assignment(
    file: Path, name: str, table: Any, exercises: tuple[str, ...], languages: tuple[str, ...]
) -> CourseAssignment:
    """Return one assignment of `course.toml`. Raises AuthorError where it is wrong."""
    key = f"assignments.{name}"
    expect(file, key, table, dict, "a table with title and exercises")
    chosen = expect(
        file, f"{key}.exercises", table.get("exercises", list(exercises)), list, "a list of names"
    )
    known = ", ".join(exercises) or "none"
    finding = ""
    if unknown := table.keys() - set(ASSIGNMENT_KEYS):
        finding = f"{key} has an unknown key {min(unknown)!r}; it may have {', '.join(ASSIGNMENT_KEYS)}"
    elif not is_name(name):
        finding = f"{name!r} can't be an assignment's name; choose {NAME_RULE}"
    elif missing := [exercise for exercise in chosen if exercise not in exercises]:
        finding = f"{key} has {missing[0]!r}, which is no exercise here; known: {known}"
    elif name in exercises and chosen != [name]:
        finding = f"{name} is an exercise, too; give the assignment another name"
    elif len(set(chosen)) < len(chosen) or (not chosen and "exercises" in table):
        finding = f"{key}.exercises needs each exercise once, and at least one"
    if finding:
        raise AuthorError(f"{place(file)}: {finding}")
    title = texts_of(file, f"{key}.title", table.get("title", {}), languages)
    return CourseAssignment(name, tuple(chosen), title)


def _refuse_newer(file: Path, made_with: Any) -> None:
    """Refuse a course that was made with a later version of this package: it may need what isn't there."""
    expect(file, "framework", made_with, str, 'a version in quotes, as "1.1"')
    if _version(made_with) > _version(__version__):
        finding = f"{place(file)}: the course was made with version {made_with}, and this is {__version__}"
        raise AuthorError(f"{finding}. Install a later one: pip install --upgrade conv-autograder")


def _version(text: str) -> list[int]:
    return [int(part) for part in re.findall(r"[0-9]+", text)[:2]]
