"""Reading submissions: a script's source or a notebook's code cells, and nothing else of the file.

Nothing here executes, imports, parses as Python or un-pickles what a student sent; every size is bounded before it is read.
"""

from __future__ import annotations

import codecs
import contextlib
import io
import json
import re
import tokenize
import unicodedata
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path, PurePosixPath
from typing import Any

from autograder.errors import SubmissionError
from autograder.language import _

MAX_SOURCE, MAX_NOTEBOOK, MAX_ARCHIVE = 256 << 10, 16 << 20, 256 << 20  # bytes
MAX_CELLS, MAX_VALUES, MAX_RATIO, MAX_NAME = 2_000, 1_000_000, 100, 1_000
MAX_MEMBERS, MAX_CLASS_MEMBERS = 5_000, 50_000  # of a student's zip, of a class's
KINDS = (".py", ".ipynb", ".zip")
OLDER = re.compile(r"cp(125\d|874|932|936|949|950)|iso8859-\d+|koi8-[ru]|mac-\w+|gbk|gb2312|gb18030|big5|shift_jis|euc_(jp|kr)")
"""Encodings that Python knows and that are read in time in proportion to the text."""


@dataclass(frozen=True)
class Cell:
    """A piece of code that runs as one: a whole script, or one code cell. `label` is how messages call it."""

    label: str
    source: str

    def __reduce__(self) -> tuple[Callable[[str, bytes], Cell], tuple[str, bytes]]:
        """Travel to a grader as bytes: a text that is pickled keeps its UTF-8 from then on, and a class has many."""
        return _cell, (self.label, self.source.encode("utf-8", "surrogatepass"))


def _cell(label: str, source: bytes) -> Cell:
    return Cell(label, source.decode("utf-8", "surrogatepass"))


@dataclass(frozen=True)
class Person:
    """Who sent a submission, as far as a platform or a roster says; `sid` is the school's own number, `canvas` and `moodle` are theirs."""

    name: str = ""
    sid: str = ""
    email: str = ""
    login: str = ""
    section: str = ""
    canvas: str = ""
    moodle: str = ""


@dataclass(frozen=True)
class Submission:
    """What one student, or a group, sent. `name` identifies it in every output; a `problem` says why there are no cells."""

    name: str
    file: str
    cells: tuple[Cell, ...] = ()
    problem: str = ""
    people: tuple[Person, ...] = ()

    @property
    def content(self) -> bytes:
        """All of the code, which stands for the submission wherever two are told apart. Not kept: a class may be large."""
        return "\0".join(cell.source for cell in self.cells).encode()

    @property
    def scipy(self) -> bool:
        """Whether the code has the word, and so needs a worker with SciPy, which costs more."""
        return b"scipy" in self.content

    @property
    def notebook(self) -> bool:
        return self.file.lower().endswith(".ipynb")

    @property
    def module(self) -> str:
        """The `__name__` that the code runs under; never the file's own, which could hide a module such as `random`."""
        return "__main__" if self.notebook else "submission"


@dataclass(frozen=True)
class File:
    """A file in a folder or a zip, not read yet; `place` is its path below that, and never one to open; `shown` is how outputs call it."""

    place: PurePosixPath
    read: Callable[..., bytes]
    shown: str = ""

    @property
    def gradeable(self) -> bool:
        return self.place.suffix.lower() in KINDS


def clean_text(text: object, limit: int = 300, keep: str = "") -> str:
    """Return text of a student's making as one bounded line without control, formatting or direction characters.

    Of a sentence that is made already, `keep` what its own language needs.
    """
    words = " ".join(str(text)[: 4 * limit].split())
    kept = "".join(character for character in words if character in keep or unicodedata.category(character)[0] != "C")
    return kept if len(kept) <= limit else kept[: limit - 1] + "…"


def read_submission(name: str, file: str, data: bytes, assignment: str) -> Submission:
    """Return the submission in a file's bytes; one that can't be read has a `problem` instead of cells."""
    return read_file(File(PurePosixPath(file), lambda: data), assignment, name)


def read_file(file: File, assignment: str, name: str = "") -> Submission:
    """Return the submission in a file; one that can't be read has a `problem` instead of cells."""
    place, shown = file.place, clean_text(file.shown or file.place.name)
    try:
        data = file.read()
        if place.suffix.lower() == ".zip":
            place, data = _only_member(data, assignment)
            shown = clean_text(place.name)
        cells = _notebook_cells(data) if place.suffix.lower() == ".ipynb" else _script_cells(place.name, data)
        return Submission(name, shown, tuple(cells))
    except SubmissionError as error:
        return Submission(name, shown, problem=str(error))


def read_folder(folder: Path, assignment: str) -> Submission:
    """Return the one submission in a folder that a student has filled with a script, a notebook or a zip."""
    try:
        file = only_candidate(list(islice(files_in(folder), MAX_MEMBERS)), assignment)
    except SubmissionError as error:
        return Submission(assignment, assignment, problem=str(error))
    return read_file(file, assignment, clean_text(file.place.stem))


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
        raise SubmissionError(_("the zip can't be read ({detail})").format(detail=clean_text(error))) from None


