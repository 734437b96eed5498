"""A submission's code, to be read beside its results. It is shown as text: nothing here parses it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from autograder.results import Mark, Report
from autograder.submissions.submission import Cell
from autograder.text import first_line

MAX_LINES, MAX_LINE = 5_000, 500
"""What a page shows of a submission: lines in all, characters of a line."""
MAX_MARKS = 3  # at a line
# Control and direction characters, surrogates and private ones, which could hide or reorder code. A joiner
# that Persian needs stays.
UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\ue000-\uf8ff\U000e0000-\U0010ffff]"
)


@dataclass(frozen=True)
class Line:
    """A line of code. `address` names it in links; `marks` are what is said about it."""

    number: int
    address: str
    text: str
    marks: tuple[str, ...] = ()


@dataclass(frozen=True)
class CellView:
    """A script, or a cell of a notebook. `left_out` counts the lines that are not shown."""

    label: str
    lines: tuple[Line, ...]
    left_out: int = 0


def code_view(cells: Sequence[Cell], marks: Sequence[Mark] = ()) -> list[CellView]:
    """Return the code of a submission by cells, with marks at lines. Its size is bounded."""
    views, room = list[CellView](), MAX_LINES
    said: dict[tuple[str, int], list[str]] = {}
    for mark in marks:
        said.setdefault((mark.label, mark.line), []).append(mark.text)
    for number, cell in enumerate(cells, 1):
        lines = cell.source.strip("\n").split("\n") if cell.source.strip() else []
        skipped = len(cell.source) - len(cell.source.lstrip("\n")) if lines else 0
        shown = tuple(
            Line(at, f"L{number}-{at}", _visible(text), _few(said.get((cell.label, at), ())))
            for at, text in enumerate(lines[:room], 1 + skipped)
        )
        if lines:
            views.append(CellView(_visible(cell.label), shown, len(lines) - len(shown)))
        room -= len(shown)
    return views


def _few(texts: Sequence[str]) -> tuple[str, ...]:
    """Return the first different texts: a loop may fail in the same line for many checks."""
    return tuple(dict.fromkeys(map(_visible, texts)))[:MAX_MARKS]


def address_of(label: str, line: int, labels: Sequence[str]) -> str:
    """Return the address of a line on the page of a submission whose cells have these labels."""
    return f"L{labels.index(label) + 1}-{line}" if line and label in labels else ""


def marks_of(report: Report, with_hidden: bool) -> list[Mark]:
    """Return what is said about lines of the code: where it failed to load, and where it raised in a check.

    Args:
        with_hidden: Whether hidden checks count, too. Their marks are for instructors.
    """
    raised = [
        Mark(one.label, one.line, first_line(one.message))
        for one in report.lacking
        if one.line and (with_hidden or not one.hidden)
    ]
    return [*report.marks, *raised]


def _visible(text: str) -> str:
    """Return a line with a sign for each character that would be obeyed instead of seen."""
    shown = text if len(text) <= MAX_LINE else text[:MAX_LINE] + "…"
    return UNSEEN.sub("\N{REPLACEMENT CHARACTER}", shown)
