"""Whatever a worker does, grading ends, in time and in bounded memory, and nobody else's result changes.

Here the worker's side is arbitrary. It is written in this process, so that thousands of workers can be tried.
"""

from __future__ import annotations

import random
import time
import tracemalloc
from pathlib import Path
from typing import Any

import fuzz_wire
import numpy as np
import pytest
from conftest import SMALL_ANSWER, SMALL_HIDDEN, SMALL_INPUTS, SMALL_VISIBLE
from hostile_replies import ANYWHERE
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from autograder.errors import Crashed, TimedOut
from autograder.exercises.load import find_assignment
from autograder.grading.grader import Grader
from autograder.results import Report, Verdict
from autograder.sandbox.limits import Limits
from autograder.sandbox.worker import REPLIES, Worker
from autograder.submissions.read import read_submission
from autograder.worker import batch, wire
from autograder.worker.plain import to_plain
from autograder.worker.server import RequestHandler

LIMITS = Limits(call_seconds=0.5, check_seconds=2.0, submission_seconds=6.0)
MAX_SECONDS, MAX_BYTES = 3.0, 160 << 20  # of the grader, for one submission: with tracing, on a busy machine
MISTAKE = '''"""It is three times the array."""
import numpy as np

RUNG = "double"
HINT = "Twice is two times."


def double(x, times=1):
    return 3.0 * times * np.asarray(x)
'''
DEEDS = (
    "right wrong value fields garbage damaged hostile another_id another_outcome two cut"
    " huge_integer negative nothing dies loops breaks"
).split()
"""What a worker may do instead of replying to one request."""
HONEST = ["right"], ["wrong"]


class ArbitraryWorker(Worker):
    """A worker that does the deeds of a list, one for each request, and then begins again."""

    isolation = "none (a test)"
    own_seconds = 0.0
    """CPU seconds of this worker's side, which are not the grader's."""

    def __init__(self, deeds: list[str], seed: int, names: dict[str, Any]) -> None:
        self.deeds, self.chance, self.ended, self.count = deeds, random.Random(seed), False, 0
        self.honest = deeds in HONEST
        self.handler = RequestHandler(names)

    def exchange(self, frame: bytes, seconds: float) -> bytes:
        begun = time.thread_time()
        try:
            return self.written(frame, seconds)
        finally:
            self.own_seconds += time.thread_time() - begun

    def written(self, frame: bytes, seconds: float) -> bytes:
        """Return what this worker writes when it gets a frame."""
        assert not self.ended, "an ended worker is asked"
        request_id, operation, *content = wire.decode(frame, wire.REQUEST)
        deed = self.deeds[self.count % len(self.deeds)]
        self.count += 1
        self.spent += 0.001 if self.honest else self.chance.choice([0, 0, 0.001, seconds / 2])
        if operation == "batch" and not self.honest and self.chance.random() < 0.7:
            row = [self.done(deed, None, *request) for request in batch.unpack(content[0])]
            self.chance.random() < 0.1 and row.append(b"12345678")  # type: ignore[func-returns-value]
            return wire.encode([request_id, "value", b"".join(row)], to_plain)
        return self.done(deed, request_id, operation, *content)

    def done(self, deed: str, request_id: int | None, operation: str, *content: Any) -> bytes:
        """Return what this worker writes. Raises TimedOut or Crashed, as a lost one does."""
        prefix = [] if request_id is None else [request_id]
        deed = deed if self.honest or self.chance.random() < 0.8 else self.chance.choice(DEEDS)
        match deed:
            case "right" | "wrong":
                return self.replied(deed == "wrong", prefix, operation, *content)
            case "value":
                return wire.encode([*prefix, "value", self.value()], to_plain)
            case "fields":
                kind = self.chance.choice(sorted(REPLIES))
                fields = [self.chance.choice(["", "x" * 1_999, 10**2999, -1, 3]) for _ in REPLIES[kind]]
                return wire.encode([*prefix, kind, *fields], to_plain)
            case "garbage":
                return self.chance.randbytes(self.chance.randrange(40))
            case "damaged":
                return fuzz_wire.frames(1, self.chance)[0]
            case "hostile":
                value = ANYWHERE[self.chance.choice(sorted(ANYWHERE))]()
                try:
                    return wire.encode([*prefix, "value", value], to_plain)
                except wire.WireError as error:  # no room beside the id: a worker says that, too
                    return wire.encode([*prefix, "unsendable", str(error)])
            case "another_id":
                return wire.encode([self.chance.choice([0, -1, 2**48, True, "1", 1.0]), "value", 1])
            case "another_outcome":
                return wire.encode([*prefix, self.chance.choice(["passed", 1, None, ["value"]]), 1])
            case "two":
                return 2 * self.replied(False, prefix, operation, *content)
            case "cut":
                return self.replied(False, prefix, operation, *content)[:-1]
            case "huge_integer" | "negative":
                return wire.encode([*prefix, "value", 10**2999 if deed == "huge_integer" else -(10**18)])
            case "loops":
                self.spent += LIMITS.call_seconds
                raise TimedOut(seconds=LIMITS.call_seconds)
            case "dies":
                raise self.chance.choice([Crashed(status=1), Crashed(signal="SIGSEGV"), Crashed(closed=True)])
        return b"" if deed == "nothing" else wire.encode([*prefix])

    def replied(self, wrong: bool, prefix: list[int], operation: str, *content: Any) -> bytes:
        """Return the reply of the solution, or of one whose results are three times as large."""
        match operation:
            case "load" | "run":
                return wire.encode([*prefix, "value", []])
            case "split":
                return wire.encode([*prefix, "value", 3])
            case "batch":
                row = [self.replied(wrong, [], *request) for request in batch.unpack(content[0])]
                return wire.encode([*prefix, "value", b"".join(row)], to_plain)
        frame = self.handler.handle(operation, *content, prefix=prefix)
        if wrong:
            *head, value = wire.decode(frame)
            frame = wire.encode([*head, 1.5 * value if isinstance(value, np.ndarray) else value], to_plain)
        return frame

    def value(self) -> Any:
        """Return small plain data of any kind."""
        kinds: list[Any] = [None, True, 3, 10**400, 2.5, float("nan"), 1j, "text", b"bytes", [], {}, (1, "a")]
        kinds += [np.zeros(self.chance.choice([(), (2,), (0,), (1, 2), (1,) * 32]), "f2"), [[1], [1, 2]]]
        one, other = self.chance.choice(kinds), self.chance.choice(kinds)
        return self.chance.choice([one, [one, other], (one,), {"a": one, 1: other}, [[one], [other]]])

    def end(self) -> None:
        self.ended = True


