"""The page of one submission, for its instructor: its results beside its code.

At each check that did not pass, what the student reads stands beside what only the instructor reads.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from itertools import groupby

from autograder.exercises.assignment import Assignment
from autograder.i18n import LAYOUT, N_, _
from autograder.reports.code_view import code_view
from autograder.reports.final_grades import COMPLETED, earned_points, grading_status, possible_points
from autograder.reports.page import page
from autograder.reports.pictures import as_html
from autograder.reports.student_text import counterexample_places, student_message
from autograder.results import CheckResult, Counterexample, Report, Verdict
from autograder.submissions.submission import Cell
from autograder.templating import render
from autograder.text import clean_text

VERDICT_WORDS = {
    Verdict.PASSED: N_("passed"),
    Verdict.FAILED: N_("failed"),
    Verdict.NOT_ATTEMPTED: N_("not attempted"),
    Verdict.TIMED_OUT: N_("timed out"),
    Verdict.CRASHED: N_("crashed"),
    Verdict.BROKEN: N_("broken"),
}
Shown = tuple[CheckResult, Counterexample | None, bool]
"""A result, the counterexample that is shown at it, and whether the student sees that, too."""


def submission_page(
    report: Report, assignment: Assignment, code: Sequence[Cell] = (), publish: bool = False
) -> str:
    """Return the page of one submission.

    Args:
        publish: Whether the student may read the counterexamples that only hidden checks have led to.
    """
    shown, students = counterexample_places(report, hidden=True), counterexample_places(report, publish)
    results = [(one, shown.get(one), one in students) for one in report.results]
    exercises = [
        (exercise, exercise_block(tuple(group)))
        for exercise, group in groupby(results, key=lambda row: row[0].exercise)
    ]
    status = grading_status(report)
    return page(
        "submission.html",
        f"{report.submission} · {report.assignment}",
        report=report,
        name=clean_text(report.submission, keep=LAYOUT),
        problem=status if status != COMPLETED else "",
        earned=dict(zip(assignment.exercises, earned_points(report, assignment), strict=False)),
        possible=dict(zip(assignment.exercises, possible_points(assignment), strict=False)),
        exercises=exercises,
        cells=code_view(code),
    )


@functools.lru_cache(256)  # many submissions have an exercise with the same results
def exercise_block(results: tuple[Shown, ...]) -> str:
    """Return the results of one exercise, rung by rung."""
    rungs = [
        (rung, [row for row in rows if row[0].verdict is not Verdict.PASSED], rows)
        for rung, group in groupby(results, key=lambda row: row[0].rung)
        for rows in [list(group)]
    ]
    return render(
        "reports/results.html",
        rungs=rungs,
        words={verdict: _(words) for verdict, words in VERDICT_WORDS.items()},
        student_message=student_message,
        as_html=as_html,
    )
