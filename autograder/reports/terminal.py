"""What is printed: a student's own check, and the class. Everything a student wrote goes through `Text`, never through markup."""

from __future__ import annotations

import time
from bisect import insort
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import timedelta
from itertools import groupby
from statistics import median
from textwrap import indent

from rich import box
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
from rich.table import Table
from rich.text import Text

from autograder.exercises.assignment import Assignment
from autograder.i18n import _, ngettext
from autograder.reports.final_grades import earned_points, grading_status, possible_points
from autograder.reports.student_text import MARKS, student_message
from autograder.results import CheckResult, Report, Verdict
from autograder.text import clean_text, count, first_line, number

STYLES = {Verdict.PASSED: "green", Verdict.NOT_ATTEMPTED: "dim", Verdict.BROKEN: "bold magenta"}
RANK = [Verdict.BROKEN, Verdict.CRASHED, Verdict.TIMED_OUT, Verdict.FAILED, Verdict.NOT_ATTEMPTED]


def print_check(console: Console, report: Report, only_at_grading: int) -> None:
    """Print for a student what passed, the first thing wrong in each rung, the points so far, and what runs only at grading."""
    console.print(Text(clean_text(report.file), "bold"))
    if report.problem:
        console.print(Text(indent(report.problem, "  "), "red"))
    for exercise, results in groupby(report.results, key=lambda result: result.exercise):
        if exercise != report.assignment:
            console.print(Text(exercise, "bold"))
        for rung, group in groupby(results, key=lambda result: result.rung):
            _print_rung(console, rung, list(group), first_line(report.problem))
    rest = ngettext(
        "{count} more check runs only at grading.",
        "{count} more checks run only at grading.",
        only_at_grading,
    )
    so_far = _("{earned} of {possible} points so far.").format(
        earned=number(report.points), possible=number(report.max_points)
    )
    console.print()
    console.print(Text(so_far, "bold"), rest.format(count=only_at_grading) if only_at_grading else "")


def _print_rung(console: Console, rung: str, results: Sequence[CheckResult], problem: str) -> None:
    """Print a rung in one line, and under it the first check that did not pass. The file's own problem has been said above."""
    wrong = next((result for result in results if result.verdict is not Verdict.PASSED), None)
    verdict = wrong.verdict if wrong else Verdict.PASSED
    earned, possible = sum(result.points for result in results), sum(result.max_points for result in results)
    style = STYLES.get(verdict, "red")
    score = _("{earned} of {possible}").format(earned=f"{number(earned):>4}", possible=number(possible))
    console.print(Text.assemble((f"  {MARKS[verdict]} {rung:<16}", style), score))
    if wrong and wrong.verdict is Verdict.NOT_ATTEMPTED:
        console.print(Text(f"      {wrong.message}", "dim"))
    elif wrong and wrong.message != problem:
        message = student_message(wrong)
        if problem and problem in message:
            message = message.replace(problem, "…")
        else:
            console.print(Text(f"      {wrong.sentence}"))
        console.print(Text(indent(message, " " * 6), style))


