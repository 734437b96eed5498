"""Every error of the package, each named for the person who has to act.

AutograderError
├── AuthorError            the author of an exercise must act: a folder under solutions/ is wrong
├── UsageError             whoever typed the command must act: a path, a name, an option
├── Stopped                whoever typed the command has stopped it, and may go on
├── SubmissionError        the student must act: the file can't be read as a submission
├── SandboxError           we, or the machine's owner, must act: isolation isn't available
└── Outcome                how a check ends when it does not pass; raised by asking a worker
    ├── CheckFailed        the answer is wrong (an AssertionError, so that pytest shows it as one)
    ├── StudentError       the student's code raised
    ├── NotAttempted       the stub's own error, or a value still `...`
    ├── TimedOut           the student's code did not come back in time
    └── Crashed            the student's process ended, or stopped speaking the protocol
"""

from __future__ import annotations


class AutograderError(Exception):
    """Base of all errors of this package."""


class AuthorError(AutograderError):
    """An exercise under `solutions/` breaks a rule; the message says which, and what to do."""


class UsageError(AutograderError):
    """A command was called with something that can't work; one line says what to do instead."""


class Stopped(AutograderError):
    """A run was stopped by Ctrl-C or SIGTERM; the message says what is done, and how to go on."""


class SubmissionError(AutograderError):
    """A file can't be read as a submission; the message is the reason in its row."""


class SandboxError(AutograderError):
    """Student code can't be isolated here, or the zygote is gone."""


class Outcome(AutograderError):
    """How a check ended, when it did not pass."""


class CheckFailed(Outcome, AssertionError):
    """The answer is wrong; the message is the one sentence a student reads, `where` the index of the entry that it is about."""

    def __init__(self, message: str, where: tuple[int, ...] | None = None) -> None:
        super().__init__(message)
        self.where = where


class StudentError(Outcome):
    """The student's code raised; the message names the call, the error and the line."""


class NotAttempted(Outcome):
    """The student has not written this part yet."""


class TimedOut(Outcome):
    """A call, or the whole submission, used up its time."""


class Crashed(Outcome):
    """The student's process ended in the middle of a call."""
