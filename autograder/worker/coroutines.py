"""Running coroutines without files or sockets: an event loop that only waits for time to pass.

asyncio's own loops open a selector and a socket pair, which a worker may not.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Coroutine
from typing import Any


class Clock:
    """In the place of a selector: nothing can arrive, so it sleeps until the next callback is due."""

    def select(self, timeout: float | None) -> list[Any]:
        if timeout is None:
            raise RuntimeError("the code awaits something that never happens")
        time.sleep(timeout)
        return []


class TimerLoop(asyncio.BaseEventLoop):
    """An event loop for coroutines that compute and sleep."""

    def __init__(self) -> None:
        super().__init__()
        self._selector = Clock()

    def _process_events(self, event_list: list[Any]) -> None: ...

    def _write_to_self(self) -> None: ...


class TimerPolicy(asyncio.DefaultEventLoopPolicy):
    """Gives every `asyncio.run` such a loop."""

    def new_event_loop(self) -> asyncio.AbstractEventLoop:
        return TimerLoop()


def use_timers() -> None:
    """Give such loops to all code of this process."""
    asyncio.set_event_loop_policy(TimerPolicy())


def run_to_its_end(coroutine: Coroutine[Any, Any, Any]) -> None:
    """Run a coroutine, as `asyncio.run` does."""
    loop = TimerLoop()
    asyncio.set_event_loop(loop)
    try:
        loop.run_until_complete(coroutine)
    finally:
        asyncio.set_event_loop(None)
        loop.close()
