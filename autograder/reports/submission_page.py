"""The page of one submission, for its instructor: its results beside its code.

At each check that did not pass, what the student reads stands beside what only the instructor reads.
"""

from __future__ import annotations

from collections.abc import Sequence

from autograder.exercises.assignment import Assignment
from autograder.i18n import LAYOUT
from autograder.reports.code_view import code_html, code_view, marks_of
from autograder.reports.final_grades import COMPLETED, earned_points, grading_status, possible_points
from autograder.reports.page import page
from autograder.reports.results_view import exercise_blocks
from autograder.reports.student_text import counterexamples_shown
from autograder.results import Report
from autograder.submissions.submission import Cell
from autograder.text import clean_text


def submission_page(
    report: Report, assignment: Assignment, code: Sequence[Cell] = (), publish: bool = False
) -> str:
    """Return the page of one submission.

    Args:
        publish: Whether the student may read the counterexamples that only hidden checks have led to.
    """
    status = grading_status(report)
    shown, students = counterexamples_shown(report, hidden=True), counterexamples_shown(report, publish)
    results = [(one, shown.get(one), one in students) for one in report.results]
    return page(
        "submission.html",
        f"{report.submission} · {report.assignment}",
        report=report,
        name=clean_text(report.submission, keep=LAYOUT),
        problem=status if status != COMPLETED else "",
        earned=dict(zip(assignment.exercises, earned_points(report, assignment), strict=False)),
        possible=dict(zip(assignment.exercises, possible_points(assignment), strict=False)),
        exercises=exercise_blocks(results, report.problem, True, code),
        code_html=code_html,
        cells=code_view(code, marks_of(report, with_hidden=True)),
    )
