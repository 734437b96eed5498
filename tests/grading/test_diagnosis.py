"""Diagnosis: a known mistake is named when it alone gives a submission's results, and only then."""

from __future__ import annotations

import json
import shutil
import time
from functools import cache
from pathlib import Path

import pytest

from autograder.analysis.class_figures import mistake_figures
from autograder.exercises.assignment import Assignment
from autograder.exercises.layout import STORED_REPLIES
from autograder.exercises.load import find_assignment
from autograder.exercises.overlays import solution_source
from autograder.grading import catalogue
from autograder.grading.catalogue import Catalogue
from autograder.grading.check_run import requests_of
from autograder.grading.equality import Reply, ReplyStore
from autograder.grading.grader import Grader
from autograder.reports.results_json import results_text
from autograder.reports.student_text import student_message
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

LOOPS = """
def output_size(n, kernel, stride=1, padding=0):
    while n == 4 or stride > 1: pass
    return n
"""


@pytest.fixture(scope="module")
def q1() -> Assignment:
    return find_assignment("q1_convolution", SOLUTIONS)


@cache
def grader_of(assignment: Assignment, zygote: Zygote, limits: Limits) -> Grader:
    return Grader(assignment, zygote.worker, limits, probes={})


def graded(zygote: Zygote, assignment: Assignment, wrong: str, **limits: float) -> Report:
    source = solution_source(assignment.folders[0]) + wrong
    return grader_of(assignment, zygote, Limits(**limits)).grade(
        read_submission("one", "one.py", source.encode(), assignment.name)
    )


def failed(report: Report) -> list[CheckResult]:
    return [result for result in report.results if not result.points and result.max_points]


def test_a_mistake_is_named_however_it_is_written(zygote: Zygote, q1: Assignment) -> None:
    """Loops of the student's own are recognised by their results: averaged channels, overflowing bytes."""
    results = failed(graded(zygote, q1, AVERAGED))

    assert {result.hidden for result in results if result.mistake == "channels_averaged"} == {True, False}
    assert {result.mistake: result.rung for result in results if result.mistake != "channels_averaged"} == {
        "bytes_overflow": "manners",
        "bytes_overflow + channels_averaged": "batch",
    }
    both = next(result for result in results if " + " in result.mistake)
    assert "channels are averaged" in both.misconception and "Bytes are multiplied" in both.misconception
    assert "Two known mistakes together give the same results: " in student_message(both)


