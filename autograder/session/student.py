"""The fixture `student`: a submission's names, answered by a worker in another process."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import Any

from autograder.checks.result import CallResult
from autograder.session.request import Request
from autograder.session.session import Session

__tracebackhide__ = True  # pytest then shows the check's own lines, and none of this file


class Student:
    """The submission as checks see it: `student.conv2d(x, kernel)`, `student.coefficients`."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def __getattr__(self, name: str) -> StudentName:
        if name.startswith("__"):
            raise AttributeError(name)
        return StudentName(self._session, name)


class StudentName(CallResult):
    """One name of the submission: call it, or hand it to an `assert_…` function as the value that it holds."""

    def __init__(self, session: Session, name: str) -> None:
        self._session, self.call, self.changed_arguments = session, name, list

    @cached_property
    def _answer(self) -> CallResult:
        return self._session.answer(Request(self.call, "get", self.call))

    @property
    def value(self) -> Any:
        return self._answer.value

    def judge(self, judgement: Callable[[CallResult], None], after: bool = False) -> None:
        self._answer.judge(judgement, after)

    def then(self, make: Callable[[CallResult], CallResult]) -> CallResult:
        return self._answer.then(make)

    def __call__(self, *arguments: Any, **keywords: Any) -> CallResult:
        return self._session.answer(Request(self.call, "call", self.call, list(arguments), keywords))
