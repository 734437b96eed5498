"""What people see in their terminal."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from conftest import SMALL_ANSWER
from rich.console import Console

from autograder.exercises.load import find_assignment
from autograder.reports.terminal import ClassProgress, class_table, notes, summary
from autograder.results import Report, Verdict

Graded = Callable[..., Report]
WRONG = "table = [1, 2]\ndef double(x, times=1):\n    return 3 * x\n"


def printed(show: Callable[[Console], None], width: int = 200) -> str:
    console = Console(file=io.StringIO(), width=width, highlight=False, soft_wrap=True, force_terminal=False)
    show(console)
    assert isinstance(console.file, io.StringIO)
    return "\n".join(line.rstrip() for line in console.file.getvalue().splitlines())


def test_the_class_has_a_row_a_submission(graded: Graded, small_exercise: Path) -> None:
    """A row has the points, the total and what went wrong, in the class's order. A broken check is a "?"."""
    report = graded(WRONG)
    broken = replace(
        report,
        submission="carol",
        results=(replace(report.results[0], verdict=Verdict.BROKEN), *report.results[1:]),
    )
    rows = [graded(SMALL_ANSWER, "bob.py"), report, broken, graded(b"{}", "dave.ipynb")]
    lines = printed(
        lambda console: console.print(class_table(rows, find_assignment("small", small_exercise.parent)))
    ).splitlines()

    assert [line.split() for line in lines if line.strip().startswith(("alice", "bob", "carol", "dave"))] == [
        "bob 10 10".split(),
        "alice 5 5 wrong: double".split(),
        "carol ? ? Broken check: this grade is not final".split(),
        "dave 0 0 the file is no notebook: its JSON has no list of cells".split(),
    ]
    assert notes(rows[0]) == ""


def test_the_summary_is_one_line(graded: Graded) -> None:
    """It has the median, full marks, the time and the isolation. The median of two is between them."""
    reports = [graded(SMALL_ANSWER), graded(WRONG)]

    assert summary(reports, 1.25).startswith(
        "2 submissions in 1.2 s: median 75%, 1 with full marks. Isolation: level "
    )
    assert summary([*reports, graded("")], 1).startswith(
        "3 submissions in 1.0 s: median 50%, 1 with full marks."
    )
    assert summary([graded(b"\xff")], 1).endswith("median 0%, 0 with full marks. Isolation: no code was run.")


def test_in_a_log_a_run_is_a_plain_line_now_and_then(graded: Graded) -> None:
    """A log has no bar, but lines with the speed, the time left, the median and failures by kind."""
    console = Console(file=io.StringIO(), width=60)
    with ClassProgress(console, 6, seconds_between_lines=0) as progress:
        progress.count(graded(SMALL_ANSWER), False)
        for source in (
            SMALL_ANSWER,
            WRONG,
            "def double(x, times=1):\n    while True: pass",
            "import os\nos._exit(0)\nos._exit(0)",
        ):
            progress.count(graded(source, call_seconds=0.1), True)
        progress.count(graded(b"\xff"), True)
    assert isinstance(console.file, io.StringIO)
    first, *_, last = console.file.getvalue().splitlines()

    assert first == "graded 1 of 6 · median 100%"
    assert re.fullmatch(
        r"graded 6 of 6 · \d+\.\d a second · 0:00:00 left · median 50%"
        r" · 1 crashed · 1 timed out · 1 unreadable",
        last,
    )
    assert (
        console.file.getvalue().isprintable() is False
        and console.file.getvalue().replace("\n", "").isprintable()
    )


def test_a_broken_check_is_seen_while_it_runs(graded: Graded) -> None:
    """A broken check is counted at once. A quick run prints no line."""
    report = graded(SMALL_ANSWER)
    console = Console(file=io.StringIO())
    progress = ClassProgress(console, 1)
    progress.count(
        replace(report, results=(replace(report.results[0], verdict=Verdict.BROKEN), *report.results[1:])),
        True,
    )
    assert isinstance(console.file, io.StringIO)
    assert console.file.getvalue() == "" and progress.line(progress.begun + 60).endswith(
        "0.0 a second · 0:00:00 left · median 90% · 1 broken"
    )


def test_the_bar_is_for_terminals_only(graded: Graded) -> None:
    """A terminal shows a bar with the numbers until the end. A student's name is no markup in it."""
    console = Console(file=io.StringIO(), force_terminal=True, width=150)
    with ClassProgress(console, 3) as progress:
        progress.count(replace(graded(WRONG), submission="[bold]al{ice}"), True)
        progress.refresh()
    assert isinstance(console.file, io.StringIO)
    assert "1/3" in console.file.getvalue() and "median 50% · [bold]al{ice}" in console.file.getvalue()
    assert ClassProgress(Console(file=io.StringIO()), 3).disable