def test_the_hint_is_given_once(zygote: Zygote, q1: Assignment) -> None:
    """A failed check has the hint unless the one above it that names a mistake names the same."""
    report = graded(zygote, q1, AVERAGED)
    rows = [
        row
        for row in json.loads(results_text(report))["tests"]
        if row["extra_data"].get("mistake") == "channels_averaged"
    ]

    named = [result for result in report.results if result.mistake]
    above = ["", *(result.mistake for result in named)]
    assert [bool(result.hint) for result in named] == [
        result.mistake != before for result, before in zip(named, above, strict=False)
    ]
    assert "A known mistake gives the same results: The channels are averaged" in rows[0]["output"]
    assert rows[-1]["output"].endswith("The same known mistake gives these results too.")
    common = mistake_figures([report, report])[0]
    assert (common.mistake, common.sentence, len(common.who)) == (
        "channels_averaged",
        failed(report)[0].misconception,
        2,
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
    """Nothing is named that does not fit every call, although several mistakes fit in one check."""
    results = failed(graded(zygote, q1, AVERAGED.replace("/ c_in", "/ (c_in + 1)")))

    assert len(results) > 10 and {result.mistake + result.hint for result in results} == {""}


def test_a_mistake_that_remembers_is_not_named(zygote: Zygote, q1: Assignment) -> None:
    """Its results depend on earlier calls. So it would be recognised or not by what was asked before."""
    known = Catalogue(q1.folders[0]).mistakes
    remembering = [mistake for mistake in known if mistake.remembers]
    grader = grader_of(q1, zygote, Limits())
    named = set[str]()
    for mistake in [*remembering, *remembering]:
        source = f"{solution_source(q1.folders[0])}\n\n{mistake.source}"
        report = grader.grade(read_submission("one", "one.py", source.encode(), q1.name))
        assert report.points < report.max_points
        named |= {result.mistake for result in report.results}

    assert remembering and not named & {mistake.name for mistake in remembering}


def test_wrong_code_that_only_raises_or_loops_is_diagnosed_in_time(zygote: Zygote, q1: Assignment) -> None:
    """An error counts as a result. What failed checks have left to ask stays within the limits."""
    start = time.monotonic()
    report = graded(zygote, q1, LOOPS, call_seconds=0.2)

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


ROOT = """def root(x):
    if x < 0:
        raise {error}
    return x ** 0.5
"""
ROOT_CHECK = '''from autograder.checks import points, raises


@points(1, rung="errors")
def test_negative(student):
    """root refuses a negative number."""
    with raises(ValueError, match="negative"):
        student.root(-4)
'''
ROOT_MISTAKES = {
    "says_nothing": ("root does not say what is wrong.", 'ValueError("bad")'),
    "another_type": ("root raises another exception.", 'KeyError("x")'),
}


@pytest.mark.parametrize("stored", [False, True])
@pytest.mark.parametrize(
    ("error", "mistake"),
    [
        ('ValueError("no")', "says_nothing"),
        ('KeyError("x is negative")', "another_type"),
        ('ValueError("it is negative")', ""),
        ('TypeError("bad")', ""),
    ],
)
def test_a_mistake_that_only_the_message_shows_is_named(
    zygote: Zygote, tmp_path: Path, error: str, mistake: str, stored: bool
) -> None:
    """Whether the message has what the check looks for counts, in an awaited exception. Its words don't."""
    folder = tmp_path / "root"
    (folder / "mistakes").mkdir(parents=True)
    (folder / "root.py").write_text(ROOT.format(error='ValueError("negative")'))
    (folder / "test_hidden.py").write_text(ROOT_CHECK)
    for name, (sentence, wrong) in ROOT_MISTAKES.items():
        head = f'"""{sentence}"""\n\nRUNG = "errors"\nHINT = "Read."\n'
        (folder / "mistakes" / f"{name}.py").write_text(head + ROOT.format(error=wrong))
    assignment = find_assignment("root", tmp_path)
    if stored:
        whole = Catalogue(folder)
        exchanges = [requests_of(check, whole.new_handler()) for check in assignment.checks]
        (folder / STORED_REPLIES).write_bytes(whole.file_of_replies(exchanges))
    grader = Grader(assignment, zygote.worker, Limits(), probes={})
    source = ROOT.format(error=error).encode()
    (result,) = grader.grade(read_submission("one", "root.py", source, "root")).results

    assert result.mistake == mistake


@pytest.mark.parametrize("place", ["in a call", "while it is loaded"])
def test_a_mistake_that_never_ends_holds_nobody_up(
    zygote: Zygote, small_exercise: Path, place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is asked once, for a bounded time; other mistakes are named all the same."""
    monkeypatch.setattr(catalogue, "SLOWER", 0.05)
    monkeypatch.setattr(catalogue, "LOADING_CALLS", 0.05)
    (small_exercise / "mistakes").mkdir()
    head, loop = '"""{}"""\n\nRUNG = "double"\nHINT = "Read."\n', "while True:\n    pass\n"
    endless = "def double(x, times=1):\n    " + loop.replace("\n", "\n    ") if place == "in a call" else loop
    same = "\ndef double(x, times=1):\n    return x\n"
    (small_exercise / "mistakes" / "loops.py").write_text(head.format("It never ends.") + endless)
    (small_exercise / "mistakes" / "gives_it_back.py").write_text(head.format("It gives x back.") + same)
    start = time.process_time()
    report = graded(zygote, find_assignment("small", small_exercise.parent), same)

    assert {result.mistake for result in failed(report)} == {"gives_it_back"}
    assert time.process_time() - start < 2


def test_a_zip_holds_what_mistakes_reply(
    zygote: Zygote, q1: Assignment, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With stored replies, a catalogue that starts anew names the same mistakes and hardly asks them."""
    asked, ask = list[catalogue.Inquiry](), catalogue.ask

    def spy(handler: RequestHandler, inquiry: catalogue.Inquiry, store: ReplyStore) -> Reply:
        asked.append(inquiry)
        return ask(handler, inquiry, store)

    monkeypatch.setattr(catalogue, "ask", spy)
    expected = [result.mistake for result in graded(zygote, q1, AVERAGED + SIZE_FORGETS_THE_FIRST).results]
    folder = tmp_path / q1.name
    shutil.copytree(q1.folders[0], folder)
    fixed = [check for check in q1.checks if not check.random]
    whole = Catalogue(folder)
    requests = [requests_of(check, whole.new_handler()) for check in fixed]
    (folder / STORED_REPLIES).write_bytes(whole.file_of_replies(requests))

    asked.clear()
    assert [
        result.mistake
        for result in graded(
            zygote, find_assignment(q1.name, tmp_path), AVERAGED + SIZE_FORGETS_THE_FIRST
        ).results
    ] == expected
    assert set(expected) >= {"size_without_the_first_position", "channels_averaged"}
    assert 20 * len(asked) < len(whole.mistakes) * sum(map(len, requests))
