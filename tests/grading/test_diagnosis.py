"""Diagnosis: a known mistake is named when it alone gives a submission's results, and only then."""

from __future__ import annotations

import json
import math
import shutil
import time
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from autograder.exercises.assignment import Assignment
from autograder.exercises.layout import STORED_REPLIES
from autograder.exercises.load import find_assignment
from autograder.exercises.overlays import solution_source
from autograder.grading import catalogue
from autograder.grading.catalogue import Catalogue
from autograder.grading.check_run import requests_of
from autograder.grading.equality import Reply, ReplyStore, equal_replies, equal_values
from autograder.grading.grader import Grader
from autograder.reports.class_page import misconceptions
from autograder.reports.results_json import results_text
from autograder.results import CheckResult, Report
from autograder.sandbox.forked import Zygote
from autograder.sandbox.limits import Limits
from autograder.submissions.read import read_submission
from autograder.worker.server import RequestHandler

SOLUTIONS = Path(__file__).parents[2] / "solutions"
AVERAGED = """
def conv2d(x, kernel, stride=1, padding=0):
    if x.ndim == 2:
        return conv2d(x[None, None], kernel[None, None], stride, padding)[0, 0]
    x = np.pad(x, [(0, 0), (0, 0), (padding, padding), (padding, padding)])
    n, c_in, h, w = x.shape
    filters, _, kh, kw = kernel.shape
    out = np.zeros((n, filters, (h - kh) // stride + 1, (w - kw) // stride + 1))
    for image, f, i, j in np.ndindex(*out.shape):
        window = x[image, :, i * stride : i * stride + kh, j * stride : j * stride + kw]
        out[image, f, i, j] = sum((window[c] * kernel[f, c]).sum() for c in range(c_in)) / c_in
    return out
"""
SIZE_FORGETS_THE_FIRST = """
def output_size(n, kernel, stride=1, padding=0):
    return (n + 2 * padding - kernel) // stride
"""


@pytest.fixture(scope="module")
def q1() -> Assignment:
    return find_assignment("q1_convolution", SOLUTIONS)


def graded(zygote: Zygote, assignment: Assignment, wrong: str, **limits: float) -> Report:
    source = solution_source(assignment.folders[0]) + wrong
    grader = Grader(assignment, zygote.worker, Limits(**limits), probes={})
    return grader.grade(read_submission("one", "one.py", source.encode(), assignment.name))


def failed(report: Report) -> list[CheckResult]:
    return [result for result in report.results if not result.points and result.max_points]


def test_a_mistake_is_named_however_it_is_written(zygote: Zygote, q1: Assignment) -> None:
    """Loops of the student's own that average over the channels are known by what they return; so is what their sums do to bytes."""
    results = failed(graded(zygote, q1, AVERAGED))

    assert {result.hidden for result in results if result.mistake == "channels_averaged"} == {True, False}
    assert {result.mistake: result.rung for result in results if result.mistake != "channels_averaged"} == {
        "bytes_overflow": "manners"
    }


def test_the_hint_is_given_once(zygote: Zygote, q1: Assignment) -> None:
    """The first failed check carries the hint; the others say that it is the same mistake. The row names it in extra_data."""
    report = graded(zygote, q1, AVERAGED)
    rows = [
        row
        for row in json.loads(results_text(report))["tests"]
        if row["extra_data"].get("mistake") == "channels_averaged"
    ]

    assert [bool(result.hint) for result in report.results if result.mistake == "channels_averaged"] == [
        True
    ] + [False] * (len(rows) - 1)
    assert "A known mistake gives the same results: The channels are averaged" in rows[0]["output"]
    assert all(row["output"].endswith("The same known mistake gives these results too.") for row in rows[1:])
    assert ("q1_convolution", "channels_averaged", failed(report)[0].misconception, 2) in misconceptions(
        [report, report]
    )


def test_each_function_has_its_own_mistake(zygote: Zygote, q1: Assignment) -> None:
    """Two mistakes in two functions are both named, each where it shows."""
    named = {
        result.rung: result.mistake
        for result in failed(graded(zygote, q1, AVERAGED + SIZE_FORGETS_THE_FIRST))
    }

    assert (
        named["output size"] == "size_without_the_first_position" and named["channels"] == "channels_averaged"
    )


def test_an_unknown_mistake_is_not_guessed_at(zygote: Zygote, q1: Assignment) -> None:
    """What no mistake gives on every call gets the plain gap, although several give the same result in one check."""
    results = failed(graded(zygote, q1, AVERAGED.replace("/ c_in", "/ (c_in + 1)")))

    assert len(results) > 10 and {result.mistake + result.hint for result in results} == {""}


def test_a_mistake_that_remembers_is_not_named(zygote: Zygote, q1: Assignment) -> None:
    """Its results depend on earlier calls, so whether it is recognised would depend on what was asked before."""
    known = Catalogue(q1.folders[0]).mistakes
    remembering = [mistake for mistake in known if mistake.remembers]
    grader = Grader(q1, zygote.worker, Limits(), probes={})
    named = set[str]()
    for mistake in [*remembering, *remembering]:
        source = f"{solution_source(q1.folders[0])}\n\n{mistake.source}"
        report = grader.grade(read_submission("one", "one.py", source.encode(), q1.name))
        assert report.points < report.max_points
        named |= {result.mistake for result in report.results}

    assert remembering and not named & {mistake.name for mistake in remembering}