def _members(archive: zipfile.ZipFile) -> Iterator[File]:
    """Yield the files of a zip as those of a folder; none is read yet, and none is ever extracted."""
    for entry in archive.infolist():
        name = entry.filename.replace("\\", "/")  # as some zips from Windows have it
        place = PurePosixPath(name)
        if place.is_absolute() or ".." in place.parts or len(name) > MAX_NAME:
            raise SubmissionError(_("the zip has a member outside its own folder, or with a name of extreme length"))
        if _counts(place) and not name.endswith("/"):
            yield File(place, partial(_member, archive, entry))


def _member(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, most: int = MAX_NOTEBOOK) -> bytes:
    if entry.external_attr >> 28 == 0xA:
        raise SubmissionError(_("the zip has a link in it; send the file itself"))
    if entry.file_size > most or entry.file_size > MAX_RATIO * max(entry.compress_size, 1 << 10):
        raise SubmissionError(_("the zip has a member that is too large, or too large for its packed size"))
    if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):  # the others can't be unpacked in bounded memory
        raise SubmissionError(_("the zip is packed in an unusual way; make it with your system's own zip command"))
    try:
        with archive.open(entry) as member:
            return member.read(most)  # with a bound, or it would unpack whatever there is
    except Exception as error:  # noqa: BLE001 - on hostile bytes zipfile raises errors of a dozen types
        raise SubmissionError(_("the zip can't be read ({detail})").format(detail=clean_text(error))) from None


def _only_member(data: bytes, assignment: str) -> tuple[PurePosixPath, bytes]:
    """Return the one script or notebook of a student's zip."""
    file = only_candidate([file for file in _members(_opened(data)) if file.place.suffix.lower() != ".zip"], assignment)
    return file.place, file.read()


def only_candidate(files: Sequence[File], assignment: str) -> File:
    """Return the one file of a submission that can be graded; the assignment's own name decides between several."""
    candidates = [file for file in files if file.gradeable]
    named = [file for file in candidates if file.place.stem == assignment]
    found = named if len(candidates) > 1 and named else candidates
    if len(found) != 1:
        listed = ", ".join(sorted(clean_text(file.place, 60) for file in found)[:4]) or _("none")
        raise SubmissionError(_("the submission must hold exactly one script or notebook; it holds {files}").format(files=listed))
    return found[0]


def _script_cells(file: str, data: bytes) -> Iterator[Cell]:
    yield Cell(clean_text(file, 80), _source(data))


def _notebook_cells(data: bytes) -> Iterator[Cell]:
    """Yield the code cells of a notebook, read as plain JSON; cells tagged `otter_ignore` are left out."""
    if len(data) > MAX_NOTEBOOK:
        raise SubmissionError(_("the notebook is larger than {size} MiB; clear its outputs").format(size=MAX_NOTEBOOK >> 20))
    if sum(map(data.count, (b",", b"[", b"{"))) > MAX_VALUES:  # counted before they take thirty times their room
        raise SubmissionError(_("the notebook has more than {count} values; clear its outputs").format(count=f"{MAX_VALUES:,}"))
    try:
        notebook = json.loads(data)
        cells = notebook["cells"]
        code = list(enumerate((cell for cell in cells if cell["cell_type"] == "code"), 1))
        code = [(number, _joined(cell["source"])) for number, cell in code if not _ignored(cell)]
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise SubmissionError(_("the file is no notebook: its JSON has no list of cells")) from None
    if len(code) > MAX_CELLS or sum(len(source) for _, source in code) > MAX_SOURCE:
        text = _("the notebook has more than {count} cells or {size} KiB of code")
        raise SubmissionError(text.format(count=MAX_CELLS, size=MAX_SOURCE >> 10))
    for number, source in code:
        yield Cell(_("code cell {number}").format(number=number), source)


def _joined(source: Any) -> str:
    text = source if isinstance(source, str) else "".join(source)
    return text.encode("utf-8", "replace").decode()


def _ignored(cell: dict[str, Any]) -> bool:
    return "otter_ignore" in cell.get("metadata", {}).get("tags", [])


def _source(data: bytes) -> str:
    if len(data) > MAX_SOURCE:
        raise SubmissionError(_("the script is larger than {size} KiB").format(size=MAX_SOURCE >> 10))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        text = _declared(data)
        if not text:
            raise SubmissionError(_("the script is not UTF-8 text (byte {number}); save it as UTF-8").format(number=error.start)) from None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _declared(data: bytes) -> str:
    """Return the text of a script that declares an older encoding (PEP 263), as Python reads it; nothing where it declares none."""
    with contextlib.suppress(SyntaxError, ValueError, LookupError):
        encoding = codecs.lookup(tokenize.detect_encoding(io.BytesIO(data).readline)[0]).name
        if OLDER.fullmatch(encoding):
            return data.decode(encoding)
    return ""
