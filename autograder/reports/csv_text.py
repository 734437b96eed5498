"""Tables as CSV that a spreadsheet shows as text."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from autograder.i18n import LAYOUT

FORMULA_STARTS = ("=", "+", "-", "@")


def csv_text(rows: Iterable[Iterable[object]]) -> str:
    """Return rows as CSV; None is an empty cell. Cells with a student's text need `safe_cell` before."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue()


def safe_cell(text: str) -> str:
    """Keep a spreadsheet from reading clean text as a formula."""
    return f"'{text}" if text.lstrip(LAYOUT).startswith(FORMULA_STARTS) else text