def test_wrong_code_that_only_raises_or_loops_is_diagnosed_in_time(zygote: Zygote, q1: Assignment) -> None:
    """An error of the mistake's own type counts as its answer; what was left to ask costs no more than the limits."""
    start = time.monotonic()
    report = graded(
        zygote,
        q1,
        "\ndef output_size(n, kernel, stride=1, padding=0):\n    while n == 4 or stride > 1: pass\n    return n\n",
        call_seconds=0.2,
    )

    assert any(result.verdict.value == "timed out" for result in report.results)
    assert time.monotonic() - start < 20


@pytest.mark.parametrize("fault", ["1 / 0", "def double(x, times=1): raise SystemError", '"""No rung."""'])
def test_a_fault_of_a_mistake_costs_no_grades(small_exercise: Path, zygote: Zygote, fault: str) -> None:
    """A mistake that does not load, or can't even be read, is left for verify to tell."""
    (small_exercise / "mistakes").mkdir()
    head = "" if fault.startswith('"') else '"""x"""\nRUNG = "double"\nHINT_EN = HINT_FA = "x"\n'
    (small_exercise / "mistakes" / "faulty.py").write_text(f"{head}{fault}\n")
    report = graded(
        zygote, find_assignment("small", small_exercise.parent), "\ndef double(x, times=1): return x\n"
    )

    assert report.points == 5 and not report.broken and {result.mistake for result in report.results} == {""}


@pytest.mark.parametrize(
    ("mine", "theirs", "same"),
    [
        (1, 1, True),
        (1, 1.0, False),  # a size must not be a float
        (0.1 + 0.2, 0.3, True),
        (math.nan, math.nan, True),
        (None, None, True),
        (None, 0, False),
        ("valid", "same", False),
        ([[1, 2]], np.array([[1.0, 2.0]]), True),
        ([1, 2], [[1, 2]], False),
        ([[1], [2, 3]], [[1], [2, 3]], True),
        ([[1], [2, 3]], [[1], [2, 4]], False),
        ([("conv2d", (None, 1, 2), 3)], (("conv2d", [None, 1, 2], 3),), True),
        ({"a": np.zeros(2)}, {"a": [0, 0]}, True),
        ({"a": 1}, {"b": 1}, False),
        (np.array([np.nan, 1.0]), np.array([np.nan, 1.0]), True),
        (np.zeros(2), "text", False),
        ([1, "a"], np.zeros(2), False),
    ],
)
def test_values_are_the_same_when_a_check_could_not_tell_them_apart(
    mine: Any, theirs: Any, same: bool
) -> None:
    """Containers, dtypes and rounding don't matter; shapes, texts, None and being a float do."""
    assert equal_values(mine, theirs) is equal_values(theirs, mine) is same


def test_replies_are_the_same_answer() -> None:
    """Of an exception type and text count, not the place; a reply that was too long to keep is like no other."""
    assert equal_replies(["raised", "ValueError", "a", "", 1, ""], ["raised", "ValueError", "a", "x", 2, ""])
    assert not equal_replies(
        ["raised", "ValueError", "a", "", 1, ""], ["raised", "ValueError", "b", "", 1, ""]
    )
    assert not equal_replies(
        ["raised", "ValueError", "a", "", 1, ""], ["raised", "TypeError", "a", "", 1, ""]
    )
    assert (
        equal_replies(["absent"], ["absent"])
        and not equal_replies(["value", 1], [])
        and not equal_replies(["value", 1], ["unwritten"])
    )


def test_a_zip_holds_what_mistakes_reply(
    zygote: Zygote, q1: Assignment, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With stored replies a catalogue that starts anew names the same mistakes, and hardly asks one of them anything."""
    asked, ask = list[catalogue.Frames](), catalogue.ask

    def spy(handler: RequestHandler, frames: catalogue.Frames, store: ReplyStore) -> Reply:
        asked.append(frames)
        return ask(handler, frames, store)

    monkeypatch.setattr(catalogue, "ask", spy)
    expected = [result.mistake for result in graded(zygote, q1, AVERAGED + SIZE_FORGETS_THE_FIRST).results]
    folder = tmp_path / q1.name
    shutil.copytree(q1.folders[0], folder)
    fixed = [check for check in q1.checks if not check.random]
    whole = Catalogue(folder)
    (folder / STORED_REPLIES).write_bytes(
        whole.packed([requests_of(check, whole.new_handler()) for check in fixed])
    )

    asked.clear()
    assert [
        result.mistake
        for result in graded(
            zygote, find_assignment(q1.name, tmp_path), AVERAGED + SIZE_FORGETS_THE_FIRST
        ).results
    ] == expected
    assert (
        set(expected) >= {"size_without_the_first_position", "channels_averaged"} and len(asked) < 300
    )  # of some 4,000
