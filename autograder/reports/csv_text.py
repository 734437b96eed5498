"""Tables as CSV that a spreadsheet shows as text."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Iterable

from autograder.i18n import LAYOUT

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
SEPARATOR = re.compile("([;\u037e])")
"""What separates cells where a comma is the decimal mark, and the character that normalises to it."""


def csv_text(header: Iterable[Iterable[object]], rows: Iterable[Iterable[object]]) -> str:
    """Return a table as CSV; None is an empty cell.

    Args:
        header: Rows of our own words and numbers, written as they are.
        rows: Rows whose texts may be a student's: clean, but perhaps formulas. They are made safe.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerows(header)
    writer.writerows([safe_cell(cell) if isinstance(cell, str) else cell for cell in row] for row in rows)
    return text.getvalue()


def safe_cell(text: str) -> str:
    """Keep a spreadsheet from reading clean text as a formula.

    A spreadsheet whose cells end at semicolons reads several cells of it, so each of these is quoted.
    Nothing is deleted: what is left could be a formula.
    """
    return "".join(map(_quoted, SEPARATOR.split(text)))


def _quoted(cell: str) -> str:
    """Put a quote before a cell that begins as a formula, also in full width, or after spaces and quotes."""
    begin = unicodedata.normalize("NFKC", cell).lstrip(f' "{LAYOUT}')
    return f"'{cell}" if begin.startswith(FORMULA_STARTS) else cell
