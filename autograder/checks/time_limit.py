"""A limit on the time of an author's code that may never end: a pattern, a known mistake with a loop."""

from __future__ import annotations

import contextlib
import signal
import threading
from collections.abc import Iterator
from typing import NoReturn


class TooSlow(BaseException):
    """A block has used up its time. Code that catches every Exception does not catch it."""


class TimeLimit:
    """The limit of one block, and whether it was exceeded."""

    exceeded = False


@contextlib.contextmanager
def cpu_limit(seconds: float) -> Iterator[TimeLimit]:
    """Raise TooSlow in the block after so many CPU seconds of this process.

    Only a main thread can be interrupted, and not on Windows; graders are one. Elsewhere there is no limit.
    """
    limit = TimeLimit()
    if threading.current_thread() is not threading.main_thread() or not hasattr(signal, "setitimer"):
        yield limit
        return

    def interrupt(number: int, frame: object) -> NoReturn:
        limit.exceeded = True
        raise TooSlow

    before = signal.signal(signal.SIGVTALRM, interrupt)
    try:
        signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
        yield limit
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
