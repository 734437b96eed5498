"""Ctrl-C and SIGTERM during a run."""

from __future__ import annotations

import signal
from types import TracebackType
from typing import Any


class InterruptSignals:
    """While it is open, SIGTERM raises KeyboardInterrupt as Ctrl-C does.

    Code that runs in this process, such as a check, may catch that exception.
    So `raise_if_received` raises it again; call it before anything is stored.
    """

    def __init__(self) -> None:
        self._received = False
        self._handlers_before = dict[int, Any]()

    def raise_if_received(self) -> None:
        """Raise KeyboardInterrupt if one of the signals has arrived since this was opened."""
        if self._received:
            raise KeyboardInterrupt

    def _handle(self, number: int, frame: object) -> None:
        self._received = True
        raise KeyboardInterrupt

    def __enter__(self) -> InterruptSignals:
        for number in (signal.SIGINT, signal.SIGTERM):
            self._handlers_before[number] = signal.signal(number, self._handle)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for number, handler in self._handlers_before.items():
            signal.signal(number, handler)
