"""A live run: a check that asks as it goes, in an editor, a notebook, or where a batch did not come back."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, Protocol

from autograder.checks.result import Assertion, CallResult, Origin, Result, judge_known, origin_of
from autograder.errors import Outcome
from autograder.session.operations import OperationRequest
from autograder.session.recorder import Recorder
from autograder.session.request import Request
from autograder.worker.operations import Operation

__tracebackhide__ = True  # pytest then shows the check's own lines, and none of this file
JUDGED = ("name", "value", "same")
"""Operations that are noted only to be looked at."""


class Asked(Protocol):
    """What a live run asks: a session."""

    def value(self, request: Request, message: list[Any] | None = None) -> Any:
        """Return the value in the reply to a request, or to a message about it. Raises its Outcome."""

    def forget(self) -> None:
        """Let go of the values that a check has kept."""


class Planned(Protocol):
    """What a live run takes from the plan of its check."""

    kept: set[int]

    @property
    def requests_by_number(self) -> Mapping[int, OperationRequest]: ...


class LiveRun(Recorder):
    """Asks a session while a check runs.

    With the check's plan it sends the very requests of the plan. Without one it can't foresee which values
    are used again: it keeps them all, and asks for a value when an assert looks at it.
    """

    def __init__(self, session: Asked, plan: Planned | None = None) -> None:
        super().__init__()
        self.session, self.plan = session, plan
        self.kept = set(plan.kept) if plan else set()
        self._values: dict[OperationRequest, Any] = {}

    @contextmanager
    def running(self) -> Iterator[None]:
        """Make this the check that is running. However it ends, the values that it kept are forgotten."""
        try:
            with super().running():
                yield
        except BaseException:
            if self.kept:
                with contextlib.suppress(Outcome):  # what the check has raised says more
                    self.session.forget()
            raise

    def finish(self) -> None:
        self._send()
        super().finish()

    def noted(self, request: OperationRequest) -> None:
        number, kind = request.operation.number, request.operation.kind
        if self.plan and number >= 0:
            planned = self.plan.requests_by_number.get(number)
            if planned is None:  # it becomes part of a later request
                return
            request.revealed = planned.revealed
        else:
            request.revealed = kind in JUDGED
            if number >= 0 and not request.revealed:
                self.kept.add(number)
        self._send()

    def _send(self) -> None:
        unsent, self.unsent = self.unsent, []
        for request in unsent:
            value = self.session.value(request)
            if request.revealed:
                self._values[request] = value

    def taken_back(self, request: OperationRequest) -> None:
        pass

    def judge_request(self, request: OperationRequest, assertion: Assertion, with_arguments: bool) -> None:
        judge_known(assertion, self._known(request))

    def caught(self, own_types: dict[str, Operation]) -> list[str]:
        request = OperationRequest(Operation("caught", (own_types,)), self)
        request.revealed = True
        names: list[str] = self.session.value(request)
        return names

    def judge_block(self, block: Sequence[OperationRequest], assertion: Assertion) -> None:
        self._send()
        for request in block:
            value = self.session.value(request)
            if value[0] == "raised":
                break
        judge_known(assertion, CallResult(value, request.call))

    def known(self, origin: Origin) -> CallResult:
        return self._known(self.current(origin))

    def _known(self, request: OperationRequest) -> CallResult:
        """Return the result that a request asks for, which must be the last one."""
        self._send()
        if request not in self._values:
            value = self.perform("value", Result(Origin(self, request.operation, request)))
            self._values[request] = self._values.pop(origin_of(value).request)
            self.last = request
        return CallResult(
            self._values[request],
            request.call,
            lambda: request.changed(self.session.value(request, ["arguments"])),
        )
