"""What students read, word by word. A folder of `scenarios/` holds a submission and what comes out for it:

    expected.txt       what `autograder check --all` prints
    expected.fa.txt    the same in Persian
    expected.json      of results.json: the problem, the first wrong row of each rung, what hidden rows say

After a change of words, `pytest tests/system/test_scenarios.py --rewrite` writes the files: read the diff.
"""

from __future__ import annotations

import io
import json
import re
from collections import Counter
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console
from test_no_leaks import leaks

from autograder.exercises.assignment import Assignment
from autograder.exercises.load import find_assignment
from autograder.grading.counterexample import Probe, load_probes
from autograder.grading.grader import Grader
from autograder.reports.check_view import CheckView, print_check
from autograder.reports.results_json import results_text
from autograder.results import Report
from autograder.sandbox.forked import Zygote
from autograder.sandbox.limits import Limits
from autograder.students.own_folder import hidden_check_count, own_assignment
from autograder.submissions.read import read_submission
from autograder.submissions.submission import Submission

ROOT = Path(__file__).parents[2]
SCENARIOS = sorted(folder for folder in (ROOT / "tests" / "scenarios").iterdir() if folder.is_dir())
SECONDS = {
    "endless_loop": 0.2,
    "endless_loops": 0.2,
    "endless_loop_at_the_top": 0.04,
}  # for a call; others never need what there is
NO_SECRET = re.compile(
    r": (def \w+\([\w, =]*\):|\w+ = \[)$"
)  # the contract's signatures without types, and the beginnings of lists


@cache
def whole(exercise: str) -> Assignment:
    return find_assignment(exercise, ROOT / "solutions")


@cache
def known(exercise: str) -> dict[str, Probe]:
    return load_probes(whole(exercise))


@cache
def visible(exercise: str) -> Assignment:
    return own_assignment(ROOT / "assignments" / exercise)


@cache
def visible_grader(exercise: str, zygote: Zygote, limits: Limits) -> Grader:
    return Grader(visible(exercise), zygote.worker, limits)


@cache
def whole_grader(exercise: str, zygote: Zygote, limits: Limits) -> Grader:
    return Grader(whole(exercise), zygote.worker, limits, known(exercise))


def submission_in(folder: Path) -> Submission:
    file = next(file for file in folder.iterdir() if not file.name.startswith("expected"))
    return read_submission(file.stem, file.name, file.read_bytes(), file.stem)


def printed(report: Report) -> str:
    """Return what `autograder check --all` prints."""
    console = Console(file=io.StringIO(), highlight=False, soft_wrap=True, width=100)
    hidden_checks = hidden_check_count(ROOT / "assignments" / report.assignment)
    print_check(console, report, hidden_checks, CheckView(everything=True))
    assert isinstance(console.file, io.StringIO)
    return "".join(f"{line.rstrip()}\n" for line in console.file.getvalue().splitlines())


def rows_that_matter(report: Report) -> dict[str, Any]:
    """Return the first wrong row of each rung in results.json, and counts of what hidden rows say."""
    result, shown = json.loads(results_text(report)), dict[str, dict[str, Any]]()
    for row in result["tests"]:
        if row["visibility"] == "visible" and row["extra_data"]["verdict"] not in ("passed", "not attempted"):
            shown.setdefault(
                row["tags"][1], {key: row[key] for key in ("name", "score", "max_score", "status", "output")}
            )
    hidden = Counter(
        row["output"] for row in result["tests"] if row["visibility"] != "visible" and row["output"]
    )
    return {
        "score": result["score"],
        "output": result["output"],
        "tests": [*shown.values()],
        "hidden": dict(sorted(hidden.items())),
    }


@pytest.fixture
def compare(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """Compare a text with what a file holds, or with --rewrite put it there."""

    def compare(file: Path, text: str) -> None:
        if request.config.getoption("--rewrite"):
            file.write_text(text, encoding="utf-8")
        assert text == file.read_text(encoding="utf-8")

    return compare


@pytest.mark.parametrize("folder", SCENARIOS, ids=lambda folder: folder.name)
def test_a_student_reads_exactly_this(
    folder: Path, zygote: Zygote, compare: Callable[[Path, str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The terminal's text in English and Persian, and results.json, are what was read and approved."""
    limits = Limits(call_seconds=SECONDS.get(folder.name, Limits.call_seconds))
    submission = submission_in(folder)
    student = visible_grader(submission.name, zygote, limits)
    own = student.grade(submission)
    compare(folder / "expected.txt", printed(own))
    report = whole_grader(submission.name, zygote, limits).grade(submission)
    compare(
        folder / "expected.json", json.dumps(rows_that_matter(report), indent=1, ensure_ascii=False) + "\n"
    )

    monkeypatch.setenv("LANGUAGE", "fa")
    persian = student.grade(submission_in(folder))
    compare(folder / "expected.fa.txt", printed(persian))

    verdicts = [result.verdict for result in report.results if not result.hidden]
    assert (
        [result.verdict for result in persian.results]
        == [result.verdict for result in own.results]
        == verdicts
    )


def test_no_scenario_tells_a_secret() -> None:
    """No submission here, and no text that students read of it, has a line of a secret file."""
    files = {
        file.relative_to(ROOT).as_posix(): file.read_bytes()
        for folder in SCENARIOS
        for file in folder.iterdir()
    }
    told = [leak for leak in leaks(files) if not NO_SECRET.search(leak)]

    assert told == []
