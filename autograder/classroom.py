"""Grading a class: several graders side by side, each a process of our own with a zygote of its own."""

from __future__ import annotations

import multiprocessing
import queue
import signal
from collections.abc import Iterator, Sequence
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

from autograder.errors import AutograderError, SandboxError
from autograder.exercise import find_assignment
from autograder.grading import grade
from autograder.records import Report
from autograder.sandbox import Limits, Zygote
from autograder.submission import Submission


def grade_class(submissions: Sequence[Submission], assignment: str, solutions: Path, limits: Limits, jobs: int) -> Iterator[Report]:
    """Yield the reports as they are ready. Raises SandboxError where student code can't be isolated."""
    jobs = min(jobs, len(submissions))
    if jobs == 1:
        with Zygote() as zygote:
            loaded = find_assignment(assignment, solutions)
            yield from (grade(submission, loaded, zygote.worker, limits) for submission in submissions)
        return
    context = multiprocessing.get_context("spawn")
    inbox, outbox = context.Queue(), context.Queue()
    graders = [context.Process(target=_grader, args=(inbox, outbox, assignment, solutions, limits), daemon=True) for _ in range(jobs)]
    for submission in [*submissions, *[None] * jobs]:
        inbox.put(submission)
    for grader in graders:
        grader.start()
    try:
        yield from _collect(outbox, len(submissions), graders)
    finally:
        for grader in graders:
            grader.terminate()
            grader.join()


def _collect(outbox: Any, expected: int, graders: Sequence[BaseProcess]) -> Iterator[Report]:
    while expected:
        try:
            report = outbox.get(timeout=1)
        except queue.Empty:
            if not any(grader.is_alive() for grader in graders):
                raise SandboxError("all graders have ended before the class was graded; run the command again") from None
            continue
        if isinstance(report, AutograderError):
            raise report
        expected -= 1
        yield report


def _grader(inbox: Any, outbox: Any, assignment: str, solutions: Path, limits: Limits) -> None:
    """Grade submissions from the inbox until a None. Ctrl-C is the parent's business."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        with Zygote() as zygote:
            loaded = find_assignment(assignment, solutions)
            for submission in iter(inbox.get, None):
                outbox.put(grade(submission, loaded, zygote.worker, limits))
    except AutograderError as error:
        outbox.put(error)
