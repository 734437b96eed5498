"""The class page, and the pages of single submissions in a large class, as HTML.

The templates escape whatever they fill in. What they draw is in the records of this module.
"""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from autograder import __version__
from autograder.exercises.assignment import Assignment, Check, short_name
from autograder.reports.final_grades import COMPLETED, earned_points, grading_status
from autograder.reports.pictures import as_html
from autograder.reports.student_text import counterexample_places
from autograder.results import CheckResult, Counterexample, Report, Verdict
from autograder.templating import render
from autograder.text import safe_file_name


@dataclass(frozen=True)
class Rung:
    """How the class does on a rung: `share` is that of the checks that passed, over all submissions."""

    exercise: str
    name: str
    points: float
    share: float


class Misconception(NamedTuple):
    """A known mistake that explains failed checks, and how many submissions make it."""

    exercise: str
    mistake: str
    sentence: str
    submissions: int


def report_page(reports: Sequence[Report], assignment: Assignment, one_page: bool = True) -> str:
    """Return the page of a class for its instructor.

    With `one_page` all submissions are on it; else it links to a page of each.
    """
    return _page(assignment, reports, one_page, rungs(reports, assignment), misconceptions(reports))


def submission_page(report: Report, assignment: Assignment) -> str:
    """Return the page of one submission of a large class."""
    return _page(assignment, [report], True, [], [])


def rungs(reports: Sequence[Report], assignment: Assignment) -> list[Rung]:
    """Return how the class does on each rung, in the order of the ladder."""
    lacking = Counter((one.exercise, one.check) for report in reports for one in report.lacking)
    found = []
    for exercise, name, checks in ladder(assignment):
        missed = sum(lacking[exercise, check.name] for check in checks)
        points = sum(check.points for check in checks)
        found.append(Rung(exercise, name, points, 1 - missed / (len(checks) * len(reports))))
    return found


def ladder(assignment: Assignment) -> list[tuple[str, str, list[Check]]]:
    """Return the checks by exercise and rung, in the order in which they are written."""
    steps: dict[tuple[str, str], list[Check]] = {}
    for check in assignment.checks:
        steps.setdefault((check.exercise, check.rung), []).append(check)
    return [(exercise, rung, checks) for (exercise, rung), checks in steps.items()]


def misconceptions(reports: Iterable[Report]) -> list[Misconception]:
    """Return the known mistakes that the class makes, the most common first."""
    often = Counter[tuple[str, str, str]]()
    for report in reports:
        mistakes = {(one.exercise, one.mistake, one.misconception) for one in report.lacking if one.mistake}
        often.update(sorted(mistakes))
    return [Misconception(*mistake, submissions) for mistake, submissions in often.most_common()]


def _page(
    assignment: Assignment,
    reports: Sequence[Report],
    one_page: bool,
    rungs: list[Rung],
    misconceptions: list[Misconception],
) -> str:
    return render(
        "reports/report.html",
        assignment=assignment,
        points=sum(check.points for check in assignment.checks),
        reports=reports,
        one_page=one_page,
        rungs=rungs,
        misconceptions=misconceptions,
        isolation=next((report.isolation for report in reports if report.isolation), "no code was run"),
        version=__version__,
        earned_points=earned_points,
        completed=COMPLETED,
        status=grading_status,
        page_of=safe_file_name,
        rows=_rows,
        short_name=short_name,
    )


def _rows(report: Report) -> str:
    """Return the rows of a submission's checks, each with the counterexample that is shown at it."""
    shown = counterexample_places(report, hidden=True)
    return "\n".join(_row(result, shown.get(result)) for result in report.results)


@functools.lru_cache(1024)  # most rows of a class are alike
def _row(result: CheckResult, example: Counterexample | None) -> str:
    passed = result.verdict is Verdict.PASSED
    return render("reports/result.html", result=result, example=example, passed=passed, as_html=as_html)
