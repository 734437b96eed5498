"""Reading submissions: a script's source or a notebook's code cells, and nothing else of the file.

Nothing here executes, imports, parses as Python or un-pickles what a student sent; every size is bounded before it is read.
"""

from __future__ import annotations

import io
import json
import unicodedata
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from itertools import islice
from pathlib import Path, PurePosixPath
from typing import Any, TypeAlias

from autograder.errors import SubmissionError, UsageError
from autograder.language import _

MAX_SOURCE, MAX_NOTEBOOK, MAX_ARCHIVE = 256 << 10, 16 << 20, 256 << 20  # bytes
MAX_CELLS, MAX_VALUES, MAX_MEMBERS, MAX_RATIO, MAX_NAME = 2_000, 1_000_000, 5_000, 100, 1_000
KINDS = (".py", ".ipynb", ".zip")
File: TypeAlias = tuple[PurePosixPath, Callable[[], bytes]]


@dataclass(frozen=True)
class Cell:
    """A piece of code that runs as one: a whole script, or one code cell. `label` is how messages call it."""

    label: str
    source: str


@dataclass(frozen=True)
class Submission:
    """What one student sent. `name` identifies it in every output; a `problem` says why there are no cells."""

    name: str
    file: str
    cells: tuple[Cell, ...] = ()
    problem: str = ""

    @cached_property
    def content(self) -> bytes:
        """All of the code, which stands for the submission wherever two are told apart."""
        return "\0".join(cell.source for cell in self.cells).encode()

    @property
    def notebook(self) -> bool:
        return self.file.lower().endswith(".ipynb")

    @property
    def module(self) -> str:
        """The `__name__` that the code runs under; never the file's own, which could hide a module such as `random`."""
        return "__main__" if self.notebook else "submission"


def clean_text(text: object, limit: int = 300, keep: str = "") -> str:
    """Return text of a student's making as one bounded line without control, formatting or direction characters.

    Of a sentence that is made already, `keep` what its own language needs.
    """
    words = " ".join(str(text)[: 4 * limit].split())
    kept = "".join(character for character in words if character in keep or unicodedata.category(character)[0] != "C")
    return kept if len(kept) <= limit else kept[: limit - 1] + "…"


def read_submission(name: str, file: str, data: bytes, assignment: str) -> Submission:
    """Return the submission in a file's bytes; one that can't be read has a `problem` instead of cells."""
    return _read(name, file, lambda: data, assignment)


def _read(name: str, file: str, read: Callable[[], bytes], assignment: str) -> Submission:
    try:
        data = read()
        if file.lower().endswith(".zip"):
            with _opened(data) as archive:
                file, data = _only_candidate([(place, partial(_member, archive, entry)) for place, entry in _entries(archive)], assignment)
        return Submission(name, file, tuple(_notebook_cells(data) if file.lower().endswith(".ipynb") else _script_cells(file, data)))
    except SubmissionError as error:
        return Submission(name, file, problem=str(error))


def read_folder(folder: Path, assignment: str) -> Submission:
    """Return the one submission in a folder that a student has filled with a script, a notebook or a zip."""
    files = list(islice(_gradeable(folder), MAX_MEMBERS))
    try:
        (file, data) = (clean_text(files[0][0].name), files[0][1]()) if len(files) == 1 else _only_candidate(files, assignment)
    except SubmissionError as error:
        return Submission(assignment, assignment, problem=str(error))
    return read_submission(PurePosixPath(file).stem, file, data, assignment)


def find_submissions(paths: list[Path], assignment: str) -> list[Submission]:
    """Return all submissions under files, folders and zips. A zip inside a folder, or inside a zip, is one student's.

    Raises UsageError for a path that doesn't exist or holds no submission, and where not one submission can be read.
    """
    found: list[tuple[PurePosixPath, Submission]] = []
    for path in paths:
        before = len(found)
        try:
            found += ((place, _read("", clean_text(place.name), read, assignment)) for place, read in _gradeable(path))
        except OSError as error:
            where = error.filename or path
            raise UsageError(f"{where} can't be read: {error.strerror}. Give a file, a folder or a zip of submissions") from None
        except SubmissionError as error:
            raise UsageError(f"{path}: {error}. Give a file, a folder or a zip of submissions") from None
        if len(found) == before:
            raise UsageError(f"{path} holds no submission: no {', '.join(KINDS)} file is in it")
    if all(submission.problem for _, submission in found):
        raise UsageError(f"there is nothing to grade; {found[0][1].file}: {found[0][1].problem}")
    names = _names([place for place, _ in found])
    return [replace(submission, name=name) for name, (_, submission) in zip(names, found, strict=True)]


