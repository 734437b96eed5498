"""Pools grade the submissions of a class. Here are their interface and the one without other processes."""

from __future__ import annotations

import contextlib
import gc
import traceback
from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from types import TracebackType

from autograder.errors import AuthorError, SandboxError
from autograder.exercises.assignment import Assignment
from autograder.grading.grader import Grader
from autograder.results import WRONG, Report, Verdict
from autograder.sandbox.limits import Limits
from autograder.sandbox.self_test import open_sandbox
from autograder.submissions.submission import Submission


@dataclass(frozen=True)
class Task:
    """One submission to grade, and the positions of the checks to run.

    With `write_results`, whoever grades it also writes its files in OUT.
    """

    submission: Submission
    checks: tuple[int, ...]
    write_results: bool = False


class Pool(ABC):
    """Grades tasks between `__enter__` and `__exit__`.

    Entering starts what grades, and proves that student code is isolated; it raises SandboxError if it isn't.
    Leaving ends everything that was started, even in the middle of a task.
    """

    isolation = ""
    """How workers are isolated here, in a few words. Set when the pool is entered."""
    can_write_results = False
    """Whether tasks may ask for `write_results`."""

    def __init__(self) -> None:
        self._started = contextlib.ExitStack()

    def __enter__(self) -> Pool:
        with contextlib.ExitStack() as stack:  # ends what was started if something else can't start
            self._start(stack)
            self._started = stack.pop_all()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._started.close()

    @abstractmethod
    def _start(self, stack: contextlib.ExitStack) -> None:
        """Start what grades and set `isolation`; put on the stack what ends it."""

    @abstractmethod
    def grade_tasks(self, tasks: Iterable[Task]) -> Iterator[Report]:
        """Yield the report of each task as soon as it is ready, in any order."""


class InProcessPool(Pool):
    """Grades in this process, one task after another."""

    def __init__(self, assignment: Assignment, limits: Limits, unsafe: bool = False) -> None:
        super().__init__()
        self._assignment, self._limits, self._unsafe = assignment, limits, unsafe

    def _start(self, stack: contextlib.ExitStack) -> None:
        sandbox = stack.enter_context(open_sandbox(self._limits, self._unsafe))
        self._grader = Grader(self._assignment, sandbox.start_worker, self._limits)
        self.isolation = sandbox.isolation
        spare_the_collector()

    def grade_tasks(self, tasks: Iterable[Task]) -> Iterator[Report]:
        return (grade_task(self._grader, task) for task in tasks)


def grade_task(grader: Grader, task: Task) -> Report:
    """Return the report of the checks of a task.

    If one of them is wrong, all checks of its exercise are run and reported: a diagnosis needs all of them.
    An error that nobody foresaw becomes the alarm of this submission, and the class goes on. An error of the
    machine is raised, such as a lost zygote or a full disk.
    """
    try:
        return _grade_needed_checks(grader, task)
    except (AuthorError, SandboxError, OSError):
        raise
    except Exception:  # noqa: BLE001 - whatever it is, it must not cost the other submissions their grades
        return alarm(grader.assignment, task, traceback.format_exc(limit=-8))


def alarm(assignment: Assignment, task: Task, message: str) -> Report:
    """Return the report of a submission whose grading failed through our fault."""
    checks = [check for index, check in enumerate(assignment.checks) if index in task.checks]
    results = tuple(check.result(Verdict.BROKEN, message) for check in checks)
    return Report(task.submission.name, task.submission.file, assignment.name, results)


def _grade_needed_checks(grader: Grader, task: Task) -> Report:
    report = grader.grade(task.submission, wanted=task.checks)
    wrong = {result.exercise for result in report.lacking if result.verdict in WRONG}
    needed = [
        position
        for position, check in enumerate(grader.assignment.checks)
        if position in task.checks or check.exercise in wrong
    ]
    return report if len(needed) == len(task.checks) else grader.grade(task.submission, wanted=needed)


def spare_the_collector() -> None:
    """Let the garbage collector skip what stays for the whole class, and run less often.

    That is everything which exists now, and the replies of mistakes, which are computed when first needed.
    """
    gc.freeze()
    gc.set_threshold(700, 10, 1000)
