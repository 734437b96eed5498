"""The class page and the pages of submissions, as HTML."""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from autograder import __version__
from autograder.exercises.assignment import Assignment, Check
from autograder.reports.final_grades import earned_points, grading_status
from autograder.reports.pictures import as_html
from autograder.reports.student_text import counterexample_places
from autograder.results import CheckResult, Counterexample, Report, Verdict
from autograder.templating import render
from autograder.text import safe_file_name


def report_page(reports: Sequence[Report], assignment: Assignment, whole: bool = True) -> str:
    """Return the class report for the instructor as one HTML page; the template escapes whatever a student wrote.

    Where it shall not be `whole`, each submission is a line, and its page is elsewhere.
    """
    lacks = Counter((one.exercise, one.check) for report in reports for one in report.lacking)
    rungs = [
        (
            exercise,
            rung,
            checks,
            1 - sum(lacks[exercise, check.name] for check in checks) / (len(checks) * len(reports)),
        )
        for exercise, rung, checks in ladder(assignment)
    ]
    return _page(assignment, reports, whole, rungs=rungs, misconceptions=misconceptions(reports))


def misconceptions(reports: Iterable[Report]) -> list[tuple[str, str, str, int]]:
    """Return the known mistakes that explain failed checks, each with its sentence and how many submissions have it, most common first."""
    found = (
        {(one.exercise, one.mistake, one.misconception) for one in report.lacking if one.mistake}
        for report in reports
    )
    return [
        (*mistake, many)
        for mistake, many in Counter(one for mistakes in found for one in sorted(mistakes)).most_common()
    ]


def submission_page(report: Report, assignment: Assignment) -> str:
    """Return the page of one submission of a large class."""
    return _page(assignment, [report], True, rungs=[], misconceptions=[])


def _page(assignment: Assignment, reports: Sequence[Report], whole: bool, **values: Any) -> str:
    isolation = next((report.isolation for report in reports if report.isolation), "")
    return render(
        "reports/report.html", assignment=assignment, reports=reports, whole=whole, isolation=isolation, **values,
        earned_points=earned_points, status=grading_status, version=__version__, page_of=safe_file_name,
        rows=_page_rows,
    )  # fmt: skip


def _page_rows(report: Report) -> str:
    shown = counterexample_places(report, hidden=True)
    return "\n".join(_page_row(result, shown.get(result)) for result in report.results)


@functools.lru_cache(1024)
def _page_row(result: CheckResult, example: Counterexample | None) -> str:
    return render(
        "reports/result.html",
        result=result,
        example=example,
        passed=Verdict.PASSED,
        as_html=as_html,
    )


def ladder(assignment: Assignment) -> list[tuple[str, str, list[Check]]]:
    """Return the checks by exercise and rung, in the order they are written."""
    rungs: dict[tuple[str, str], list[Check]] = {}
    for check in assignment.checks:
        rungs.setdefault((check.exercise, check.rung), []).append(check)
    return [(exercise, rung, checks) for (exercise, rung), checks in rungs.items()]
