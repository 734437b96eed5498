"""`final_grades.csv`: the class as a table, with the columns and the first row of otter's own file.

To add a column, add a line to `columns`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial

from autograder.exercises.assignment import Assignment
from autograder.i18n import LAYOUT
from autograder.reports.csv_text import csv_text
from autograder.results import Report
from autograder.text import clean_text, first_line

POSSIBLE = "points-per-question"
COMPLETED = "Completed"
NOT_FINAL = "Broken check: this grade is not final"


@dataclass(frozen=True)
class Column:
    """A column: its header, its cell in the row of possible points, and its cell for a submission.

    A number may be None, which is an empty cell. A text has to be clean.
    """

    header: str
    possible: str | float
    cell: Callable[[Report], str | float | None]


def columns(assignment: Assignment) -> list[Column]:
    """Return the columns of `final_grades.csv`, in their order."""
    *possible, total = possible_points(assignment)
    exercises = zip(assignment.exercises, possible, strict=True)
    return [
        Column("file", POSSIBLE, _file),
        *(Column(exercise, points, partial(_earned_in, exercise)) for exercise, points in exercises),
        Column("total_points_earned", total, _earned),
        Column("percent_correct", 1, _ratio),
        Column("grading_status", "--", grading_status),
    ]


def _file(report: Report) -> str:
    """Return the name of the file; no name is that of the row of possible points."""
    name = clean_text(report.file)
    return f"{name}-" if name == POSSIBLE else name


def _earned_in(exercise: str, report: Report) -> float | None:
    """Return the points for one exercise, None if a check of it is broken."""
    return report.earned.get(exercise, 0)


def _earned(report: Report) -> float | None:
    return None if report.broken else report.points


def _ratio(report: Report) -> float | None:
    """Return the share of all points. otter calls it percent_correct."""
    return None if report.broken else round(report.points / report.max_points, 4)


def grading_status(report: Report) -> str:
    """Return otter's "Completed", or in one line why somebody should look at this row."""
    if report.broken:
        return NOT_FINAL
    return clean_text(first_line(report.problem), keep=LAYOUT) if report.problem else COMPLETED


def final_grades(reports: Iterable[Report], assignment: Assignment) -> str:
    """Return the class as CSV, a row for each submission."""
    table = columns(assignment)
    header = [column.header for column in table]
    possible = [column.possible for column in table]
    rows = ([column.cell(report) for column in table] for report in reports)
    return csv_text([header, possible], rows)


def possible_points(assignment: Assignment) -> list[float]:
    """Return the points that there are, by exercise and then in all."""
    by_exercise = [
        sum(check.points for check in assignment.checks if check.exercise == exercise)
        for exercise in assignment.exercises
    ]
    return [*by_exercise, sum(check.points for check in assignment.checks)]


def earned_points(report: Report, assignment: Assignment) -> list[float | None]:
    """Return a submission's points, by exercise and then in all; None where a check is broken."""
    return [*(_earned_in(exercise, report) for exercise in assignment.exercises), _earned(report)]
