"""`final_grades.csv`: the class as a table: who each submission is, then the columns of otter's own file.

otter's first row stays the first: it has `points-per-question` under `file`.
To add a column, add a line to `columns`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType
from typing import TypeAlias

from autograder.exercises.assignment import Assignment
from autograder.i18n import LAYOUT
from autograder.reports.csv_text import csv_text
from autograder.results import Report
from autograder.submissions.submission import Person
from autograder.text import clean_text, first_line

People: TypeAlias = Mapping[str, Sequence[Person]]
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


def columns(assignment: Assignment, people: People) -> list[Column]:
    """Return the columns of `final_grades.csv`, in their order. A group's members stand in one cell."""

    def of_people(field: str) -> Callable[[Report], str]:
        return lambda report: _listed(people.get(report.submission, ()), field)

    *possible, total = possible_points(assignment)
    exercises = zip(assignment.exercises, possible, strict=True)
    return [
        Column("submission", "", lambda report: clean_text(report.submission)),
        *(Column(field, "", of_people(field)) for field in ("name", "sid", "email")),
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


def _listed(people: Sequence[Person], field: str) -> str:
    cells = [clean_text(getattr(person, field), 120) for person in people]
    return " & ".join(cells) if any(cells) else ""


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


def final_grades(
    reports: Iterable[Report], assignment: Assignment, people: People = MappingProxyType({})
) -> str:
    """Return the class as CSV, a row for each submission.

    Args:
        people: Who sent each submission, by its name.
    """
    table = columns(assignment, people)
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
