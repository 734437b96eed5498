"""Plans: what a check asks and how it judges, put down before a submission is there, so that many questions can travel together.

A check doesn't look into answers, it hands them to `assert_…` functions. So it can be run with answers that are yet to come, which
note whatever is to be done with them. What a check without random inputs asks is the same for every submission: one plan serves a class.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import Any, NoReturn

from autograder.checks.result import CallResult
from autograder.sandbox.worker import known
from autograder.session.request import MAX_REMEMBERED, Exchange, Request
from autograder.session.student import Student
from autograder.worker import wire


class CannotPlan(Exception):
    """A check looks into an answer that is yet to come; it can only be run with a worker at hand."""


class CheckPlan:
    """The questions of one run of a check, and the steps that judge their answers, in the check's own order."""

    def __init__(self, run: Callable[[Student], None]) -> None:
        self.questions: list[Request] = []
        self.steps: list[Callable[[BatchReplies], object]] = []
        self.passed: bytes | None = None
        """The frames that passed last: most right submissions give the same ones, which needn't be looked into again."""
        run(Student(self))

    @cached_property
    def packed(self) -> bytes:
        """All questions, as they travel."""
        return b"".join([wire.packed(question.request) for question in self.questions])

    def answer(self, question: Request) -> CallResult:
        at = self.ask(question)
        self.steps.append(lambda told: told.look(at))  # a call that raises ends a check then and there
        return PendingResult(self, at)

    def ask(self, question: Request) -> int:
        self.questions.append(question)
        return len(self.questions) - 1


class PendingResult(CallResult):
    """An answer that is yet to come."""

    def __init__(
        self, plan: CheckPlan, at: int, make: Callable[[CallResult], CallResult] = lambda answer: answer
    ) -> None:
        self.plan, self.at, self.make = plan, at, make

    @property
    def value(self) -> NoReturn:
        raise CannotPlan

    def judge(self, judgement: Callable[[CallResult], None], after: bool = False) -> None:
        arguments = self.plan.ask(self.plan.questions[self.at].about_arguments()) if after else None
        self.plan.steps.append(lambda told: judgement(self.make(ReceivedResult(told, self.at, arguments))))

    def then(self, make: Callable[[CallResult], CallResult]) -> CallResult:
        return PendingResult(self.plan, self.at, lambda answer: make(self.make(answer)))


class BatchReplies:
    """What a submission was asked as a plan has it, and the frames of its replies, which go from `start` to `end` of a row of frames.

    Raises ProtocolError unless frames are there, and those of replies.
    """

    def __init__(self, plan: CheckPlan, row: bytes, start: int, problem: str) -> None:
        self.plan, self.row, self.start, self.problem = plan, row, start, problem
        self.asked = ""  # the name that was looked at last
        passed = plan.passed if plan.passed is not None and row.startswith(plan.passed, start) else None
        self.settled = passed is not None  # these very replies have passed before
        self.end = start + (
            sum(len(frame) for frame, _ in zip(self.frames, self.replies, strict=True))
            if passed is None
            else len(passed)
        )

    @cached_property
    def frames(self) -> list[bytes]:
        return wire.split(self.row, self.start, len(self.plan.questions))

    @cached_property
    def replies(self) -> list[list[Any]]:
        """The replies. Raises ProtocolError where one is none."""
        return [known(wire.decode(frame)) for frame in self.frames]

    def judge(self) -> None:
        """Go through the check's steps. Raises the Outcome of the first one that fails."""
        if self.settled:
            return
        for step in self.plan.steps:
            step(self)
        if self.end - self.start <= MAX_REMEMBERED:
            self.plan.passed = self.row[self.start : self.end]

    def look(self, at: int) -> None:
        self.asked = self.plan.questions[at].name
        self.value(at, at)

    def value(self, at: int, reply: int) -> Any:
        return self.plan.questions[at].read(self.replies[reply], self.problem)

    def exchanges(self) -> list[Exchange]:
        told = zip(self.plan.questions, self.replies, self.frames, strict=True)
        return [question.answered(reply, len(frame)) for question, reply, frame in told]


class ReceivedResult(CallResult):
    """The answer that has come to a question of a plan."""

    def __init__(self, told: BatchReplies, at: int, arguments: int | None) -> None:
        self.question, self.value = told.plan.questions[at], told.value(at, at)
        if arguments is not None:
            self.changed_arguments = lambda: self.question.changed(told.value(at, arguments))

    @property
    def call(self) -> str:  # type: ignore[override]
        return self.question.call
