"""A counterexample to look at: as text of at most 80 columns, and as tables in a page of HTML."""

from __future__ import annotations

import textwrap
from itertools import zip_longest

from autograder.i18n import LAYOUT, _
from autograder.results import Counterexample, Grid
from autograder.templating import render
from autograder.text import clean_text

WIDTH = 78  # columns of text


def headline(example: Counterexample) -> str:
    """Return the first sentence about a counterexample."""
    if len(example.calls) > 1:
        sentence = _("{name} is right when asked first, and wrong after another call:")
    elif example.apart:
        sentence = _("Apart from this mistake, {name} is wrong on this input:")
    else:
        sentence = _("The smallest input found on which {name} is wrong:")
    return sentence.format(name=example.function)


def as_text(example: Counterexample) -> str:
    """Return the call, the grids side by side, the arithmetic, and what is wrong."""
    calls = [line for call in example.calls for line in _wrapped(call, 4)]
    grids = [line.rstrip() for row in _rows(example) for line in ("", *side_by_side(row))]
    steps = [line for text in example.steps.lines for line in _wrapped(text, 4)]
    if steps:
        steps.insert(0, "")
    return "\n".join([headline(example), *calls, *grids, *steps, "", *_wrapped(example.message, 0)])


def as_html(example: Counterexample) -> str:
    """Return the same as an element of HTML for a page with `style.css`; the template escapes all text."""
    rows = [_with_signs(row) for row in _rows(example)]
    return render(
        "reports/counterexample.html",
        headline=headline(example),
        example=example,
        rows=rows,
        cell_classes=_cell_classes,
        shown=_shown,
    )


def _shown(text: str) -> str:
    """Return text without the control and direction characters that a page would obey."""
    return clean_text(text, 10_000, LAYOUT)


def _wrapped(text: str, indent: int) -> list[str]:
    spaces = " " * indent
    lines = textwrap.wrap(text, WIDTH - indent, subsequent_indent="  ", break_on_hyphens=False)
    return [spaces + line for line in lines] or [""]


def _rows(example: Counterexample) -> list[list[Grid]]:
    """Return the rows of grids; the comparison joins the row above it if the text stays narrow enough."""
    rows = [list(row) for row in example.steps.rows if row]
    comparison = list(example.comparison)
    if rows and comparison and max(map(len, side_by_side(rows[-1] + comparison))) <= WIDTH:
        return [*rows[:-1], rows[-1] + comparison]
    return [*rows, comparison] if comparison else rows


def _with_signs(row: list[Grid]) -> list[tuple[str, Grid]]:
    """Return each grid of a row with the sign that stands before it."""
    return [(grid.sign if place else "", grid) for place, grid in enumerate(row)]


def side_by_side(row: list[Grid]) -> list[str]:
    """Return the lines of a row of grids, each sign halfway down the grid that it stands before."""
    blocks = [[""]]
    for sign, grid in _with_signs(row):
        above = 1 + max(len(grid.cells) - 1, 0) // 2
        blocks += [[*[""] * above, sign or "  "], _text_grid(grid)]
    widths = [max(map(columns, block)) for block in blocks]
    lines = zip_longest(*blocks, fillvalue="")
    return [" ".join(map(padded, line, widths)) for line in lines]


def columns(text: str) -> int:
    """Return how many columns a text takes: the signs of a Persian text's layout take none.

    >>> columns("\u2068\u200fab\u2069")
    2
    """
    return len(text) - sum(map(text.count, LAYOUT))


def padded(text: str, width: int) -> str:
    """Return a text with spaces behind it, up to a width in columns."""
    return text + " " * (width - columns(text))


def _text_grid(grid: Grid) -> list[str]:
    """Return a title and a line for each row, with the windows in brackets."""
    width = max((len(cell) for row in grid.cells for cell in row), default=0)
    lines = [grid.title]
    for at, row in enumerate(grid.cells):
        crossed = [window for window in grid.windows if window[0] <= at < window[0] + window[2]]
        starts = {left for _, left, _, _ in crossed}
        ends = {left + across - 1 for _, left, _, across in crossed}
        cells = [
            f"{'[' if column in starts else ' '}{cell:>{width}}{']' if column in ends else ' '}"
            for column, cell in enumerate(row)
        ]
        lines.append("".join(cells))
    return lines


def _cell_classes(grid: Grid, row: int, column: int) -> str:
    """Return the classes of a cell in HTML: padding, and the sides on which windows are outlined."""
    rows, columns = len(grid.cells), len(grid.cells[row])
    to_edge = min(row, column, rows - 1 - row, columns - 1 - column)
    classes = ["padding"] if to_edge < grid.frame else []
    for top, left, down, across in grid.windows:
        in_rows, in_columns = top <= row < top + down, left <= column < left + across
        if in_rows and in_columns:
            sides = {
                "top": row == top,
                "bottom": row == top + down - 1,
                "left": column == left,
                "right": column == left + across - 1,
            }
            classes += [side for side, outlined in sides.items() if outlined]
    return " ".join(dict.fromkeys(classes))
