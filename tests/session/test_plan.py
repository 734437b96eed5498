"""A plan requests and judges what its check does, in the check's own order."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from conftest import SMALL_ANSWER
from tiers import everyday

from autograder.checks import CallResult, assertion, value_of
from autograder.checks.assertions import assert_arguments_unchanged, assert_array, assert_count
from autograder.checks.result import CannotPlan, known
from autograder.errors import CheckFailed, Crashed, Outcome, StudentError
from autograder.exercises.assignment import DRAWS, Check
from autograder.exercises.load import find_assignment
from autograder.grading.catalogue import Catalogue
from autograder.grading.check_run import make_plan
from autograder.grading.grader import Grader, run_checks
from autograder.results import CheckResult, Report
from autograder.sandbox.forked import Zygote
from autograder.sandbox.limits import Limits
from autograder.session.plan import BatchReplies, CheckPlan
from autograder.session.session import InProcessSession, WorkerSession
from autograder.session.student import Student
from autograder.submissions.read import read_submission
from autograder.worker import wire

SOLUTIONS = Path(__file__).parents[2] / "solutions"


def twice(student: Student) -> None:
    x, want = np.array([1.0, 2.0]), [2.0, 4.0]
    assert_array(student.f(x), want)
    x[0] = want[0] = 0
    assert_array(student.f(x, by=2), want)
    assert_count(student.table[1], 3)
    assert_arguments_unchanged(student.f(x))


RIGHT = [
    ["value", np.array([2.0, 4.0])],
    ["value", np.array([0.0, 4.0])],
    ["value", 3],
    ["value", 0],
    ["value", [np.array([0.0, 2.0])]],
]
ERROR = ["raised", "ValueError", "no", "", 0, "", 0, ["builtins.ValueError"]]
WRONG: list[tuple[int, list[Any], type[Outcome], str, str]] = [
    (0, ["value", [1, 2]], CheckFailed, r"f\(\[1, 2\]\)\[0\] is 1, expected 2 ", "f"),
    (1, ERROR, StudentError, r"f\(\[0, 2\], by=2\) raises ValueError: no", "f"),
    (2, ["value", 4], CheckFailed, r"table\[1\] is 4, expected 3", "table"),
    (3, ERROR, StudentError, r"f\(\[0, 2\]\) raises", "f"),
    (4, ["value", [np.zeros(2)]], CheckFailed, r"f\(\[0, 2\]\) changes its argument \[0, 2\]", "f"),
    (4, ["value", 1], Crashed, r"f\(\[0, 2\]\): it wrote something of its own", "f"),
]


def received(plan: CheckPlan, replies: list[list[Any]]) -> BatchReplies:
    return BatchReplies(plan, b"".join(map(wire.encode, replies)), 0, "")


def test_a_plan_keeps_what_it_requests_and_what_it_expects() -> None:
    """A check may change arguments and expected values afterwards: the plan has them as they were."""
    plan = CheckPlan(twice)
    batch = received(plan, RIGHT)
    batch.judge()

    assert [request.call for request in plan.requests] == [
        "f([1, 2])",
        "f([0, 2], by=2)",
        "table[1]",
        "f([0, 2])",
        "f",
    ]
    assert repr([one.reply for one in batch.exchanges()]) == repr(RIGHT)


@pytest.mark.parametrize(("index", "reply", "kind", "message", "name"), WRONG)
def test_the_first_thing_wrong_is_the_outcome(
    index: int, reply: list[Any], kind: type[Outcome], message: str, name: str
) -> None:
    """A wrong result is the Outcome that it would be alone. What comes later is not looked at."""
    replies = [*RIGHT[:index], reply, *[ERROR] * (4 - index)]
    batch = received(CheckPlan(twice), replies)
    with pytest.raises(kind, match=message):
        batch.judge()
    assert batch.last_name == name


def test_a_very_long_reply_is_not_kept_for_a_diagnosis() -> None:
    """Its exchange has no reply."""
    batch = received(CheckPlan(lambda student: assert_array(student.f(1), 2)), [["value", "2" * (1 << 17)]])

    assert batch.exchanges()[0].reply == []


def test_a_check_that_looks_into_a_result_has_no_plan() -> None:
    """While a check is planned, its results are not there yet."""
    with pytest.raises(CannotPlan):
        CheckPlan(lambda student: known(student.f(1)))


def looks(student: Student) -> None:
    assert_array(student.table, np.zeros(len(known(student.table).value)))


@pytest.mark.parametrize("run", [looks, lambda student: pytest.skip(), lambda student: 1 / 0])
def test_a_check_without_a_plan_is_run(run: Callable[[Student], None]) -> None:
    """Whatever keeps a check from being planned, it has no plan, and no error."""
    assert make_plan(Check("a", "test_a", "It is.", "a", 1, False, run, b""), 0) is None


@assertion
def assert_nothing_changed(result: CallResult) -> None:
    if result.changed_arguments():
        raise CheckFailed(f"{result.call} changes its argument")


def test_an_own_assert_that_looks_at_arguments_is_judged_in_a_live_run(zygote: Zygote) -> None:
    """A plan has not asked for them. So it must not say that none is changed."""
    check = Check(
        "q", "test_q", "q", "r", 1, False, lambda student: assert_nothing_changed(student.f([1])), b""
    )
    submission = read_submission("s", "s.py", b"def f(x):\n    x.append(2)\n", "q")
    session = WorkerSession(submission, zygote.worker, Limits())
    (run,) = run_checks([check], session, make_plan, {})
    session.end()

    assert run.result.message == "f([1]) changes its argument"


def test_a_plan_serves_a_class(zygote: Zygote) -> None:
    """It is made once; one with random inputs is made once for each draw, which all differ."""
    assignment = find_assignment("q1_convolution", SOLUTIONS)
    fixed, other = (next(one for one in assignment.checks if one.random is kind) for kind in (False, True))
    plans = Grader(assignment, zygote.worker, Limits(), probes={}).plans
    frames = {
        tuple(request.frame for plan in [plans(other, draw)] if plan for request in plan.requests)
        for draw in range(DRAWS)
    }

    assert fixed.draw(b"a") == fixed.draw(b"b") == 0 and plans(fixed, 0) is plans(fixed, 0)
    assert len(frames) == DRAWS and plans(other, 1) is plans(other, 1)


@pytest.mark.parametrize(
    "exercise",
    everyday(["q2_pointwise"], ["q1_convolution", "q2_pointwise", "q3_parameters", "q4_kernel_gradient"]),
)
def test_requests_in_a_batch_find_what_they_find_alone(zygote: Zygote, exercise: str) -> None:
    """The solution and some mistakes get the same results, in a batch or request by request."""
    assignment, catalogue = find_assignment(exercise, SOLUTIONS), Catalogue(SOLUTIONS / exercise)

    def attempt(session: WorkerSession) -> dict[Check, CheckResult]:
        runs = run_checks(assignment.checks, session, make_plan, {exercise: catalogue})
        session.end()
        return {run.check: run.result for run in runs}

    known = catalogue.mistakes
    steady = [
        one for one in known if not one.remembers and "np.empty" not in one.source
    ]  # whose results are neither luck nor history
    for layers in ((), *((one,) for one in steady[::9])):
        source = "\n\n".join(
            [(SOLUTIONS / exercise / f"{exercise}.py").read_text(), *(one.source for one in layers)]
        )
        submission = read_submission("a", "a.py", source.encode(), exercise)
        together, alone = (WorkerSession(submission, zygote.worker, Limits()) for _ in range(2))
        alone.asks_in_batches = False
        assert attempt(together) == attempt(alone) and together.asks_in_batches


def test_replies_that_passed_are_not_judged_again() -> None:
    """Only the very same bytes are spared it. Replies that failed are judged each time."""
    plan, looked = CheckPlan(lambda student: assert_array(student.f(1), 2)), list[Any]()
    plan.steps.append(lambda replies: looked.append(replies.replies[0][1]))
    for value in (2, 2, 2.0, 2.0):
        received(plan, [["value", value]]).judge()
    for _ in range(2):
        with pytest.raises(CheckFailed):
            received(plan, [["value", 3]]).judge()

    assert looked == [2, 2.0]


FORGES = """
import sys
from autograder.worker import server as serve
real = serve.RequestHandler.handle
def forged(self, *request, prefix=()):
    together = sys._getframe(1).f_code.co_name in ("handle_batch", "<listcomp>")
    return {} if together else real(self, *request, prefix=prefix)
