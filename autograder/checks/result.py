"""The result of a call of student code, as checks see it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeAlias

from autograder.checks.wording import show
from autograder.errors import AutograderError, CheckFailed
from autograder.i18n import _

Assertion: TypeAlias = "Callable[[CallResult], None]"
"""Raises CheckFailed for a result that is wrong."""


@dataclass
class CallResult:
    """What student code gave for `call`: plain data, never a live object of the student's.

    >>> CallResult(3, "double(1.5)").call
    'double(1.5)'
    """

    value: Any
    call: str
    changed_arguments: Callable[[], list[str]] = list
    """Describes the arguments that the call changed."""

    def judge(self, assertion: Assertion, with_arguments: bool = False) -> None:
        """Run an assertion on this result: at once, or when the result has come.

        Args:
            with_arguments: The assertion also looks at `changed_arguments`.
        """
        judge(assertion, self)

    def derive(self, make: Callable[[CallResult], CallResult]) -> CallResult:
        """Return the result that `make` makes of this one, when it is known."""
        return make(self)


class CannotPlan(Exception):
    """A check looks into a pending result. It can only be run with a worker at hand."""


def judge(assertion: Assertion, result: CallResult) -> None:
    """Run an assertion on a result that is there. Raises CheckFailed also where the assertion itself fails.

    An author's assertion may not expect every value that student code can give. That must not become our
    fault: else a submission could turn its zero into an alarm.
    """
    try:
        assertion(result)
    except (AutograderError, CannotPlan):
        raise
    except Exception as error:
        text = _("{call} is {value}, which this check can't judge ({error})")
        message = text.format(call=result.call, value=show(result.value), error=type(error).__name__)
        raise CheckFailed(message, call=result.call, got=result.value) from error


@dataclass(frozen=True)
class Place:
    """A part of a result, as messages name it. Its text is made only when it is needed.

    >>> str(Place(CallResult([1, 2], "pair()"), "[1]"))
    'pair()[1]'
    """

    result: CallResult
    part: str = ""

    def __str__(self) -> str:
        return f"{self.result.call}{self.part}"
