"""The records of a grading: frozen data. Every view, such as a page or a table, is a function of them."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field
from functools import cached_property

from autograder.errors import CheckFailed, Crashed, NotAttempted, Outcome, StudentError, TimedOut


class Verdict(enum.Enum):
    """How one check ended. Only PASSED earns points. BROKEN is our fault: an alarm, and never a zero."""

    PASSED = "passed"
    FAILED = "failed"
    NOT_ATTEMPTED = "not attempted"
    TIMED_OUT = "timed out"
    CRASHED = "crashed"
    BROKEN = "broken"


WRONG = (Verdict.FAILED, Verdict.TIMED_OUT, Verdict.CRASHED)
VERDICTS: dict[type[Outcome], Verdict] = {
    CheckFailed: Verdict.FAILED,
    StudentError: Verdict.FAILED,
    NotAttempted: Verdict.NOT_ATTEMPTED,
    TimedOut: Verdict.TIMED_OUT,
    Crashed: Verdict.CRASHED,
}


def verdict_of(outcome: Outcome) -> Verdict:
    """Return the verdict that an outcome means."""
    return next(verdict for kind, verdict in VERDICTS.items() if isinstance(outcome, kind))


@dataclass(frozen=True)
class PlotMark:
    """A line, bars or points of a plot, thinned. `kind` is `lines`, `bars` or `points`."""

    kind: str
    label: str
    x: tuple[float, ...]
    y: tuple[float, ...]


@dataclass(frozen=True)
class Plot:
    """What one of the axes of a figure shows. `name` is `expected` or `got`."""

    name: str
    title: str
    xlabel: str
    ylabel: str
    marks: tuple[PlotMark, ...]


@dataclass(frozen=True)
class CheckResult:
    """How one check ended on one submission.

    `message` is for instructors; where the check is not `hidden`, students read it, too. If a known `mistake`
    gives the same results, `misconception` and `hint` are its words for the student.
    """

    exercise: str
    check: str
    sentence: str
    rung: str
    hidden: bool
    max_points: float
    verdict: Verdict
    message: str = ""
    function: str = ""
    """The name in the submission that the check asked for last."""
    mistake: str = ""
    misconception: str = ""
    hint: str = ""
    label: str = ""
    """Where the student's code raised: the script or cell. Empty if it did not."""
    line: int = 0
    note: str = ""
    """For the author: what the check itself raised for the value, which it did not expect."""
    narrowed: str = ""
    """Where no mistake is named: for which inputs its function is right, and for which it is wrong."""
    plots: tuple[Plot, ...] = ()
    """For the instructor: a wrong figure, after the right one."""

    @property
    def points(self) -> float:
        return self.max_points if self.verdict is Verdict.PASSED else 0.0

    def __hash__(self) -> int:
        return hash((self.check, self.message))  # views look each result up; two fields tell most apart


@dataclass(frozen=True)
class Grid:
    """A small table to draw.

    `tone` is its colour. The `sign` stands between it and a grid to its left. Each window (row, column,
    height, width) is outlined. The outermost `frame` rows and columns are padding.
    """

    title: str
    cells: tuple[tuple[str, ...], ...]
    tone: str = "blue"
    sign: str = ""
    windows: tuple[tuple[int, int, int, int], ...] = ()
    frame: int = 0


@dataclass(frozen=True)
class Steps:
    """How a result comes about: rows of grids, and lines of arithmetic under them."""

    rows: tuple[tuple[Grid, ...], ...] = ()
    lines: tuple[str, ...] = ()


@dataclass(frozen=True)
class Counterexample:
    """The smallest input found on which a submission's function is wrong.

    `calls` are Python; the last one is wrong, after the one before it if there are two. `comparison` is a row
    of grids with what is expected and what was got.
    """

    function: str
    verdict: Verdict
    calls: tuple[str, ...]
    message: str
    steps: Steps
    comparison: tuple[Grid, ...] = ()
    mistakes: tuple[str, ...] = ()
    """Those of the mistakes named for the function that give the same result for this call."""
    apart: bool = False
    """Whether it is shown beside a mistake that does not explain it."""


@dataclass(frozen=True)
class Mark:
    """What is said about a line of the code: in the script or cell called `label`, counted from 1."""

    label: str
    line: int
    text: str


@dataclass(frozen=True)
class Report:
    """All that is known of one graded submission. `problem` says why it could not be read or loaded.

    What it cost is no part of what makes two reports equal.

    Attributes:
        marks: The lines that failed while the code was loaded.
        seconds: CPU time by result, in the order of the results; empty if it is not known.
        memory_bytes: The most that one of its workers used, with Python and NumPy; 0 if it is not known.
    """

    submission: str
    file: str
    assignment: str
    results: tuple[CheckResult, ...]
    problem: str = ""
    isolation: str = ""
    counterexamples: tuple[Counterexample, ...] = ()
    marks: tuple[Mark, ...] = ()
    seconds: tuple[float, ...] = field(default=(), compare=False)
    memory_bytes: int = field(default=0, compare=False)
    note: str = ""
    """What else its author should know, such as which of two files counts."""

    @cached_property
    def lacking(self) -> tuple[CheckResult, ...]:
        """The results that did not pass."""
        return tuple(result for result in self.results if result.verdict is not Verdict.PASSED)

    @cached_property
    def earned(self) -> dict[str, float | None]:
        """The points by exercise; None where a check is broken."""
        points = dict[str, float]()
        for result in self.results:
            points[result.exercise] = points.get(result.exercise, 0) + result.points
        return points | dict.fromkeys(
            (result.exercise for result in self.lacking if result.verdict is Verdict.BROKEN), None
        )

    @cached_property
    def points(self) -> float:
        return sum(result.points for result in self.results)

    @cached_property
    def max_points(self) -> float:
        return sum(result.max_points for result in self.results)

    @cached_property
    def broken(self) -> bool:
        return any(result.verdict is Verdict.BROKEN for result in self.lacking)