serve.RequestHandler.handle = forged
"""


@assertion
def assert_even(result: CallResult) -> None:
    """An author's assert that does not expect everything."""
    if value_of(result) % 2:
        raise CheckFailed(f"{result.call} is odd")


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("a", r"f\(1\) is 'a', which this check can't judge \(TypeError\)"),
        ([1], r"f\(1\) is \[1\], which this check can't judge \(TypeError\)"),
        (np.arange(3), r"f\(1\) is an array of shape \(3,\), which this check can't judge \(ValueError\)"),
    ],
)
def test_a_value_that_an_assert_does_not_expect_is_wrong_and_no_alarm(value: Any, message: str) -> None:
    """An assert that raises fails the check: a submission can't turn its zero into our fault."""

    def check(student: Student) -> None:
        assert_even(student.f(1))

    with pytest.raises(CheckFailed, match=message):
        received(CheckPlan(check), [["value", value]]).judge()
    with pytest.raises(CheckFailed, match=message):
        check(Student(InProcessSession({"f": lambda x: value})))


def test_judging_is_charged_to_the_submission(zygote: Zygote) -> None:
    """CPU time that the grader needs for a submission is taken off its own; then its checks time out."""

    @assertion
    def assert_slowly(result: CallResult) -> None:
        end = time.thread_time() + 0.3
        while time.thread_time() < end:
            pass

    def check(student: Student) -> None:
        assert_slowly(student.table)

    checks = [Check("small", f"test_{number}", "", "", 1, False, check, b"") for number in range(4)]
    session = WorkerSession(
        read_submission("a", "a.py", b"table = 1", "small"), zygote.worker, Limits(submission_seconds=0.8)
    )
    runs = run_checks(checks, session, make_plan, {})
    session.end()

    assert [run.result.verdict.name for run in runs] == ["PASSED", "PASSED", "PASSED", "TIMED_OUT"]
    assert "the 0.8 seconds of the whole submission are used up" in runs[3].result.message


