"""The fixture `student`: the names of a submission, which a worker in another process answers for."""

from __future__ import annotations

from autograder.checks.result import Origin, Result
from autograder.session.live import Asked, LiveRun
from autograder.session.recorder import Recorder
from autograder.worker.operations import Operation

__tracebackhide__ = True  # pytest then shows the check's own lines, and none of this file


class Student:
    """The submission as checks see it.

    `student.mean([1, 2])` calls a function, `student.table` is a value, `student.Account("Ann")` an object.
    """

    __slots__ = ("__run__",)
    __run__: Recorder

    def __init__(self, asks: Recorder | Asked) -> None:
        """Make the names of a submission.

        Args:
            asks: The run of the check; or a session, which is then asked as the check goes.
        """
        run = asks if isinstance(asks, Recorder) else LiveRun(asks)
        object.__setattr__(self, "__run__", run)

    def __getattr__(self, name: str) -> Result:
        if name.startswith("__"):
            raise AttributeError(name)
        return Result(Origin(self.__run__, Operation("name", (name,))))


def run_of(student: Student) -> Recorder:
    """Return what notes the requests of a check on this submission."""
    return student.__run__
