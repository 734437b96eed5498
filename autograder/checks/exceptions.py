"""`raises`: an exception is what a right solution gives."""

from __future__ import annotations

import re
from functools import reduce
from types import TracebackType
from typing import Any

from autograder.checks.asking import running
from autograder.checks.patterns import found_in_time
from autograder.checks.result import Awaited, CallResult, Result, call_of
from autograder.errors import AuthorError, CheckFailed
from autograder.i18n import _, current_language
from autograder.text import clean_text

__tracebackhide__ = True  # pytest then shows the check's own lines, and none of this file


class raises:
    """Fail unless the calls in the block raise an exception of this type, or of one of several.

    Subclasses count. The type is Python's own one, or the student's: `student.Overdrawn`.

    >>> with raises(ValueError, match="negative"):
    ...     student.root(-1)
    >>> account = student.Account("Ann")
    >>> with raises(student.Overdrawn):
    ...     account.withdraw(500)
    >>> with raises((AttributeError, TypeError)):
    ...     account.secret

    Args:
        match: A regular expression that has to be found in the message, as with `re.search`.
    """

    def __init__(self, kinds: Any, match: str = "") -> None:
        several = kinds if isinstance(kinds, tuple) else (kinds,)
        self.own = {_identity(one): one for one in several if isinstance(one, Result)}
        self.expected = [_identity(one) for one in several]
        self.pattern = re.compile(match)

    def __enter__(self) -> None:
        self.run = running("raises")
        self.run.begin_block(self.own)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, place: TracebackType | None
    ) -> None:
        if kind is None:
            self.run.end_block(self._judge, Awaited(tuple(self.expected), self.pattern.pattern))

    def _judge(self, result: CallResult) -> None:
        expected = reduce(_either, map(_with_article, self.expected))
        if result.value[0] == "gives":
            text = _("{call} gives {value}, expected {want}")
            value = clean_text(result.value[1], 80)
            raise CheckFailed(text.format(call=result.call, value=value, want=expected), call=result.call)
        _raised, identities, kind, message, label, line, _source, _column = result.value
        if not set(self.expected) & set(identities):
            error = f"{clean_text(kind, 60)}: {clean_text(message, 200)}" if message else clean_text(kind, 60)
            text = (
                _("{call} raises {error} (line {line} of {label})") if label else _("{call} raises {error}")
            )
            said = text.format(call=result.call, error=error, line=line, label=clean_text(label, 80))
            raise CheckFailed(_("{text}, expected {want}").format(text=said, want=expected), call=result.call)
        if not found_in_time(self.pattern.search, message):
            text = _('{call} raises {error}, but its message "{message}" has no "{pattern}"')
            shown = text.format(
                call=result.call,
                error=clean_text(kind, 60),
                message=clean_text(message, 200),
                pattern=self.pattern.pattern,
            )
            raise CheckFailed(shown, call=result.call)


def _identity(kind: Any) -> str:
    """Return what the worker calls a type of exceptions, where it tests it by identity."""
    if isinstance(kind, Result):
        return f"student.{call_of(kind)}"
    if isinstance(kind, type) and issubclass(kind, BaseException):
        return f"{kind.__module__}.{kind.__qualname__}"
    raise AuthorError("raises needs a type of exceptions, as ValueError or student.Overdrawn")


def _either(one: str, other: str) -> str:
    return _("{one} or {other}").format(one=one, other=other)


def _with_article(identity: str) -> str:
    """Return the short name of a type, with its article where the language has one."""
    name = identity.rpartition(".")[2]
    if current_language() != "en":
        return name
    return f"an {name}" if name[0] in "AEIOU" else f"a {name}"