class ClassProgress(Progress):
    """How a run is getting on: a bar with numbers in a terminal, elsewhere a plain line every so many seconds."""

    def __init__(self, console: Console, submissions: int, every: float = 20.0) -> None:
        columns = (
            TextColumn("grading"),
            BarColumn(20),
            MofNCompleteColumn(),
            TextColumn("{task.fields[line]}", markup=False),
        )
        super().__init__(*columns, console=console, transient=True, disable=not console.is_terminal)
        self.task, self.submissions, self.every = (
            self.add_task("", total=submissions, line=""),
            submissions,
            every,
        )
        self.begun = self.shown = time.monotonic()
        self.done, self.graded, self.ratios, self.failures = 0, 0, list[float](), Counter[str]()

    def count(self, report: Report, graded: bool) -> None:
        """Count one more submission, that was graded or is known from an earlier run."""
        self.done, self.graded = self.done + 1, self.graded + graded
        insort(self.ratios, report.points / report.max_points)
        self.failures.update(failures(report))
        now = time.monotonic()
        if self.disable and now > self.shown + self.every:
            self.console.print(f"graded {self.done} of {self.submissions} · {self.line(now)}", soft_wrap=True)
            self.shown = now
        self.update(
            self.task, advance=1, line=f"{self.line(now)} · {report.submission}" if not self.disable else ""
        )

    def line(self, now: float) -> str:
        """Say how fast it goes, how long it will still take, how the class does so far, and what fails."""
        seconds = (now - self.begun) / max(self.graded, 1)
        left = str(timedelta(seconds=round(seconds * (self.submissions - self.done))))
        words = [
            f"{1 / seconds:.1f} a second",
            f"{left} left",
            f"median {self.ratios[len(self.ratios) // 2]:.0%}",
        ]
        return " · ".join(
            [
                *(words if self.graded else words[2:]),
                *(f"{many} {kind}" for kind, many in sorted(self.failures.items())),
            ]
        )


def failures(report: Report) -> set[str]:
    """Return in which ways, other than by wrong answers, a submission failed."""
    if report.problem and not report.isolation:
        return {"unreadable"}
    return {
        one.verdict.value
        for one in report.lacking
        if one.verdict in (Verdict.TIMED_OUT, Verdict.CRASHED, Verdict.BROKEN)
    }


def class_table(reports: Iterable[Report], assignment: Assignment) -> Table:
    """The class, a row a submission: points per exercise, total, and in a few words what went wrong."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, expand=True)
    names = [*(exercise.partition("_")[0] for exercise in assignment.exercises), "total"]
    possible = [f"of {number(points)}" for points in possible_points(assignment)]
    table.add_column("submission", overflow="fold", min_width=12)
    table.add_column(
        f"{_in_columns(names)}\n{_in_columns(possible)}", no_wrap=True
    )  # one column: rich takes its time for each
    table.add_column("notes", overflow="ellipsis", no_wrap=True, ratio=1)
    for report in sorted(reports, key=lambda report: report.submission):
        *parts, total = [
            "?" if points is None else number(points) for points in earned_points(report, assignment)
        ]
        style = "bold green" if report.points == report.max_points else "bold"
        points = Text.assemble(_in_columns(parts), (_in_columns([total]), style))
        table.add_row(Text(clean_text(report.submission)), points, Text(notes(report), "dim"))
    return table


def _in_columns(words: Iterable[str]) -> str:
    return "".join(f"{word:>7}" for word in words)


def notes(report: Report) -> str:
    """Say in a few words why a report isn't full marks: its problem, or how many checks got no answer, and which rungs a wrong one."""
    if report.broken or report.problem:
        return grading_status(report)
    found = Counter(result.verdict for result in report.lacking)
    silent = ", ".join(
        f"{found[verdict]} {verdict.value}"
        for verdict in RANK
        if found[verdict] and verdict is not Verdict.FAILED
    )
    several = len({result.exercise for result in report.results}) > 1
    wrong = [result for result in report.lacking if result.verdict is Verdict.FAILED]
    rungs = dict.fromkeys(
        f"{result.exercise.partition('_')[0]} {result.rung}" if several else result.rung for result in wrong
    )
    return " · ".join(filter(None, [silent, f"wrong: {', '.join(rungs)}" if rungs else ""]))


def summary(reports: Iterable[Report], seconds: float) -> str:
    """Say in one line how the class did, and how fast that was."""
    ratios, isolations = zip(
        *((report.points / report.max_points, report.isolation) for report in reports), strict=True
    )
    marks = f"median {median(ratios):.0%}, {ratios.count(1)} with full marks"
    isolation = next(filter(None, isolations), "no code was run")
    return f"{count(len(ratios), 'submission')} in {seconds:.1f} s: {marks}. Isolation: {isolation}."
