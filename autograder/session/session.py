"""Sessions: asking one submission, in workers or in this process."""

from __future__ import annotations

import contextlib
import time
from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from autograder.checks.result import Awaited
from autograder.errors import Crashed, TimedOut
from autograder.results import Mark
from autograder.sandbox.limits import Limits
from autograder.sandbox.worker import StartWorker, Worker, validated_reply
from autograder.session.budget import Budget
from autograder.session.failures import about, no_answer_either, worker_failure
from autograder.session.loading import NO_FILES, Loading
from autograder.session.plan import BatchReplies, CheckPlan
from autograder.session.request import MAX_REMEMBERED, Exchange, Request
from autograder.submissions.submission import Submission
from autograder.worker import batch, wire
from autograder.worker.operations import Operation
from autograder.worker.server import BEGIN, RequestHandler

__tracebackhide__ = True  # pytest then shows the check's own lines, and none of this file
FORGET = Operation("forget", ())
PACKED_BEGIN = batch.pack(BEGIN)


class Session(ABC):
    """Asks one submission request by request, and notes what was asked and replied."""

    def __init__(self, submission: Submission) -> None:
        self.submission, self.problem = submission, submission.problem
        self.exchanges: list[Exchange] = []
        """What was asked and replied since the last `begin`."""
        self.last_name = ""
        """The name of the submission that was called or read last."""
        self.printed = ""
        """What was printed since the last `begin`, where that is kept."""

    def begin(self, exchanges: list[Exchange]) -> None:
        """Begin with the requests of one check.

        Args:
            exchanges: A list that will get them, with their replies.
        """
        self.exchanges, self.printed = exchanges, ""

    def value(self, request: Request, message: list[Any] | None = None) -> Any:
        """Return the value in the reply to a request, or to a message about it.

        Raises the Outcome that the reply means.
        """
        try:
            reply = self.ask(message or request.request, request.name, request.awaited)
        except (TimedOut, Crashed) as error:
            raise type(error)(about(request.call, error) if request.name else str(error)) from None
        return request.read(reply, self.problem)

    def ask(self, message: list[Any], name: str, awaited: Awaited | None = None) -> list[Any]:
        """Send a request and return its reply. Both are noted. Raises TimedOut or Crashed.

        Args:
            name: The name of the submission that it is about.
            awaited: The exception that the check waits for, if it does.
        """
        self.last_name = name or self.last_name
        reply, size = self._exchange(message)
        kept = reply if size <= MAX_REMEMBERED else []
        self.exchanges.append(Exchange(self.last_name, wire.encode(message), kept, awaited))
        return reply

    def forget(self) -> None:
        """Let go of the values that a check has kept."""
        self._exchange(["do", FORGET, False])

    @abstractmethod
    def _exchange(self, message: list[Any]) -> tuple[list[Any], int]:
        """Return the reply to a request, and its size in bytes. Raises TimedOut or Crashed."""

    @property
    def has_time(self) -> bool:
        """Whether the submission may use more time."""
        return True

    @property
    def seconds(self) -> float:
        """What the submission has used of its time, in CPU seconds."""
        return 0.0

    @contextlib.contextmanager
    def charged(self) -> Iterator[None]:
        """Charge the CPU time that this process takes here, too: a submission may make judging slow."""
        start = time.thread_time()
        try:
            yield
        finally:
            self._charge(time.thread_time() - start)

    def _charge(self, seconds: float) -> None:  # noqa: B027 - only what is asked in workers has a budget
        """Take seconds off the submission's time."""

    def ask_plans(self, plans: Sequence[CheckPlan]) -> list[BatchReplies] | None:
        """Ask all requests of some plans in one message. Return the replies to each plan.

        None means that every request has to be asked by itself.
        """
        return None


