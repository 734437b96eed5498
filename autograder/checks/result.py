"""The result of a call of student code, as checks see it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass
class CallResult:
    """What the student's code gave for `call`: plain data, never a live object of theirs."""

    value: Any
    call: str
    changed_arguments: Callable[[], list[str]] = list
    """Describes the arguments that the call changed."""

    def judge(self, judgement: Callable[[CallResult], None], after: bool = False) -> None:
        """Have the answer judged: an answer that is yet to come is judged when it is there. `after`: so are the arguments."""
        judgement(self)

    def then(self, make: Callable[[CallResult], CallResult]) -> CallResult:
        """Return the answer that is made of this one."""
        return make(self)


@dataclass(frozen=True)
class Place:
    """A part of an answer, as messages name it. The words are made where one needs them: showing a call takes long."""

    answer: CallResult
    part: str = ""

    def __str__(self) -> str:
        return f"{self.answer.call}{self.part}"
