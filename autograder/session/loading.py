"""Getting the code of a submission into its workers.

It is loaded as a whole. If that does not come back, say for an endless loop at the top, a new worker runs it
statement by statement. So it is known which statement does not come back, and one more worker runs the rest.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from autograder.errors import Crashed, TimedOut
from autograder.results import Mark
from autograder.sandbox.worker import Worker
from autograder.session.budget import Budget
from autograder.session.failures import (
    Failure,
    does_not_come_back,
    does_not_finish_loading,
    forged,
    is_stub_error,
    submission_time_used_up,
    worker_failure,
)
from autograder.submissions.submission import Submission
from autograder.text import clean_text
from autograder.worker.loading import SKIPPED

NO_FILES: Mapping[str, bytes] = MappingProxyType({})
MAX_MARKS = 20
"""So many lines that failed are kept."""
MAX_STATEMENTS = 1 << 20
"""A submission can't have as many: its code is shorter. A worker may say anything."""
MAX_STEPS = 1_000
"""Requests for running the statements of a submission. Of more statements, several make one step."""


@dataclass(frozen=True)
class Skip:
    """The statements from `first` up to and without `last`, which do not come back, and what happened."""

    first: int
    last: int
    problem: str


class Loading:
    """Loads one submission into one worker after another, in whichever way has worked before."""

    def __init__(
        self,
        submission: Submission,
        start_worker: Callable[[], Worker],
        budget: Budget,
        is_program: bool = False,
        files: Mapping[str, bytes] = NO_FILES,
    ) -> None:
        self.submission, self.start_worker, self.budget, self.files = submission, start_worker, budget, files
        self.is_program = is_program
        """Whether checks run the file as a program. It may ask for input, which loading does not have."""
        self.problem = submission.problem
        """What a student reads about the code as a whole."""
        self.marks: tuple[Mark, ...] = ()
        """The lines that failed."""
        self.failure: TimedOut | Crashed | None = None
        """Why the submission can't be loaded at all. It is not tried again."""
        self.comes_back = True
        """Whether a worker has come back from the last try."""
        self.is_known = False
        """Whether the whole code comes back in the time that loading may take, if not in that of a call."""
        self.skip: Skip | None = None

    def message(self, operation: str) -> list[Any]:
        """Return a request with all of the code, and the files of the exercises."""
        cells = [[cell.label, cell.source] for cell in self.submission.cells]
        modules = [[name, source] for name, source in self.submission.modules.items()]
        files = [dict(self.files)] if self.files else []
        return [operation, self.submission.module, cells, modules, *files]

    def note(self, reply: list[Any]) -> None:
        """Keep the problem that the first loading had. Raises Crashed for a reply of no known form."""
        skipped = self.skip.problem if self.skip else ""
        if not self.problem and not (self.is_program and waits_for_input(reply)):
            self.problem = loading_problem(reply, self.submission.notebook, skipped)
            self.marks = loading_marks(reply)

    def load(self) -> Worker:
        """Return a new worker that has run the code. Raises TimedOut or Crashed, also at any later try."""
        if self.failure:
            raise self.failure
        time_outs = self.budget.time_outs
        try:
            if self.comes_back and not self.skip:
                seconds = self.budget.for_loading() if self.is_known else self.budget.for_batch()
                try:
                    return self._whole(seconds)
                except (TimedOut, Crashed):
                    self.comes_back = False
            if not self.skip:
                try:
                    return self._by_statements()
                except NoReply as error:
                    self.skip = error.skip
            return self._without(self.skip)
        except (TimedOut, Crashed) as error:
            self.problem = does_not_finish_loading(self.submission.file, worker_failure(error))
            self.failure = type(error)(self.problem)
            raise self.failure from None
        finally:
            self.budget.time_outs = time_outs

    def _whole(self, seconds: float) -> Worker:
        worker = self.start_worker()
        self.note(self._ask(worker, self.message("load"), seconds))
        return worker

    def _by_statements(self) -> Worker:
        """Run the statements in many steps. Raises NoReply if one does not come back."""
        seconds, worker = self.budget.for_loading(), self.start_worker()
        count, left = self._split(worker, seconds)
        size = max(1, math.ceil(count / MAX_STEPS))
        reply: list[Any] = ["value", []]
        for first in range(0, count, size):
            try:
                before = worker.spent
                reply = self._ask(worker, ["run", first, first + size, False], left)
                left -= worker.spent - before
            except (TimedOut, Crashed) as error:
                whole = TimedOut(seconds=seconds) if isinstance(error, TimedOut) else error
                raise NoReply(Skip(first, first + size, worker_failure(whole))) from None
        self.note(reply)
        self.comes_back = self.is_known = True
        return worker

    def _without(self, skip: Skip) -> Worker:
        """Run all but the statements that do not come back."""
        worker = self.start_worker()
        count, left = self._split(worker, self.budget.for_loading())
        reply: list[Any] = []
        for step in ((0, skip.first, False), (skip.first, skip.last, True), (skip.last, count, False)):
            before = worker.spent
            reply = self._ask(worker, ["run", *step], left)
            left -= worker.spent - before
        self.note(reply)
        return worker

    def _split(self, worker: Worker, seconds: float) -> tuple[int, float]:
        """Return the number of statements, and how many seconds are left."""
        match self._ask(worker, self.message("split"), seconds):
            case ["value", int(count)] if 0 <= count <= MAX_STATEMENTS:
                return count, seconds - worker.spent
        raise Crashed(forged())

    def _ask(self, worker: Worker, message: list[Any], seconds: float) -> list[Any]:
        """Return a worker's reply, and charge its time."""
        if seconds <= 0:
            worker.end()
            self.budget.raise_if_used_up()
            raise TimedOut(submission_time_used_up(self.budget.limits.submission_seconds))
        return self.budget.ask(worker, message, seconds, loading=True)


