"""What a worker was asked by one check, and what it replied."""

from __future__ import annotations

import contextlib
from collections.abc import MutableMapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from autograder.errors import Outcome
from autograder.exercises.assignment import Check
from autograder.grading.catalogue import MistakeReplies, MistakeStack
from autograder.session.plan import BatchReplies
from autograder.session.request import Exchange
from autograder.session.session import InProcessSession, WorkerSession
from autograder.session.student import Student
from autograder.worker import wire
from autograder.worker.server import RequestHandler


@dataclass(eq=False)
class CheckRun:
    """What a worker was asked by one check, and at the end what this check would have gone on to ask, had it not failed."""

    check: Check
    draw: int
    asked: list[Exchange] = field(default_factory=list)
    rest: list[Exchange] = field(default_factory=list)
    told: BatchReplies | None = None
    """What was answered to all its questions at once; then nothing was asked one by one."""

    @cached_property
    def replies(self) -> dict[MistakeStack, MistakeReplies]:
        """What mistakes reply to the same requests."""
        return {}

    @cached_property
    def common(self) -> MutableMapping[bytes, list[Any]]:
        """Each reply by its frame, once: what is the same to the byte needn't be compared."""
        return {}

    @cached_property
    def alike(self) -> dict[tuple[int, int], bool]:
        """Whether replies are the same, by the ids of two that are kept."""
        return {}

    @property
    def case(self) -> str:
        """The check with its random inputs: whoever has the same one is asked the same."""
        return f"{self.check.name} {self.draw}" if self.draw else self.check.name

    @property
    def first(self) -> int:
        """How many exchanges there were before the checks had ended."""
        return len(self.told.frames) if self.told else len(self.asked)

    @cached_property
    def exchanges(self) -> list[Exchange]:
        """All of them, for when the worker has been asked everything."""
        return self.told.exchanges() if self.told else self.asked + self.rest

    @cached_property
    def given(self) -> list[list[Any]]:
        """The submission's replies."""
        return [self.common.setdefault(_frame_of(one.reply), one.reply) for one in self.exchanges]


def _frame_of(reply: list[Any]) -> bytes:
    """Return the frame that one of our own would have sent."""
    try:
        return wire.encode(reply)
    except wire.WireError:  # nobody's but this submission's
        return repr(reply).encode()


def requests_of(check: Check, answer: RequestHandler, draw: int = 0) -> list[Exchange]:
    """Return what a check asks the answer, to which it stands for all that may be asked of a submission."""
    local = InProcessSession(answer.namespace)
    with contextlib.suppress(
        Exception
    ):  # a check or an answer that fails is for `verify` and `build` to tell
        check.function(**check.arguments(Student(local), draw))
    return local.exchanges


def ask_remaining(talk: CheckRun, session: WorkerSession, answer: RequestHandler) -> None:
    """Ask a submission what a failed check has left to ask: the calls that it makes of the answer, without those that were made."""
    session.begin(talk.rest, {})
    asked = requests_of(talk.check, answer, talk.draw)
    with contextlib.suppress(Outcome):  # a submission that doesn't come back has told enough
        for one in asked[len(talk.asked) :]:
            if one.request == ["arguments"] and not talk.rest:
                talk.rest.append(replace(one, reply=[]))  # what a call that is long past did to its arguments
            else:
                session.ask(*one.request)
