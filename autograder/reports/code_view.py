"""A submission's code, to be read beside its results. It is shown as text: nothing here parses it."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping, Sequence
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
class CellView:
    """A script, or a cell of a notebook, as a page shows it.

    `number` counts the cells from 1, and `first` is the number of the first line. `marks` are what is said
    about lines, by their numbers. `left_out` counts the lines that are not shown.
    """

    number: int
    label: str
    first: int
    lines: tuple[str, ...]
    marks: Mapping[int, tuple[str, ...]]
    left_out: int = 0


def code_view(cells: Sequence[Cell], marks: Sequence[Mark] = ()) -> list[CellView]:
    """Return the code of a submission by cells, with marks at lines. Its size is bounded."""
    views, room = list[CellView](), MAX_LINES
    for number, cell in enumerate(cells, 1):
        if not cell.source.strip():
            continue
        source = cell.source.lstrip("\n")
        lines = source.rstrip("\n").split("\n")
        shown = _visible("\n".join(line[:MAX_LINE] for line in lines[:room])).split("\n") if room else []
        said: dict[int, list[str]] = {}
        for mark in marks:
            if mark.label == cell.label:
                said.setdefault(mark.line, []).append(mark.text)
        views.append(
            CellView(
                number,
                _visible(cell.label),
                1 + len(cell.source) - len(source),
                tuple(shown),
                {line: _few(texts) for line, texts in said.items()},
                len(lines) - len(shown),
            )
        )
        room -= len(shown)
    return views


def code_html(view: CellView) -> str:
    """Return the lines of a cell as HTML. Its texts are escaped here: a template takes ten times as long."""
    parts = []
    for number, line in enumerate(html.escape("\n".join(view.lines)).split("\n"), view.first):
        marks = view.marks.get(number, ())
        kind = "line marked" if marks else "line"
        parts.append(
            f'<span class="{kind}" id="L{view.number}-{number}">'
            f'<span class="number" aria-hidden="true">{number}</span><code>{line}</code></span>\n'
        )
        parts += [f'<span class="said" dir="auto">{html.escape(mark)}</span>\n' for mark in marks]
    return "".join(parts) if view.lines else ""


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
    """Return text with a sign for each character that would be obeyed instead of seen."""
    return UNSEEN.sub("\N{REPLACEMENT CHARACTER}", text)