class Machine(RuleBasedStateMachine):
    """Grades hostile and honest submissions with one grader, in any order."""

    solutions: Path

    @initialize()
    def start(self) -> None:
        self.deeds, self.seed = ["right"], 0
        self.names: dict[str, Any] = {}
        exec(SMALL_ANSWER, self.names)
        self.started: list[ArbitraryWorker] = []
        self.grader = Grader(find_assignment("small", self.solutions), self.worker, LIMITS)
        self.honest = self.grade(["right"], 0), self.grade(["wrong"], 0)
        assert self.honest[0].points == 10 and self.honest[1].points < 10
        assert {result.mistake for result in self.honest[1].lacking} >= {"triples"}

    def worker(self, limits: Limits, packages: Any = ()) -> Worker:
        self.seed += 1
        self.started.append(ArbitraryWorker(self.deeds, self.seed, dict(self.names)))
        return self.started[-1]

    def grade(self, deeds: list[str], seed: int) -> Report:
        self.deeds, self.seed = deeds, seed
        return self.grader.grade(read_submission("a", "a.py", b"x = 1\ny = 2\nz = 3\n", "small"))

    @rule(deeds=st.lists(st.sampled_from(DEEDS), min_size=1, max_size=6), seed=st.integers(0, 2**32))
    def a_hostile_submission_is_graded(self, deeds: list[str], seed: int) -> None:
        """It gets a verdict for each check and is no alarm, in bounded time and memory."""
        self.started.clear()
        tracemalloc.start()
        begun = time.thread_time()
        try:
            report = self.grade(deeds, seed)
            seconds, peak = time.thread_time() - begun, tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()
        seconds -= sum(worker.own_seconds for worker in self.started)

        broken = [result.message for result in report.results if result.verdict is Verdict.BROKEN]
        assert broken == []
        assert len(report.results) == 4 and all(len(result.message) < 5_000 for result in report.results)
        assert seconds < MAX_SECONDS and peak < MAX_BYTES, (seconds, peak)

    @rule()
    def honest_ones_get_what_they_got(self) -> None:
        """Nobody else's result has changed, named mistakes included."""
        assert (self.grade(["right"], 0), self.grade(["wrong"], 0)) == self.honest

    @invariant()
    def no_worker_is_left(self) -> None:
        assert all(worker.ended for worker in getattr(self, "started", []))


@pytest.fixture
def solutions(small_exercise: Path) -> Path:
    (small_exercise / "inputs.py").write_text(SMALL_INPUTS)
    (small_exercise / "mistakes").mkdir()
    (small_exercise / "mistakes" / "triples.py").write_text(MISTAKE)
    assert SMALL_VISIBLE and SMALL_HIDDEN
    return small_exercise.parent


def try_workers(solutions: Path, examples: int, steps: int) -> None:
    class OfThisFolder(Machine):
        pass

    OfThisFolder.solutions = solutions
    run_state_machine_as_test(  # type: ignore[no-untyped-call]
        OfThisFolder, settings=settings(max_examples=examples, stateful_step_count=steps, deadline=None)
    )


def test_an_arbitrary_worker_harms_nobody(solutions: Path) -> None:
    """Any frames, in any order, with any death: a verdict each time, and the class is as before."""
    try_workers(solutions, 12, 8)


@pytest.mark.nightly
def test_thousands_of_arbitrary_workers_harm_nobody(solutions: Path) -> None:
    """The same, many times."""
    try_workers(solutions, 400, 20)
