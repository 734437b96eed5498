"""Several graders side by side, each in a process of its own with its own zygote.

The messages between the command and its graders are pickles. No student code runs on either side.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import IO, Any, Protocol

from autograder.classes.pool import InProcessPool, Pool, Task
from autograder.errors import AutograderError, SandboxError
from autograder.exercises.assignment import Assignment
from autograder.exercises.load import find_assignment
from autograder.reports.folder import OutputFolder
from autograder.results import Report
from autograder.sandbox.interpreter import PACKAGE_PARENT
from autograder.sandbox.limits import Limits
from autograder.text import clean_text

# The first lines of a grader. It binds itself to its parent before it imports anything that takes long, and
# it never imports modules from the folder where the command was started.
GRADER = (
    "import sys; sys.path[0], *numbers = sys.argv[1:]; descriptor, parent = map(int, numbers);"
    "from autograder.worker.lockdown import end_with; end_with(parent);"
    "from autograder.classes.process_pool import serve; serve(descriptor)"
)


@dataclass(frozen=True)
class GraderSetup:
    """The first message to a grader: what it grades, how, and where it writes result files."""

    assignment: str
    solutions: Path
    limits: Limits
    unsafe: bool
    folder: OutputFolder

    def prepare(self) -> None:
        """Do nothing: a grader on this machine has the environment of its command."""

    def task(self, message: Any) -> Task:
        """Return the task in a message, which is the task."""
        task: Task = message
        return task

    def reply(self, report: Report, assignment: Assignment, task: Task) -> Any:
        """Return the message about a task that was graded, after writing the files that it asks for."""
        if task.write_results:
            self.folder.write_submission(report, assignment, task.submission.counted(report.file).code)
        return report


class Setup(Protocol):
    """What a grader needs of its first message."""

    @property
    def assignment(self) -> str: ...

    @property
    def solutions(self) -> Path: ...

    @property
    def limits(self) -> Limits: ...

    @property
    def unsafe(self) -> bool: ...

    def prepare(self) -> None:
        """Prepare the grader's process, before it loads the assignment."""

    def task(self, message: Any) -> Task:
        """Return the task in a message."""

    def reply(self, report: Report, assignment: Assignment, task: Task) -> Any:
        """Return the message about a task that was graded."""


class ProcessPool(Pool):
    """Grades with several processes. They can write result files: this is most of the command's own work."""

    can_write_results = True

    def __init__(self, setup: GraderSetup, jobs: int) -> None:
        super().__init__()
        self._setup, self._jobs = setup, jobs
        self._graders = list[GraderProcess]()

    def _start(self, stack: contextlib.ExitStack) -> None:
        for _ in range(self._jobs):
            self._graders.append(GraderProcess())
            stack.callback(self._graders[-1].kill)
        for grader in self._graders:
            grader.send(self._setup)
        levels = [grader.receive("a grader was killed while it started") for grader in self._graders]
        self.isolation = levels[0]

    def grade_tasks(self, tasks: Iterable[Task]) -> Iterator[Report]:
        """Give each grader a task whenever it is free; yield the reports as they arrive."""
        waiting, free, busy = iter(tasks), list[Any](self._graders), dict[Any, str]()
        while busy or free:
            for grader, task in zip(free, waiting, strict=False):  # a task is taken only if a grader is free
                grader.send(task)
                busy[grader] = clean_text(task.submission.name, 80)
            free = list[Any](wait(busy)) if busy else []
            for grader in free:
                yield grader.receive(f"the process that graded {busy.pop(grader)} was killed")


class GraderProcess:
    """A grader's process, as the command sees it. It ignores Ctrl-C and SIGTERM: the command handles them."""

    def __init__(self, errors: IO[bytes] | None = None) -> None:
        """Start it. Its standard error goes to a file, by default to that of the command."""
        self._connection, theirs = multiprocessing.Pipe()
        arguments = PACKAGE_PARENT, str(theirs.fileno()), str(os.getpid())
        with theirs, _signals_ignored():
            self._process = subprocess.Popen(
                [sys.executable, "-c", GRADER, *arguments],
                pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL,
                stderr=errors,
            )

    def fileno(self) -> int:
        """Return the descriptor of the pipe; `wait` uses it."""
        return self._connection.fileno()

    def send(self, message: Setup | Task | str) -> None:
        with contextlib.suppress(OSError):  # if the grader has ended, `receive` says so
            self._connection.send(message)

    def receive(self, problem_if_ended: str) -> Any:
        """Return the next message; an error is raised. Raises SandboxError if the grader has ended."""
        try:
            message = self._connection.recv()
        except (EOFError, OSError):
            remedy = "perhaps for want of memory; try again with a smaller -j"
            raise SandboxError(f"{problem_if_ended}, {remedy}") from None
        if isinstance(message, AutograderError | OSError):
            raise message
        return message

    def how_it_ended(self) -> str:
        """Return how the grader has ended, empty if it runs on."""
        try:
            status = self._process.wait(timeout=1)
        except subprocess.TimeoutExpired:
            return ""
        return f"ended by {signal.Signals(-status).name}" if status < 0 else f"ended with status {status}"

    def kill(self) -> None:
        """End the grader; its zygote ends with it, and the worker ends with the zygote."""
        self._process.kill()
        self._process.wait()
        self._connection.close()


@contextlib.contextmanager
def _signals_ignored() -> Iterator[None]:
    """Ignore SIGINT and SIGTERM for a moment: a process that is started now ignores them from its birth.

    Only the main thread may do so.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    numbers = (signal.SIGINT, signal.SIGTERM)
    before = [signal.signal(number, signal.SIG_IGN) for number in numbers]
    try:
        yield
    finally:
        for number, handler in zip(numbers, before, strict=True):
            signal.signal(number, handler)


def serve(descriptor: int) -> None:
    """Be a grader: grade the tasks that arrive until the other end of the pipe is closed."""
    connection = Connection(descriptor)
    with contextlib.suppress(EOFError, BrokenPipeError, ConnectionResetError):
        try:
            _serve_tasks(connection.recv(), connection)
        except (AutograderError, OSError) as error:
            connection.send(error)


def _serve_tasks(setup: Setup, connection: Any) -> None:
    setup.prepare()
    assignment = find_assignment(setup.assignment, setup.solutions)
    with InProcessPool(assignment, setup.limits, setup.unsafe) as pool:
        connection.send(pool.isolation)
        while True:
            task = setup.task(connection.recv())
            (report,) = pool.grade_tasks([task])
            connection.send(setup.reply(report, assignment, task))
