"""`final_grades.csv`: the class as a table, with the columns of otter's own file."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from autograder.exercises.assignment import Assignment
from autograder.i18n import LAYOUT
from autograder.results import Report
from autograder.text import clean_text, first_line

FORMULA_STARTS = ("=", "+", "-", "@")


def possible_points(assignment: Assignment) -> list[float]:
    """Return the points that there are, by exercise and in all."""
    groups = [
        [check for check in assignment.checks if check.exercise == exercise]
        for exercise in assignment.exercises
    ]
    return [sum(check.points for check in group) for group in (*groups, assignment.checks)]


def earned_points(report: Report, assignment: Assignment) -> list[float | None]:
    """Return a submission's points, by exercise and in all; None where a check is broken."""
    return [
        *(report.earned.get(exercise, 0) for exercise in assignment.exercises),
        None if report.broken else report.points,
    ]


def grading_status(report: Report) -> str:
    """Return otter's "Completed", or in one line why this row needs a look."""
    if report.broken:
        return "Broken check: this grade is not final"
    return clean_text(first_line(report.problem), keep=LAYOUT) if report.problem else "Completed"


def final_grades(reports: Iterable[Report], assignment: Assignment) -> str:
    """Return the class as CSV, with the columns and the first row of otter's own file; percent_correct is a ratio there."""
    text = io.StringIO()
    table = csv.writer(text, lineterminator="\n")
    table.writerow(
        ["file", *assignment.exercises, "total_points_earned", "percent_correct", "grading_status"]
    )
    table.writerow(["points-per-question", *possible_points(assignment), 1, "--"])
    for report in reports:
        ratio = None if report.broken else round(report.points / report.max_points, 4)
        table.writerow(
            [
                safe_cell(clean_text(report.file)),
                *earned_points(report, assignment),
                ratio,
                safe_cell(grading_status(report)),
            ]
        )
    return text.getvalue()


def safe_cell(text: str) -> str:
    """Keep a spreadsheet from reading clean text as a formula."""
    return f"'{text}" if text.lstrip(LAYOUT).startswith(FORMULA_STARTS) else text
