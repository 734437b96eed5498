"""The figures of a class: frozen records that `analysis` computes and `reports` shows.

Submissions are named by their indices in the class, which is sorted by name. Shares are between 0 and 1.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass

ENOUGH_FOR_DIFFICULTY = 10
"""From so many submissions on, a share is known to about a sixth."""
ENOUGH_FOR_CORRELATION = 30
"""From so many submissions on, a correlation or alpha is known to about a fifth."""
EASY, HARD = 0.95, 0.2
"""A check is too easy from this difficulty on, and too hard up to that one."""


class Warning(enum.Enum):
    """What may be wrong with a check, the most serious first."""

    NEGATIVE = "discriminates negatively"
    HARD = "too hard"
    EASY = "too easy"


class Reason(enum.Enum):
    """Why somebody should look at a submission, the most urgent first."""

    BROKEN = "a check is broken"
    UNREADABLE = "cannot be read"
    NOT_LOADED = "the code does not load"
    CRASHED = "the process ended"
    TIMED_OUT = "out of time"
    ONLY_VISIBLE = "passes the visible checks only"
    NOTHING_SENT = "nothing sent"


Places = tuple[int, ...]
"""The indices of some submissions in the class."""


@dataclass(frozen=True)
class Distribution:
    """How the points of the class lie. `exercise` is empty for those of the whole assignment.

    Bin `i` counts from `edges[i]` up to `edges[i + 1]`, without it; the last bin has full marks in it, too.
    """

    exercise: str
    possible: float
    edges: tuple[float, ...]
    counts: tuple[int, ...]
    quartiles: tuple[float, float, float]
    mean: float


@dataclass(frozen=True)
class RungFigures:
    """How the class does on a rung: the mean share of its points, and who has not all of them."""

    exercise: str
    rung: str
    points: float
    checks: int
    share: float
    lacking: Places


@dataclass(frozen=True)
class MistakeFigures:
    """A known mistake that explains failed checks, who makes it, and the points that these checks cost."""

    exercise: str
    mistake: str
    sentence: str
    who: Places
    points_lost: float


@dataclass(frozen=True)
class ItemFigures:
    """What a check measures, over the `submissions` whose code ran and for which it is not broken.

    Attributes:
        difficulty: The mean share of its points. A high one means an easy check.
        discrimination: The correlation of its points with those of all other checks; None where one of the
            two is the same for everybody.
        not_attempted, timed_out, crashed: Shares of the submissions.
        warning: Why to look at the check, if there is a reason and there are enough submissions to say so.
    """

    exercise: str
    rung: str
    check: str
    sentence: str
    hidden: bool
    points: float
    submissions: int
    difficulty: float | None
    discrimination: float | None
    not_attempted: float
    timed_out: float
    crashed: float
    warning: Warning | None


@dataclass(frozen=True)
class HeatRow:
    """A row of the heat map: submissions that fail alike, and their mean share of each rung's points.

    `attempted` is False at rungs where none of their checks got as far as a result.
    """

    who: Places
    shares: tuple[float, ...]
    attempted: tuple[bool, ...]


@dataclass(frozen=True)
class Attention:
    """A submission that somebody should look at. `exercise` is where, empty where it is all of it."""

    index: int
    reason: Reason
    exercise: str = ""


@dataclass(frozen=True)
class ClassFigures:
    """All figures of a class. `ran` counts the submissions whose code ran: items are about these.

    `alpha` is Cronbach's, None where it is not defined.
    """

    submissions: int
    ran: int
    distributions: tuple[Distribution, ...]
    rungs: tuple[RungFigures, ...]
    mistakes: tuple[MistakeFigures, ...]
    items: tuple[ItemFigures, ...]
    alpha: float | None
    heat_map: tuple[HeatRow, ...]
    attention: tuple[Attention, ...]
