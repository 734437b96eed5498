"""What `autograder check` prints."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from rich.console import Console

from autograder.exercises.load import find_assignment
from autograder.reports.check_view import CheckView, Evidence, changes, print_check
from autograder.reports.terminal import class_table
from autograder.results import Grid, Report, Verdict

Graded = Callable[..., Report]
WRONG = "table = [1, 2]\ndef double(x, times=1):\n    return 3 * x\n"
FIRST, ALL = CheckView(), CheckView(everything=True)


def printed(show: Callable[[Console], None], width: int = 80) -> str:
    console = Console(file=io.StringIO(), width=width, highlight=False, soft_wrap=True, force_terminal=False)
    show(console)
    assert isinstance(console.file, io.StringIO)
    return "\n".join(line.rstrip() for line in console.file.getvalue().splitlines())


def checked(report: Report, hidden_checks: int = 0, view: CheckView = FIRST, width: int = 80) -> str:
    return printed(lambda console: print_check(console, report, hidden_checks, view), width)


def test_a_student_reads_first_what_to_do_next(graded: Graded) -> None:
    """What is wrong stands at the top, then a line for each step, then the points."""
    assert checked(graded(WRONG), 9) == (
        "alice.py\n"
        "\n"
        "✗ double\n"
        "    double gives twice the array.\n"
        "    double([1, 2.5])[0] is 3, expected 2 (2 of 2 values differ)\n"
        "\n"
        "  ✓ by hand            1 of 1\n"
        "  ✗ double             0 of 5\n"
        "  ✓ manners            4 of 4\n"
        "\n"
        "5 of 10 points so far. 9 more checks run only at grading."
    )


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        ("", "    double is not defined"),
        (
            "table = [1, 2]\ndef double(x, times=1):\n"
            "    raise NotImplementedError('double: write your code here')",
            "· double\n    double is not written yet\n",
        ),
        ("def double(x):\n    while True: pass", "  ⧖ double             0 of 5"),
        (
            "1 / 0",
            "  line 1 of alice.py fails, ZeroDivisionError: division by zero; the rest was",
        ),
    ],
)
def test_every_verdict_has_its_line(graded: Graded, source: str, lines: str) -> None:
    """A part that is not written gets one line. A file that stops says so at the top."""
    assert lines in checked(graded(source, call_seconds=0.1), 1, ALL)


def test_one_more_check_runs(graded: Graded) -> None:
    """Singular and plural are right; without hidden checks there is no sentence about them."""
    assert "so far. 1 more check runs only at grading." in checked(graded(""), 1)
    assert "so far.\n" in checked(graded(""))


def test_what_a_student_wrote_is_no_markup(graded: Graded, small_exercise: Path) -> None:
    """Markup, ANSI codes and direction characters in names and messages are shown as text or not at all."""
    hostile = "[bold red]x[/bold red][/]\x1b[2J\u202e"
    source = f"table = [1, 2]\ndef double(x, times=1):\n    raise ValueError({hostile!r})"
    report = replace(graded(source), submission=hostile, file=hostile, problem="[/] is no markup")
    text = checked(report)
    text += printed(
        lambda console: console.print(class_table([report], find_assignment("small", small_exercise.parent)))
    )

    assert text.count("[bold red]x[/bold red][/]") == 3
    assert "\x1b" not in text and "\u202e" not in text


def test_a_broken_check_is_no_traceback_for_a_student(graded: Graded) -> None:
    """The student reads that it is not their fault. Only the instructor reads the traceback."""
    report = graded(WRONG)
    results = [
        replace(result, verdict=Verdict.BROKEN, message="Traceback (most recent call last)")
        for result in report.results
    ]
    text = checked(replace(report, results=tuple(results)))

    assert "Tell your instructor." in text and "Traceback" not in text


def test_lines_are_wrapped_at_words_and_keep_their_indent(graded: Graded) -> None:
    """In 40 columns no line is longer, and what belongs to a step stays under it."""
    text = checked(graded(WRONG), 9, width=40)

    assert max(map(len, text.splitlines())) <= 40
    assert "    double([1, 2.5])[0] is 3, expected 2\n    (2 of 2 values differ)\n" in text


def test_a_cause_is_told_once(graded: Graded) -> None:
    """The same error in two steps is said at the first, and the second refers to it."""
    report = graded("table = [1, 2]\ndef double(x, times=1):\n    return y * x\n")
    error = "raises NameError: name 'y' is not defined"
    results = tuple(
        replace(one, hidden=False, message=f"double({place}) {error}")
        for place, one in enumerate(report.results)
    )
    text = checked(replace(report, results=results), view=ALL)

    assert text.count("NameError") == 1 and text.count("The cause stands above.") == 1


def test_a_cause_is_told_once_in_persian(graded: Graded, monkeypatch: pytest.MonkeyPatch) -> None:
    """The call of each check stands in an isolate there; what it raises is compared without it."""
    monkeypatch.setenv("LANGUAGE", "fa")
    report = graded("table = [1, 2]\ndef double(x, times=1):\n    return y * x\n")
    results = tuple(replace(one, hidden=False) for one in report.results if "NameError" in one.message)
    apart = tuple(replace(one, rung=f"{place}") for place, one in enumerate(results))
    text = checked(replace(report, results=apart), view=ALL)

    assert len(apart) >= 2 and text.count("NameError") == 1
    assert text.count("علت در بالا آمده است") == len(apart) - 1


def test_a_step_that_is_worth_nothing_has_its_own_sign(graded: Graded) -> None:
    """A passing check of the form alone is no green tick, and says that values are checked at grading."""
    report = graded("table = [1, 2]\n")
    results = tuple(
        replace(result, max_points=0) if result.rung == "by hand" else result for result in report.results
    )
    text = checked(replace(report, results=results))

    assert "  ○ by hand            the form is right; the values are checked at grading\n" in text


def test_the_hint_is_shown_on_demand(graded: Graded) -> None:
    """Without `--hint` there is one line about it; with it, the misconception and the hint."""
    report = graded(WRONG)
    results = tuple(
        replace(result, misconception="It triples.", hint="Try 1.") if result.rung == "double" else result
        for result in report.results
    )
    report = replace(report, results=results)

    assert "autograder check --hint" in checked(report) and "It triples." not in checked(report)
    assert "    It triples. Try 1.\n" in checked(report, view=CheckView(hint=True))


def test_grids_stand_side_by_side_or_below_each_other(graded: Graded) -> None:
    """Small arrays are drawn in as few rows as fit; where one is too wide, the check's place is named."""
    report = graded(WRONG)
    wrong = next(result for result in report.results if result.rung == "double")
    narrow, wide = Grid("input", (("1", "2"),)), Grid("got", (("123456",) * 12,))

    def view(*grids: Grid) -> CheckView:
        return CheckView(evidence={wrong: Evidence(grids, "test_visible.py, line 7")})

    assert re.search(r"\n +input +input\n +1  2 +1  2\n", checked(report, view=view(narrow, narrow)))
    rows = checked(report, view=view(*[narrow] * 7)).count("input")
    assert rows == 7 and "line 7" not in checked(report, view=view(narrow))
    assert "    The check is in test_visible.py, line 7.\n" in checked(report, view=view(wide))