class WorkerSession(Session):
    """Asks a submission in workers.

    The first worker starts with the first request. When one is lost or ended, the next request
    starts another.
    """

    def __init__(
        self,
        submission: Submission,
        start_worker: StartWorker,
        limits: Limits,
        is_program: bool = False,
        files: Mapping[str, bytes] = NO_FILES,
    ) -> None:
        """Begin to ask.

        Args:
            is_program: Whether checks run the file as a program.
            files: Those of the exercises, by their names, which the code can read.
        """
        super().__init__(submission)
        self.start_worker, self.limits, self.budget = start_worker, limits, Budget(limits)
        self.worker: Worker | None = None
        self.isolation = ""
        self.memory_bytes = 0
        """The most that one of its workers used, as far as it is known."""
        self.asks_in_batches = True
        self.is_new_check = False
        """Whether the worker still has what an earlier check has written."""
        self.loading = Loading(submission, self._new_worker, self.budget, is_program, files)

    @property
    def load_failure(self) -> TimedOut | Crashed | None:
        """Why the submission can't be loaded at all."""
        return self.loading.failure

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The lines that failed while the code was loaded."""
        return self.loading.marks

    @property
    def seconds(self) -> float:
        return self.limits.submission_seconds - self.budget.submission_left

    @property
    def has_time(self) -> bool:
        return self.budget.submission_left > 0

    def _charge(self, seconds: float) -> None:
        self.budget.charge(seconds)

    def begin(self, exchanges: list[Exchange]) -> None:
        """Begin with the requests of one check, which share the time of that check."""
        super().begin(exchanges)
        self.budget.begin_check()
        self.is_new_check = True

    def _exchange(self, message: list[Any]) -> tuple[list[Any], int]:
        seconds = self.budget.for_call()
        worker = self.worker or self._loaded_worker()
        worker.printed()
        try:
            if self.is_new_check:
                self.is_new_check = False
                self._ask(worker, BEGIN, seconds)
                worker.printed()
            return self._ask(worker, message, seconds), worker.reply_bytes
        finally:
            self.printed += "".join(worker.printed())

    def forget(self) -> None:
        if self.worker:  # with a lost worker, its values are lost, too
            super().forget()

    def ask_plans(self, plans: Sequence[CheckPlan]) -> list[BatchReplies] | None:
        """Load the submission in a new worker and ask it all requests of some plans, in one message.

        This has the time of a single call. If anything goes wrong, such as a loop, a lost worker or an
        invalid reply, nothing of it counts. From then on every request is asked by itself, so that only the
        check that made it fails.
        """
        seconds, time_outs = self.budget.for_batch(), self.budget.time_outs
        if not self.asks_in_batches or seconds <= 0:
            return None
        try:
            return self._ask_together(plans, seconds)
        except (TimedOut, Crashed, wire.WireError, wire.ProtocolError):
            self.end()
            self.asks_in_batches = self.loading.comes_back = False
            self.budget.time_outs = time_outs
            return None

    def _ask_together(self, plans: Sequence[CheckPlan], seconds: float) -> list[BatchReplies]:
        count = 1 + sum(1 + len(plan.requests) for plan in plans)
        worker = self._new_worker()
        requests = [batch.pack(self.loading.message("load"))]
        requests += [part for plan in plans for part in (PACKED_BEGIN, plan.packed_requests)]
        match self._ask(worker, ["batch", batch.join(requests, count)], seconds):
            case ["value", bytes(row)]:
                (loaded,) = batch.split_frames(row, 0, 1)
            case _:
                raise wire.ProtocolError("no row of frames")
        self.loading.note(validated_reply(wire.decode(loaded)))
        self.problem = self.loading.problem
        replies, end, printed = list[BatchReplies](), len(loaded), iter(worker.printed()[1:])
        for plan in plans:
            replies.append(BatchReplies(plan, row, end, self.problem))
            end = replies[-1].end
            replies[-1].printed = "".join(islice(printed, len(plan.requests)))
        if end != len(row):
            raise wire.ProtocolError("more than was asked for")
        return replies

    def _note_memory(self, ended: Worker) -> None:
        self.memory_bytes = max(self.memory_bytes, ended.memory_bytes)

    def _new_worker(self) -> Worker:
        """Start a worker in place of the one before, which may still run if its last reply was refused."""
        self.end()
        self.worker = self.start_worker(self.limits, self.submission.packages)
        self.isolation = self.worker.isolation
        return self.worker

    def _loaded_worker(self) -> Worker:
        """Return a new worker that has run the submission's code. Raises TimedOut or Crashed."""
        try:
            return self.loading.load()
        except (TimedOut, Crashed):
            self.end()
            raise
        finally:
            self.problem = self.loading.problem

    def _ask(self, worker: Worker, message: list[Any], seconds: float) -> list[Any]:
        """Return a worker's reply, and charge its time. Raises TimedOut or Crashed, with a sentence."""
        try:
            return self.budget.ask(worker, message, seconds)
        except (TimedOut, Crashed) as error:
            self._note_memory(worker)
            self.worker = None
            is_time_out = isinstance(error, TimedOut) and error.seconds is not None
            text = no_answer_either() if is_time_out and self.budget.time_outs else worker_failure(error)
            self.budget.time_outs += isinstance(error, TimedOut)
            raise type(error)(text) from None

    def end(self) -> None:
        """End the worker, if there is one. The next request starts another."""
        if self.worker:
            self.worker.end()
            self._note_memory(self.worker)
            self.worker = None


class InProcessSession(Session):
    """Asks names in this very process: code of our own, or a student's own notebook.

    The wire copies arguments and results, so neither side can change the other's.
    """

    def __init__(self, code: RequestHandler | dict[str, Any]) -> None:
        """Begin to ask.

        Args:
            code: What replies, or the names that it is to reply for.
        """
        super().__init__(Submission("", ""))
        self.handler = RequestHandler(code) if isinstance(code, dict) else code

    def begin(self, exchanges: list[Exchange]) -> None:
        super().begin(exchanges)
        self.handler.handle_begin()

    def _exchange(self, message: list[Any]) -> tuple[list[Any], int]:
        received = wire.decode(wire.encode(message), wire.REQUEST)
        reply: list[Any] = wire.decode(self.handler.handle(*received))
        return reply, 0  # so that it is kept, however long
