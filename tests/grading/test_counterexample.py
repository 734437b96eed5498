"""The search for the smallest counterexample, in real workers, on a small exercise with inputs of its own."""

from __future__ import annotations

import pickle
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from conftest import SMALL_ANSWER, SMALL_INPUTS

from autograder.errors import AuthorError, SandboxError
from autograder.exercises.load import find_assignment
from autograder.grading.counterexample import SUBMISSION_SECONDS, counterexamples, load_probes
from autograder.grading.grader import Grader
from autograder.results import Counterexample, Verdict
from autograder.sandbox.forked import Zygote
from autograder.sandbox.limits import Limits
from autograder.submissions.read import read_submission

Search = Callable[..., tuple[Counterexample, ...]]


def double(body: str) -> str:
    return f"import numpy as np\nseen = {{}}\ndef double(x, times=1):\n    {body}\n"


@pytest.fixture
def search(zygote: Zygote, small_exercise: Path) -> Search:
    """Search for counterexamples to a source, as if a check of `double` had ended with this verdict."""
    (small_exercise / "inputs.py").write_text(SMALL_INPUTS)
    known = load_probes(find_assignment("small", small_exercise.parent))

    def search(source: str) -> tuple[Counterexample, ...]:
        submission = read_submission("alice", "alice.py", source.encode(), "small")
        return tuple(filter(None, counterexamples(submission, known.values(), zygote.worker).values()))

    return search


ORDER_K = "return 2.0 * times * np.asarray(x).ravel(order='K').reshape(x.shape)"
STEPS_OF_8 = "return 2.0 * times * (np.lib.stride_tricks.as_strided(x, x.shape, [8]) if x.ndim == 1 else x)"
BYTES = "double(np.array([[1, 2, 3], [4, 5, 6]], dtype=np.uint8).T)"
FOUND = [
    ("return 3.0 * times * x", Verdict.FAILED, "double(np.array([1.]))", "[0] is 3, expected 2", (0,)),
    (
        "return 2.0 * x",
        Verdict.FAILED,
        "double(np.array([[1., 2.], [3., 4.]]), times=3)",
        "[0, 0] is 2, expected 6",
        (0, 0),
    ),
    (
        "return 2.0 * times * x[:1]",
        Verdict.FAILED,
        "double(np.array([1., 2.]))",
        " has shape (1,), expected (2,)",
        None,
    ),
    ("return x / len(x[1])", Verdict.FAILED, "double(np.array([1.]))", " raises IndexError", None),
    (
        "while len(x) > 1: pass\n    return 2.0 * x",
        Verdict.TIMED_OUT,
        "double(np.array([1., 2.]))",
        ": no answer after 0.2 seconds",
        None,
    ),
    ("import os; os._exit(3)", Verdict.CRASHED, "double(np.array([1.]))", ": it ended the process", None),
    ("x *= 2.0 * times; return x", Verdict.FAILED, BYTES, " raises", None),
    (
        "y = 2.0 * times * x; x[:] = 0; return y",
        Verdict.FAILED,
        "double(np.array([1.]))",
        " changes its argument [1]",
        None,
    ),
    (ORDER_K, Verdict.FAILED, BYTES, "[0, 1] is 4, expected 8", (0, 1)),
    (
        STEPS_OF_8,
        Verdict.FAILED,
        "double(np.array([0., 99., 2., 99., 4., 99.])[..., ::2])",
        "[1] is 198, expected 4",
        (1,),
    ),
]


@pytest.mark.parametrize(("body", "verdict", "call", "message", "where"), FOUND)
def test_the_first_input_that_differs_is_found(
    search: Search, body: str, verdict: Verdict, call: str, message: str, where: tuple[int, ...] | None
) -> None:
    """The value may be wrong, the call fail, an argument be changed: the record has call, verdict, steps."""
    (example,) = search(double(body))

    assert (example.function, example.verdict, example.calls) == ("double", verdict, (call,))
    assert example.message.startswith(f"double(…){message}")
    assert example.steps.lines == (f"entry {where}",)


@pytest.mark.parametrize(
    "body",
    [body for body, verdict, _, message, _ in FOUND if verdict is Verdict.FAILED and " is " in message],
)
def test_the_call_is_python_that_shows_the_difference(search: Search, body: str) -> None:
    """The call of a counterexample, run as it is, gives another value than with the solution."""
    (example,) = search(double(body))
    wrong, right = {"np": np}, {"np": np}
    exec(double(body), wrong)
    exec(SMALL_ANSWER, right)

    assert not np.array_equal(eval(example.calls[0], wrong), eval(example.calls[0], right))


def test_expected_and_given_are_drawn_side_by_side(search: Search) -> None:
    """The entry that differs is outlined in both. If the result can't be drawn, only what is expected is."""
    wrong = search(double("return 2.0 * times * x + (x == 4)"))[0].comparison
    nothing = search(double("return None if x.ndim == 2 else 2.0 * times * x"))[0].comparison

    assert [(one.title, one.tone, one.cells, one.windows) for one in wrong] == [
        ("expected", "green", (("6", "12"), ("18", "24")), ((1, 1, 1, 1),)),
        ("got", "red", (("6", "12"), ("18", "25")), ((1, 1, 1, 1),)),
    ]
    assert [one.title for one in nothing] == ["expected"]


