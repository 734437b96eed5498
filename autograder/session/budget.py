"""The time that a submission may still use. Times are CPU seconds of its workers, as `Limits` counts them."""

from __future__ import annotations

import time
from typing import Any

from autograder.errors import TimedOut
from autograder.sandbox.limits import Limits
from autograder.sandbox.worker import Worker
from autograder.session.failures import (
    check_time_used_up,
    submission_time_used_up,
    submission_wall_time_used_up,
)

LOADING_CALLS = 5
"""Loading the whole file may take as long as so many calls: notebooks try things out."""

ROUNDING = 0.001  # seconds between two looks at the clock


class Budget:
    """Time for calls, for the current check, and for the whole submission."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.submission_left = limits.submission_seconds
        self.wall_left = limits.submission_wall_seconds
        """Time by the clock that its workers may still be waited for."""
        self.time_outs = 0
        """Each time-out leaves less time to later calls. So a loop in every check costs seconds in all."""
        self.begin_check()

    def begin_check(self) -> None:
        """Give the next calls the time of one check."""
        self.check_left = self.limits.check_seconds

    def for_call(self) -> float:
        """Return the seconds for the next call. Raises TimedOut if there are none left."""
        self.raise_if_used_up()
        if self.check_left <= 0:
            raise TimedOut(check_time_used_up(self.limits.check_seconds))
        call_seconds = self.limits.call_seconds / (1 + self.time_outs)
        return min(call_seconds, self.check_left, self.submission_left)

    def for_batch(self) -> float:
        """Return the seconds for a batch. It has those of one call, so that no call in it takes longer."""
        call_seconds = self.limits.call_seconds / (1 + self.time_outs)
        return min(call_seconds, self.limits.check_seconds, self._of_submission(call_seconds))

    def for_loading(self) -> float:
        """Return the seconds for loading, not more than 0 if nothing is left of the submission's time."""
        return self._of_submission(LOADING_CALLS * self.limits.call_seconds)

    def _of_submission(self, seconds: float) -> float:
        return min(seconds, self.submission_left if self.wall_left > 0 else 0)

    def raise_if_used_up(self) -> None:
        """Raise TimedOut if nothing is left of the submission's time."""
        if self.submission_left <= 0:
            raise TimedOut(submission_time_used_up(self.limits.submission_seconds))
        if self.wall_left <= 0:
            raise TimedOut(submission_wall_time_used_up(self.limits.submission_wall_seconds))

    def ask(self, worker: Worker, message: list[Any], seconds: float, loading: bool = False) -> list[Any]:
        """Return a worker's reply, and charge its time. Raises TimedOut or Crashed."""
        spent, began, kept_waiting = worker.spent, time.monotonic(), worker.kept_waiting

        def by_the_clock() -> float:
            return time.monotonic() - began - (worker.kept_waiting - kept_waiting)

        worker.ends_at = began + self.wall_left
        try:
            return worker.ask(message, seconds)
        except TimedOut:
            if by_the_clock() >= self.wall_left - ROUNDING:
                self.wall_left = 0
                self.raise_if_used_up()
            raise
        finally:
            self.wall_left -= by_the_clock()
            self.charge(worker.spent - spent, loading)

    def charge(self, seconds: float, loading: bool = False) -> None:
        """Take off what was used. Loading is not charged to the check in which it happens."""
        self.submission_left -= seconds
        if not loading:
            self.check_left -= seconds
