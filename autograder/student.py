"""The fixture `student`: a submission's names, answered by a worker in another process."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from autograder.checking import Answer
from autograder.errors import CheckFailed, Crashed, NotAttempted, StudentError, TimedOut
from autograder.sandbox import Limits, Worker
from autograder.submission import Submission, clean_text

STUB_TEXT = ": write your code here"


class Budget:
    """The time that a submission may still use, over both of its sessions."""

    def __init__(self, limits: Limits) -> None:
        self.limits, self.seconds_left, self.time_outs = limits, limits.submission_seconds, 0

    def next_call(self) -> float:
        """Return the seconds the next call may take: fewer after each time-out, so that a loop in every check costs seconds, not minutes."""
        if self.seconds_left <= 0:
            raise TimedOut(f"the {self.limits.submission_seconds:g} seconds of the whole submission are used up")
        return min(self.limits.call_seconds / (1 + self.time_outs), self.seconds_left)


class Session:
    """One submission's conversation with its workers: the first starts when it is needed, a new one after each that was lost."""

    def __init__(self, submission: Submission, start: Callable[[Limits], Worker], budget: Budget) -> None:
        self.submission, self.start, self.budget = submission, start, budget
        self.worker: Worker | None = None
        self.isolation = self.problem = ""
        self.load_failure: TimedOut | Crashed | None = None

    def ask(self, *request: Any) -> list[Any]:
        """Return the reply to a request. Raises TimedOut or Crashed; the next request starts a new worker."""
        return self._ask(self.worker or self._load(), list(request))

    def _ask(self, worker: Worker, request: list[Any]) -> list[Any]:
        seconds, spent = self.budget.next_call(), worker.spent
        try:
            return worker.ask(request, seconds)
        except (TimedOut, Crashed) as error:
            self.worker = None
            self.budget.time_outs += isinstance(error, TimedOut)
            raise
        finally:
            self.budget.seconds_left -= worker.spent - spent

    def _load(self) -> Worker:
        """Start a worker and run the submission's cells in it; a submission that can't be loaded once is not tried again."""
        if self.load_failure:
            raise self.load_failure
        self.worker = worker = self.start(self.budget.limits)
        self.isolation = worker.isolation
        cells = [[cell.label, cell.source] for cell in self.submission.cells]
        try:
            reply = self._ask(worker, ["load", self.submission.module, cells])
        except (TimedOut, Crashed) as error:
            self.problem = f"{self.submission.file} does not finish loading: {error}"
            self.load_failure = type(error)(self.problem)
            raise self.load_failure from None
        failures = reply[1] if reply[0] == "value" else []
        self.problem = "; ".join(_failure_text(*failure) for failure in failures[:3])
        return worker

    def end(self) -> None:
        if self.worker:
            self.worker.end()
            self.worker = None


@dataclass(frozen=True)
class Returned:
    """What one call returned; an Answer."""

    value: Any
    call: str
    look: Callable[[], list[str]]

    def changed_arguments(self) -> list[str]:
        return self.look()


class Student:
    """The submission as checks see it: `student.conv2d(x, kernel)`, `student.coefficients`."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def __getattr__(self, name: str) -> Part:
        if name.startswith("__"):
            raise AttributeError(name)
        return Part(self._session, name)


class Part:
    """One name of the submission: call it, or hand it to an `assert_…` function as the value that it holds."""

    def __init__(self, session: Session, name: str) -> None:
        self._session, self.call = session, name

    @property
    def value(self) -> Any:
        return self._answer(self.call, ["get", self.call])

    def changed_arguments(self) -> list[str]:
        return []

    def __call__(self, *arguments: Any, **keywords: Any) -> Answer:
        call = f"{self.call}({', '.join([*map(describe, arguments), *(f'{key}={describe(value)}' for key, value in keywords.items())])})"
        value = self._answer(call, ["call", self.call, list(arguments), keywords])

        def changed_arguments() -> list[str]:
            after = self._answer(call, ["arguments"])
            return [describe(before) for before, now in zip(arguments, after, strict=True) if not _same(before, now)]

        return Returned(value, call, changed_arguments)

    def _answer(self, call: str, request: list[Any]) -> Any:
        """Return the value of a request, or raise the Outcome that it means."""
        try:
            outcome, *content = self._session.ask(*request)
        except (TimedOut, Crashed) as error:
            raise type(error)(f"{call}: {error}") from None
        if outcome == "value" and len(content) == 1:
            return content[0]
        if outcome == "unwritten":
            raise NotAttempted(f"{self.call} is not written yet")
        if outcome == "absent":
            raise CheckFailed(f"{self.call} is not defined" + (f"; {self._session.problem}" if self._session.problem else ""))
        if outcome == "unsendable":
            raise CheckFailed(f"{call} can't be read: {clean_text(content[0])}")
        raise _student_error(call, *content)


def _student_error(
    call: str, kind: str = "", message: str = "", label: str = "", line: int = 0, source: str = ""
) -> StudentError | NotAttempted:
    if kind == "NotImplementedError" and str(message).endswith(STUB_TEXT):
        return NotAttempted(f"{clean_text(message).removesuffix(STUB_TEXT)} is not written yet")
    where = f" (line {int(line)} of {clean_text(label)})" if label else ""
    return StudentError(f"{call} raises {clean_text(kind)}: {clean_text(message)}{where}")


def _failure_text(kind: str, message: str, label: str, line: int, source: str) -> str:
    where = f"stops at line {line} of {clean_text(label)}" if label else "does not load"
    code = f": {clean_text(source)}" if source else ""
    return f"the code {where}, {clean_text(kind)}: {clean_text(message)}{code}"


def describe(value: Any) -> str:
    """Show an argument in a message: a small array by its values, any other by its shape."""
    if not isinstance(value, np.ndarray):
        return repr(value)
    if value.size <= 9 and value.ndim <= 2:
        return str(value.tolist()).replace(".0", "")
    return f"{'x'.join(map(str, value.shape))} array"


def _same(before: Any, now: Any) -> bool:
    first, second = np.asarray(before), np.asarray(now)
    return first.shape == second.shape and first.dtype == second.dtype and bool((first == second).all())