@pytest.mark.parametrize("shape", ["()", "(0, 3)", "(9, 9)", "(1,) * 6 + (2,)"])
def test_a_result_of_another_form_is_drawn_only_if_it_can_be(search: Search, shape: str) -> None:
    """Scalars, empty, large and many-dimensional arrays are left to the message, without a drawing."""
    (example,) = search(double(f"return np.ones({shape})"))

    assert [one.title for one in example.comparison] == ["expected"]


REMEMBERS = {
    "by shape": (
        "return seen.setdefault(x.shape, 2.0 * times * x)",
        ("double(np.array([1.]))", "double(np.array([2.]))"),
    ),
    "sums": (
        "seen[x.shape] = seen.get(x.shape, 0) + 2.0 * times * x; return seen[x.shape]",
        ("double(np.array([2.]))",) * 2,
    ),
}


@pytest.mark.parametrize(("body", "calls"), REMEMBERS.values(), ids=REMEMBERS)
def test_what_is_wrong_only_after_another_call_is_shown_with_it(
    search: Search, body: str, calls: tuple[str, ...]
) -> None:
    """A call that is right when it is asked first is no counterexample by itself."""
    (example,) = search(double(body))

    assert example.calls == calls


UNFOUND = {
    "right": SMALL_ANSWER,
    "right and printing": double("print(x, times); return (2.0 * times * x).tolist()"),
    "not written": double("raise NotImplementedError('double: write your code here')"),
    "still dots": "double = ...",
    "absent": "triple = 3",
    "a value": "double = 3",
    "no Python": "def double(",
    "a loop on loading": "while True: pass",
    "gone on loading": "import os; os._exit(1)",
    "wrong after ten calls": double("seen[len(seen)] = 1; return (2.0 + (len(seen) > 10)) * times * x"),
    "no time left to repeat it": "import time\nwhile time.process_time() < 0.8: pass\n"
    + double("return seen.setdefault(x.shape, 2.0 * x)"),
}


@pytest.mark.parametrize("source", UNFOUND.values(), ids=UNFOUND)
def test_what_is_right_not_written_or_not_repeatable_has_none(search: Search, source: str) -> None:
    """There is none for what is right, is no function, can't be loaded, or fails only sometimes."""
    assert search(source) == ()


def test_only_functions_that_failed_a_check_are_searched(small_exercise: Path, zygote: Zygote) -> None:
    """Right functions, stubs and values cost no search."""
    (small_exercise / "inputs.py").write_text(SMALL_INPUTS)
    assignment = find_assignment("small", small_exercise.parent)

    def found(source: str) -> list[str]:
        submission = read_submission("alice", "alice.py", source.encode(), "small")
        report = Grader(assignment, zygote.worker, Limits()).grade(submission)
        return [one.function for one in report.counterexamples]

    assert found(SMALL_ANSWER) == found("table = [2]\n") == found(SMALL_ANSWER + "\ntable = [2]\n") == []
    assert found(double("return x")) == ["double"]


@pytest.mark.parametrize("fault", ["1 / 0", "x.no_such_name", "raise SystemError"])
def test_a_fault_of_the_author_s_costs_no_grades(
    search: Search, small_exercise: Path, zygote: Zygote, fault: str
) -> None:
    """An explanation that raises means no counterexample, not the end of a run."""
    (small_exercise / "inputs.py").write_text(
        SMALL_INPUTS.replace("    return Steps", f"    {fault}\n    return Steps")
    )
    known = load_probes(find_assignment("small", small_exercise.parent))
    submission = read_submission("alice", "alice.py", double("return x").encode(), "small")

    assert search(double("return x"))
    assert counterexamples(submission, known.values(), zygote.worker) == {"double": None}


def test_a_lost_zygote_is_no_fault_of_the_author_s(small_exercise: Path) -> None:
    """Where workers can't be started any more, the run ends with the reason."""
    (small_exercise / "inputs.py").write_text(SMALL_INPUTS)
    known = load_probes(find_assignment("small", small_exercise.parent))
    with Zygote() as zygote:
        start = zygote.worker
    with pytest.raises(SandboxError):
        counterexamples(read_submission("alice", "alice.py", b"double = max", "small"), known.values(), start)


def test_the_time_is_bounded(search: Search) -> None:
    """A submission whose every call, or whose loading, loops costs seconds of CPU time and no more."""
    for source in (double("while True: pass"), f"while True: pass\n{double('return x')}"):
        start = time.process_time(), time.monotonic()
        search(source)
        assert time.process_time() - start[0] < 1
        assert time.monotonic() - start[1] < 4 * SUBMISSION_SECONDS + 2


def test_a_record_is_plain(search: Search) -> None:
    """A counterexample travels between our processes, and is the same every time."""
    (example,) = search(double("return x"))

    assert pickle.loads(pickle.dumps(example)) == example == search(double("return x"))[0]


def test_an_exercise_without_inputs_has_no_probes(small_exercise: Path) -> None:
    """inputs.py is optional."""
    assert load_probes(find_assignment("small", small_exercise.parent)) == {}


@pytest.mark.parametrize("source", ["INPUTS = {'triple': 1}", "import nowhere", "def", "x = 1"])
def test_inputs_that_do_not_load_are_the_author_s_business(small_exercise: Path, source: str) -> None:
    """An inputs.py that raises, or names a function that the solution lacks, is an AuthorError."""
    (small_exercise / "inputs.py").write_text(source)
    with pytest.raises(AuthorError, match=r"^small/inputs\.py does not load: "):
        load_probes(find_assignment("small", small_exercise.parent))
