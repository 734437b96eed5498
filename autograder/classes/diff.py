"""What differs between two runs: whose score, by how much, for which check and why."""

from __future__ import annotations

import contextlib
import csv
import heapq
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from autograder.classes.journal_file import read_journal
from autograder.i18n import LAYOUT
from autograder.reports.final_grades import safe_cell
from autograder.results import CheckResult, Report, Verdict
from autograder.text import clean_text, count, first_line, number

COLUMNS = ("submission", "old score", "new score", "check", "old points", "new points", "old", "new")
MAX_SHOWN = 200


def compare(old: Path, new: Path, console: Console, file: Path | None = None) -> bool:
    """Print what differs between two runs, write it as CSV where that is wanted, and return whether anything does."""
    table, many = Table(*COLUMNS, box=box.SIMPLE_HEAD, pad_edge=False), 0
    with read_journal(old) as before, read_journal(new) as after, contextlib.ExitStack() as stack:
        before.resume(), after.resume()
        rows = csv.writer(stack.enter_context(file.open("w", encoding="utf-8", newline=""))) if file else None
        if rows:
            rows.writerow(COLUMNS)
        for many, row in enumerate(differences(before, after), 1):
            if rows:
                rows.writerow(map(safe_cell, row))
            if many <= MAX_SHOWN:
                table.add_row(*map(Text, row))
    if many:
        console.print(table)
    console.print(
        count(many, "difference")
        + f"; the first {MAX_SHOWN} are shown, --csv writes all" * (many > MAX_SHOWN)
    )
    return many > 0


def differences(old: Iterable[Report], new: Iterable[Report]) -> Iterator[tuple[str, ...]]:
    """Yield a row of COLUMNS for each check that gives a submission other points, and for each submission of one run only.

    Both runs are in the order of names, so that no more than two reports are looked at together.
    """
    both = heapq.merge(
        ((0, one) for one in old), ((1, one) for one in new), key=lambda pair: pair[1].submission
    )
    for name, group in groupby(both, key=lambda pair: pair[1].submission):
        runs = dict(group)
        scores = (clean_text(name), *(_score(runs[run]) if run in runs else "" for run in (0, 1)))
        if len(runs) == 1:
            yield (*scores, f"only in the {'new' if 1 in runs else 'old'} run", "", "", "", "")
            continue
        before, after = (
            {(one.exercise, one.hidden, one.check): one for one in runs[run].results} for run in (0, 1)
        )
        for check in before | after:
            points = _points(before.get(check)), _points(after.get(check))
            if points[0] != points[1]:
                yield (
                    *scores,
                    f"{check[0]} {check[2]}",
                    *points,
                    _said(before.get(check)),
                    _said(after.get(check)),
                )


def _score(report: Report) -> str:
    return "?" if report.broken else number(report.points)


def _points(result: CheckResult | None) -> str:
    return "" if result is None else "?" if result.verdict is Verdict.BROKEN else number(result.points)


def _said(result: CheckResult | None) -> str:
    """Return a verdict and its message in one line."""
    if result is None:
        return "no such check"
    message = (
        result.message.strip().rpartition("\n")[2]
        if result.verdict is Verdict.BROKEN
        else first_line(result.message)
    )
    return clean_text(": ".join(filter(None, [result.verdict.value, message])), keep=LAYOUT)
