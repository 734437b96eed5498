"""What is said of functions with another name, or with their parameters in another order."""

from __future__ import annotations

import doctest
import time
from pathlib import Path

from autograder.exercises.load import find_assignment
from autograder.exercises.solution import parameters_in
from autograder.grading import signatures
from autograder.grading.grader import Grader
from autograder.grading.signatures import MAX_DEFINITIONS, MAX_LENGTH, definitions
from autograder.sandbox.forked import Zygote
from autograder.sandbox.limits import Limits
from autograder.submissions.submission import Cell, Submission

ROOT = Path(__file__).parents[2]
RENAMED = "{name} is not defined, but {other} is. Rename it: the checks look for {name}"


def test_parameters_are_read_as_python_reads_them() -> None:
    """Of every solution here, the parameters found in its text are those in its syntax tree."""
    sources = [file.read_text() for file in sorted((ROOT / "solutions").glob("q*/q*.py"))]
    found, expected = definitions(sources), parameters_in(sources)

    assert len(expected) >= 10
    assert {name: list(found[name]) for name in expected} == expected
    assert not doctest.testmod(signatures).failed


def test_the_text_of_a_submission_costs_little_whatever_it_is() -> None:
    """Many functions, and parentheses without end, are read up to a limit only."""
    hostile = ["def f(" + "(" * 250_000, "def f(x" * 30_000, "\n".join(f"def f{n}(" for n in range(20_000))]
    start = time.process_time()

    found = definitions(hostile)
    assert len(found) == MAX_DEFINITIONS and len("".join(found["f"])) <= MAX_LENGTH
    assert time.process_time() - start < 0.5


def messages(source: str, zygote: Zygote) -> list[str]:
    """Return what a student reads of the checks of zero_pad."""
    assignment = find_assignment("q1_convolution", ROOT / "solutions")
    places = [place for place, one in enumerate(assignment.checks) if one.rung == "zero padding"]
    submission = Submission("q1_convolution", "q1_convolution.py", (Cell("q1_convolution.py", source),))
    report = Grader(assignment, zygote.worker, Limits(), {}).grade(submission, wanted=places)
    return [result.message for result in report.results if not result.hidden]


def test_another_name_is_said_only_where_it_is_sure(zygote: Zygote) -> None:
    """Two functions with the right parameters, other parameters, or none: nothing is guessed."""
    one, other = "def pad(x, padding): return x\n", "def widen(x, padding): return x\n"

    expected = RENAMED.format(name="zero_pad", other="pad")
    assert set(messages(one, zygote)) == {expected}
    for source in (one + other, "def pad(image, padding): return image\n", "def pad(): pass\n"):
        assert set(messages(source, zygote)) == {"zero_pad is not defined"}, source


def test_exchanged_parameters_are_said_once_and_only_of_what_fails(zygote: Zygote) -> None:
    """The first check that fails says it; with the parameters in order, nobody is told."""
    wrong = "def zero_pad(padding, x): return x\n"
    in_order = "def zero_pad(x, padding): return x\n"
    order = "The parameters of zero_pad are in another order than those of the exercise: zero_pad(x, padding)"

    assert sum(order in message for message in messages(wrong, zygote)) == 1
    assert not any(order in message for message in messages(in_order, zygote))
