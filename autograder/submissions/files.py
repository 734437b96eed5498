"""The files of a folder or a zip: every size is bounded, nothing is extracted, links are refused."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePosixPath

from autograder.errors import SubmissionError
from autograder.i18n import _
from autograder.text import clean_text

MAX_SOURCE, MAX_NOTEBOOK, MAX_ARCHIVE = 256 << 10, 16 << 20, 256 << 20  # bytes
MAX_METADATA = 64 << 20  # bytes of the file that says who sent the submissions of an export
MAX_RECEIPT = 64 << 10  # bytes of what a platform writes about one attempt
MAX_RATIO = 100  # of a member's size to its packed size
MAX_NAME = 1_000  # characters of a member's name
MAX_MEMBERS, MAX_CLASS_MEMBERS = 5_000, 50_000  # of a student's zip, of a class's
GRADEABLE = (".py", ".ipynb", ".zip")
LINK = 0xA  # the kind of file in a zip's external attributes
BOUNDED_PACKINGS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""The packings that zipfile unpacks in bounded memory."""


@dataclass(frozen=True)
class File:
    """A file in a folder or a zip, not read yet.

    `path` is relative to that folder or zip; it is only a name and never opened. `read` takes the largest
    size that is wanted, in bytes. `display_name` is how outputs call the file, if not by its own name.
    """

    path: PurePosixPath
    read: Callable[..., bytes]
    display_name: str = ""

    @property
    def gradeable(self) -> bool:
        """Whether this can be a submission, by its suffix."""
        return self.path.suffix.lower() in GRADEABLE


def files_in(path: Path) -> Iterator[File]:
    """Yield the files of a folder or a zip, or a single file if it can be a submission.

    Hidden files and the checks that were handed out are left out.
    """
    if path.is_dir():
        yield from _files_below(path)
    elif path.suffix.lower() == ".zip":
        yield from members(open_zip(_read_bounded(path), MAX_CLASS_MEMBERS))
    elif path.suffix.lower() in GRADEABLE:
        yield File(PurePosixPath(path.name), partial(_read_bounded, path))
    else:
        path.stat()  # raises an error of its own if there is no such path


def _files_below(top: Path) -> Iterator[File]:
    """Yield the files of a folder, outer ones first; no link is followed."""
    folders = [top]
    for folder in folders:
        for file in sorted(folder.iterdir()):
            if file.is_symlink():
                continue
            if file.is_dir():
                folders.append(file)
                continue
            relative = PurePosixPath(file.relative_to(top).as_posix())
            if _is_students(relative) and file.is_file():
                yield File(relative, partial(_read_bounded, file))


def _read_bounded(path: Path, most: int = MAX_NOTEBOOK) -> bytes:
    """Return a file's bytes, and at most one more than is allowed, so that the caller sees it."""
    with path.open("rb") as file:
        return file.read((MAX_ARCHIVE if path.suffix.lower() == ".zip" else most) + 1)


def _is_students(path: PurePosixPath) -> bool:
    """Whether a student may have written a file: it is neither hidden nor one of the checks handed out."""
    if any(part.startswith((".", "__MACOSX", "__pycache__")) for part in path.parts):
        return False
    return not path.name.startswith(("test_", "__init__")) and "tests" not in path.parts[:-1]


def open_zip(data: bytes, most: int = MAX_MEMBERS) -> zipfile.ZipFile:
    """Open a zip of at most so many members. Raises SubmissionError for one that is larger or damaged."""
    entries = data.count(b"PK\1\2")  # counted before zipfile builds a table of millions
    if len(data) > MAX_ARCHIVE or entries > most:
        text = _("the zip is larger than {size} MiB or has more than {count} files")
        raise SubmissionError(text.format(size=MAX_ARCHIVE >> 20, count=most))
    try:
        return zipfile.ZipFile(io.BytesIO(data))
    except Exception as error:  # noqa: BLE001 - on hostile bytes zipfile raises errors of a dozen types
        raise _unreadable(error) from None


def members(archive: zipfile.ZipFile) -> Iterator[File]:
    """Yield the files of a zip as those of a folder. Raises SubmissionError for one outside the zip's own."""
    for entry in archive.infolist():
        name = entry.filename.replace("\\", "/")  # some zips from Windows have backslashes
        path = PurePosixPath(name)
        if path.is_absolute() or ".." in path.parts or len(name) > MAX_NAME:
            text = _("the zip has a member outside its own folder, or with a name of extreme length")
            raise SubmissionError(text)
        if _is_students(path) and not name.endswith("/"):
            yield File(path, partial(_read_member, archive, entry))


def _read_member(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, most: int = MAX_NOTEBOOK) -> bytes:
    if entry.external_attr >> 28 == LINK:
        raise SubmissionError(_("the zip has a link in it; send the file itself"))
    if entry.file_size > most or entry.file_size > MAX_RATIO * max(entry.compress_size, 1 << 10):
        raise SubmissionError(_("the zip has a member that is too large, or too large for its packed size"))
    if entry.compress_type not in BOUNDED_PACKINGS:
        text = _("the zip is packed in an unusual way; make it with your system's own zip command")
        raise SubmissionError(text)
    try:
        with archive.open(entry) as member:
            return member.read(most)  # a member may unpack to more than it says
    except Exception as error:  # noqa: BLE001 - on hostile bytes zipfile raises errors of a dozen types
        raise _unreadable(error) from None


def _unreadable(error: Exception) -> SubmissionError:
    return SubmissionError(_("the zip can't be read ({detail})").format(detail=clean_text(error)))
