"""Where a grader runs: with its zygote and its workers on one processor, while nobody else wants that.

Only one of them computes at a time. On one processor each finds in the caches what the other has left, and nobody has to be woken up
elsewhere.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

SECONDS, CROWDED = (
    0.5,
    0.2,
)  # how long a look around takes in; the share of that time waited for a processor that others want


@contextlib.contextmanager
def one_processor() -> Iterator[Callable[[], None]]:
    """Keep this process to the processor where it is; give what is to be called between two submissions."""
    if sys.platform != "linux" or _waited() is None:  # where it couldn't be told that a processor is crowded
        yield lambda: None
        return
    everywhere = os.sched_getaffinity(0)
    processor = _Processor(everywhere)
    processor.stay()
    try:
        yield processor.look_around
    finally:
        _go(everywhere)


class _Processor:
    def __init__(self, everywhere: set[int]) -> None:
        self.everywhere = everywhere
        self.since, self.waited = time.monotonic(), _waited() or 0.0

    def stay(self) -> None:
        _go({ctypes.CDLL(None).sched_getcpu()})

    def look_around(self) -> None:
        """Leave a processor that this process had to wait for; a while later, stay where the kernel has put it."""
        now = time.monotonic()
        if now < self.since + SECONDS:
            return
        waited, settled = _waited() or 0.0, os.sched_getaffinity(0) != self.everywhere
        crowded = waited - self.waited > CROWDED * (now - self.since)
        self.since, self.waited = now, waited
        if settled and crowded:
            _go(self.everywhere)
        elif not settled:
            self.stay()


def _go(processors: set[int]) -> None:
    with contextlib.suppress(OSError):  # where that is not allowed, so be it
        os.sched_setaffinity(0, processors)


def _waited() -> float | None:
    """Return for how many seconds this process was ready to run and had no processor; None where the kernel doesn't tell."""
    try:
        ran, waited, _ = map(int, Path("/proc/self/schedstat").read_text(encoding="ascii").split())
    except (OSError, ValueError):
        return None
    return waited / 1e9 if ran else None
