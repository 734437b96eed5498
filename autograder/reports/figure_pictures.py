"""A wrong figure beside the right one: two small pictures in SVG, drawn from plain numbers."""

from __future__ import annotations

from collections.abc import Sequence

from autograder.i18n import N_, _
from autograder.results import Plot, PlotMark
from autograder.templating import render
from autograder.text import number

WIDTH, HEIGHT, MARGIN = 240, 140, 10
NAMES = {"expected": N_("expected"), "got": N_("what it shows")}
Box = tuple[float, float, float, float]


def as_html(plots: Sequence[Plot]) -> str:
    """Return the pictures of some plots side by side, on the same scale. The template escapes all text."""
    box = bounds(plots)
    drawn = [
        (_(NAMES.get(plot.name, plot.name)), plot, [shape(mark, box) for mark in plot.marks])
        for plot in plots
    ]
    left, right, low, high = map(number, box)
    ranges = {"x_range": f"{left}, {right}", "y_range": f"{low}, {high}"}
    return render("reports/figures.html", plots=drawn, width=WIDTH, height=HEIGHT, **ranges)


def bounds(plots: Sequence[Plot]) -> Box:
    """Return the smallest and the largest x, and the smallest and the largest y; bars begin at 0."""
    marks = [mark for plot in plots for mark in plot.marks if mark.x]
    xs = [x for mark in marks for x in mark.x] or [0.0]
    ys = [y for mark in marks for y in mark.y] or [0.0]
    if any(mark.kind == "bars" for mark in marks):
        ys.append(0.0)
    return min(xs), max(xs), min(ys), max(ys)


def shape(mark: PlotMark, box: Box) -> tuple[PlotMark, list[tuple[float, float]], float]:
    """Return a mark with its points in the picture, and the height there of y = 0."""
    left, right, low, high = box

    def across(x: float) -> float:
        share = (x - left) / (right - left) if right > left else 0.5
        return round(MARGIN + (WIDTH - 2 * MARGIN) * share, 1)

    def down(y: float) -> float:
        share = (y - low) / (high - low) if high > low else 0.5
        return round(HEIGHT - MARGIN - (HEIGHT - 2 * MARGIN) * share, 1)

    points = [(across(x), down(y)) for x, y in zip(mark.x, mark.y, strict=True)]
    return mark, points, down(min(max(0.0, low), high))
