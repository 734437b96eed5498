"""Questions about a submission, the replies to them, and what a reply means."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from autograder.errors import CheckFailed, Crashed, NotAttempted, StudentError
from autograder.i18n import N_, _
from autograder.session.failures import Failure, missing_name_message, no_data_message
from autograder.text import clean_text
from autograder.worker import wire

__tracebackhide__ = True  # pytest then shows the check's own lines, and none of this file
STUB_TEXT = ": write your code here"
FORGED = N_("it wrote something of its own to the grader")
MAX_REMEMBERED = 1 << 16  # bytes of a reply


@dataclass(frozen=True)
class Exchange:
    """A request about a name, and the reply; of a very long reply nothing is kept."""

    name: str
    frame: bytes
    reply: list[Any]

    @property
    def request(self) -> list[Any]:
        request: list[Any] = wire.decode(self.frame)
        return request


class Request:
    """A request about a name of a submission, as a frame: what becomes of its arguments in the meantime doesn't matter."""

    def __init__(self, name: str, *request: Any) -> None:
        self.name, self.frame = name, wire.encode(list(request))

    @cached_property
    def request(self) -> list[Any]:
        request: list[Any] = wire.decode(self.frame)
        return request

    @cached_property
    def call(self) -> str:
        return call_text(self.name, *self.request[2:]) if self.request[0] == "call" else self.name

    def about_arguments(self) -> Request:
        """Ask what has become of its arguments; to be asked next."""
        return Request(self.name, "arguments")

    def answered(self, reply: list[Any], size: int) -> Exchange:
        return Exchange(self.name, self.frame, reply if size <= MAX_REMEMBERED else [])

    def read(self, reply: list[Any], problem: str) -> Any:
        """Return the value of a reply, or raise the Outcome that it means; `problem` says how loading went."""
        match reply:
            case ["value", value]:
                return value
            case ["unwritten"]:
                raise NotAttempted(_unwritten(self.name))
            case ["absent", str(similar)]:
                raise CheckFailed(missing_name_message(self.name, similar, problem))
            case ["unsendable", str(text)]:
                raise CheckFailed(no_data_message(self.call, self.name, text))
            case ["raised", "NotImplementedError", str(message), str(), int(), str(), int()] if (
                message.endswith(STUB_TEXT)
            ):
                raise NotAttempted(_unwritten(clean_text(message.removesuffix(STUB_TEXT), 80)))
            case ["raised", str(kind), str(message), str(label), int(line), str(source), int(column)]:
                raise StudentError(Failure(kind, message, label, line, source, column).in_call(self.call))
        raise Crashed(told(self.call, _(FORGED)))

    def changed(self, after: Any) -> list[str]:
        """Describe the arguments that are no longer what they were."""
        arguments = self.request[2]
        if type(after) is not list or len(after) != len(arguments):
            raise Crashed(told(self.call, _(FORGED)))
        return [
            describe(before) for before, now in zip(arguments, after, strict=True) if not _same(before, now)
        ]


def told(call: str, problem: str) -> str:
    return _("{call}: {problem}").format(call=call, problem=problem)


def _unwritten(name: str) -> str:
    return _("{name} is not written yet").format(name=name)


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
