"""Running one check on one submission, and keeping what was asked and replied for a diagnosis."""

from __future__ import annotations

import contextlib
import traceback
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from autograder.errors import CheckFailed, Outcome, SandboxError, StudentError
from autograder.exercises.assignment import Check
from autograder.results import CheckResult, Verdict, verdict_of
from autograder.session.live import LiveRun
from autograder.session.plan import BatchReplies, CheckPlan
from autograder.session.request import MAX_REMEMBERED, Exchange
from autograder.session.session import InProcessSession, Session
from autograder.session.student import Student
from autograder.text import clean_text
from autograder.worker import wire
from autograder.worker.server import RequestHandler

MAX_LINE = 10_000_000
"""No submission that can be read has so many lines; a worker may say anything."""


@dataclass(eq=False)
class CheckRun:
    """One check on one submission: its plan if it has one, its result, and what was asked and replied."""

    check: Check
    draw: int
    plan: CheckPlan | None
    result: CheckResult = field(init=False)
    asked: list[Exchange] = field(default_factory=list)
    """Asked one by one, until the check ended."""
    rest: list[Exchange] = field(default_factory=list)
    """Asked after the check had failed: what it would have gone on to ask."""
    outcome: Outcome | None = None
    """Why it did not pass, with the values that a view may show.

    None if it passed, is broken, or got a very long reply: many of those would be kept at a time.
    """
    seconds: float = 0.0
    """CPU time that it took. Checks that were asked together share it by the number of their requests."""
    printed: str = ""
    """What was printed during its requests, where that is kept."""
    replies: BatchReplies | None = None
    """The replies to its plan's requests if they travelled together. Then `asked` and `rest` are empty."""

    @cached_property
    def exchanges(self) -> list[Exchange]:
        """All requests with their replies, once nothing more will be asked."""
        return self.replies.exchanges() if self.replies else self.asked + self.rest

    @cached_property
    def reply_frames(self) -> list[bytes]:
        """The replies as they travelled, or as they would have travelled in a batch."""
        return self.replies.frames if self.replies else [_frame(one.reply) for one in self.exchanges]


def _frame(reply: list[Any]) -> bytes:
    try:
        return wire.encode(reply)
    except wire.WireError:  # no reply of ours: any bytes that stand for it alone will do
        return repr(reply).encode()


def make_plan(check: Check, draw: int) -> CheckPlan | None:
    """Return what a check asks and how it judges; None where it has to be run to know."""
    try:
        return CheckPlan(lambda student: check.function(**check.arguments(student, draw)))
    except KeyboardInterrupt:
        raise
    except BaseException:  # noqa: BLE001 - whatever is wrong with a check, even pytest.skip(): running it shows it
        return None


def judge_batch(run: CheckRun, replies: BatchReplies) -> CheckResult | None:
    """Return the result that the replies to a check's plan mean; None where the check itself fails."""
    try:
        replies.judge()
    except Outcome as outcome:
        is_short = replies.end - replies.start <= MAX_REMEMBERED
        return _unsuccessful(run, outcome, replies.last_name, is_short)
    except Exception:  # noqa: BLE001 - a fault of the check: where it is run, it becomes an alarm
        return None
    return run.check.passed


def run_check(run: CheckRun, session: Session) -> CheckResult:
    """Run a check request by request.

    An Outcome is what the worker's replies mean. Any other exception is our own fault: BROKEN.
    """
    try:
        live = LiveRun(session, run.plan)
        with live.running():
            run.check.function(**run.check.arguments(Student(live), run.draw))
    except Outcome as outcome:
        is_short = all(exchange.reply for exchange in run.asked)
        return _unsuccessful(run, outcome, session.last_name, is_short)
    except (SandboxError, KeyboardInterrupt):
        raise
    except BaseException:  # noqa: BLE001 - a fault of the check, even pytest.skip(), is an alarm and not a student's zero
        return run.check.result(Verdict.BROKEN, traceback.format_exc(limit=9))
    return run.check.passed


def _unsuccessful(run: CheckRun, outcome: Outcome, function: str, is_short: bool) -> CheckResult:
    check = run.check
    if is_short:
        run.outcome = outcome.with_traceback(None)  # whose frames hold every value that was looked at
        outcome.__context__ = outcome.__cause__ = None
    result = replace(check.result(verdict_of(outcome), outcome.sentence(check.axes)), function=function)
    if isinstance(outcome, CheckFailed) and outcome.note:
        return replace(result, note=clean_text(outcome.note, 400))
    if isinstance(outcome, StudentError):
        return replace(result, label=clean_text(outcome.label), line=max(0, min(outcome.line, MAX_LINE)))
    return result


def requests_of(
    check: Check, solution: RequestHandler, draw: int = 0, plan: CheckPlan | None = None
) -> list[Exchange]:
    """Return what a check asks of the solution. That passes, so it is all that the check asks of anyone."""
    session = InProcessSession(solution)
    session.begin([])
    live = LiveRun(session, plan or make_plan(check, draw))
    with (
        contextlib.suppress(Exception),  # a check that the solution fails is reported by `verify` and `build`
        live.running(),
    ):
        check.function(**check.arguments(Student(live), draw))
    return session.exchanges


def ask_remaining(run: CheckRun, session: Session, solution: RequestHandler) -> None:
    """Ask a submission what a failed check has left to ask.

    The values that the check has kept are gone. So where replies depend on each other, all is asked again.
    """
    expected = requests_of(run.check, solution, run.draw, run.plan)
    if any(exchange.depends for exchange in expected):
        run.asked.clear()
    session.begin(run.rest)
    with contextlib.suppress(Outcome):  # a submission that doesn't come back has said enough
        for exchange in expected[len(run.asked) :]:
            if exchange.request == ["arguments"] and not run.rest:  # about a call that is long past
                run.rest.append(replace(exchange, reply=[]))
            else:
                session.ask(exchange.request, exchange.name, exchange.awaited)
