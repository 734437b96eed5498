"""The differences between two runs: whose score changed, by how much, in which check and why."""

from __future__ import annotations

import contextlib
import csv
import heapq
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby, repeat
from pathlib import Path

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from autograder.classes.journal_file import read_journal
from autograder.i18n import LAYOUT
from autograder.reports.csv_text import safe_cell
from autograder.results import CheckResult, Report, Verdict
from autograder.text import clean_text, count, first_line, number

COLUMNS = ("submission", "old score", "new score", "check", "old points", "new points", "old", "new")
MAX_SHOWN = 200
CheckKey = tuple[str, bool, str]
"""What identifies a check in two runs: exercise, hidden, name."""


def compare(old: Path, new: Path, console: Console, csv_file: Path | None = None) -> bool:
    """Print the differences between two runs; return whether there are any. `csv_file` gets all of them."""
    table, found = Table(*COLUMNS, box=box.SIMPLE_HEAD, pad_edge=False), 0
    with read_journal(old) as before, read_journal(new) as after, _csv_rows(csv_file) as write_row:
        before.resume()
        after.resume()
        for row in differences(before.by_name(), after.by_name()):
            found += 1
            write_row(row)
            if found <= MAX_SHOWN:
                table.add_row(*map(Text, row))
    if found:
        console.print(table)
    shown = f"; the first {MAX_SHOWN} are shown, --csv writes all" if found > MAX_SHOWN else ""
    console.print(count(found, "difference") + shown)
    return found > 0


@contextlib.contextmanager
def _csv_rows(file: Path | None) -> Iterator[Callable[[Sequence[str]], object]]:
    """Yield a function that writes one row to a CSV file, or does nothing if there is no file."""
    if file is None:
        yield lambda row: None
        return
    with file.open("w", encoding="utf-8", newline="") as stream:
        rows = csv.writer(stream)
        rows.writerow(COLUMNS)
        yield lambda row: rows.writerow(map(safe_cell, row))


def differences(old: Iterable[Report], new: Iterable[Report]) -> Iterator[tuple[str, ...]]:
    """Yield a row of COLUMNS for each check whose points differ, and for each submission of only one run.

    Args:
        old, new: The reports of the runs, sorted by submission. At most two reports are in memory at once.
    """
    merged = heapq.merge(zip(repeat(0), old), zip(repeat(1), new), key=lambda pair: pair[1].submission)
    for name, group in groupby(merged, key=lambda pair: pair[1].submission):
        runs = dict(group)
        before, after = runs.get(0), runs.get(1)
        scores = clean_text(name), _score(before), _score(after)
        if before and after:
            yield from ((*scores, *row) for row in _check_differences(before, after))
        else:
            yield *scores, f"only in the {'new' if after else 'old'} run", "", "", "", ""


def _check_differences(old: Report, new: Report) -> Iterator[tuple[str, ...]]:
    before, after = _by_check(old), _by_check(new)
    for key in before | after:
        results = before.get(key), after.get(key)
        old_points, new_points = map(_points, results)
        if old_points != new_points:
            exercise, _, check = key
            yield f"{exercise} {check}", old_points, new_points, *map(_verdict_and_message, results)


def _by_check(report: Report) -> dict[CheckKey, CheckResult]:
    return {(result.exercise, result.hidden, result.check): result for result in report.results}


def _score(report: Report | None) -> str:
    if report is None:
        return ""
    return "?" if report.broken else number(report.points)


def _points(result: CheckResult | None) -> str:
    if result is None:
        return ""
    return "?" if result.verdict is Verdict.BROKEN else number(result.points)


def _verdict_and_message(result: CheckResult | None) -> str:
    """Return a verdict and its message in one line; of a broken check's traceback the last line."""
    if result is None:
        return "no such check"
    broken = result.verdict is Verdict.BROKEN
    message = result.message.strip().rpartition("\n")[2] if broken else first_line(result.message)
    words = [result.verdict.value, message] if message else [result.verdict.value]
    return clean_text(": ".join(words), keep=LAYOUT)
