"""What a submission may use: CPU seconds and memory."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Limits:
    """What a submission may use. Times are CPU seconds of its own process; waiting counts a quarter."""

    call_seconds: float = 2.0
    check_seconds: float = 10.0
    submission_seconds: float = 60.0
    memory_bytes: int = 2 << 30

    def at_least(self, asked: Mapping[str, float]) -> Limits:
        """Return limits that are nowhere below what an exercise asks for."""
        return replace(self, **{name: max(value, getattr(self, name)) for name, value in asked.items()})


class WithScipy(Limits):
    """The limits of a worker that has SciPy loaded, and costs twice as much. A session asks for it where the code has the word."""
