"""Workers as the grader sees them: processes that reply to requests and can be ended.

There are two kinds, in `forked` and in `unisolated`.
"""

from __future__ import annotations

import math
import secrets
from abc import ABC, abstractmethod
from collections.abc import Set as AbstractSet
from typing import Any, Protocol, cast

from autograder.errors import Crashed, TimedOut
from autograder.sandbox.limits import Limits
from autograder.worker import wire
from autograder.worker.plain import MAX_TEXT

NO_PACKAGES: frozenset[str] = frozenset()
REPLIES: dict[str, list[type]] = {
    "value": [object],
    "unwritten": [],
    "absent": [str, str],
    "lost": [str, str, int, str, str],
    "unsendable": [str],
    "raised": [str, str, str, int, str, int, list],
}
"""Each kind of reply, with the types of the fields that come after it."""


def validated_reply(reply: Any) -> list[Any]:
    """Return the reply if its kind and field types are valid, else raise ProtocolError."""
    kind = reply[0] if type(reply) is list and reply else None
    types = REPLIES.get(kind) if type(kind) is str else None
    if types is None or len(reply) != 1 + len(types) or not all(map(isinstance, reply[1:], types)):
        raise wire.ProtocolError("an answer of no known kind")
    if kind == "raised" and any(type(name) is not str for name in reply[-1]):
        raise wire.ProtocolError("an answer of no known kind")
    texts = [*reply, *reply[-1]] if kind == "raised" else reply
    if kind != "value" and any(type(text) is str and len(text) > MAX_TEXT for text in texts):
        raise wire.ProtocolError("an answer of no known kind")
    return cast("list[Any]", reply)


class Worker(ABC):
    """A process that runs one submission. It gets one request at a time, with an id that can't be guessed."""

    spent = 0.0
    """Seconds used by its requests up to now, as `Limits` counts them."""
    kept_waiting = 0.0
    """Seconds by the clock for which it could have run, but other processes had all processors."""
    ends_at = math.inf
    """When its requests end at the latest, as `time.monotonic` tells the time, if it is not kept waiting."""
    memory_bytes = 0
    """The most memory that it used, once it has ended; 0 if that is not known."""
    reply_bytes = 0
    """The size of the last reply."""

    def ask(self, request: list[Any], seconds: float) -> list[Any]:
        """Return the reply `[kind, …]`, which is valid.

        Raises TimedOut or Crashed, also after an invalid reply. Then the worker is ended.
        """
        request_id = secrets.randbits(48)
        try:
            frame = self.exchange(wire.encode([request_id, *request]), seconds)
            self.reply_bytes, reply = len(frame), wire.decode(frame)
            if (
                type(reply) is not list
                or len(reply) < 2
                or type(reply[0]) is not int
                or reply[0] != request_id
            ):
                raise wire.ProtocolError("an answer to a question that was not asked")
            return validated_reply(reply[1:])
        except (TimedOut, Crashed) as error:
            self.end()
            raise error from None
        except wire.ProtocolError as error:
            self.end()
            raise Crashed(invalid_reply=str(error)) from None

    def printed(self) -> list[str]:
        """Return what each request has printed since the last call; of a batch, each request in it.

        Of others' code nothing is kept.
        """
        return []

    @abstractmethod
    def exchange(self, frame: bytes, seconds: float) -> bytes:
        """Send a frame and return the frame that comes back. Raises Crashed, and TimedOut after `seconds`."""

    @abstractmethod
    def end(self) -> None:
        """Kill the process, whatever it is doing. Safe to call twice."""

    @property
    @abstractmethod
    def isolation(self) -> str:
        """What separates this process from the machine, in a few words."""


class StartWorker(Protocol):
    """Starts a worker with these limits, and with these packages. Raises SandboxError if that fails."""

    def __call__(self, limits: Limits, packages: AbstractSet[str] = NO_PACKAGES) -> Worker: ...


def requiring(start_worker: StartWorker, packages: AbstractSet[str]) -> StartWorker:
    """Return what starts workers that have these packages, besides what they are asked to have."""
    if not packages:
        return start_worker
    return lambda limits, others=NO_PACKAGES: start_worker(limits, packages | others)
