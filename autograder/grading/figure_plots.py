"""What a wrong figure and the right one show, for the instructor: thinned to what a small picture needs."""

from __future__ import annotations

import contextlib
import math
from collections.abc import Iterator
from typing import Any

import numpy as np

from autograder.errors import Outcome
from autograder.grading.check_run import CheckRun
from autograder.grading.equality import equal_values
from autograder.results import Plot, PlotMark
from autograder.session.session import Session
from autograder.text import clean_text
from autograder.worker import wire
from autograder.worker.operations import Operation
from autograder.worker.server import RequestHandler

MOST_FIGURES, MOST_MARKS, MOST_POINTS, MAX_LABEL = 3, 8, 60, 60
MOST_READ = 10_000  # points of one line
KINDS = {"lines": "y", "points": "y", "bars": "height"}
"""What is drawn of axes, each with the name of its heights."""


def figure_plots(run: CheckRun, session: Session, solution: RequestHandler) -> tuple[Plot, ...]:
    """Return the first figure of a check that is not the solution's, and the solution's; none if all are.

    Both are asked once more, as a whole: a check looks at parts.
    """
    for operation in _figures(run):
        message: list[Any] = ["do", operation, True]
        expected = _value(wire.decode(solution.handle(*message)))
        session.begin([])
        got: Any = None
        with contextlib.suppress(Outcome):  # a submission that does not come back has drawn nothing
            got = _value(session.ask(message, run.result.function))
        if expected and not equal_values(got, expected):
            place = _first_different(got, expected)
            plots = [plot_of("expected", expected, place), plot_of("got", got, place)]
            return tuple(one for one in plots if one)
    return ()


def draws_figures(run: CheckRun) -> bool:
    """Whether a check looks at a figure."""
    return any(True for _ in _figures(run))


def _figures(run: CheckRun) -> Iterator[Operation]:
    """Yield the figures that a check asks for, each as an operation that needs no value kept before."""
    operations = run.plan.operations if run.plan else []
    found = [one for one in operations if one.kind == "figure"][:MOST_FIGURES]
    return (_alone(one, operations) for one in found)


def _alone(value: Any, operations: list[Operation]) -> Any:
    """Return an operand in which what was kept is done again."""
    match value:
        case Operation("kept", (int(number),)):
            return _alone(operations[number], operations)
        case Operation(kind, operands):
            return Operation(kind, tuple(_alone(one, operations) for one in operands))
        case list() | tuple():
            return type(value)(_alone(one, operations) for one in value)
        case dict():
            return {key: _alone(one, operations) for key, one in value.items()}
    return value


def _value(reply: Any) -> Any:
    """Return the figure in a reply; None for all else."""
    match reply:
        case ["value", {"axes": list()} as shown]:
            return shown
    return None


def _first_different(got: Any, expected: Any) -> int:
    """Return the place of the first axes that differ, as far as both have them."""
    axes = got["axes"] if got else []
    pairs = zip(axes, expected["axes"], strict=False)
    return next((place for place, (one, other) in enumerate(pairs) if not equal_values(one, other)), 0)


def plot_of(name: str, shown: Any, place: int) -> Plot | None:
    """Return what one of the axes of a figure shows; None if it has none. `shown` may come from a worker."""
    axes = shown["axes"][place] if shown and place < len(shown["axes"]) else None
    if not isinstance(axes, dict):
        return None
    title, xlabel, ylabel = (_words(axes.get(key)) for key in ("title", "xlabel", "ylabel"))
    marks = [mark for kind, height in KINDS.items() for mark in _marks(kind, axes.get(kind), height)]
    return Plot(name, title, xlabel, ylabel, tuple(marks[:MOST_MARKS]))


def _marks(kind: str, drawn: Any, height: str) -> Iterator[PlotMark]:
    for one in drawn[:MOST_MARKS] if isinstance(drawn, list) else []:
        x, y = (_row(one.get(key)) for key in ("x", height)) if isinstance(one, dict) else ([], [])
        if len(x) == len(y):
            step = max(1, math.ceil(len(x) / MOST_POINTS))
            pairs = zip(x[::step], y[::step], strict=True)
            points = [(a, b) for a, b in pairs if math.isfinite(a) and math.isfinite(b)]
            yield PlotMark(
                kind, _words(one.get("label")), tuple(a for a, _ in points), tuple(b for _, b in points)
            )


def _row(value: Any) -> list[float]:
    """Return the numbers of a row; none for all else."""
    if isinstance(value, np.ndarray) and value.ndim == 1 and value.dtype.kind in "iuf":
        return [float(one) for one in value[:MOST_READ].tolist()]
    return []


def _words(value: Any) -> str:
    return clean_text(value[:MAX_LABEL]) if isinstance(value, str) else ""
