"""Every error of the package, each named for the person who has to act.

AutograderError
├── AuthorError            the author of an exercise must act: a folder under solutions/ is wrong
├── UsageError             whoever typed the command must act: a path, a name, an option
├── Stopped                whoever typed the command has stopped it, and may go on
├── SubmissionError        the student must act: the file can't be read as a submission
├── SandboxError           we, or the machine's owner, must act: isolation isn't available
│   └── MissingPackage     the machine lacks a package that an exercise requires
└── Outcome                how a check ends when it does not pass; raised by asking a worker
    ├── CheckFailed        a result is wrong (an AssertionError, so that pytest shows it as one)
    │   └── MissingName    the submission lacks a name that a check asks for
    ├── StudentError       the student's code raised
    ├── NotAttempted       the stub's own error, or a value still `...`
    ├── TimedOut           the student's code did not come back in time
    └── Crashed            the student's process ended, or stopped speaking the protocol
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias

AxisNames: TypeAlias = Mapping[str, Mapping[int, Sequence[str | None]]]
"""Names of array axes, by language and number of axes. None stands for an axis without a name."""


class AutograderError(Exception):
    """Base of all errors of this package."""


class AuthorError(AutograderError):
    """An exercise under `solutions/` breaks a rule. The message says which, and what to do."""


class UsageError(AutograderError):
    """A command was called with something that can't work. One line says what to do instead."""


class Stopped(AutograderError):
    """A run was stopped by Ctrl-C or SIGTERM. The message says what is done, and how to go on."""


class SubmissionError(AutograderError):
    """A file can't be read as a submission. The message is the reason in its row."""


class SandboxError(AutograderError):
    """Student code can't be isolated here, or the zygote is gone."""


class MissingPackage(SandboxError):
    """An exercise requires a package that is not installed here. Nothing is graded."""


class Outcome(AutograderError):
    """How a check ended, when it did not pass."""

    def sentence(self, axes: AxisNames) -> str:
        """Return the sentence that a student reads. `axes` are the exercise's names of array axes."""
        return str(self)


class CheckFailed(Outcome, AssertionError):
    """A result is wrong. The message is the one sentence that a student reads.

    >>> raise CheckFailed("order() is [2, 1], which is not sorted", call="order()", got=[2, 1])
    Traceback (most recent call last):
        ...
    autograder.errors.CheckFailed: order() is [2, 1], which is not sorted

    Attributes:
        call: The call, or the name, whose result is wrong.
        got: The wrong value, if the message is about one.
        expected: What it should have been.
        place: The index of the wrong entry of an array, if the message is about one entry.
        note: What the author should know: the check did not expect such a value.
    """

    def __init__(
        self,
        message: str,
        *,
        call: str = "",
        got: object = None,
        expected: object = None,
        place: tuple[int, ...] | None = None,
        note: str = "",
    ) -> None:
        super().__init__(message)
        self.call, self.got, self.expected, self.place, self.note = call, got, expected, place, note


class MissingName(CheckFailed):
    """The submission lacks a name. `similar` is one of its names that is much like it, or empty."""

    def __init__(self, message: str, name: str, similar: str) -> None:
        super().__init__(message, call=name)
        self.name, self.similar = name, similar


class StudentError(Outcome):
    """The student's code raised. The message names the call, the error and the line.

    Attributes:
        label: The script or cell that raised it, empty if no line of the student's code did.
        line: The line in it, from 1.
    """

    def __init__(self, message: str, *, label: str = "", line: int = 0) -> None:
        super().__init__(message)
        self.label, self.line = label, line


class NotAttempted(Outcome):
    """The student has not written this part yet."""


class TimedOut(Outcome):
    """A call, or the whole submission, used up its time.

    Attributes:
        seconds: How long a worker was waited for. None if the message says it all.
    """

    def __init__(self, message: str = "", *, seconds: float | None = None) -> None:
        super().__init__(message or f"no answer after {seconds:.2g} seconds")
        self.seconds = seconds


class Crashed(Outcome):
    """The student's process ended in the middle of a call, or stopped speaking the protocol.

    A worker says how, in one of the attributes. They are empty if the message says it all.

    Attributes:
        status: The exit status of the process.
        signal: The name of the signal that ended it. It is SIGKILL, too, if a process is ended by us because
            it has closed its connection.
        invalid_reply: What is wrong with its reply.
        closed: Whether it has closed its connection, and lives on.
    """

    def __init__(
        self,
        message: str = "",
        *,
        status: int | None = None,
        signal: str = "",
        invalid_reply: str = "",
        closed: bool = False,
    ) -> None:
        if invalid_reply:
            carried = f"it wrote something of its own ({invalid_reply})"
        elif closed or signal == "SIGKILL":
            carried = "it closed its connection"
        else:
            carried = f"it was ended by {signal}" if signal else f"it ended with exit status {status}"
        super().__init__(message or carried)
        self.status, self.signal, self.invalid_reply, self.closed = status, signal, invalid_reply, closed