FORGED = [
    b"",
    b"none",
    b"12345678",
    wire.encode(["value"]),
    wire.encode(["value", 1, 2]),
    wire.encode(3),
    2 * wire.encode(["value", 1]),
]


@pytest.mark.parametrize("reply", FORGED)
def test_after_forged_replies_each_request_is_asked_alone(
    graded: Callable[[str], Report], reply: bytes
) -> None:
    """A submission that writes something of its own into a batch gains nothing and loses nothing by it."""
    assert graded(SMALL_ANSWER + FORGES.format(reply)).points == 10


@pytest.mark.parametrize("in_batch", [True, False])
def test_a_wrong_value_is_kept_for_views_only_if_it_is_short(zygote: Zygote, in_batch: bool) -> None:
    """A submission with a long reply in each check would else make the grader keep all of them at a time."""

    def check(student: Student) -> None:
        assert_array(student.table, [1.0])

    for size, kept in ((9, True), (1 << 20, False)):
        source = f"import numpy as np\ntable = np.zeros({size})".encode()
        submission = read_submission("a", "a.py", source, "small")
        session = WorkerSession(submission, zygote.worker, Limits())
        session.asks_in_batches = in_batch
        (run,) = run_checks([Check("small", "test", "", "", 1, False, check, b"")], session, make_plan, {})
        session.end()

        assert run.result.message.startswith(f"table has shape ({size},)")
        assert (run.outcome is not None) is kept
        assert run.outcome is None or run.outcome.__traceback__ is None
