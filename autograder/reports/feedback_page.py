"""A page for a student: exactly what that student may read of the results, beside the code that was sent.

It has the texts of `student_text` and no others. There is one for each stage of an assignment:

- `visible`: the visible checks, as students see them at once;
- `published`: all checks and the points, as students see them once grades are published.
"""

from __future__ import annotations

from collections.abc import Sequence

from autograder.i18n import LAYOUT
from autograder.reports.code_view import code_html, code_view, marks_of
from autograder.reports.page import page
from autograder.reports.results_view import exercise_blocks
from autograder.reports.student_text import counterexamples_shown
from autograder.results import Report
from autograder.submissions.submission import Cell
from autograder.text import clean_text, first_line

VISIBLE, PUBLISHED = "visible", "published"
STAGES = (VISIBLE, PUBLISHED)


def feedback_page(
    report: Report, code: Sequence[Cell], stage: str, publish: bool = False, student: str = ""
) -> str:
    """Return the page of one submission for who sent it.

    Args:
        stage: One of STAGES.
        publish: Whether the student may read the counterexamples that only hidden checks have led to. They
            are shown when the hidden checks are.
        student: The names of those who sent it; by default the name of the submission.
    """
    published = stage == PUBLISHED
    results = [one for one in report.results if published or not one.hidden]
    shown = counterexamples_shown(report, hidden=publish and published)
    rows = [(one, shown.get(one), True) for one in results]
    return page(
        "feedback.html",
        report.assignment,
        report=report,
        name=clean_text(student or report.submission, keep=LAYOUT),
        problem=clean_text(first_line(report.problem), 1_000, keep=LAYOUT),
        earned=sum(one.points for one in results),
        possible=sum(one.max_points for one in results),
        published=published,
        exercises=exercise_blocks(rows, report.problem, False, code),
        code_html=code_html,
        cells=code_view(code, marks_of(report, with_hidden=False)),
    )
