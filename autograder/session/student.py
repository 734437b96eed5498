"""The fixture `student`: the names of a submission, which a worker in another process answers for."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import Any, Protocol

from autograder.checks.result import Assertion, CallResult
from autograder.session.request import Request

__tracebackhide__ = True  # pytest then shows the check's own lines, and none of this file


class Answers(Protocol):
    """Answers the requests of a check: a session does, and a plan notes them."""

    def answer(self, request: Request) -> CallResult: ...


class Student:
    """The submission as checks see it.

    `student.mean([1, 2])` calls a function, `student.table` is a value.
    """

    def __init__(self, answers: Answers) -> None:
        self._answers = answers

    def __getattr__(self, name: str) -> StudentName:
        if name.startswith("__"):
            raise AttributeError(name)
        return StudentName(self._answers, name)


class StudentName(CallResult):
    """One name of the submission: call it, or hand it to an `assert_…` function as a value."""

    def __init__(self, answers: Answers, name: str) -> None:
        self._answers, self.call, self.changed_arguments = answers, name, list

    @cached_property
    def _result(self) -> CallResult:
        return self._answers.answer(Request(self.call, "get", self.call))

    @property
    def value(self) -> Any:
        return self._result.value

    def judge(self, assertion: Assertion, with_arguments: bool = False) -> None:
        self._result.judge(assertion, with_arguments)

    def derive(self, make: Callable[[CallResult], CallResult]) -> CallResult:
        return self._result.derive(make)

    def __call__(self, *arguments: Any, **keywords: Any) -> CallResult:
        return self._answers.answer(Request(self.call, "call", self.call, list(arguments), keywords))
