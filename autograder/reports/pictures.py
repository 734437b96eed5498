"""A counterexample to look at: as text of at most 80 columns, and as a picture (SVG). Pure functions of the record."""

from __future__ import annotations

import textwrap
from html import escape
from itertools import zip_longest

from autograder.i18n import _
from autograder.results import Counterexample, Grid

WIDTH, CELL, GAP, MARGIN, LINE = 78, 34, 34, 20, 20  # columns of text; the others in pixels
SIGNS = {("input", "kernel"): "×", ("kernel", "products"): "="}  # between two grids
COLOURS = {  # fill and stroke
    "input": ("#dbeafe", "#52606d"),
    "kernel": ("#fef3c7", "#b45309"),
    "products": ("#f1f5f9", "#52606d"),
    "expected": ("#bbf7d0", "#15803d"),
    "got": ("#fee2e2", "#b91c1c"),
    "padding": ("#ffffff", "#9aa5b1"),
}
INK, SOFT, MARK = "#1f2933", "#616e7c", "#b91c1c"


def headline(example: Counterexample) -> str:
    if len(example.calls) > 1:
        return _("{name} is right when asked first, and wrong after another call:").format(
            name=example.function
        )
    return _("The smallest input found on which {name} is wrong:").format(name=example.function)


def as_text(example: Counterexample) -> str:
    """Return the call, the grids side by side, the arithmetic, and what is wrong."""
    calls = [line for call in example.calls for line in _wrapped(call, 4)]
    grids = [line.rstrip() for row in _packed(example) for line in ("", *_side_by_side(row))]
    steps = [line for text in example.steps.lines for line in _wrapped(text, 4)]
    return "\n".join(
        [
            headline(example),
            *calls,
            *grids,
            *([""] if steps else []),
            *steps,
            "",
            *_wrapped(example.message, 0),
        ]
    )


def _wrapped(text: str, indent: int) -> list[str]:
    spaces = " " * indent
    return [
        spaces + line
        for line in textwrap.wrap(text, WIDTH - indent, subsequent_indent="  ", break_on_hyphens=False)
    ] or [""]


def _packed(example: Counterexample) -> list[list[Grid]]:
    """Return the rows of grids; what follows one row is put beside it where there is room."""
    packed: list[list[Grid]] = []
    for row in example.steps.rows:
        joined = [*packed[-1], *row] if packed else []
        if joined and max(map(len, _side_by_side(joined))) <= WIDTH and row[0].role in ("expected", "got"):
            packed[-1] = joined
        elif row:
            packed.append(list(row))
    return packed


