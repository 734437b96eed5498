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
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path, PurePosixPath
from typing import Any

from autograder.errors import SubmissionError
from autograder.i18n import _
from autograder.submissions.files import (
    MAX_MEMBERS,
    MAX_NOTEBOOK,
    MAX_SOURCE,
    File,
    _members,
    _opened,
    files_in,
)
from autograder.submissions.submission import Cell, Submission
from autograder.text import clean_text

MAX_CELLS, MAX_VALUES = 2_000, 1_000_000
OLDER = re.compile(
    r"cp(125\d|874|932|936|949|950)|iso8859-\d+|koi8-[ru]|mac-\w+|gbk|gb2312|gb18030|big5|shift_jis|euc_(jp|kr)"
)
"""Encodings that Python knows and that are read in time in proportion to the text."""


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


def _only_member(data: bytes, assignment: str) -> tuple[PurePosixPath, bytes]:
    """Return the one script or notebook of a student's zip."""
    file = only_candidate(
        [file for file in _members(_opened(data)) if file.place.suffix.lower() != ".zip"], assignment
    )
    return file.place, file.read()


def only_candidate(files: Sequence[File], assignment: str) -> File:
    """Return the one file of a submission that can be graded; the assignment's own name decides between several."""
    candidates = [file for file in files if file.gradeable]
    named = [file for file in candidates if file.place.stem == assignment]
    found = named if len(candidates) > 1 and named else candidates
    if len(found) != 1:
        listed = ", ".join(sorted(clean_text(file.place, 60) for file in found)[:4]) or _("none")
        raise SubmissionError(
            _("the submission must hold exactly one script or notebook; it holds {files}").format(
                files=listed
            )
        )
    return found[0]


def _script_cells(file: str, data: bytes) -> Iterator[Cell]:
    yield Cell(clean_text(file, 80), _source(data))


def _notebook_cells(data: bytes) -> Iterator[Cell]:
    """Yield the code cells of a notebook, read as plain JSON; cells tagged `otter_ignore` are left out."""
    if len(data) > MAX_NOTEBOOK:
        raise SubmissionError(
            _("the notebook is larger than {size} MiB; clear its outputs").format(size=MAX_NOTEBOOK >> 20)
        )
    if (
        sum(map(data.count, (b",", b"[", b"{"))) > MAX_VALUES
    ):  # counted before they take thirty times their room
        raise SubmissionError(
            _("the notebook has more than {count} values; clear its outputs").format(count=f"{MAX_VALUES:,}")
        )
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
            raise SubmissionError(
                _("the script is not UTF-8 text (byte {number}); save it as UTF-8").format(number=error.start)
            ) from None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _declared(data: bytes) -> str:
    """Return the text of a script that declares an older encoding (PEP 263), as Python reads it; nothing where it declares none."""
    with contextlib.suppress(SyntaxError, ValueError, LookupError):
        encoding = codecs.lookup(tokenize.detect_encoding(io.BytesIO(data).readline)[0]).name
        if OLDER.fullmatch(encoding):
            return data.decode(encoding)
    return ""
