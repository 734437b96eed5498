"""Grading a class: several graders side by side, each a process of our own with a zygote of its own."""

from __future__ import annotations

import contextlib
import multiprocessing
import signal
from collections.abc import Iterator, Sequence
from multiprocessing.connection import wait
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any, cast

from autograder.counterexample import probes
from autograder.doctor import isolation
from autograder.errors import AutograderError, SandboxError
from autograder.exercise import find_assignment
from autograder.grading import grade
from autograder.records import Report
from autograder.sandbox import Limits
from autograder.submission import Submission, clean_text


def grade_class(
    submissions: Sequence[Submission], assignment: str, solutions: Path, limits: Limits, jobs: int, unsafe: bool = False
) -> Iterator[Report]:
    """Yield the reports as they are ready. Raises SandboxError where student code can't be isolated, unless that is `unsafe`ly accepted."""
    jobs = min(jobs, len(submissions))
    if jobs == 1:
        with isolation(limits, unsafe) as start:
            loaded = find_assignment(assignment, solutions)
            known = probes(loaded)
            for submission in submissions:
                yield grade(submission, loaded, start, limits, known)
        return
    graders = [_start(assignment, solutions, limits, unsafe) for _ in range(jobs)]
    waiting, busy = iter(submissions), dict[Any, Submission]()
    try:
        free = [connection for connection, _ in graders]
        while busy or free:
            for connection, submission in zip(free, waiting, strict=False):  # `free` first: nothing is taken that no grader is free for
                with contextlib.suppress(OSError):  # a grader that has ended is found out when its report is asked for
                    connection.send(submission)
                busy[connection] = submission
            free = wait(list(busy)) if busy else []
            for connection in free:
                yield _report(connection, busy.pop(connection))
    finally:
        for _, grader in graders:
            grader.terminate()
            grader.join()


def _start(*work: Any) -> tuple[Any, BaseProcess]:
    """Start a grader; return our end of its pipe and the process. It ignores Ctrl-C from its birth: that is the parent's business."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    grader = context.Process(target=_grader, args=(theirs, *work), daemon=True)
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        grader.start()
    finally:
        signal.signal(signal.SIGINT, before)
    theirs.close()
    return ours, grader


def _report(connection: Any, submission: Submission) -> Report:
    try:
        report = connection.recv()
    except (EOFError, OSError):
        name = clean_text(submission.name, 80)
        raise SandboxError(f"the process that graded {name} was killed, perhaps for want of memory; try again with a smaller -j") from None
    if isinstance(report, AutograderError):
        raise report
    return cast(Report, report)


def _grader(connection: Any, assignment: str, solutions: Path, limits: Limits, unsafe: bool) -> None:
    """Grade what comes through the connection until the other side is gone."""
    with contextlib.suppress(EOFError, BrokenPipeError):
        try:
            with isolation(limits, unsafe) as start:
                loaded = find_assignment(assignment, solutions)
                known = probes(loaded)
                while True:
                    submission = connection.recv()
                    connection.send(grade(submission, loaded, start, limits, known))
        except AutograderError as error:
            connection.send(error)
