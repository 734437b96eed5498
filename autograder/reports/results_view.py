"""The results of one exercise as HTML, rung by rung, for the instructor or for the student."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import dataclass

from autograder.i18n import LAYOUT, N_, _, current_language
from autograder.reports.code_view import address_of
from autograder.reports.figure_pictures import as_html as plots_html
from autograder.reports.pictures import as_html
from autograder.reports.student_text import student_message
from autograder.results import CheckResult, Counterexample, Verdict
from autograder.submissions.submission import Cell
from autograder.templating import render
from autograder.text import clean_text, first_line

VERDICT_WORDS = {
    Verdict.PASSED: N_("passed"),
    Verdict.FAILED: N_("failed"),
    Verdict.NOT_ATTEMPTED: N_("not attempted"),
    Verdict.TIMED_OUT: N_("timed out"),
    Verdict.CRASHED: N_("crashed"),
    Verdict.BROKEN: N_("broken"),
}
ShownResult = tuple[CheckResult, Counterexample | None, bool]
"""A result, the counterexample that is shown at it, and whether the student reads that, too."""


@dataclass(frozen=True)
class RungView:
    """A rung of one submission: which checks passed, were not attempted, or blocked by code that stops.

    `wrong` are all others.
    """

    name: str
    earned: float
    possible: float
    count: int
    passed: tuple[CheckResult, ...]
    untried: tuple[CheckResult, ...]
    blocked: tuple[CheckResult, ...]
    wrong: tuple[ShownResult, ...]


def exercise_blocks(
    results: Sequence[ShownResult], problem: str, instructor: bool, code: Sequence[Cell]
) -> list[tuple[str, str]]:
    """Return each exercise with its results as HTML.

    Args:
        problem: Why the code does not load, empty if it does. It is said once, and not at every check.
        instructor: Whether the page is for the instructor, who reads everything.
    """
    blocks = []
    for exercise in dict.fromkeys(result.exercise for result, *_rest in results):
        own = tuple(row for row in results if row[0].exercise == exercise)
        labels = tuple(cell.label for cell in code) if any(row[0].line for row in own) else ()
        block = _exercise_block(own, first_line(problem), instructor, current_language(), labels)
        blocks.append((exercise, block))
    return blocks


@functools.lru_cache(256)  # many submissions have an exercise with the same results
def _exercise_block(
    results: tuple[ShownResult, ...], problem: str, instructor: bool, language: str, labels: tuple[str, ...]
) -> str:
    """Return the results of one exercise.

    Args:
        labels: Those of the cells, where a result names a line of one.
        problem: Why the code does not load, empty if it does. It is said once, and not at every check.
        instructor: Whether the page is for the instructor, who reads everything.
        language: That of this process.
    """
    names = dict.fromkeys(result.rung for result, *_rest in results)
    return render(
        "reports/results.html",
        rungs=[_rung(name, [row for row in results if row[0].rung == name], problem) for name in names],
        words={verdict: _(words) for verdict, words in VERDICT_WORDS.items()},
        instructor=instructor,
        student_message=student_message,
        visible=visible,
        address_of=lambda result: address_of(result.label, result.line, labels),
        as_html=as_html,
        plots_html=plots_html,
    )


def visible(text: str) -> str:
    """Return a message line by line without the control and direction characters that a page would obey."""
    return "\n".join(clean_text(line, 10_000, LAYOUT) for line in text.split("\n"))


def _rung(name: str, rows: list[ShownResult], problem: str) -> RungView:
    results = [result for result, *_rest in rows]
    passed = tuple(one for one in results if one.verdict is Verdict.PASSED)
    untried = tuple(one for one in results if one.verdict is Verdict.NOT_ATTEMPTED)
    blocked = tuple(one for one in results if _is(problem, one))
    return RungView(
        name,
        sum(one.points for one in results),
        sum(one.max_points for one in results),
        len(results),
        passed,
        untried,
        blocked,
        tuple(row for row in rows if row[0] not in (*passed, *untried, *blocked)),
    )


def _is(problem: str, result: CheckResult) -> bool:
    """Whether a check failed for the one reason that the whole submission has."""
    return bool(problem) and result.verdict is Verdict.FAILED and problem in result.message
