"""The files of an exercise that student code can open: what lies in `files/`, by its path from there.

Students get them beside their script, so that `open("data.csv")` finds the same file at home and at grading.
All of them are public.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from autograder.errors import AuthorError
from autograder.exercises.course import Course
from autograder.exercises.layout import FILES, STATEMENT, given_files

MAX_BYTES = 8 << 20
"""Of the files of one assignment together: each worker gets them."""
MAX_FILES = 200
PLAIN_PATH = re.compile(r"[A-Za-z0-9_-][\w.-]*(/[A-Za-z0-9_-][\w.-]*)*", re.ASCII)
"""What every system, zip and browser can name."""
TAKEN = re.compile(
    r".*\.(py|ipynb|sealed|whl)|(exercise|texts)[^/]*\.toml|exercise\.json|(statement|README)[^/]*\.md|tests/.*",
    re.IGNORECASE,
)
"""Names that other files of a student's folder have, or may have."""


def data_files(folder: Path) -> dict[str, bytes]:
    """Return the files of an exercise's folder, by name. Raises AuthorError for one that can't be given."""
    found = dict[str, bytes]()
    for path in given_files(folder):
        name = path.relative_to(folder / FILES).as_posix()
        shown = f"{folder.name}/{FILES}/{name}"
        if path.is_symlink():
            raise AuthorError(f"{shown} is a link; put the file itself there")
        if not PLAIN_PATH.fullmatch(name):
            raise AuthorError(f"{shown}: a name may have letters, digits, dots, _ and - only; rename it")
        if TAKEN.fullmatch(name):
            raise AuthorError(f"{shown}: students have other files of such a name, as {STATEMENT}; rename it")
        found[name] = path.read_bytes()
    _refuse_too_much(folder.name, found)
    return found


def file_digest(data: bytes) -> str:
    """Return the digest by which a student's folder names a file that came with it."""
    return hashlib.sha256(data).hexdigest()


def shared_files(folders: Iterable[Path]) -> dict[str, bytes]:
    """Return the files of several exercises. Raises AuthorError where two have different ones of one name."""
    found, owners, names = dict[str, bytes](), dict[str, str](), list[str]()
    for folder in folders:
        names.append(folder.name)
        for name, data in data_files(folder).items():
            if found.setdefault(name, data) != data:
                finding = f"{owners[name]} and {folder.name} have different files of the name {name}"
                raise AuthorError(f"{finding}; rename one, or make them the same")
            owners.setdefault(name, folder.name)
    _refuse_too_much(" and ".join(names[:3]), found)
    return found


def shared_file_problems(course: Course) -> Iterator[str]:
    """Find assignments whose exercises can't be handed out together, for what is wrong with their files."""
    for name, assignment in course.assignments.items():
        if len(assignment.exercises) > 1:
            try:
                shared_files(course.folders(name))
            except AuthorError as error:
                yield f"{name}: {error}"


def _refuse_too_much(owner: str, files: dict[str, bytes]) -> None:
    size = sum(map(len, files.values()))
    if size > MAX_BYTES:
        allowed = f"at most {MAX_BYTES >> 20} MiB can be given"
        raise AuthorError(f"{owner}: its files have {size / (1 << 20):.1f} MiB; {allowed}")
    if len(files) > MAX_FILES:
        raise AuthorError(f"{owner} has {len(files)} files; at most {MAX_FILES} can be given")
