"""Recorders: what a check asks, noted in order, as requests and as steps that judge their replies.

A plan notes everything before there is a submission. A live run asks as it notes. Both number the operations
alike, so what one finds out of a check, such as which values it uses again, serves the other.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

import numpy as np

from autograder.checks.asking import Code
from autograder.checks.result import RUNNING, Assertion, Awaited, CallResult, Origin, Result, origin_of
from autograder.errors import AuthorError, CheckFailed
from autograder.session.operations import OperationRequest, operation_text
from autograder.worker.operations import Operation, kept
from autograder.worker.tagged import PARTS
from autograder.worker.wire import layout_of, with_layout

__tracebackhide__ = True  # pytest then shows the check's own lines, and none of this file
ATOMS = frozenset((type(None), bool, int, float, complex, str, bytes, *PARTS))


class Recorder(ABC):
    """Notes the operations and asserts of one run of a check."""

    def __init__(self) -> None:
        self.unsent: list[OperationRequest] = []
        """Requests that may still become part of a later one, as `student.f(x)` of `student.f(x)[0]`."""
        self.kept: set[int] = set()
        """The numbers of the values that are used again."""
        self.operations: list[Operation] = []
        """All operations by number, to name kept values in messages."""
        self.last: OperationRequest | None = None
        """The request that was noted last, but for one about arguments."""
        self.typed: int | None = None
        """How many lines are typed for what is noted now; None outside of `with typed(…)`."""
        self._outside: list[OperationRequest] | None = None
        """What was unsent when a block began; None outside of blocks."""
        self._own_types: dict[str, Operation] = {}
        """The types of exceptions of the student's own that the block waits for."""
        self._apart = False
        """Whether no operand of the operation that is being noted may become a part of it."""

    @contextmanager
    def running(self) -> Iterator[None]:
        """Make this the check that is running, until its end."""
        token = RUNNING.set(self)
        try:
            yield
            self.finish()
        finally:
            RUNNING.reset(token)

    def finish(self) -> None:
        """Note the end of the check: the values that were kept are forgotten."""
        if self.kept:
            self.note(Operation("forget", ()))

    def perform(self, kind: str, *operands: Any) -> Result:
        """Note an operation on results and plain data; return its result."""
        return self.note(Operation(kind, tuple(self._operands(list(operands))), len(self.operations)))

    def _operands(self, operands: Any) -> Any:
        """Return a copy of all operands of one operation, in which results are operations."""
        self._apart = _depend_on_one_another(list(results_in(operands)))
        return self.referenced(operands)

    def note(self, operation: Operation) -> Result:
        """Note an operation; return its result."""
        if operation.number >= 0:
            self.operations.append(operation)
        request = OperationRequest(operation, self)
        if operation.kind == "typed":
            (lines,) = operation.operands
            self.typed = None if lines is None else len(lines)
        request.typed = self.typed
        request.written_by = self.last.name if self.last else ""
        self.last = request
        self.unsent.append(request)
        if self._outside is None:
            self.noted(request)
        return Result(Origin(self, operation, request))

    @abstractmethod
    def known(self, origin: Origin) -> CallResult:
        """Return a result as it is now. Raises CannotPlan where it is not there yet."""

    @abstractmethod
    def noted(self, request: OperationRequest) -> None:
        """Do what has to be done with a request that was noted outside of a block."""

    @abstractmethod
    def judge_request(self, request: OperationRequest, assertion: Assertion, with_arguments: bool) -> None:
        """Judge the value that a request reveals."""

    @abstractmethod
    def taken_back(self, request: OperationRequest) -> None:
        """Forget the request that was noted last: it becomes part of the next one."""

    def judge(self, origin: Origin, assertion: Assertion, with_arguments: bool) -> None:
        """Note an assert on a result: on the value that it has now."""
        if self._outside is not None:
            raise AuthorError("inside of `with raises(…)` are calls only; put asserts below it")
        self.judge_request(self.current(origin), assertion, with_arguments)

    def current(self, origin: Origin) -> OperationRequest:
        """Return the request for the value that a result has now: its own one, if nothing was asked since."""
        if self.last is not None and origin.request is self.last:
            return self.last
        if origin.operation.number >= 0:
            return self.request_of(self.perform("value", Result(origin)))
        origin.request = self.request_of(self.note(origin.operation))
        return self.request_of(Result(origin))

    @staticmethod
    def request_of(result: Result) -> OperationRequest:
        """Return the request for a result that was noted here."""
        request: OperationRequest = origin_of(result).request
        return request

    def begin_block(self, own: Mapping[str, Result]) -> None:
        if self._outside is not None:
            raise AuthorError("`with raises(…)` can't stand inside of another one")
        self._own_types = self._operands(dict(own))
        self._outside, self.unsent = self.unsent, []

    def end_block(self, assertion: Assertion, awaited: Awaited) -> None:
        if self._outside is None:
            return
        block, self.unsent, self._outside = self.unsent, self._outside, None
        if not block:
            raise AuthorError("`with raises(…)` has nothing in it that asks the student's code")
        own_types = self._own_types
        for request in block:
            request.awaited = awaited
        block[-1].revealed = True  # as where an assert looks at the result: no worker knows what is awaited

        def judge(result: CallResult) -> None:
            try:
                assertion(result)
            except CheckFailed:
                ending, names, *place = result.value
                if not own_types or (ending == "raised" and set(awaited.kinds).intersection(names)):
                    raise
                caught = self.caught(own_types)
                if ending != "raised":
                    raise
                assertion(CallResult([ending, [*names, *caught], *place], result.call))

        self.judge_block(block, judge)

    @abstractmethod
    def caught(self, own_types: dict[str, Operation]) -> list[str]:
        """Return which types of the student's own the exception is that was raised last.

        Raises CannotPlan where that is not there yet, and an Outcome where one of the types is missing.
        """

    @abstractmethod
    def judge_block(self, block: Sequence[OperationRequest], assertion: Assertion) -> None:
        """Judge how a block ended: the first of its requests that raised, or the last one."""

    def describe(self, operation: Operation) -> str:
        """Return an operation as messages show it."""
        return operation_text(operation, self.operations)

    def referenced(self, value: Any) -> Any:
        """Return a copy of an operand, in which results are operations.

        A result that was noted just before, and not looked at, becomes part of the operand. So the last one
        of several comes first. Any other is kept under its number.
        """
        if type(value) in ATOMS:
            return value
        match value:
            case Result():
                return self._reference(origin_of(value))
            case Code(source):
                return Operation("code", (source,))
            case np.ndarray():
                return with_layout(value, layout_of(value))
            case list():
                return [self.referenced(one) for one in reversed(value)][::-1]
            case tuple():
                return tuple([self.referenced(one) for one in reversed(value)][::-1])
            case dict():
                items = [(key, self.referenced(one)) for key, one in reversed(value.items())]
                return dict(reversed(items))
            case slice():
                stop, start = self.referenced(value.stop), self.referenced(value.start)
                return Operation("slice", (start, stop, value.step))
            case set() | frozenset():
                return type(value)(value)
            case np.generic():
                return value.item()
        name = type(value).__name__
        raise AuthorError(f"a {name} can't be sent to student code; write it as code('…'), or as plain data")

    def _reference(self, origin: Origin) -> Operation:
        if id(origin.run) != id(self):
            raise AuthorError("a result of another check, or of the top of the file, is not there any more")
        if origin.operation.number < 0:
            return origin.operation
        last = bool(self.unsent) and self.unsent[-1] is origin.request
        if last and not origin.request.revealed and not self._apart:
            self.unsent.pop()
            if self._outside is None:
                self.taken_back(origin.request)
            return origin.operation
        self.kept.add(origin.operation.number)
        return kept(origin.operation.number)


def results_in(value: Any) -> Iterator[Origin]:
    """Yield where the results in an operand come from, in their order."""
    if isinstance(value, Result):
        yield origin_of(value)
    elif type(value) in (list, tuple, dict):
        for one in value.values() if type(value) is dict else value:
            yield from results_in(one)
    elif type(value) is slice:
        yield from results_in((value.start, value.stop))


def _depend_on_one_another(origins: Sequence[Origin]) -> bool:
    """Whether an operand needs what is made by a later one: in `x * x`, or in `f(x, x.left)`."""
    for place, origin in enumerate(origins):
        number = origin.operation.number
        if number >= 0 and any(
            number == inner.number for later in origins[place + 1 :] for inner in later.operation.inner()
        ):
            return True
    return False