class NoReply(Exception):
    """A step of loading does not come back."""

    def __init__(self, skip: Skip) -> None:
        super().__init__()
        self.skip = skip


def loading_problem(reply: list[Any], notebook: bool, skipped: str = "") -> str:
    """Return where loading failed first, and how many other places failed; nothing if none did.

    Raises Crashed for a reply of another form.

    Args:
        skipped: What happened to statements that were left out. They are told before all others.
    """
    match reply:
        case ["value", list(described)]:
            failures = [one for one in map(_failure, described) if not is_stub_error(one.kind, one.message)]
        case _:
            raise Crashed(forged())
    left_out = [failure for failure in failures if failure.kind == SKIPPED]
    if skipped and left_out:
        return does_not_come_back(left_out[0], skipped)
    if not failures:
        return ""
    first, *others = failures
    labels = {failure.label for failure in failures if failure.label != first.label}
    return first.while_loading(notebook, len(labels) if notebook else len(others))


def loading_marks(reply: list[Any]) -> tuple[Mark, ...]:
    """Return the first lines that failed, of a reply that `loading_problem` has read."""
    failures = [_failure(described) for described in reply[1][:MAX_MARKS]]
    return tuple(
        Mark(clean_text(one.label), max(0, one.line), clean_text(one.error))
        for one in failures
        if one.label and not is_stub_error(one.kind, one.message)
    )


def waits_for_input(reply: list[Any]) -> bool:
    """Whether the first line that failed asks for input, of a reply to loading.

    What fails below it may do so for lack of that input.
    """
    match reply:
        case ["value", [["EOFError", *_rest], *_others]]:
            return True
    return False


def _failure(described: Any) -> Failure:
    match described:
        case [str(kind), str(message), str(label), int(line), str(source), int(column)]:
            return Failure(kind, message, label, line, source, column)
    raise Crashed(forged())
