"""Grading a class: several graders side by side, each a process of our own with a zygote of its own."""

from __future__ import annotations

import contextlib
import gc
import multiprocessing
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import partial
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import Any

from autograder.classes.journal import Journal
from autograder.classes.processor import one_processor
from autograder.errors import AutograderError, SandboxError
from autograder.exercises.assignment import Assignment
from autograder.exercises.load import find_assignment
from autograder.grading.grader import Grader
from autograder.reports.folder import OutputFolder
from autograder.results import WRONG, Report
from autograder.sandbox.interpreter import PACKAGE_PARENT
from autograder.sandbox.limits import Limits
from autograder.sandbox.self_test import isolation
from autograder.submissions.submission import Submission
from autograder.text import clean_text

Work = tuple[Submission, Collection[int]]
"""A submission, and the places of the checks that are wanted."""
# Bound to its parent before it imports anything that takes long. Its folder's modules are none of ours.
GRADER = (
    "import sys; sys.path[0], *words = sys.argv[1:]; descriptor, parent = map(int, words);"
    "from autograder.worker.lockdown import end_with; end_with(parent);"
    "from autograder.classes.pool import serve; serve(descriptor)"
)


def grade_class(
    submissions: Iterable[Submission],
    grade_all: Callable[[Iterable[Work]], Iterator[Report]],
    journal: Journal,
    stop_if_asked: Callable[[], None] = lambda: None,
) -> Iterator[tuple[Report, int]]:
    """Yield the reports that the journal has, then the others as they are ready and kept in it; each with how many checks were graded."""
    left = dict[str, Work]()
    for submission in submissions:
        if missing := journal.missing(submission):
            left[submission.name] = submission, missing
        else:
            yield journal.keep(submission), 0
    for report in grade_all(left.values()):
        stop_if_asked()  # before anything is kept that was disturbed
        yield journal.keep(left[report.submission][0], report), len(left[report.submission][1])


@contextlib.contextmanager
def graders(
    assignment: str, solutions: Path, limits: Limits, jobs: int, folder: OutputFolder, unsafe: bool = False
) -> Iterator[tuple[str, Callable[[Iterable[Work]], Iterator[Report]]]]:
    """Give the isolation that workers have here, and what grades a class with so many processes.

    Several also write the files of what they have graded whole: that is most of what a submission costs the command itself.
    Raises SandboxError where student code can't be isolated, unless that is `unsafe`ly accepted.
    """
    if jobs == 1:
        with _grader(assignment, solutions, limits, unsafe) as (_, level, grade_one):
            yield level, partial(map, grade_one)
        return
    started = list[tuple[Any, subprocess.Popen[bytes]]]()
    try:
        started += (_start() for _ in range(jobs))
        for connection, _ in started:
            _send(connection, (folder, (assignment, solutions, limits, unsafe)))
        levels = [_received(connection, "a grader was killed while it started") for connection, _ in started]
        yield levels[0], partial(_share, [connection for connection, _ in started])
    finally:
        for connection, grader in started:
            grader.kill()  # its zygote ends with it, and its worker with that
            grader.wait()
            connection.close()


def _share(connections: list[Connection], work: Iterable[Work]) -> Iterator[Report]:
    """Give each grader a submission whenever it is free; yield the reports as they are ready."""
    waiting, busy, free = iter(work), dict[Any, Submission](), list[Any](connections)
    while busy or free:
        for connection, one in zip(
            free, waiting, strict=False
        ):  # `free` first: nothing is taken that no grader is free for
            _send(connection, one)
            busy[connection] = one[0]
        free = wait(list(busy)) if busy else []
        for connection in free:
            yield _received(
                connection, f"the process that graded {clean_text(busy.pop(connection).name, 80)} was killed"
            )


def _start() -> tuple[Connection, subprocess.Popen[bytes]]:
    """Start a grader; return our end of its pipe and the process. It ignores signals from its birth: they are the parent's business."""
    ours, theirs = multiprocessing.Pipe()
    command = [sys.executable, "-c", GRADER, PACKAGE_PARENT, str(theirs.fileno()), str(os.getpid())]
    numbers = (signal.SIGINT, signal.SIGTERM)
    before = [signal.signal(number, signal.SIG_IGN) for number in numbers]
    try:
        with theirs:
            return ours, subprocess.Popen(command, pass_fds=[theirs.fileno()], stdin=subprocess.DEVNULL)
    finally:
        for number, handler in zip(numbers, before, strict=True):
            signal.signal(number, handler)


def _send(connection: Connection, what: Any) -> None:
    with contextlib.suppress(OSError):  # a grader that has ended is found out when it should answer
        connection.send(what)


def _received(connection: Any, ended: str) -> Any:
    try:
        received = connection.recv()
    except (EOFError, OSError):
        raise SandboxError(f"{ended}, perhaps for want of memory; try again with a smaller -j") from None
    if isinstance(received, AutograderError | OSError):
        raise received
    return received


def serve(descriptor: int) -> None:
    """Grade what comes through the connection until the other side is gone."""
    connection = Connection(descriptor)
    with contextlib.suppress(EOFError, BrokenPipeError, ConnectionResetError):
        try:
            folder, order = connection.recv()
            with _grader(*order) as (loaded, level, grade_one):
                connection.send(level)
                while True:
                    report = grade_one(connection.recv())
                    if len(report.results) == len(loaded.checks):
                        folder.write_submission(report, loaded)
                    connection.send(report)
        except (AutograderError, OSError) as error:
            connection.send(error)


@contextlib.contextmanager
def _grader(
    assignment: str, solutions: Path, limits: Limits, unsafe: bool
) -> Iterator[tuple[Assignment, str, Callable[[Work], Report]]]:
    """Give the assignment, the isolation of workers, and what grades a submission, in this very process."""
    with one_processor() as look_around, isolation(limits, unsafe) as start:
        loaded = find_assignment(assignment, solutions)
        grader = Grader(loaded, start, limits)
        worker = start(limits)
        worker.end()
        collect_seldom()

        def grade_one(work: Work) -> Report:
            look_around()
            return grade_wanted(grader, work)

        yield loaded, worker.isolation, grade_one


def collect_seldom() -> None:
    """Spare Python's collector what stays for the whole class: all that is there now, and what mistakes reply, as it is found out."""
    gc.freeze()
    gc.set_threshold(700, 10, 1000)


def grade_wanted(grader: Grader, work: Work) -> Report:
    """Grade the wanted checks. Where one goes wrong, all of its exercise are asked: a diagnosis takes what passed for evidence, too."""
    submission, wanted = work
    report = grader.grade(submission, wanted=wanted)
    wrong = {result.exercise for result in report.lacking if result.verdict in WRONG}
    more = [
        place
        for place, check in enumerate(grader.assignment.checks)
        if place in wanted or check.exercise in wrong
    ]
    return report if len(more) == len(wanted) else grader.grade(submission, wanted=more)


@contextlib.contextmanager
def sigterm_as_ctrl_c() -> Iterator[Callable[[], None]]:
    """Let SIGTERM do what Ctrl-C does. Give what raises it again: code that is asked in this process may have swallowed it."""
    asked = list[int]()

    def stop(number: int, frame: object) -> None:
        asked.append(number)
        raise KeyboardInterrupt

    def stop_if_asked() -> None:
        if asked:
            raise KeyboardInterrupt

    before = {number: signal.signal(number, stop) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield stop_if_asked
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
