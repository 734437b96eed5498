"""Files of a folder or a zip, listed with bounds on every size; nothing is extracted, and links are refused."""

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
MAX_RATIO, MAX_NAME = 100, 1_000
MAX_MEMBERS, MAX_CLASS_MEMBERS = 5_000, 50_000  # of a student's zip, of a class's
KINDS = (".py", ".ipynb", ".zip")


@dataclass(frozen=True)
class File:
    """A file in a folder or a zip, not read yet; `place` is its path below that, and never one to open; `shown` is how outputs call it."""

    place: PurePosixPath
    read: Callable[..., bytes]
    shown: str = ""

    @property
    def gradeable(self) -> bool:
        return self.place.suffix.lower() in KINDS


def files_in(path: Path) -> Iterator[File]:
    """Yield the files of a folder or a zip that are neither hidden nor handed out, or a single file that can be a submission."""
    if path.is_dir():
        folders = [path]
        for folder in folders:
            for file in sorted(folder.iterdir()):
                place = PurePosixPath(file.relative_to(path).as_posix())
                if file.is_dir() and not file.is_symlink():
                    folders.append(file)
                elif _counts(place) and file.is_file() and not file.is_symlink():
                    yield File(place, partial(_read_bounded, file))
    elif path.suffix.lower() == ".zip":
        yield from _members(_opened(_read_bounded(path), MAX_CLASS_MEMBERS))
    elif path.suffix.lower() in KINDS:
        yield File(PurePosixPath(path.name), partial(_read_bounded, path))
    else:
        path.stat()  # a path that isn't there is an error of its own


def _read_bounded(path: Path, most: int = MAX_NOTEBOOK) -> bytes:
    with path.open("rb") as file:
        return file.read((MAX_ARCHIVE if path.suffix.lower() == ".zip" else most) + 1)


def _counts(place: PurePosixPath) -> bool:
    """Whether a file can be of interest: not hidden, not one of the checks that were handed out."""
    hidden = any(part.startswith((".", "__MACOSX", "__pycache__")) for part in place.parts)
    return not hidden and not place.name.startswith(("test_", "__init__")) and "tests" not in place.parts[:-1]


def _opened(data: bytes, most: int = MAX_MEMBERS) -> zipfile.ZipFile:
    if len(data) > MAX_ARCHIVE or data.count(b"PK\1\2") > most:  # counted before a table of millions is built
        text = _("the zip is larger than {size} MiB or has more than {count} files")
        raise SubmissionError(text.format(size=MAX_ARCHIVE >> 20, count=most))
    try:
        return zipfile.ZipFile(io.BytesIO(data))
    except Exception as error:  # noqa: BLE001 - on hostile bytes zipfile raises errors of a dozen types
        raise SubmissionError(
            _("the zip can't be read ({detail})").format(detail=clean_text(error))
        ) from None


def _members(archive: zipfile.ZipFile) -> Iterator[File]:
    """Yield the files of a zip as those of a folder; none is read yet, and none is ever extracted."""
    for entry in archive.infolist():
        name = entry.filename.replace("\\", "/")  # as some zips from Windows have it
        place = PurePosixPath(name)
        if place.is_absolute() or ".." in place.parts or len(name) > MAX_NAME:
            raise SubmissionError(
                _("the zip has a member outside its own folder, or with a name of extreme length")
            )
        if _counts(place) and not name.endswith("/"):
            yield File(place, partial(_member, archive, entry))


def _member(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, most: int = MAX_NOTEBOOK) -> bytes:
    if entry.external_attr >> 28 == 0xA:
        raise SubmissionError(_("the zip has a link in it; send the file itself"))
    if entry.file_size > most or entry.file_size > MAX_RATIO * max(entry.compress_size, 1 << 10):
        raise SubmissionError(_("the zip has a member that is too large, or too large for its packed size"))
    if entry.compress_type not in (
        zipfile.ZIP_STORED,
        zipfile.ZIP_DEFLATED,
    ):  # the others can't be unpacked in bounded memory
        raise SubmissionError(
            _("the zip is packed in an unusual way; make it with your system's own zip command")
        )
    try:
        with archive.open(entry) as member:
            return member.read(most)  # with a bound, or it would unpack whatever there is
    except Exception as error:  # noqa: BLE001 - on hostile bytes zipfile raises errors of a dozen types
        raise SubmissionError(
            _("the zip can't be read ({detail})").format(detail=clean_text(error))
        ) from None
