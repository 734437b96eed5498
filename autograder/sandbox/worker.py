"""Workers as the grader sees them: something that answers requests in another process, and can be ended."""

from __future__ import annotations

import secrets
from abc import ABC, abstractmethod
from collections.abc import Callable
from typing import Any, TypeAlias, cast

from autograder.errors import Crashed, TimedOut
from autograder.i18n import _
from autograder.sandbox.limits import Limits
from autograder.worker import wire

REPLIES: dict[object, list[type]] = {
    "value": [object], "unwritten": [], "absent": [str], "unsendable": [str], "raised": [str, str, str, int, str, int],
}  # fmt: skip


def validated_reply(reply: Any) -> list[Any]:
    """Return a reply that has what its outcome says. Raises ProtocolError for any other."""
    kinds = REPLIES.get(reply[0]) if type(reply) is list and reply and type(reply[0]) is str else None
    if kinds is None or len(reply) != 1 + len(kinds) or not all(map(isinstance, reply[1:], kinds)):
        raise wire.ProtocolError("an answer of no known kind")
    return cast("list[Any]", reply)


class Worker(ABC):
    """A process that runs one submission. One request at a time, each with an id that can't be guessed."""

    spent = 0.0  # seconds, as its limits count them
    reply_bytes = 0  # of the last reply

    def ask(self, request: list[Any], seconds: float) -> list[Any]:
        """Return the reply `[outcome, …]`, which has what its outcome says. Raises TimedOut or Crashed, and the worker is gone then."""
        number = secrets.randbits(48)
        try:
            frame = self.exchange(wire.encode([number, *request]), seconds)
            self.reply_bytes, reply = len(frame), wire.decode(frame)
            if type(reply) is not list or len(reply) < 2 or type(reply[0]) is not int or reply[0] != number:
                raise wire.ProtocolError("an answer to a question that was not asked")
            return validated_reply(reply[1:])
        except (wire.ProtocolError, TimedOut, Crashed) as error:
            self.end()
            own = isinstance(error, wire.ProtocolError)
            text = _("it wrote something of its own to the grader ({detail})").format(detail=error)
            raise Crashed(text) if own else error from None

    @abstractmethod
    def exchange(self, frame: bytes, seconds: float) -> bytes:
        """Send a frame and return the frame that comes back in time."""

    @abstractmethod
    def end(self) -> None:
        """Kill the process, whatever it is doing. Safe to call twice."""

    @property
    @abstractmethod
    def isolation(self) -> str:
        """What stands between this process and the machine, in a few words."""


StartWorker: TypeAlias = Callable[[Limits], Worker]
"""Starts a worker that may use so much, and returns it. Raises SandboxError where none can be started."""


def exited(status: int) -> str:
    return _("it ended the process (exit status {status})").format(status=status)


def too_slow(seconds: float) -> TimedOut:
    return TimedOut(
        _("no answer after {seconds} seconds. Is there a loop that never ends?").format(
            seconds=f"{seconds:.2g}"
        )
    )
