"""Plans of checks: what a check requests, and how it judges the replies, noted before there is a submission.

A check does not look into results. It hands them to `assert_…` functions. So it can be run with pending
results, which note the asserts. All requests of a submission's checks then travel in one message, a batch.
A check without random inputs requests the same of every submission: one plan serves a class.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Any, TypeAlias

from autograder.checks.result import Assertion, CallResult, CannotPlan, Origin, judge_known
from autograder.sandbox.worker import validated_reply
from autograder.session.operations import OperationRequest
from autograder.session.recorder import Recorder
from autograder.session.request import MAX_REMEMBERED, Exchange, Request
from autograder.session.student import Student
from autograder.worker import batch, wire
from autograder.worker.operations import Operation

Step: TypeAlias = "Callable[[BatchReplies], None]"
"""One step of judging a batch: reading a reply, or an assert. Raises an Outcome if it fails."""


class CheckPlan(Recorder):
    """The requests of one run of a check, and the steps that judge the replies, in the check's own order."""

    def __init__(self, run_check: Callable[[Student], None]) -> None:
        super().__init__()
        self.requests: list[Request] = []
        self.steps: list[Step] = []
        self.assertions: list[tuple[OperationRequest, Assertion]] = []
        """The asserts, and what each looks at."""
        self.passed: bytes | None = None
        """The frames that passed last. Most right submissions send the same, which need no second look."""
        with self.running():
            run_check(Student(self))
        self.requests_by_number = {
            request.operation.number: request
            for request in self.requests
            if isinstance(request, OperationRequest)
        }
        """What a live run asks, too. Operations that are part of others have no request."""

    @property
    def runs_program(self) -> bool:
        """Whether the check runs the file as a program: `printed(student)`."""
        return any(one.kind == "script" for one in self.operations)

    @cached_property
    def packed_requests(self) -> bytes:
        """All requests, as they travel."""
        return b"".join([batch.pack(request.request) for request in self.requests])

    def noted(self, request: OperationRequest) -> None:
        """Add a request. A call that raises ends a check then and there."""
        index = len(self.requests)
        self.requests.append(request)
        self.steps.append(lambda replies: replies.read(index))

    def taken_back(self, request: OperationRequest) -> None:
        self.requests.pop()
        self.steps.pop()

    def known(self, origin: Origin) -> CallResult:
        raise CannotPlan

    def judge_request(self, request: OperationRequest, assertion: Assertion, with_arguments: bool) -> None:
        request.revealed = True
        self.assertions.append((request, assertion))
        index, arguments = self.requests.index(request), None
        if with_arguments:
            arguments = len(self.requests)
            self.requests.append(request.about_arguments())
        self.steps.append(lambda replies: judge_known(assertion, ReceivedResult(replies, index, arguments)))

    def caught(self, own_types: dict[str, Operation]) -> list[str]:
        raise CannotPlan

    def judge_block(self, block: Sequence[OperationRequest], assertion: Assertion) -> None:
        if len(block) > 1:
            raise CannotPlan  # whether one raises decides whether the next is asked at all
        self.unsent += block  # what was asked before can't become part of what comes after
        self.noted(block[0])
        self.judge_request(block[0], assertion, False)


class BatchReplies:
    """The replies of one submission to a plan. Their frames lie in a row of frames, from `start` to `end`."""

    def __init__(self, plan: CheckPlan, row: bytes, start: int, problem: str) -> None:
        """Find the replies in the row. Raises ProtocolError unless the frames are there and hold replies.

        Args:
            problem: How the submission failed to load, for messages.
        """
        self.plan, self.row, self.start, self.problem = plan, row, start, problem
        self.last_name = ""
        """The name of the submission whose reply was read last."""
        self.printed = ""
        """What was printed during its requests, where that is kept."""
        self._known_to_pass = plan.passed is not None and row.startswith(plan.passed, start)
        if self._known_to_pass and plan.passed is not None:
            self.end = start + len(plan.passed)
        else:
            self.end = start + sum(len(frame) for frame, _ in zip(self.frames, self.replies, strict=True))

    @cached_property
    def frames(self) -> list[bytes]:
        return batch.split_frames(self.row, self.start, len(self.plan.requests))

    @cached_property
    def replies(self) -> list[list[Any]]:
        return [validated_reply(wire.decode(frame)) for frame in self.frames]

    def judge(self) -> None:
        """Go through the steps of the check. Raises the Outcome of the first one that fails."""
        if self._known_to_pass:
            return
        for step in self.plan.steps:
            step(self)
        if self.end - self.start <= MAX_REMEMBERED:
            self.plan.passed = self.row[self.start : self.end]

    def read(self, index: int) -> None:
        """Read the reply to a request. Raises the Outcome that it means, unless it is a value."""
        self.last_name = self.plan.requests[index].name or self.last_name
        self.value(index, index)

    def value(self, index: int, reply: int) -> Any:
        """Return the value in a reply to the request at `index`, or to one about its arguments."""
        return self.plan.requests[index].read(self.replies[reply], self.problem)

    def exchanges(self) -> list[Exchange]:
        replies = zip(self.plan.requests, self.replies, self.frames, strict=True)
        return [request.answered(reply, len(frame)) for request, reply, frame in replies]


class ReceivedResult(CallResult):
    """The result in the reply to a request of a plan."""

    def __init__(self, replies: BatchReplies, index: int, arguments: int | None) -> None:
        self._request, self.value = replies.plan.requests[index], replies.value(index, index)

        def changed_arguments() -> list[str]:
            if arguments is None:
                raise CannotPlan  # the plan has not asked for them; a live run does
            return self._request.changed(replies.value(index, arguments))

        self.changed_arguments = changed_arguments

    @property
    def call(self) -> str:  # type: ignore[override]  # made only when a message needs it
        return self._request.call
