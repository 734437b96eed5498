"""Reading a submission: a script's source or a notebook's code cells, and nothing else of the file.

Nothing here runs, imports, parses as Python or unpickles what a student sent. Every size is bounded first.
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
    cannot_be_read,
    files_in,
    members,
    open_zip,
)
from autograder.submissions.submission import Cell, Submission
from autograder.text import clean_text

MAX_CELLS, MAX_VALUES = 2_000, 1_000_000  # of a notebook
IGNORED_TAG = "otter_ignore"  # of cells that otter does not run
OLDER_ENCODINGS = re.compile(
    r"cp(125\d|874|932|936|949|950)|iso8859-\d+|koi8-[ru]|mac-\w+"
    r"|gbk|gb2312|gb18030|big5|shift_jis|euc_(jp|kr)"
)
"""Encodings that a script may declare, by Python's names; each is decoded in linear time."""


def read_submission(name: str, file: str, data: bytes, assignment: str) -> Submission:
    """Return the submission in a file's bytes; one that can't be read has a `problem` instead of cells."""
    return read_file(File(PurePosixPath(file), lambda: data), assignment, name)


def read_file(file: File, assignment: str, name: str = "") -> Submission:
    """Return the submission in a file; one that can't be read has a `problem` instead of cells."""
    path, display_name = file.path, clean_text(file.display_name or file.path.name)
    try:
        data = file.read()
        if path.suffix.lower() == ".zip":
            path, data = _only_member(data, assignment)
            display_name = clean_text(path.name)
        is_notebook = path.suffix.lower() == ".ipynb"
        cells = _notebook_cells(data) if is_notebook else _script_cells(path.name, data)
        return Submission(name, display_name, tuple(cells))
    except SubmissionError as error:
        problem = str(error)
    except Exception as error:  # noqa: BLE001 - whatever one file does to its reader, the class goes on
        problem = cannot_be_read(error)
    return Submission(name, display_name, problem=problem)


def read_folder(folder: Path, assignment: str) -> Submission:
    """Return the one submission in a folder that a student has filled with a script, a notebook or a zip."""
    try:
        file = only_candidate(list(islice(files_in(folder), MAX_MEMBERS)), assignment)
    except SubmissionError as error:
        return Submission(assignment, assignment, problem=str(error))
    return read_file(file, assignment, clean_text(file.path.stem))


def _only_member(data: bytes, assignment: str) -> tuple[PurePosixPath, bytes]:
    """Return the path and the bytes of the one script or notebook of a student's zip."""
    files = [file for file in members(open_zip(data)) if file.path.suffix.lower() != ".zip"]
    if problem := next((file.problem for file in files if file.problem), ""):
        raise SubmissionError(problem)
    file = only_candidate(files, assignment)
    return file.path, file.read()


def only_candidate(files: Sequence[File], assignment: str) -> File:
    """Return the one file of a submission that can be graded; of several, the one named as the assignment.

    Raises SubmissionError if it is not clear which file is meant.
    """
    candidates = [file for file in files if file.gradeable]
    if len(candidates) > 1:
        candidates = [file for file in candidates if file.path.stem == assignment] or candidates
    if len(candidates) == 1:
        return candidates[0]
    names = sorted(clean_text(file.path, 60) for file in candidates)[:4]
    text = _("the submission must hold exactly one script or notebook; it holds {files}")
    raise SubmissionError(text.format(files=", ".join(names) or _("none")))


def _script_cells(file: str, data: bytes) -> Iterator[Cell]:
    yield Cell(clean_text(file, 80), _source(data))


def _notebook_cells(data: bytes) -> Iterator[Cell]:
    """Yield the code cells of a notebook, without those that are tagged to be ignored."""
    sources = _notebook_sources(data)
    if len(sources) > MAX_CELLS or sum(map(len, sources.values())) > MAX_SOURCE:
        text = _("the notebook has more than {count} cells or {size} KiB of code")
        raise SubmissionError(text.format(count=MAX_CELLS, size=MAX_SOURCE >> 10))
    for number, source in sources.items():
        yield Cell(_("code cell {number}").format(number=number), source)


def _notebook_sources(data: bytes) -> dict[int, str]:
    """Return the sources of code cells by their numbers, read as plain JSON."""
    if len(data) > MAX_NOTEBOOK:
        text = _("the notebook is larger than {size} MiB; clear its outputs")
        raise SubmissionError(text.format(size=MAX_NOTEBOOK >> 20))
    values = sum(map(data.count, (b",", b"[", b"{")))  # counted before they take thirty times their room
    if values > MAX_VALUES:
        text = _("the notebook has more than {count} values; clear its outputs")
        raise SubmissionError(text.format(count=f"{MAX_VALUES:,}"))
    try:
        code_cells = [cell for cell in json.loads(data)["cells"] if cell["cell_type"] == "code"]
        numbered = enumerate(code_cells, 1)
        return {number: _joined(cell["source"]) for number, cell in numbered if not _is_ignored(cell)}
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise SubmissionError(_("the file is no notebook: its JSON has no list of cells")) from None


def _joined(source: Any) -> str:
    text = source if isinstance(source, str) else "".join(source)
    return text.encode("utf-8", "replace").decode()


def _is_ignored(cell: dict[str, Any]) -> bool:
    return IGNORED_TAG in cell.get("metadata", {}).get("tags", [])


def _source(data: bytes) -> str:
    """Return a script's text with plain line ends."""
    if len(data) > MAX_SOURCE:
        raise SubmissionError(_("the script is larger than {size} KiB").format(size=MAX_SOURCE >> 10))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        text = _in_declared_encoding(data)
        if not text:
            message = _("the script is not UTF-8 text (byte {number}); save it as UTF-8")
            raise SubmissionError(message.format(number=error.start)) from None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _in_declared_encoding(data: bytes) -> str:
    """Return the text of a script that declares an older encoding (PEP 263); nothing if it declares none."""
    with contextlib.suppress(SyntaxError, ValueError, LookupError):
        declared, _lines = tokenize.detect_encoding(io.BytesIO(data).readline)
        encoding = codecs.lookup(declared).name
        if OLDER_ENCODINGS.fullmatch(encoding):
            return data.decode(encoding)
    return ""