def test_what_was_printed_stands_with_its_check(graded: Graded) -> None:
    """Below the check, indented as it was printed, at most ten lines; what loading printed is at the top."""
    report = graded(WRONG)
    wrong = report.lacking[0]
    text = "x is\n    [[1 2]\n" + "\n".join(map(str, range(20)))
    view = CheckView(evidence={wrong: Evidence(printed=text)}, printed="hello\n")

    page = checked(report, view=view)
    assert page.startswith("alice.py\n  printed while the file was loaded:\n    hello\n\n")
    assert "\n    printed during this check:\n      x is\n          [[1 2]\n      0\n" in page
    assert "\n      7\n      …\n\n" in page and "      8" not in page
    assert "\x1b" not in checked(report, view=CheckView(printed="\x1b[31mred"))


def test_a_persian_text_reads_from_right_to_left_on_every_line(graded: Graded) -> None:
    """A line that begins inside of an isolate begins it again; a line of titles reads as its columns do."""
    report = graded(WRONG)
    wrong = replace(report.lacking[0], message="\u200f\u2068double(x, times) raises this and that\u2069 خطا")
    grids = tuple(Grid(f"\u2068ورودی {number}\u2069", (("1", "2"),)) for number in (1, 2))
    others = [one for one in report.results if one != report.lacking[0]]
    view = CheckView(evidence={wrong: Evidence(grids)})
    text = checked(replace(report, results=(wrong, *others)), view=view, width=40)

    assert "\n    \u200f\u2068double(x, times) raises this and\n    \u200f\u2068that\u2069 خطا\n" in text
    assert re.search("\n\u200e +\u2068ورودی 1\u2069 +\u2068ورودی 2\u2069\n\u200e +1", text)


def test_what_has_changed_is_said_by_step(graded: Graded) -> None:
    """Only steps with another sign than before have a line."""
    assert changes(
        graded(WRONG), graded("table = [1, 2]\ndef double(x, times=1):\n    return 2 * x * times\n")
    ) == ["double: was ✗, is ✓"]
    assert changes(graded(WRONG), graded(WRONG)) == []
