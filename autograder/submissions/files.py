"""Files of a folder, not read yet: what they are by their names, and which of them a student has written.

Every size is bounded, and no link is followed.
"""

from __future__ import annotations

import re
import stat
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path, PurePath, PurePosixPath

from autograder.i18n import _
from autograder.text import clean_text

MAX_SOURCE, MAX_NOTEBOOK, MAX_ARCHIVE = 256 << 10, 16 << 20, 256 << 20  # bytes
MAX_INNER_ARCHIVE = 64 << 20  # bytes of an archive in another one
MAX_METADATA = 64 << 20  # bytes of the file that says who sent the submissions of an export
MAX_RECEIPT = 64 << 10  # bytes of what a platform writes about one attempt
MAX_NAME = 1_000  # characters of a path that is shown
ARCHIVES = (".tar.gz", ".tgz", ".tar", ".zip")
GRADEABLE = (".py", ".ipynb", *ARCHIVES)
KINDS = ".py, .ipynb, .zip"  # how these are named in one line
NEEDLESS = (".txt", ".json", ".download")
"""What browsers, mail programs and telephones put behind the names of scripts and notebooks."""
OTHER_NAMES = {".pyw": ".py", ".py3": ".py"}
"""Other suffixes of scripts."""
PLACEHOLDER = ".icloud"
"""The suffix of a hidden file that macOS leaves in the place of one that it keeps in the cloud."""
INSTALLED = frozenset({"site-packages", "node_modules", "venv", "virtualenv"})
"""Folders of what others have written."""
CHECKPOINT = re.compile(r"-checkpoint\.(ipynb|py)$", re.IGNORECASE)


@dataclass(frozen=True)
class File:
    """A file in a folder or a zip, not read yet.

    `path` is relative to that folder or zip; it is only a name and never opened. `read` takes the largest
    size that is wanted, in bytes. `display_name` is how outputs call the file, if not by its own name.
    A file, or a folder, with a `problem` can't be taken at all, and is nobody's.
    """

    path: PurePosixPath
    read: Callable[..., bytes]
    display_name: str = ""
    problem: str = ""

    @cached_property
    def suffix(self) -> str:
        """The suffix that says what it is, such as `.tar.gz`; `.py` for `q1.py.txt`."""
        return suffix_of(self.path)

    @property
    def stem(self) -> str:
        """Its name without that suffix, and without needless ones."""
        name = self.path.name
        at = name.lower().rfind(self.suffix) if self.suffix else -1
        return name[:at] if at > 0 else name

    @property
    def shown(self) -> str:
        """How outputs call the file: by its path below what was given."""
        return self.display_name or str(self.path)

    @property
    def archive(self) -> bool:
        return self.suffix in ARCHIVES

    @property
    def gradeable(self) -> bool:
        """Whether this can be a submission, by its suffix."""
        return not self.problem and self.suffix in GRADEABLE and self.path.name != "__init__.py"


def suffix_of(path: PurePath) -> str:
    """Return the suffix of a file in small letters, without needless ones behind that of a script."""
    name = path.name.lower().rstrip()
    for needless in NEEDLESS:
        kept = name.removesuffix(needless)
        if kept.endswith((".py", ".ipynb")):
            name = kept
    double = next((suffix for suffix in ARCHIVES if name.endswith(suffix)), "")
    suffix = double or PurePath(name).suffix
    return OTHER_NAMES.get(suffix, suffix)


def files_below(top: Path) -> Iterator[File]:
    """Yield the files of a folder, outer ones first; no link is followed.

    A folder below it that can't be listed has a problem.
    """
    folders = [top]
    for folder in folders:
        try:
            files = sorted(folder.iterdir())
        except OSError as error:
            if folder == top:
                raise
            yield refused(folder.relative_to(top), cannot_be_read(error))
            continue
        for file in files:
            relative = PurePosixPath(file.relative_to(top).as_posix())
            kind = _kind(file)
            if kind == stat.S_IFDIR:
                folders.append(file)
            elif kind == stat.S_IFREG and is_students(relative):
                yield File(relative, partial(read_bounded, file))


def _kind(file: Path) -> int:
    """Return the kind of a file as stat(2) has it; of one that can't be looked at, that of a plain file."""
    try:
        return stat.S_IFMT(file.lstat().st_mode)
    except OSError:
        return stat.S_IFREG


def refused(path: PurePath, problem: str) -> File:
    """Return a file that can't be taken, with the reason."""
    return File(PurePosixPath(clean_text(path, MAX_NAME)), lambda most=0: b"", problem=problem)


def cannot_be_read(error: Exception) -> str:
    """Return the problem of a file that the machine can't read, or that reading failed on."""
    reason = getattr(error, "strerror", None) or type(error).__name__
    return _("the file can't be read: {detail}").format(detail=clean_text(reason))


def read_bounded(path: Path, most: int = MAX_NOTEBOOK) -> bytes:
    """Return a file's bytes, and at most one more than is allowed, so that the caller sees it."""
    with path.open("rb") as file:
        return file.read((MAX_ARCHIVE if suffix_of(path) in ARCHIVES else most) + 1)


def is_students(path: PurePosixPath) -> bool:
    """Whether a student may have written a file.

    Hidden files, the checks that were handed out, copies that Jupyter makes, and installed packages are not
    a student's.
    """
    hidden = [part for part in path.parts if part.startswith((".", "__MACOSX", "__pycache__"))]
    if hidden and (hidden != [path.name] or path.suffix != PLACEHOLDER):
        return False
    if INSTALLED.intersection(path.parts[:-1]) or CHECKPOINT.search(path.name):
        return False
    return not path.name.startswith("test_") and "tests" not in path.parts[:-1]
