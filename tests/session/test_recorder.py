"""Results as operands: what a check hands to the student's side is there when it is needed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from autograder.checks import assert_equal, builtin, take
from autograder.sandbox.forked import Zygote
from autograder.sandbox.limits import Limits
from autograder.session.live import LiveRun
from autograder.session.plan import BatchReplies, CheckPlan
from autograder.session.session import InProcessSession, WorkerSession
from autograder.session.student import Student
from autograder.submissions.submission import Cell, Submission
from autograder.worker import wire
from autograder.worker.server import RequestHandler

SUBMISSION = """
class Number:
    def __init__(self, value):
        self.value = value
        self.next = value + 1
    def __mul__(self, other):
        return Number(self.value * other.value)
    def __add__(self, other):
        return Number(self.value + other.value)

def nested(depth):
    return [nested(depth - 1)] if depth > 1 else []

def large(count):
    return [dict.fromkeys(range(count)), set(range(count)), "x" * (count * 100)]

def pair(one, other=None):
    return [getattr(one, "value", one), getattr(other, "value", other)]
"""


def handler() -> RequestHandler:
    made = RequestHandler()
    made.trusted = True
    assert made.handle_load("submission", [["submission.py", SUBMISSION]]) == []
    return made


class OwnSession(InProcessSession):
    """Asks the submission above."""

    def __init__(self) -> None:
        super().__init__({})
        self.handler = handler()


def twice(student: Student) -> None:
    x = student.Number(3)
    assert_equal((x * x).value, 9)


def itself_and_a_part(student: Student) -> None:
    x = student.Number(3)
    assert_equal(student.pair(x, x.next), [3, 4])


def a_part_and_itself(student: Student) -> None:
    x = student.Number(3)
    assert_equal(student.pair(x.next, x), [4, 3])


def as_a_keyword(student: Student) -> None:
    x = student.Number(3)
    assert_equal(student.pair(x, other=x), [3, 3])


def in_a_list(student: Student) -> None:
    x = student.Number(3)
    assert_equal(builtin.len([x, student.Number(4), x]), 3)


def in_several_steps(student: Student) -> None:
    x, y = student.Number(3), student.Number(5)
    assert_equal((x * y + x * x + y).value, 29)


def in_a_slice(student: Student) -> None:
    one = student.Number(1).value
    assert_equal(student.pair("abcd", "x")[one:one], [])


def taken_twice(student: Student) -> None:
    items = builtin.iter([1, 2, 3, 4])
    assert_equal(student.pair(take(items, 1), take(items, 2)), [[1], [2, 3]])


CHECKS = [
    twice,
    itself_and_a_part,
    a_part_and_itself,
    as_a_keyword,
    in_a_list,
    in_several_steps,
    in_a_slice,
    taken_twice,
]


def nested(depth: int) -> list[Any]:
    return [nested(depth - 1)] if depth > 1 else []


def generous_limits(student: Student) -> None:
    assert_equal(student.nested(50), nested(50))
    assert_equal(student.large(10_000), [dict.fromkeys(range(10_000)), set(range(10_000)), "x" * 1_000_000])


def test_honest_results_cross(zygote: Zygote) -> None:
    """Dicts and sets of 10,000 entries, text of a million letters and lists 50 deep come out of a worker."""
    submission = Submission("a", "a.py", (Cell("a.py", SUBMISSION),))
    session = WorkerSession(submission, zygote.worker, Limits())
    live = LiveRun(session)
    with live.running():
        generous_limits(Student(live))
    session.end()


@pytest.mark.parametrize("check", CHECKS)
def test_a_result_may_be_an_operand_more_than_once(check: Callable[[Any], None]) -> None:
    """`x * x` and `f(x, x.part)` mean what they mean in Python, in a batch and asked step by step."""
    plan, made = CheckPlan(check), handler()
    row = b"".join(made.handle(*wire.decode(one.frame, wire.REQUEST)) for one in plan.requests)
    BatchReplies(plan, row, 0, "").judge()

    for known_plan in (None, plan):
        live = LiveRun(OwnSession(), known_plan)
        with live.running():
            check(Student(live))
