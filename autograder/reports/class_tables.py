"""`checks.csv` and `items.csv`: the class for pandas and R. docs/instructors.md describes their columns.

A missing number is an empty cell. Only seconds are rounded.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from autograder.figures import ClassFigures
from autograder.i18n import LAYOUT
from autograder.reports.csv_text import csv_text, safe_cell
from autograder.results import Report, Verdict
from autograder.text import clean_text

CHECK_COLUMNS = (
    "submission",
    "exercise",
    "rung",
    "check",
    "hidden",
    "points",
    "max_points",
    "verdict",
    "mistake",
    "seconds",
)
ITEM_COLUMNS = (
    "exercise",
    "rung",
    "check",
    "hidden",
    "max_points",
    "submissions",
    "difficulty",
    "discrimination",
    "not_attempted",
    "timed_out",
    "crashed",
    "warning",
)


def checks_csv(reports: Iterable[Report]) -> Iterator[str]:
    """Yield `checks.csv` in pieces, one for each submission: it has a row for each check of each.

    Only the name of a submission is a student's text, so only that is made safe.
    """
    yield csv_text([CHECK_COLUMNS], [])
    for report in reports:
        text = io.StringIO()
        rows = csv.writer(text, lineterminator="\n")
        name = safe_cell(clean_text(report.submission, keep=LAYOUT))
        seconds = report.seconds or (None,) * len(report.results)
        for result, spent in zip(report.results, seconds, strict=True):
            points = None if result.verdict is Verdict.BROKEN else result.points
            place = result.exercise, result.rung, result.check, int(result.hidden)
            spent = None if spent is None else round(spent, 6)
            rows.writerow(
                (name, *place, points, result.max_points, result.verdict.value, result.mistake, spent)
            )
        yield text.getvalue()


def items_csv(figures: ClassFigures) -> str:
    """Return the item analysis, with a row for each check."""
    rows = [
        (
            item.exercise,
            item.rung,
            item.check,
            int(item.hidden),
            item.points,
            item.submissions,
            item.difficulty,
            item.discrimination,
            item.not_attempted,
            item.timed_out,
            item.crashed,
            item.warning.value if item.warning else "",
        )
        for item in figures.items
    ]
    return csv_text([ITEM_COLUMNS, *rows], [])
