"""`results/<submission>.json`: the results of one submission in Gradescope's format."""

from __future__ import annotations

import functools
import json
from typing import Any

from autograder import __version__
from autograder.reports.student_text import counterexamples_shown, student_text
from autograder.results import CheckResult, Counterexample, Report, Verdict
from autograder.text import clean_text

WHEN_PUBLISHED, AT_ONCE = "after_published", "visible"


def results_text(report: Report, publish: bool = False, hidden: str = WHEN_PUBLISHED) -> str:
    """Return Gradescope's results.json, with a line for each check.

    `hidden` is the visibility of hidden checks, of which students read our own words only. If that is at
    once, all failures look the same. With `publish`, they also read the counterexamples that only hidden
    checks have led to.
    """
    head = {
        **_score(report.points, report.broken),
        "output": clean_text(f"{report.problem} {report.note}", 1_000),
        "stdout_visibility": "hidden",
        "extra_data": {
            "assignment": report.assignment,
            "isolation": report.isolation,
            "version": __version__,
        },
    }
    shown = counterexamples_shown(report, publish)
    rows = ",\n".join(_row(result, shown.get(result), hidden) for result in report.results)
    return f'{json.dumps(head, ensure_ascii=False)[:-1]}, "tests": [\n{rows}\n]}}\n'


@functools.lru_cache(1024)  # most rows of a class are alike
def _row(result: CheckResult, example: Counterexample | None, hidden: str) -> str:
    at_once = hidden == AT_ONCE
    row = {
        **_score(result.points, result.verdict is Verdict.BROKEN),
        "name": f"{result.exercise} · {result.rung}: {result.sentence}",
        "max_score": result.max_points,
        "status": "passed" if result.verdict is Verdict.PASSED else "failed",
        "output": student_text(result, example, at_once),
        "visibility": hidden if result.hidden else "visible",
        "tags": [result.exercise, result.rung],
        "extra_data": {"check": result.check, **({} if at_once and result.hidden else _details(result))},
    }
    return json.dumps(row, ensure_ascii=False)


def _details(result: CheckResult) -> dict[str, str]:
    """Return how a check ended, and which mistake was named."""
    return {"verdict": result.verdict.value, **({"mistake": result.mistake} if result.mistake else {})}


def _score(points: float, broken: bool) -> dict[str, Any]:
    """Return a score, or none where a check is broken: that is never a zero."""
    return {} if broken else {"score": points}
