"""A submission's time: CPU seconds for who computes, and seconds by the clock for who waits."""

from __future__ import annotations

import time
from typing import Any

import pytest

from autograder.errors import Outcome, TimedOut
from autograder.sandbox.forked import Zygote
from autograder.sandbox.limits import Limits
from autograder.sandbox.worker import Worker
from autograder.session import budget as budget_module
from autograder.session.budget import Budget
from autograder.session.session import WorkerSession
from autograder.session.student import Student
from autograder.submissions.submission import Cell, Submission

CPU = r"the \S+ seconds of the whole submission are used up"
CLOCK = r"the \S+ seconds by the clock of the whole submission are used up"


class Clock:
    """Stands for the module `time`, and passes only if it is told to."""

    now = 0.0

    def monotonic(self) -> float:
        return self.now


class Pretender(Worker):
    """A worker whose requests take so many CPU seconds, and so many by the clock."""

    isolation = "none"

    def __init__(self, clock: Clock, cpu: float, wall: float, queue: float = 0) -> None:
        self.clock, self.cpu, self.wall, self.queue = clock, cpu, wall, queue

    def exchange(self, frame: bytes, seconds: float) -> bytes:
        raise AssertionError("not used")

    def ask(self, request: list[Any], seconds: float) -> list[Any]:
        wall = min(self.wall, self.ends_at - self.clock.now)
        self.clock.now += wall + self.queue
        self.kept_waiting += self.queue
        self.spent += max(self.cpu, wall / 4)
        if wall < self.wall:
            raise TimedOut(seconds=seconds)
        return ["value", 1]

    def end(self) -> None:
        pass


def used_up(
    monkeypatch: pytest.MonkeyPatch, limits: Limits, cpu: float, wall: float, queue: float = 0
) -> tuple[str, float]:
    """Ask until there is no time left; return what is said then, and the seconds by the clock."""
    clock = Clock()
    monkeypatch.setattr(budget_module, "time", clock)
    worker, budget = Pretender(clock, cpu, wall, queue), Budget(limits)
    while True:
        budget.begin_check()
        try:
            budget.ask(worker, ["call", "f", [], {}], budget.for_call())
        except TimedOut as error:
            return str(error), clock.now


@pytest.mark.parametrize("cpu", [0.01, 0.1, 1.0, 1.9])
@pytest.mark.parametrize("limits", [Limits(), Limits(submission_seconds=5), Limits(submission_seconds=300)])
def test_code_that_computes_on_half_a_processor_never_meets_the_clock(
    monkeypatch: pytest.MonkeyPatch, limits: Limits, cpu: float
) -> None:
    """Its CPU seconds are used up first, in twice that time by the clock."""
    said, wall = used_up(monkeypatch, limits, cpu, 2 * cpu)

    assert said == f"the {limits.submission_seconds:g} seconds of the whole submission are used up"
    assert 2 * limits.submission_seconds <= wall + 1e-6 <= limits.submission_wall_seconds


@pytest.mark.parametrize("wall", [0.1, 1.0, 7.9])
@pytest.mark.parametrize("limits", [Limits(), Limits(submission_seconds=5), Limits(submission_seconds=300)])
def test_calls_that_sleep_meet_the_clock(
    monkeypatch: pytest.MonkeyPatch, limits: Limits, wall: float
) -> None:
    """A submission that sleeps keeps its grader 2.5 times its CPU seconds, and not a call longer."""
    said, seconds = used_up(monkeypatch, limits, 0.001, wall)

    limit = 2.5 * limits.submission_seconds
    assert said == f"the {limit:g} seconds by the clock of the whole submission are used up"
    assert seconds == pytest.approx(limit)


def test_what_is_kept_waiting_by_others_does_not_meet_the_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a processor that many processes share, a submission has its CPU seconds, however long they take."""
    said, wall = used_up(monkeypatch, Limits(), 1.0, 1.5, queue=20)

    assert said == "the 60 seconds of the whole submission are used up"
    assert wall == pytest.approx(60 * 21.5)


def test_an_exercise_that_needs_more_time_gets_more_by_the_clock() -> None:
    """The time by the clock grows with the limits that an exercise asks for."""
    assert Limits().submission_wall_seconds == 150
    assert Limits().at_least({"submission_seconds": 100}).submission_wall_seconds == 250


SLEEPERS = {
    "in every call": "import time\ndef f(x): time.sleep(0.1)\n",
    "just under the limit": "import time\ndef f(x): time.sleep(0.7)\n",
    "while loading, then dying": "import os, time\ntime.sleep(0.1)\ndef f(x): os._exit(0)\n",
    "with a reply by the byte": (
        "import os, time\n"
        "def f(x):\n    for _ in range(40): time.sleep(0.05); os.write(3, b'\\x10')\n    os._exit(0)\n"
    ),
    "in a lock": (
        "import threading\n"
        "def f(x):\n    lock = threading.Lock()\n    lock.acquire()\n    lock.acquire(timeout=0.1)\n"
    ),
}


@pytest.mark.parametrize("case", SLEEPERS)
def test_a_grader_is_free_again_in_time(zygote: Zygote, case: str) -> None:
    """Whatever a submission waits for, its grader waits no longer than the time by the clock."""
    limits = Limits(call_seconds=0.2, check_seconds=9, submission_seconds=0.8, memory_bytes=1 << 30)
    session = WorkerSession(Submission("a", "a.py", (Cell("a", SLEEPERS[case]),)), zygote.worker, limits)
    start, said = time.monotonic(), set[str]()
    while session.budget.wall_left > 0 and session.budget.submission_left > 0:
        session.begin([])
        try:
            Student(session).f(1).value  # noqa: B018 - it is asked when it is read
        except Outcome as outcome:
            said.add(str(outcome))
    seconds = time.monotonic() - start
    session.end()
    assert seconds < limits.submission_wall_seconds + 1.5, said
    with pytest.raises(TimedOut, match=f"{CLOCK}|{CPU}"):
        session.begin([])
        Student(session).f(1).value  # noqa: B018
