"""A made-up class and its pages, for tests that open them in a browser."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np

from autograder.analysis.class_figures import class_figures
from autograder.exercises.assignment import Assignment, Check
from autograder.exercises.inputs import grid
from autograder.reports.class_page import class_page
from autograder.reports.class_view import ClassView, Cost, examples_of
from autograder.reports.feedback_page import PUBLISHED, feedback_page
from autograder.reports.submission_page import submission_page
from autograder.results import Counterexample, Report, Steps, Verdict
from autograder.submissions.submission import Cell, Person
from autograder.text import safe_file_name

RUNGS = ("first steps", "padding", "stride", "batch")


def assignment() -> Assignment:
    checks = [
        Check(
            exercise, f"test_{number}", f"Check {number} holds.", RUNGS[number % 4], 2, number > 5, print, b""
        )
        for exercise in ("q1_convolution", "q2_pooling")
        for number in range(10)
    ]
    return Assignment("homework", (), tuple(checks))


def class_of(count: int) -> tuple[Assignment, list[Report]]:
    """Return a class of able and less able submissions, sorted by name, with mistakes and counterexamples."""
    given, chance = assignment(), np.random.default_rng(count)
    reports = []
    for number in range(count):
        able = chance.normal(0.8)
        results = []
        for check in given.checks:
            good = able + chance.normal() > 0
            message = "" if good else "f(1) is 2, expected 3"
            result = check.result(Verdict.PASSED if good else Verdict.FAILED, message)
            if not good and check.rung == "padding":
                sentence = "The padding is left out."
                result = replace(result, mistake="no_padding", misconception=sentence)
                result = replace(result, hint="Try it.", function="f")
            results.append(result)
        name = f"student {number:05}"
        reports.append(Report(name, f"s{number}.py", "homework", tuple(results), isolation="level A"))
    shown = (counterexample(),)
    return given, [replace(one, counterexamples=shown) if one.lacking else one for one in reports]


def counterexample() -> Counterexample:
    grids = grid("x", np.array([[1.0, 2.0]])), grid("kernel", np.array([[2.0]]), sign="×")
    steps = Steps((grids,), ("1·2 = 2",))
    return Counterexample("f", Verdict.FAILED, ("f(np.array([[1., 2.]]))",), "f(…) is 1, expected 2", steps)


def people_of(reports: list[Report]) -> dict[str, tuple[Person, ...]]:
    return {
        report.submission: (
            Person(f"Name {number}", email=f"s{number}@example.edu", section="AB"[number % 2]),
        )
        for number, report in enumerate(reports)
    }


def write_class(folder: Path, given: Assignment, reports: list[Report], pages: bool = True) -> Path:
    """Write the class page, and the pages of its submissions; return the class page."""
    figures = class_figures(reports, given)
    examples = examples_of(figures, reports.__getitem__)
    costs = [Cost(0.1 + number / 100, 50 << 20) for number in range(len(reports))]
    view = ClassView(reports, given, figures, people_of(reports), examples, costs=costs)
    (folder / "submissions").mkdir(parents=True, exist_ok=True)
    (folder / "feedback").mkdir(exist_ok=True)
    (folder / "index.html").write_text(class_page(view), "utf-8", "replace")
    for report in reports if pages else ():
        name = f"{safe_file_name(report.submission)}.html"
        code = [Cell(report.file, "import numpy\n\nx = 1\n")]
        (folder / "submissions" / name).write_text(submission_page(report, given, code), "utf-8", "replace")
        (folder / "feedback" / name).write_text(feedback_page(report, code, PUBLISHED), "utf-8", "replace")
    return folder / "index.html"
