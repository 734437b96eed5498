"""What is printed in a terminal while a class is graded, and afterwards.

Everything that a student wrote goes through `Text`, and never through rich's markup.
"""

from __future__ import annotations

import time
from bisect import insort
from collections import Counter
from collections.abc import Iterable
from datetime import timedelta
from statistics import median

from rich import box
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
from rich.table import Table
from rich.text import Text

from autograder.exercises.assignment import Assignment, short_name
from autograder.reports.final_grades import earned_points, grading_status, possible_points
from autograder.results import Report, Verdict
from autograder.text import clean_text, count, number

NO_RESULT = (Verdict.BROKEN, Verdict.CRASHED, Verdict.TIMED_OUT, Verdict.NOT_ATTEMPTED)
"""Verdicts of checks that got no result to compare, the most urgent first."""
INCIDENTS = (Verdict.TIMED_OUT, Verdict.CRASHED, Verdict.BROKEN)
"""Verdicts that are counted while a class is graded."""


class ClassProgress(Progress):
    """How a run is getting on: a bar in a terminal, elsewhere a plain line every so many seconds."""

    def __init__(self, console: Console, submissions: int, seconds_between_lines: float = 20.0) -> None:
        columns = (
            TextColumn("grading"),
            BarColumn(20),
            MofNCompleteColumn(),
            TextColumn("{task.fields[line]}", markup=False),
        )
        super().__init__(*columns, console=console, transient=True, disable=not console.is_terminal)
        self.task = self.add_task("", total=submissions, line="")
        self.submissions, self.seconds_between_lines = submissions, seconds_between_lines
        self.begun = self.last_line = time.monotonic()
        self.done, self.graded = 0, 0
        self.ratios, self.failures = list[float](), Counter[str]()

    def count(self, report: Report, graded: bool) -> None:
        """Count one more submission; it was graded now, or is known from an earlier run."""
        self.count_as(report.submission, report.points / report.max_points, failures(report), graded)

    def count_as(self, name: str, ratio: float, failed: Iterable[str], graded: bool) -> None:
        """Count one more submission, by its share of the points and the ways in which it failed."""
        self.done += 1
        self.graded += graded
        insort(self.ratios, ratio)
        self.failures.update(failed)
        now = time.monotonic()
        if self.disable and now > self.last_line + self.seconds_between_lines:
            self.console.print(f"graded {self.done} of {self.submissions} · {self.line(now)}", soft_wrap=True)
            self.last_line = now
        line = "" if self.disable else f"{self.line(now)} · {name}"
        self.update(self.task, advance=1, line=line)

    def line(self, now: float) -> str:
        """Return the speed, the time left, the median so far, and the failures by kind."""
        seconds = (now - self.begun) / max(self.graded, 1)
        left = timedelta(seconds=round(seconds * (self.submissions - self.done)))
        speed = [f"{1 / seconds:.1f} a second", f"{left} left"] if self.graded else []
        middle = f"median {self.ratios[len(self.ratios) // 2]:.0%}"
        kinds = [f"{times} {kind}" for kind, times in sorted(self.failures.items())]
        return " · ".join([*speed, middle, *kinds])


def failures(report: Report) -> set[str]:
    """Return in which ways a submission failed, other than by wrong results."""
    if report.problem and not report.isolation:
        return {"unreadable"}
    return {one.verdict.value for one in report.lacking if one.verdict in INCIDENTS}


def class_table(reports: Iterable[Report], assignment: Assignment) -> Table:
    """Return the class as a table: a row for each submission, with its points and what went wrong."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, expand=True)
    names = [*(short_name(exercise) for exercise in assignment.exercises), "total"]
    possible = [f"of {number(points)}" for points in possible_points(assignment)]
    table.add_column("submission", overflow="fold", min_width=12)
    # All points are in one column, since rich takes its time for each column.
    table.add_column(f"{_in_columns(names)}\n{_in_columns(possible)}", no_wrap=True)
    table.add_column("notes", overflow="ellipsis", no_wrap=True, ratio=1)
    for report in reports:
        points = _points(report, assignment)
        table.add_row(Text(clean_text(report.submission)), points, Text(notes(report), "dim"))
    return table


def _points(report: Report, assignment: Assignment) -> Text:
    earned = earned_points(report, assignment)
    *parts, total = ["?" if points is None else number(points) for points in earned]
    style = "bold green" if report.points == report.max_points else "bold"
    return Text.assemble(_in_columns(parts), (_in_columns([total]), style))


def _in_columns(words: Iterable[str]) -> str:
    return "".join(f" {word[:6]:>6}" for word in words)


def notes(report: Report) -> str:
    """Return in a few words why a report isn't full marks, and which file counts if that was not clear.

    That is its problem or, by verdict, how many checks got no result, and the rungs with wrong results.
    """
    if report.broken or report.problem:
        return grading_status(report)
    verdicts = Counter(result.verdict for result in report.lacking)
    counts = [f"{verdicts[verdict]} {verdict.value}" for verdict in NO_RESULT if verdicts[verdict]]
    rungs = _wrong_rungs(report)
    parts = (report.note, ", ".join(counts), f"wrong: {', '.join(rungs)}" if rungs else "")
    return " · ".join(filter(None, parts))


def _wrong_rungs(report: Report) -> list[str]:
    """Return the rungs with wrong results, with their exercises if there are several."""
    several = len({result.exercise for result in report.results}) > 1
    wrong = [result for result in report.lacking if result.verdict is Verdict.FAILED]
    prefixes = {result.exercise: f"{short_name(result.exercise)} " if several else "" for result in wrong}
    return list(dict.fromkeys(f"{prefixes[result.exercise]}{result.rung}" for result in wrong))


def summary(reports: Iterable[Report], seconds: float) -> str:
    """Return in one line how the class did, and how long that took."""
    return summary_of(((report.points / report.max_points, report.isolation) for report in reports), seconds)


def summary_of(shares: Iterable[tuple[float, str]], seconds: float) -> str:
    """Return the summary of submissions by their shares of the points and how they were isolated."""
    ratios, isolations = zip(*shares, strict=True)
    marks = f"median {median(ratios):.0%}, {ratios.count(1)} with full marks"
    isolation = next(filter(None, isolations), "no code was run")
    return f"{count(len(ratios), 'submission')} in {seconds:.1f} s: {marks}. Isolation: {isolation}."
