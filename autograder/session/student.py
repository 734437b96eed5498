"""The fixture `student`: a submission's names, answered by a worker in another process."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import Any

from autograder.checks.result import Answer
from autograder.session.request import Question
from autograder.session.session import Asked

__tracebackhide__ = True  # pytest then shows the check's own lines, and none of this file


class Student:
    """The submission as checks see it: `student.conv2d(x, kernel)`, `student.coefficients`."""

    def __init__(self, session: Asked) -> None:
        self._session = session

    def __getattr__(self, name: str) -> Part:
        if name.startswith("__"):
            raise AttributeError(name)
        return Part(self._session, name)


class Part(Answer):
    """One name of the submission: call it, or hand it to an `assert_…` function as the value that it holds."""

    def __init__(self, session: Asked, name: str) -> None:
        self._session, self.call, self.changed_arguments = session, name, list

    @cached_property
    def _answer(self) -> Answer:
        return self._session.answer(Question(self.call, "get", self.call))

    @property
    def value(self) -> Any:
        return self._answer.value

    def judge(self, judgement: Callable[[Answer], None], after: bool = False) -> None:
        self._answer.judge(judgement, after)

    def then(self, make: Callable[[Answer], Answer]) -> Answer:
        return self._answer.then(make)

    def __call__(self, *arguments: Any, **keywords: Any) -> Answer:
        return self._session.answer(Question(self.call, "call", self.call, list(arguments), keywords))
