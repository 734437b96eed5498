"""The code in a file: a script's source or a notebook's code cells, and nothing else of the file.

Nothing here runs, imports, parses as Python or unpickles what a student sent. Every size is bounded first.
"""

from __future__ import annotations

import codecs
import contextlib
import io
import json
import re
import tokenize
from collections.abc import Iterator, Mapping
from typing import Any

from autograder.errors import SubmissionError
from autograder.i18n import N_, _
from autograder.submissions.files import MAX_NOTEBOOK, MAX_SOURCE, File
from autograder.submissions.submission import Cell
from autograder.text import clean_text

MAX_CELLS, MAX_VALUES = 2_000, 1_000_000  # of a notebook
IGNORED_TAG = "otter_ignore"  # of cells that otter does not run
TEXT_CELLS = ("markdown", "raw")  # the kinds of cells that do not run
OLDER_ENCODINGS = re.compile(
    r"cp(125\d|874|932|936|949|950)|iso8859-\d+|koi8-[ru]|mac-\w+"
    r"|gbk|gb2312|gb18030|big5|shift_jis|euc_(jp|kr)"
)
"""Encodings that a script may declare, by Python's names; each is decoded in linear time."""
WIDE_MARKS = {
    codecs.BOM_UTF32_LE: "utf-32",
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
"""Marks at the beginning of files that Windows writes as "Unicode", the longer ones first."""
WIDEST = 4  # bytes of a character in these encodings
CONFLICT = re.compile(r"^(<{7}|>{7})( |$)", re.MULTILINE)
OTHER_CONTENTS = {
    re.compile(rb"\s*<(!doctype )?html", re.IGNORECASE): N_("a web page"),
    re.compile(rb"\{\\rtf"): N_("formatted text (RTF)"),
    re.compile(rb"%PDF-"): N_("a PDF"),
    re.compile(rb"PK\x03\x04"): N_("a zip, a Word document, or something like these"),
    re.compile(rb"version https://git-lfs"): N_("only a pointer of Git LFS"),
}
"""How files begin that only have the name of a script or a notebook."""


def code_cells(file: File) -> tuple[Cell, ...]:
    """Return the code in a script or a notebook. Raises SubmissionError for one that can't be read."""
    return code_and_texts(file)[0]


def code_and_texts(file: File) -> tuple[tuple[Cell, ...], tuple[str, ...]]:
    """Return the code in a script or a notebook, and the cells of a notebook that are no code.

    Raises SubmissionError for a file that can't be read.
    """
    data = file.read(MAX_NOTEBOOK)
    for beginning, what in OTHER_CONTENTS.items():
        if beginning.match(data[:1_000]):
            text = _("the file is {what}, whatever its name says; send the .py or .ipynb file itself")
            raise SubmissionError(text.format(what=_(what)))
    if file.suffix == ".ipynb" or _is_notebook(data):
        sources, texts = _notebook_sources(data)
        return tuple(_notebook_cells(sources)), texts
    return tuple(_script_cells(file.path.name, data)), ()


def source_of(file: File) -> str:
    """Return the source of a script. Raises SubmissionError for one that can't be read."""
    return _source(file.read(MAX_SOURCE * WIDEST))


def _is_notebook(data: bytes) -> bool:
    """Whether a file of another name is a notebook: renamed, it would be a script of one long dict."""
    return data[:100].lstrip().startswith(b"{") and b'"cells"' in data and b'"nbformat"' in data


def _script_cells(file: str, data: bytes) -> Iterator[Cell]:
    yield Cell(clean_text(file, 80), _source(data))


def _notebook_cells(sources: Mapping[int, str]) -> Iterator[Cell]:
    """Yield the code cells of a notebook, by their numbers."""
    if len(sources) > MAX_CELLS or sum(map(len, sources.values())) > MAX_SOURCE:
        text = _("the notebook has more than {count} cells or {size} KiB of code")
        raise SubmissionError(text.format(count=MAX_CELLS, size=MAX_SOURCE >> 10))
    for number, source in sources.items():
        yield Cell(_("code cell {number}").format(number=number), source)


def _notebook_sources(data: bytes) -> tuple[dict[int, str], tuple[str, ...]]:
    """Return the sources of code cells by their numbers, and those of the others, read as plain JSON.

    Code cells that are tagged to be ignored are left out.
    """
    if len(data) > MAX_NOTEBOOK:
        text = _("the notebook is larger than {size} MiB; clear its outputs")
        raise SubmissionError(text.format(size=MAX_NOTEBOOK >> 20))
    values = sum(map(data.count, (b",", b"[", b"{")))  # counted before they take thirty times their room
    if values > MAX_VALUES:
        text = _("the notebook has more than {count} values; clear its outputs")
        raise SubmissionError(text.format(count=f"{MAX_VALUES:,}"))
    try:
        notebook = json.loads(data)
        cells = _cells(notebook)
        numbered = enumerate((cell for cell in cells if cell["cell_type"] == "code"), 1)
        sources = {number: _joined(_input(cell)) for number, cell in numbered if not _is_ignored(cell)}
        texts = [_joined(_input(cell)) for cell in cells if cell["cell_type"] in TEXT_CELLS]
        return sources, tuple(texts)
    except json.JSONDecodeError as error:
        raise SubmissionError(_not_json(error)) from None
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise SubmissionError(_("the file is no notebook: its JSON has no list of cells")) from None


def _cells(notebook: dict[str, Any]) -> list[dict[str, Any]]:
    """Return all cells. Before version 4 of the format (2015), they were in worksheets."""
    if "cells" not in notebook and "worksheets" in notebook:
        return [cell for worksheet in notebook["worksheets"] for cell in worksheet["cells"]]
    cells: list[dict[str, Any]] = notebook["cells"]
    return cells


def _input(cell: dict[str, Any]) -> Any:
    """Return the text of a cell. Some programs leave it out, or write null, where a cell is empty."""
    return cell.get("source") or cell.get("input") or ""


def _not_json(error: json.JSONDecodeError) -> str:
    """Return where the JSON of a notebook ends to be JSON, and what that probably means."""
    if not error.doc.strip("\ufeff \t\r\n\0"):
        return _("the notebook is empty; save it again, and send it again")
    if conflict := CONFLICT.search(error.doc):
        line = error.doc.count("\n", 0, conflict.start()) + 1
        text = _("the notebook is no JSON: a merge conflict begins at line {line}; resolve it in an editor")
        return text.format(line=line)
    text = error.doc.rstrip()
    if error.pos >= len(text) or error.msg.startswith("Unterminated string"):
        cut_off = _("the notebook is no JSON: it is cut off at line {line}; save it again, and send it again")
        return cut_off.format(line=text.count("\n") + 1)
    damaged = _("the notebook is no JSON (line {line}); open it in Jupyter, and save it again")
    return damaged.format(line=error.lineno)


def _joined(source: Any) -> str:
    text = source if isinstance(source, str) else "".join(source)
    return text.encode("utf-8", "replace").decode()


def _is_ignored(cell: dict[str, Any]) -> bool:
    return IGNORED_TAG in cell.get("metadata", {}).get("tags", [])


def _source(data: bytes) -> str:
    """Return a script's text with plain line ends."""
    text = _decoded(data)
    if len(text.encode("utf-8", "replace")) > MAX_SOURCE:
        raise _script_too_large()
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _decoded(data: bytes) -> str:
    """Return a script's text. A mark at its beginning, or else a declaration, says how it is encoded."""
    wide = next((name for mark, name in WIDE_MARKS.items() if data.startswith(mark)), "")
    if len(data) > MAX_SOURCE * (WIDEST if wide else 1):
        raise _script_too_large()
    try:
        return data.decode(wide or "utf-8-sig")
    except UnicodeDecodeError as error:
        if text := _in_declared_encoding(data):
            return text
        message = _("the script is not UTF-8 text (byte {number}); save it as UTF-8")
        raise SubmissionError(message.format(number=error.start)) from None


def _script_too_large() -> SubmissionError:
    return SubmissionError(_("the script is larger than {size} KiB").format(size=MAX_SOURCE >> 10))


def _in_declared_encoding(data: bytes) -> str:
    """Return the text of a script that declares an older encoding (PEP 263); nothing if it declares none."""
    with contextlib.suppress(SyntaxError, ValueError, LookupError):
        declared, _lines = tokenize.detect_encoding(io.BytesIO(data).readline)
        encoding = codecs.lookup(declared).name
        if OLDER_ENCODINGS.fullmatch(encoding):
            return data.decode(encoding)
    return ""
