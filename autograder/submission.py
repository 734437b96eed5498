"""Reading submissions: a script's source or a notebook's code cells, and nothing else of the file.

Nothing here executes, imports, parses as Python or un-pickles what a student sent; every size is bounded before it is read.
"""

from __future__ import annotations

import io
import json
import unicodedata
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from autograder.errors import SubmissionError, UsageError

MAX_SOURCE, MAX_NOTEBOOK, MAX_ARCHIVE, MAX_MEMBERS, MAX_RATIO, MAX_CELLS = 256 << 10, 16 << 20, 256 << 20, 5_000, 100, 2_000
KINDS = (".py", ".ipynb", ".zip")


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

    @property
    def module(self) -> str:
        """The `__name__` that the code runs under; never the file's own, which could hide a module such as `random`."""
        return "__main__" if self.file.endswith(".ipynb") else "submission"


def clean_text(text: object, limit: int = 300) -> str:
    """Return text of a student's making as one bounded line without control, formatting or direction characters."""
    words = " ".join(str(text)[: 4 * limit].split())
    kept = "".join(character for character in words if unicodedata.category(character)[0] != "C")
    return kept if len(kept) <= limit else kept[: limit - 1] + "…"


def read_submission(name: str, file: str, data: bytes, assignment: str) -> Submission:
    """Return the submission in a file's bytes; one that can't be read has a `problem` instead of cells."""
    try:
        if file.lower().endswith(".zip"):
            file, data = _only_candidate(_members(data), assignment)
        return Submission(name, file, tuple(_notebook_cells(data) if file.lower().endswith(".ipynb") else _script_cells(file, data)))
    except SubmissionError as error:
        return Submission(name, file, problem=str(error))


def find_submissions(paths: list[Path], assignment: str) -> list[Submission]:
    """Return all submissions under files, folders and zips. A zip inside a folder, or inside a zip, is one student's.

    Raises UsageError for a path that doesn't exist, or that holds nothing to grade.
    """
    files: list[tuple[PurePosixPath, bytes]] = []
    for path in paths:
        try:
            found = list(_gradeable(path))
        except OSError as error:
            raise UsageError(f"{path} can't be read: {error.strerror}. Give a file, a folder or a zip of submissions") from None
        except SubmissionError as error:
            raise UsageError(f"{path}: {error}. Give a file, a folder or a zip of submissions") from None
        if not found:
            raise UsageError(f"{path} holds no submission: no {', '.join(KINDS)} file is in it")
        files += found
    return [
        read_submission(name, file.name, data, assignment)
        for name, (file, data) in zip(_names([file for file, _ in files]), files, strict=True)
    ]


def _gradeable(path: Path) -> Iterator[tuple[PurePosixPath, bytes]]:
    if path.is_dir():
        for file in sorted(path.rglob("*")):
            place = PurePosixPath(file.relative_to(path).as_posix())
            if file.is_file() and not file.is_symlink() and _counts(place):
                yield place, _read_bounded(file)
    elif path.suffix.lower() == ".zip":
        yield from _members(path.read_bytes()).items()
    elif path.suffix.lower() in KINDS:
        yield PurePosixPath(path.name), _read_bounded(path)
    else:
        path.stat()  # a path that isn't there is an error of its own


def _read_bounded(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(MAX_ARCHIVE + 1)


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
    """Return a name for each file: its stem; the full file name where two share a stem; the whole path where even that is shared."""
    stems, names = [place.stem for place in places], [place.name for place in places]
    chosen = [
        stem if stems.count(stem) == 1 else name if names.count(name) == 1 else "_".join(place.parts)
        for stem, name, place in zip(stems, names, places, strict=True)
    ]
    return [name if chosen.count(name) == 1 else f"{name}-{chosen[:index].count(name) + 1}" for index, name in enumerate(chosen)]


def _members(data: bytes) -> dict[PurePosixPath, bytes]:
    """Return the files of a zip that can be submissions, read into memory under caps; nothing is ever extracted."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            if len(data) > MAX_ARCHIVE or len(entries) > MAX_MEMBERS:
                raise SubmissionError(f"the zip is larger than {MAX_ARCHIVE >> 20} MiB or has more than {MAX_MEMBERS} files")
            return {
                PurePosixPath(entry.filename): _member(archive, entry)
                for entry in entries
                if not entry.is_dir() and _counts(PurePosixPath(entry.filename))
            }
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError, ValueError) as error:
        raise SubmissionError(f"the zip can't be read ({clean_text(error)})") from None


def _member(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    place = PurePosixPath(entry.filename)
    if place.is_absolute() or ".." in place.parts or "\\" in entry.filename:
        raise SubmissionError("the zip has a member outside its own folder")
    if entry.external_attr >> 28 == 0xA:
        raise SubmissionError("the zip has a link in it; send the file itself")
    if entry.file_size > MAX_NOTEBOOK or entry.file_size > MAX_RATIO * max(entry.compress_size, 1 << 10):
        raise SubmissionError("the zip has a member that is too large, or too large for its packed size")
    with archive.open(entry) as member:
        return member.read(MAX_NOTEBOOK)


def _only_candidate(members: dict[PurePosixPath, bytes], assignment: str) -> tuple[str, bytes]:
    """Return the one script or notebook of a student's zip; the assignment's own name decides between several."""
    candidates = {place: data for place, data in members.items() if place.suffix.lower() != ".zip"}
    named = {place: data for place, data in candidates.items() if place.stem == assignment}
    found = named if len(candidates) > 1 and named else candidates
    if len(found) != 1:
        listed = ", ".join(sorted(clean_text(place) for place in found)[:4]) or "none"
        raise SubmissionError(f"the zip must hold exactly one script or notebook; it holds {listed}")
    ((place, data),) = found.items()
    return place.name, data


def _script_cells(file: str, data: bytes) -> Iterator[Cell]:
    yield Cell(clean_text(file, 80), _source(data))


def _notebook_cells(data: bytes) -> Iterator[Cell]:
    """Yield the code cells of a notebook, read as plain JSON; cells tagged `otter_ignore` are left out."""
    if len(data) > MAX_NOTEBOOK:
        raise SubmissionError(f"the notebook is larger than {MAX_NOTEBOOK >> 20} MiB; clear its outputs")
    try:
        notebook = json.loads(data)
        cells = notebook["cells"]
        code = list(enumerate((cell for cell in cells if cell["cell_type"] == "code"), 1))
        code = [(number, _joined(cell["source"])) for number, cell in code if not _ignored(cell)]
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise SubmissionError("the file is no notebook: its JSON has no list of cells") from None
    if len(code) > MAX_CELLS or sum(len(source) for _, source in code) > MAX_SOURCE:
        raise SubmissionError(f"the notebook has more than {MAX_CELLS} cells or {MAX_SOURCE >> 10} KiB of code")
    for number, source in code:
        yield Cell(f"code cell {number}", source)


def _joined(source: Any) -> str:
    text = source if isinstance(source, str) else "".join(source)
    return text.encode("utf-8", "replace").decode()


def _ignored(cell: dict[str, Any]) -> bool:
    return "otter_ignore" in cell.get("metadata", {}).get("tags", [])


def _source(data: bytes) -> str:
    if len(data) > MAX_SOURCE:
        raise SubmissionError(f"the script is larger than {MAX_SOURCE >> 10} KiB")
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        raise SubmissionError(f"the script is not UTF-8 text (byte {error.start})") from None
