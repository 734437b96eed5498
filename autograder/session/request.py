"""Requests about a submission, and what the replies to them mean."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from autograder.checks.frames import same_frames
from autograder.checks.result import Awaited
from autograder.errors import CheckFailed, Crashed, MissingName, NotAttempted, StudentError
from autograder.session.failures import (
    STUB_TEXT,
    Failure,
    about,
    forged,
    is_stub_error,
    lost_name_message,
    missing_name_message,
    no_data_message,
    not_written_yet,
)
from autograder.text import clean_text
from autograder.worker import wire
from autograder.worker.frames import Frame, cells_of
from autograder.worker.operations import operations_in

__tracebackhide__ = True  # pytest then shows the check's own lines, and none of this file
MAX_REMEMBERED = 1 << 16
"""Bytes of a reply. A longer one is not kept for the diagnosis."""
MAX_SHOWN_CELLS = 9
"""A table of no more cells is shown whole."""


def depends(frame: bytes) -> bool:
    """Whether the reply to a request depends on what the check asked before: it is an operation."""
    return frame.startswith(b'["do"', 8)


def reads_file(frame: bytes) -> bool:
    """Whether the reply depends on all that was asked before: any call may have written a file."""
    return b'{"o":["text_of"' in frame


@dataclass(frozen=True)
class Exchange:
    """A request about a name of a submission, as a frame, and the reply: `[]` if it is too long to keep."""

    name: str
    frame: bytes
    reply: list[Any]
    awaited: Awaited | None = None
    """The exception that the check waits for, if it does."""

    @property
    def request(self) -> list[Any]:
        request: list[Any] = wire.decode(self.frame, wire.REQUEST)
        return request

    @property
    def depends(self) -> bool:
        """Whether the reply depends on what the check asked before."""
        return depends(self.frame)


class Request:
    """A request about a name of a submission.

    It is encoded at once. So a check may change its arguments afterwards.
    """

    awaited: Awaited | None = None
    """The exception that the check waits for, if it does."""

    def __init__(self, name: str, *request: Any) -> None:
        self.name, self.frame = name, wire.encode(list(request))

    @cached_property
    def request(self) -> list[Any]:
        request: list[Any] = wire.decode(self.frame, wire.REQUEST)
        return request

    @cached_property
    def call(self) -> str:
        """The call, or the name, as messages show it."""
        return call_text(self.name, *self.request[2:]) if self.request[0] == "call" else self.name

    @property
    def arguments(self) -> list[Any]:
        """The arguments of the call that this asks for."""
        return list(self.request[2])

    def about_arguments(self) -> Request:
        """Return the request for the arguments as this call has left them. It must be the next one."""
        return Request(self.name, "arguments")

    @property
    def failing_call(self) -> str:
        """What raises, where the reply is an exception."""
        return self.call

    @property
    def names(self) -> set[str]:
        """All names of the submission in this request."""
        return {self.name}

    def answered(self, reply: list[Any], size: int) -> Exchange:
        """Return the exchange of this request and its reply of so many bytes."""
        return Exchange(self.name, self.frame, reply if size <= MAX_REMEMBERED else [], self.awaited)

    def read(self, reply: list[Any], problem: str) -> Any:
        """Return the value in a reply. Raises the Outcome that any other reply means.

        Args:
            problem: How the submission failed to load. It may be why a name is missing.
        """
        match reply:
            case ["value", value]:
                return value
            case ["unwritten"]:
                raise NotAttempted(not_written_yet(self.name))
            case ["absent", str(similar), str(missing)]:
                name = missing if missing in self.names else self.name
                raise MissingName(missing_name_message(name, similar, problem), name, similar)
            case ["lost", str(lost), str(label), int(line), str(kind), str(message)]:
                text = lost_name_message(lost, Failure(kind, message, label, line, "", 0))
                if lost in self.names:
                    raise CheckFailed(text, call=lost)
                raise StudentError(about(self.call, text), label=label, line=line)
            case ["unsendable", str(text)]:
                raise CheckFailed(no_data_message(self.call, self.name, text), call=self.call)
            case ["raised", kind, str(message), *_place] if is_stub_error(kind, message):
                raise NotAttempted(not_written_yet(message.removesuffix(STUB_TEXT)))
            case ["raised", str(kind), str(message), str(label), int(line), str(source), int(column), list()]:
                failure = Failure(kind, message, label, line, source, column)
                raise StudentError(failure.in_call(self.failing_call), label=label, line=line)
        raise Crashed(about(self.call, forged()))

    def changed(self, arguments_after: Any) -> list[str]:
        """Describe the arguments that the call has changed.

        Raises Crashed unless there are as many as before.
        """
        arguments = self.arguments
        if type(arguments_after) is not list or len(arguments_after) != len(arguments):
            raise Crashed(about(self.call, forged()))
        pairs = zip(arguments, arguments_after, strict=True)
        return [
            argument_text(before)
            for before, after in pairs
            if not (_same(before, after) or any(True for _ in operations_in(before)))
        ]


def call_text(name: str, arguments: Sequence[Any], keywords: Mapping[str, Any]) -> str:
    """Return a call as messages show it: `double([1, 2], times=3)`."""
    named = (f"{key}={argument_text(value)}" for key, value in keywords.items())
    words = [*map(argument_text, arguments), *named]
    return f"{name}({clean_text(', '.join(words), 160)})"


def argument_text(value: Any) -> str:
    """Return an argument as messages show it: a small array by its values, a larger one by its shape."""
    if isinstance(value, Frame) and len(value) * len(value.columns) <= MAX_SHOWN_CELLS and value.columns:
        return clean_text(f"frame({literal({one.name: cells_of(one) for one in value.columns})})", 60)
    if not isinstance(value, np.ndarray):
        return clean_text(literal(value), 60)
    if value.size <= 9 and value.ndim <= 2:
        return re.sub(r"\.0(?=[,\]]|$)", "", str(value.tolist()))
    return f"{'x'.join(map(str, value.shape))} array"


def literal(value: Any) -> str:
    """Return plain data as Python. Unlike `repr`, it gives sets the same order in every process.

    >>> literal([{"b", "a"}, set()])
    "[{'a', 'b'}, set()]"
    """
    match value:
        case set() | frozenset() if value:
            items = "{" + ", ".join(sorted(map(literal, value))) + "}"
            return items if isinstance(value, set) else f"frozenset({items})"
        case list():
            return f"[{', '.join(map(literal, value))}]"
        case tuple():
            return f"({', '.join(map(literal, value))}{',' if len(value) == 1 else ''})"
        case dict():
            return "{" + ", ".join(f"{literal(key)}: {literal(one)}" for key, one in value.items()) + "}"
    return repr(value)


def _same(before: Any, after: Any) -> bool:
    """Whether an argument came back as it was sent. `after` may be anything that the wire carries."""
    if type(before) is not type(after):
        return False
    if isinstance(before, np.ndarray):
        return before.dtype == after.dtype and np.array_equal(before, after)
    if isinstance(before, Frame):
        return same_frames(before, after)
    if isinstance(before, dict):
        return _same(list(before.items()), list(after.items()))
    if isinstance(before, list | tuple):
        return len(before) == len(after) and all(map(_same, before, after))
    return bool(before == after)
