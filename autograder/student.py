"""The fixture `student`: a submission's names, answered by a worker in another process."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cached_property
from typing import Any

import numpy as np

from autograder.checking import Answer
from autograder.errors import CheckFailed, Crashed, NotAttempted, StudentError, TimedOut
from autograder.sandbox import Limits, Worker
from autograder.submission import Submission, clean_text

__tracebackhide__ = True  # pytest then shows the check's own lines, and none of this file
STUB_TEXT = ": write your code here"
FORGED = "it wrote something of its own to the grader"
LOADING = 5  # a whole file may take as long as so many calls: notebooks try things out


class Session:
    """One submission's conversation with its workers: the first starts when it is needed, a new one after each that was lost or ended."""

    def __init__(self, submission: Submission, start: Callable[[Limits], Worker], limits: Limits) -> None:
        self.submission, self.start, self.limits = submission, start, limits
        self.seconds_left, self.time_outs = limits.submission_seconds, 0
        self.worker: Worker | None = None
        self.isolation, self.problem = "", submission.problem
        self.load_failure: TimedOut | Crashed | None = None
        self.asked = ""  # the name that was called or read last

    def ask(self, *request: Any) -> list[Any]:
        """Return the reply to a request. Raises TimedOut or Crashed; the next request starts a new worker.

        Each time-out leaves less time to the calls after it, so that a loop in every check costs seconds in all.
        """
        if len(request) > 1:
            self.asked = request[1]
        if self.seconds_left <= 0:
            raise TimedOut(f"the {self.limits.submission_seconds:g} seconds of the whole submission are used up")
        seconds = min(self.limits.call_seconds / (1 + self.time_outs), self.seconds_left)
        return self._ask(self.worker or self._load(), list(request), seconds)

    def _ask(self, worker: Worker, request: list[Any], seconds: float) -> list[Any]:
        spent = worker.spent
        try:
            return worker.ask(request, seconds)
        except (TimedOut, Crashed) as error:
            self.worker = None
            self.time_outs += isinstance(error, TimedOut)
            raise
        finally:
            self.seconds_left -= worker.spent - spent

    def _load(self) -> Worker:
        """Start a worker and run the submission's cells in it; a submission that can't be loaded once is not tried again."""
        if self.load_failure:
            raise self.load_failure
        self.worker = worker = self.start(self.limits)
        self.isolation = worker.isolation
        cells = [[cell.label, cell.source] for cell in self.submission.cells]
        seconds = min(LOADING * self.limits.call_seconds, self.seconds_left)
        try:
            self.problem = _load_problem(self._ask(worker, ["load", self.submission.module, cells], seconds)) or self.problem
        except (TimedOut, Crashed) as error:
            self.problem = f"{clean_text(self.submission.file, 80)} does not finish loading: {error}"
            self.load_failure = type(error)(self.problem)
            raise self.load_failure from None
        return worker

    def end(self) -> None:
        if self.worker:
            self.worker.end()
            self.worker = None


class Student:
    """The submission as checks see it: `student.conv2d(x, kernel)`, `student.coefficients`."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def __getattr__(self, name: str) -> Part:
        if name.startswith("__"):
            raise AttributeError(name)
        return Part(self._session, name)


class Part(Answer):
    """One name of the submission: call it, or hand it to an `assert_…` function as the value that it holds."""

    def __init__(self, session: Session, name: str) -> None:
        self._session, self.call, self.changed_arguments = session, name, list

    @cached_property
    def value(self) -> Any:
        return self._answer(self.call, ["get", self.call])

    def __call__(self, *arguments: Any, **keywords: Any) -> Answer:
        call = call_text(self.call, arguments, keywords)
        value = self._answer(call, ["call", self.call, list(arguments), keywords])

        def changed_arguments() -> list[str]:
            after = self._answer(call, ["arguments"])
            if type(after) is not list or len(after) != len(arguments):
                raise Crashed(f"{call}: {FORGED}")
            return [describe(before) for before, now in zip(arguments, after, strict=True) if not _same(before, now)]

        return Answer(value, call, changed_arguments)

    def _answer(self, call: str, request: list[Any]) -> Any:
        """Return the value of a request, or raise the Outcome that it means."""
        try:
            reply = self._session.ask(*request)
        except (TimedOut, Crashed) as error:
            raise type(error)(f"{call}: {error}") from None
        match reply:
            case ["value", value]:
                return value
            case ["unwritten"]:
                raise NotAttempted(f"{self.call} is not written yet")
            case ["absent"]:
                raise CheckFailed(f"{self.call} is not defined" + (f"; {self._session.problem}" if self._session.problem else ""))
            case ["unsendable", str(text)]:
                raise CheckFailed(f"{call}: {clean_text(text)}")
            case ["raised", "NotImplementedError", str(message), str(), int(), str()] if message.endswith(STUB_TEXT):
                raise NotAttempted(f"{clean_text(message.removesuffix(STUB_TEXT), 80)} is not written yet")
            case ["raised", str(kind), str(message), str(label), int(line), str()]:
                where = f" (line {clean_text(line, 9)} of {clean_text(label, 80)})" if label else ""
                raise StudentError(f"{call} raises {_error_text(kind, message)}{where}")
        raise Crashed(f"{call}: {FORGED}")


def _load_problem(reply: list[Any]) -> str:
    """Say where loading failed first, and how many cells failed; nothing where none did."""
    match reply:
        case ["value", []]:
            return ""
        case ["value", [[str(kind), str(message), str(label), int(line), str(source)], *others]]:
            where = f"stops at line {clean_text(line, 9)} of {clean_text(label, 80)}" if label else "does not load"
            code = f": {clean_text(source, 80)}" if source else ""
            more = f" ({len(others)} more failing)" if others else ""
            return f"the code {where}, {_error_text(kind, message)}{code}{more}"
    raise Crashed(FORGED)


def _error_text(kind: str, message: str) -> str:
    return f"{clean_text(kind, 60)}: {clean_text(message, 200)}" if message else clean_text(kind, 60)


def call_text(name: str, arguments: tuple[Any, ...], keywords: dict[str, Any]) -> str:
    """Show a call in a message."""
    words = [*map(describe, arguments), *(f"{key}={describe(value)}" for key, value in keywords.items())]
    return f"{name}({clean_text(', '.join(words), 160)})"


def describe(value: Any) -> str:
    """Show an argument in a message: a small array by its values, any other by its shape."""
    if not isinstance(value, np.ndarray):
        return clean_text(repr(value), 60)
    if value.size <= 9 and value.ndim <= 2:
        return re.sub(r"\.0(?=[,\]]|$)", "", str(value.tolist()))
    return f"{'x'.join(map(str, value.shape))} array"


def _same(before: Any, now: Any) -> bool:
    """Whether an argument came back as it was sent; `now` may be anything that the wire carries."""
    if type(before) is not type(now):
        return False
    if isinstance(before, np.ndarray):
        return before.dtype == now.dtype and np.array_equal(before, now)
    if isinstance(before, dict):
        return _same(list(before.items()), list(now.items()))
    if isinstance(before, list | tuple):
        return len(before) == len(now) and all(map(_same, before, now))
    return bool(before == now)
