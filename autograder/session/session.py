"""Sessions: asking one submission, in a worker or in this process."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Mapping
from typing import Any, Protocol

from autograder.checks.result import CallResult
from autograder.errors import Crashed, TimedOut
from autograder.i18n import _
from autograder.sandbox.limits import Limits
from autograder.sandbox.worker import StartWorker, Worker, validated_reply
from autograder.session.failures import Failure
from autograder.session.request import FORGED, MAX_REMEMBERED, Exchange, Request, told
from autograder.submissions.submission import Submission
from autograder.text import clean_text
from autograder.worker import batch, wire
from autograder.worker.server import RequestHandler

LOADING = 5  # a whole file may take as long as so many calls: notebooks try things out


class WorkerSession:
    """One submission's conversation with its workers: the first starts when it is needed, a new one after each that was lost or ended."""

    def __init__(self, submission: Submission, start: StartWorker, limits: Limits) -> None:
        self.submission, self.start, self.limits = submission, start, limits
        self.seconds_left, self.time_outs = limits.submission_seconds, 0
        self.call_seconds, self.check_seconds, self.check_left = (
            limits.call_seconds,
            limits.check_seconds,
            limits.check_seconds,
        )
        self.worker: Worker | None = None
        self.isolation, self.problem, self.together = "", submission.problem, True
        self.load_failure: TimedOut | Crashed | None = None
        self.exchanges: list[Exchange] = []
        """What was asked and answered since the last `begin`."""
        self.asked = ""  # the name that was called or read last

    def answer(self, question: Request) -> CallResult:
        """Return the answer to a question, or raise the Outcome that the submission's conduct means."""

        def value(request: list[Any]) -> Any:
            try:
                reply = self.ask(*request)
            except (TimedOut, Crashed) as error:
                raise type(error)(told(question.call, str(error))) from None
            return question.read(reply, self.problem)

        return CallResult(
            value(question.request), question.call, lambda: question.changed(value(["arguments"]))
        )

    def ask_batch(self, requests: Iterable[bytes], many: int) -> bytes | None:
        """Have a new worker load the submission and answer so many packed requests. Return the frames of its replies in a row.

        None unless all come in the time of a single call, so that none took longer than it may. Else all have to be asked one by one.
        """
        time_outs = self.time_outs
        seconds = min(
            self.limits.call_seconds / (1 + time_outs), self.limits.check_seconds, self.seconds_left
        )
        if not self.together or seconds <= 0:
            return None
        with contextlib.suppress(TimedOut, Crashed, wire.WireError, wire.ProtocolError):
            message = batch.join([batch.pack(self._loading), *requests], 1 + many)
            match self._ask(self._start(), ["batch", message], seconds):
                case ["value", bytes(row)]:
                    (loaded,) = batch.split_frames(row, 0, 1)
                    self.problem = self.problem or _load_problem(
                        validated_reply(wire.decode(loaded)), self.submission.notebook
                    )
                    return row[len(loaded) :]
        self.time_outs = time_outs
        self.ask_singly()
        return None

    def ask_singly(self) -> None:
        """Begin anew with another worker, and ask one by one."""
        self.end()
        self.together = False

    def ask(self, *request: Any) -> list[Any]:
        """Return the reply to a request. Raises TimedOut or Crashed; the next request starts a new worker.

        Each time-out leaves less time to the calls after it, so that a loop in every check costs seconds in all.
        """
        if len(request) > 1:
            self.asked = request[1]
        if self.seconds_left <= 0:
            used_up = _("the {seconds} seconds of the whole submission are used up")
            raise TimedOut(used_up.format(seconds=f"{self.limits.submission_seconds:g}"))
        if self.check_left <= 0:
            raise TimedOut(
                _("the {seconds} seconds of this check are used up").format(seconds=f"{self.check_seconds:g}")
            )
        seconds = min(self.call_seconds / (1 + self.time_outs), self.check_left, self.seconds_left)
        worker = self.worker or self._load()
        reply = self._ask(worker, list(request), seconds)
        return self._remember(list(request), reply, worker.reply_bytes)

    def begin(self, exchanges: list[Exchange], asked: Mapping[str, float]) -> None:
        """Begin with the calls of one check: they are kept in `exchanges`, and share the check's own time."""
        limits = self.limits.at_least(asked)
        self.exchanges, self.call_seconds, self.check_seconds = (
            exchanges,
            limits.call_seconds,
            limits.check_seconds,
        )
        self.check_left = limits.check_seconds

    def _remember(self, request: list[Any], reply: list[Any], size: int = 0) -> list[Any]:
        name = (
            request[1] if len(request) > 1 else self.exchanges[-1].name
        )  # what a call left of its arguments belongs to it
        self.exchanges.append(Exchange(name, wire.encode(request), reply if size <= MAX_REMEMBERED else []))
        return reply

    def _ask(self, worker: Worker, request: list[Any], seconds: float) -> list[Any]:
        spent = worker.spent
        try:
            return worker.ask(request, seconds)
        except (TimedOut, Crashed) as error:
            self.worker = None
            self.time_outs += isinstance(error, TimedOut)
            raise
        finally:
            self.seconds_left -= worker.spent - spent
            self.check_left -= (worker.spent - spent) * (request[0] != "load")

    def _start(self) -> Worker:
        self.worker = self.start(self.limits, scipy=self.submission.scipy)
        self.isolation = self.worker.isolation
        return self.worker

    @property
    def _loading(self) -> list[Any]:
        """The request to run the submission's cells."""
        return [
            "load",
            self.submission.module,
            [[cell.label, cell.source] for cell in self.submission.cells],
        ]

    def _load(self) -> Worker:
        """Start a worker and run the submission's cells in it; a submission that can't be loaded once is not tried again."""
        if self.load_failure:
            raise self.load_failure
        worker, seconds = self._start(), min(LOADING * self.limits.call_seconds, self.seconds_left)
        try:
            reply = self._ask(worker, self._loading, seconds)
            self.problem = self.problem or _load_problem(reply, self.submission.notebook)
        except (TimedOut, Crashed) as error:
            self.problem = _("{file} does not finish loading: {problem}").format(
                file=clean_text(self.submission.file, 80), problem=error
            )
            self.load_failure = type(error)(self.problem)
            raise self.load_failure from None
        return worker

    def end(self) -> None:
        if self.worker:
            self.worker.end()
            self.worker = None


class InProcessSession(WorkerSession):
    """Asks names in this very process. The wire copies arguments and answers, so neither side can change the other's."""

    def __init__(self, names: dict[str, Any]) -> None:
        self.servant, self.submission = RequestHandler(names), Submission("", "")
        self.problem, self.exchanges, self.asked, self.together = "", [], "", False

    def begin(self, exchanges: list[Exchange], asked: Mapping[str, float]) -> None:
        self.exchanges = exchanges

    def ask(self, *request: Any) -> list[Any]:
        self.asked = request[1] if len(request) > 1 else self.asked
        reply = wire.decode(self.servant.handle(*wire.decode(wire.encode(list(request)))))
        return self._remember(list(request), reply)


class Session(Protocol):
    """What answers questions about a submission."""

    def answer(self, question: Request) -> CallResult: ...


def _load_problem(reply: list[Any], notebook: bool) -> str:
    """Say where loading failed first, and how many cells failed; nothing where none did."""
    match reply:
        case ["value", []]:
            return ""
        case ["value", [[str(kind), str(message), str(label), int(line), str(source), int(column)], *others]]:
            return Failure(kind, message, label, line, source, column).while_loading(notebook, len(others))
    raise Crashed(_(FORGED))