def _side_by_side(grids: list[Grid]) -> list[str]:
    blocks: list[list[str]] = [[""]]
    for before, one in zip([None, *grids], grids, strict=False):
        blocks += [["", *[""] * ((len(one.cells) - 1) // 2), _sign(before, one) or "  "], _text_grid(one)]
    widths = [max(map(len, block)) for block in blocks]
    lines = zip_longest(*blocks, fillvalue="")
    return [" ".join(part.ljust(width) for part, width in zip(line, widths, strict=True)) for line in lines]


def _sign(before: Grid | None, one: Grid) -> str:
    return SIGNS.get((before.role, one.role), "") if before else ""


def _text_grid(one: Grid) -> list[str]:
    """Return a title and a line for each row, with the windows in brackets."""
    width = max((len(cell) for row in one.cells for cell in row), default=0)
    lines = [one.title]
    for r, row in enumerate(one.cells):
        spans = [
            (column, column + across) for top, column, down, across in one.windows if top <= r < top + down
        ]
        before = ["[" if c in {start for start, _ in spans} else " " for c in range(len(row))]
        behind = ["]" if c + 1 in {end for _, end in spans} else " " for c in range(len(row))]
        lines.append(
            "".join(f"{a}{cell:>{width}}{b}" for a, cell, b in zip(before, row, behind, strict=True))
        )
    return lines


def as_svg(example: Counterexample) -> str:
    """Return the same as a picture that needs nothing else, readable on any background. All text in it is escaped."""
    drawing = _Drawing()
    drawing.text(headline(example), bold=True)
    for call in example.calls:
        for line in textwrap.wrap(call, WIDTH, subsequent_indent="    ", break_on_hyphens=False):
            drawing.text(line, code=True)
    for row in _packed(example):
        drawing.row(row)
    drawing.space(LINE / 2)
    for line in [line for text in example.steps.lines for line in textwrap.wrap(text, WIDTH)]:
        drawing.text(line, size=16)
    drawing.space(LINE / 4)
    for line in textwrap.wrap(example.message, WIDTH):
        drawing.text(line, colour=MARK, bold=True)
    return drawing.finished(f"{headline(example)} {example.calls[-1]}. {example.message}")


class _Drawing:
    """Draws from top to bottom, and keeps count of the room that it takes."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.width, self.height = 0.0, float(MARGIN)

    def space(self, height: float) -> None:
        self.height += height

    def text(
        self, text: str, *, size: int = 14, colour: str = INK, bold: bool = False, code: bool = False
    ) -> None:
        """Write a line under what is there."""
        self.height += LINE
        style = (
            f'font-size="{size}" fill="{colour}"'
            + ' font-weight="bold"' * bold
            + ' font-family="monospace"' * code
        )
        self.parts.append(
            f'<text xml:space="preserve" x="{MARGIN}" y="{self.height - 5:g}" {style}>{escape(text)}</text>'
        )
        self.width = max(self.width, MARGIN + len(text) * size * (0.61 if code else 0.54))

    def row(self, grids: list[Grid]) -> None:
        """Draw grids side by side, with signs between them, centred on one line."""
        tall = max((len(one.cells) for one in grids), default=0) * CELL
        top, x = self.height + 1.9 * LINE, float(MARGIN)
        for before, one in zip([None, *grids], grids, strict=False):
            self.parts.append(
                _centred(x - GAP / 2, top + tall / 2 + 7, _sign(before, one), f'font-size="20" fill="{SOFT}"')
            )
            x = self._grid(one, x, top + (tall - len(one.cells) * CELL) / 2) + GAP
            self.width = max(self.width, x - GAP)
        self.height = top + tall

    def _grid(self, one: Grid, x: float, y: float) -> float:
        """Draw one grid; return where it ends."""
        cell = max(CELL, 9 * max((len(text) for row in one.cells for text in row), default=0) + 12)
        columns = len(one.cells[0]) if one.cells else 0
        wide = max(cell * columns, 7 * len(one.title))
        left = x + (wide - cell * columns) / 2
        self.parts.append(_centred(x + wide / 2, y - 8, one.title, f'font-size="12" fill="{SOFT}"'))
        for r, row in enumerate(one.cells):
            for c, text in enumerate(row):
                framed = min(r, c, len(one.cells) - 1 - r, columns - 1 - c) < one.frame
                fill, stroke = COLOURS["padding" if framed else one.role]
                shape = (
                    f'width="{cell}" height="{CELL}" fill="{fill}" stroke="{stroke}"'
                    + ' stroke-dasharray="3 3"' * framed
                )
                self.parts.append(f'<rect x="{left + c * cell:g}" y="{y + r * CELL:g}" {shape}/>')
                self.parts.append(
                    _centred(
                        left + (c + 0.5) * cell,
                        y + r * CELL + 22.5,
                        text,
                        f'fill="{SOFT if framed else INK}"',
                    )
                )
        for r, c, down, across in one.windows:
            place = (
                f'x="{left + c * cell:g}" y="{y + r * CELL:g}" width="{across * cell}" height="{down * CELL}"'
            )
            colour = COLOURS["kernel" if one.role == "input" else one.role][1]
            self.parts.append(f'<rect {place} rx="3" fill="none" stroke="{colour}" stroke-width="3.5"/>')
        return x + wide

    def finished(self, description: str) -> str:
        width, height = self.width + MARGIN, self.height + MARGIN
        box = f'viewBox="0 0 {width:g} {height:g}" width="{width:g}" height="{height:g}"'
        head = f'<svg xmlns="http://www.w3.org/2000/svg" {box} role="img" font-family="Helvetica, Arial, sans-serif" font-size="16">'
        background = f'<rect width="{width:g}" height="{height:g}" rx="12" fill="#ffffff"/>'
        return "\n".join([head, f"<desc>{escape(description)}</desc>", background, *self.parts, "</svg>\n"])


def _centred(x: float, y: float, text: str, style: str) -> str:
    return f'<text x="{x:g}" y="{y:g}" text-anchor="middle" {style}>{escape(text)}</text>'
