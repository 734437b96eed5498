"""The files of a folder or a zip: every size is bounded, nothing is extracted, links are refused."""

from __future__ import annotations

import io
import stat
import struct
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path, PurePath, PurePosixPath

from autograder.errors import SubmissionError
from autograder.i18n import _
from autograder.text import clean_text

MAX_SOURCE, MAX_NOTEBOOK, MAX_ARCHIVE = 256 << 10, 16 << 20, 256 << 20  # bytes
MAX_METADATA = 64 << 20  # bytes of the file that says who sent the submissions of an export
MAX_RECEIPT = 64 << 10  # bytes of what a platform writes about one attempt
MAX_RATIO = 100  # of a member's size to its packed size
MAX_NAME = 1_000  # characters of a member's name
MAX_MEMBERS, MAX_CLASS_MEMBERS = 5_000, 50_000  # of a student's zip, of a class's
MAX_LIST = 32 << 20  # bytes of a zip's central directory, its list of members
GRADEABLE = (".py", ".ipynb", ".zip")
LINK = 0xA  # the kind of file in a zip's external attributes
BOUNDED_PACKINGS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""The packings that zipfile unpacks in bounded memory."""


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

    @property
    def gradeable(self) -> bool:
        """Whether this can be a submission, by its suffix."""
        return not self.problem and self.path.suffix.lower() in GRADEABLE


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


def _files_below(top: Path) -> Iterator[File]:
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
            yield _refused(folder.relative_to(top), cannot_be_read(error))
            continue
        for file in files:
            relative = PurePosixPath(file.relative_to(top).as_posix())
            kind = _kind(file)
            if kind == stat.S_IFDIR:
                folders.append(file)
            elif kind == stat.S_IFREG and _is_students(relative):
                yield File(relative, partial(_read_bounded, file))


def _kind(file: Path) -> int:
    """Return the kind of a file as stat(2) has it; of one that can't be looked at, that of a plain file."""
    try:
        return stat.S_IFMT(file.lstat().st_mode)
    except OSError:
        return stat.S_IFREG


def _refused(path: PurePath, problem: str) -> File:
    """Return a file that can't be taken, with the reason."""
    return File(PurePosixPath(clean_text(path, MAX_NAME)), lambda most=0: b"", problem=problem)


def cannot_be_read(error: Exception) -> str:
    """Return the problem of a file that the machine can't read, or that reading failed on."""
    reason = getattr(error, "strerror", None) or type(error).__name__
    return _("the file can't be read: {detail}").format(detail=clean_text(reason))


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
    if len(data) > MAX_ARCHIVE:
        raise _too_large(most)
    try:
        return zipfile.ZipFile(_ZipBytes(data, most))
    except SubmissionError:
        raise
    except Exception as error:  # noqa: BLE001 - on hostile bytes zipfile raises errors of a dozen types
        raise _unreadable(error) from None


class _ZipBytes(io.BytesIO):
    """The bytes of a zip. Its list of members is looked at before zipfile makes objects of it.

    zipfile takes that list, the central directory, in one `read`. What looks like such a list elsewhere, in a
    zip inside the zip, is not counted. Source of the format: PKWARE's APPNOTE.TXT, section 4.3.12.
    """

    SIGNATURE, ENTRY_BYTES, LENGTHS_AT, FLAGS_AT = b"PK\1\2", 46, 28, 8
    UTF8 = 1 << 11

    def __init__(self, data: bytes, most: int) -> None:
        super().__init__(data)
        self.data, self.most = data, most

    def read(self, size: int | None = -1, /) -> bytes:
        """Return bytes as any file. Raises SubmissionError for a list of more members than allowed."""
        start = self.tell()
        if not size or size < 0 or not self.data.startswith(self.SIGNATURE, start):
            return super().read(size)
        entries = list(islice(self._entries(start, start + size), self.most + 1))
        if len(entries) > self.most or size > MAX_LIST:
            raise _too_large(self.most)
        listed = bytearray(super().read(size))
        for entry in entries:
            self._mend_name(listed, entry - start)
        return bytes(listed)

    def _entries(self, start: int, end: int) -> Iterator[int]:
        """Yield where each entry of the list begins."""
        while start < end and self.data.startswith(self.SIGNATURE, start):
            yield start
            start += self.ENTRY_BYTES + sum(struct.unpack_from("<3H", self.data, start + self.LENGTHS_AT))

    def _mend_name(self, listed: bytearray, entry: int) -> None:
        """Drop the claim of a name to be UTF-8 if it is not: zipfile would refuse the whole zip."""
        (flags,) = struct.unpack_from("<H", listed, entry + self.FLAGS_AT)
        (length,) = struct.unpack_from("<H", listed, entry + self.LENGTHS_AT)
        begin = entry + self.ENTRY_BYTES
        try:
            _text = listed[begin : begin + length].decode() if flags & self.UTF8 else ""
        except UnicodeDecodeError:
            struct.pack_into("<H", listed, entry + self.FLAGS_AT, flags & ~self.UTF8)


def members(archive: zipfile.ZipFile) -> Iterator[File]:
    """Yield the files of a zip as those of a folder; one outside the zip's own folder has a problem."""
    for entry in archive.infolist():
        name = entry.filename.replace("\\", "/")  # some zips from Windows have backslashes
        path = PurePosixPath(name)
        if path.is_absolute() or ".." in path.parts or len(name) > MAX_NAME:
            text = _("the zip has a member outside its own folder, or with a name of extreme length")
            yield _refused(path, text)
        elif _is_students(path) and not name.endswith("/"):
            yield File(path, partial(_read_member, archive, entry))


def _too_large(most: int) -> SubmissionError:
    text = _("the zip is larger than {size} MiB or has more than {count} files")
    return SubmissionError(text.format(size=MAX_ARCHIVE >> 20, count=most))


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
