"""Limits of time and memory for the code of a submission."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

WALL_SECONDS = 2.5
"""Seconds by the clock for each CPU second of a submission."""


@dataclass(frozen=True)
class Limits:
    """What a submission may use.

    Times are CPU seconds of its own process. A process that sleeps uses its time four times as slowly. While
    other processes keep it from running, it uses none.
    """

    call_seconds: float = 2.0
    check_seconds: float = 10.0
    submission_seconds: float = 60.0
    memory_bytes: int = 2 << 30

    @property
    def submission_wall_seconds(self) -> float:
        """The most time by the clock that a submission may keep its grader waiting.

        Code that computes on half a processor uses up `submission_seconds` before.
        """
        return WALL_SECONDS * self.submission_seconds

    def at_least(self, minimums: Mapping[str, float]) -> Limits:
        """Return these limits, raised to the minimums that an exercise needs. Keys are names of fields."""
        return replace(self, **{name: max(value, getattr(self, name)) for name, value in minimums.items()})