def _gradeable(path: Path) -> Iterator[File]:
    """Yield the files that can be submissions, each with the way to read it."""
    if path.is_dir():
        folders = [path]
        for folder in folders:
            for file in sorted(folder.iterdir()):
                place = PurePosixPath(file.relative_to(path).as_posix())
                if file.is_dir() and not file.is_symlink():
                    folders.append(file)
                elif _counts(place) and file.is_file() and not file.is_symlink():
                    yield place, partial(_read_bounded, file)
    elif path.suffix.lower() == ".zip":
        with _opened(_read_bounded(path)) as archive:
            for place, entry in _entries(archive):
                yield place, partial(_member, archive, entry)
    elif path.suffix.lower() in KINDS:
        yield PurePosixPath(path.name), partial(_read_bounded, path)
    else:
        path.stat()  # a path that isn't there is an error of its own


def _read_bounded(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read((MAX_ARCHIVE if path.suffix.lower() == ".zip" else MAX_NOTEBOOK) + 1)


def _counts(place: PurePosixPath) -> bool:
    """Whether a file can be a submission: not hidden, not one of the checks that were handed out."""
    hidden = any(part.startswith((".", "__MACOSX", "__pycache__")) for part in place.parts)
    return (
        place.suffix.lower() in KINDS
        and not hidden
        and not place.name.startswith(("test_", "__init__"))
        and "tests" not in place.parts[:-1]
    )


def _names(places: list[PurePosixPath]) -> list[str]:
    """Return a name of its own for each file: its stem; its full name where two share a stem; its whole path where even that is shared."""
    stems, files = (Counter(clean_text(getattr(place, part)) for place in places) for part in ("stem", "name"))
    names: dict[str, None] = {}
    for place in places:
        stem, file, number = clean_text(place.stem), clean_text(place.name), 1
        name = chosen = stem if stems[stem] == 1 else file if files[file] == 1 else clean_text("_".join(place.parts))
        while name in names:
            name, number = f"{chosen}-{number + 1}", number + 1
        names[name] = None
    return list(names)


def _opened(data: bytes) -> zipfile.ZipFile:
    if len(data) > MAX_ARCHIVE or data.count(b"PK\1\2") > MAX_MEMBERS:  # counted before a table of millions is built
        text = _("the zip is larger than {size} MiB or has more than {count} files")
        raise SubmissionError(text.format(size=MAX_ARCHIVE >> 20, count=MAX_MEMBERS))
    try:
        return zipfile.ZipFile(io.BytesIO(data))
    except Exception as error:  # noqa: BLE001 - on hostile bytes zipfile raises errors of a dozen types
        raise SubmissionError(_("the zip can't be read ({detail})").format(detail=clean_text(error))) from None


def _entries(archive: zipfile.ZipFile) -> Iterator[tuple[PurePosixPath, zipfile.ZipInfo]]:
    """Yield the files of a zip that can be submissions; none is read yet, and none is ever extracted."""
    for entry in archive.infolist():
        name = entry.filename.replace("\\", "/")  # as some zips from Windows have it
        place = PurePosixPath(name)
        if place.is_absolute() or ".." in place.parts or len(name) > MAX_NAME:
            raise SubmissionError(_("the zip has a member outside its own folder, or with a name of extreme length"))
        if _counts(place) and not name.endswith("/"):
            yield place, entry


def _member(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    if entry.external_attr >> 28 == 0xA:
        raise SubmissionError(_("the zip has a link in it; send the file itself"))
    if entry.file_size > MAX_NOTEBOOK or entry.file_size > MAX_RATIO * max(entry.compress_size, 1 << 10):
        raise SubmissionError(_("the zip has a member that is too large, or too large for its packed size"))
    if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):  # the others can't be unpacked in bounded memory
        raise SubmissionError(_("the zip is packed in an unusual way; make it with your system's own zip command"))
    try:
        with archive.open(entry) as member:
            return member.read(MAX_NOTEBOOK)  # with a bound, or it would unpack whatever there is
    except Exception as error:  # noqa: BLE001 - on hostile bytes zipfile raises errors of a dozen types
        raise SubmissionError(_("the zip can't be read ({detail})").format(detail=clean_text(error))) from None


def _only_candidate(files: Sequence[File], assignment: str) -> tuple[str, bytes]:
    """Return the one script or notebook of a student's zip or folder; the assignment's own name decides between several."""
    candidates = [(place, read) for place, read in files if place.suffix.lower() != ".zip"]
    named = [(place, read) for place, read in candidates if place.stem == assignment]
    found = named if len(candidates) > 1 and named else candidates
    if len(found) != 1:
        listed = ", ".join(sorted(clean_text(place, 60) for place, _read in found)[:4]) or _("none")
        raise SubmissionError(_("a submission must hold exactly one script or notebook; it holds {files}").format(files=listed))
    ((place, read),) = found
    return clean_text(place.name), read()


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
        return data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        raise SubmissionError(_("the script is not UTF-8 text (byte {number}); save it as UTF-8").format(number=error.start)) from None
