"""`results/<submission>.json`: Gradescope's format."""

from __future__ import annotations

import functools
import json

from autograder import __version__
from autograder.reports.student_text import counterexample_places, student_text
from autograder.results import CheckResult, Counterexample, Report, Verdict
from autograder.text import clean_text


def results_text(report: Report, publish: bool = False, hidden: str = "after_published") -> str:
    """Return Gradescope's results.json, a line for each check; `hidden` says when hidden ones are shown, always in our own words only.

    With `publish`, students also read the counterexamples that only hidden checks have led to.
    """
    score = {} if report.broken else {"score": report.points}
    about = {"assignment": report.assignment, "isolation": report.isolation, "version": __version__}
    head = {
        **score,
        "output": clean_text(report.problem, 1_000),
        "stdout_visibility": "hidden",
        "extra_data": about,
    }
    shown = counterexample_places(report, publish)
    rows = ",\n".join(_row(result, shown.get(result), hidden) for result in report.results)
    return f'{json.dumps(head, ensure_ascii=False)[:-1]}, "tests": [\n{rows}\n]}}\n'


@functools.lru_cache(1024)  # most rows of a class are alike
def _row(result: CheckResult, example: Counterexample | None, hidden: str) -> str:
    score = {} if result.verdict is Verdict.BROKEN else {"score": result.points}
    row = {
        **score,
        "name": f"{result.exercise} · {result.rung}: {result.sentence}",
        "max_score": result.max_points,
        "status": "passed" if result.verdict is Verdict.PASSED else "failed",
        "output": student_text(result, example),
        "visibility": hidden if result.hidden else "visible",
        "tags": [result.exercise, result.rung],
        "extra_data": {
            "check": result.check,
            "verdict": result.verdict.value,
            **({"mistake": result.mistake} if result.mistake else {}),
        },
    }
    return json.dumps(row, ensure_ascii=False)
