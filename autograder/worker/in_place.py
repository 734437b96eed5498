"""Pools and threads that run their work in place: a worker may start neither threads nor processes.

What is handed to them runs at once, in the order in which it is handed over. So its results are the same.
"""

from __future__ import annotations

import concurrent.futures
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from itertools import starmap
from typing import Any


class InPlaceExecutor(concurrent.futures.Executor):
    """In the place of `ThreadPoolExecutor` and `ProcessPoolExecutor`."""

    def __init__(self, *arguments: Any, initializer: Any = None, initargs: Any = (), **keywords: Any) -> None:
        if initializer:
            initializer(*initargs)

    def submit(
        self, fn: Callable[..., Any], /, *arguments: Any, **keywords: Any
    ) -> concurrent.futures.Future[Any]:
        future: concurrent.futures.Future[Any] = concurrent.futures.Future()
        future.set_running_or_notify_cancel()
        try:
            future.set_result(fn(*arguments, **keywords))
        except Exception as error:  # noqa: BLE001 - whatever the work raises is raised where its result is asked for
            future.set_exception(error)
        return future


class Done:
    """In the place of `multiprocessing.pool.AsyncResult`."""

    def __init__(self, value: Any) -> None:
        self.value = value

    def get(self, timeout: float | None = None) -> Any:
        return self.value

    def ready(self) -> bool:
        return True

    successful = ready

    def wait(self, timeout: float | None = None) -> None: ...


class InPlacePool:
    """In the place of `multiprocessing.Pool` and its kin."""

    def __init__(
        self, processes: int | None = None, initializer: Any = None, initargs: Any = (), *others: Any
    ) -> None:
        if initializer:
            initializer(*initargs)

    def __enter__(self) -> InPlacePool:
        return self

    def __exit__(self, *_: Any) -> None: ...

    def apply(self, function: Callable[..., Any], args: Any = (), kwds: Any = None) -> Any:
        return function(*args, **(kwds or {}))

    def apply_async(
        self, function: Callable[..., Any], args: Any = (), kwds: Any = None, callback: Any = None, *_: Any
    ) -> Done:
        value = self.apply(function, args, kwds)
        if callback:
            callback(value)
        return Done(value)

    def map(self, function: Callable[..., Any], items: Iterable[Any], *_: Any, **__: Any) -> list[Any]:
        return list(map(function, items))

    def starmap(self, function: Callable[..., Any], items: Iterable[Any], *_: Any, **__: Any) -> list[Any]:
        return list(starmap(function, items))

    def map_async(self, function: Callable[..., Any], items: Iterable[Any], *_: Any, **__: Any) -> Done:
        return Done(self.map(function, items))

    def starmap_async(self, function: Callable[..., Any], items: Iterable[Any], *_: Any, **__: Any) -> Done:
        return Done(self.starmap(function, items))

    def imap(self, function: Callable[..., Any], items: Iterable[Any], *_: Any, **__: Any) -> Iterator[Any]:
        return iter(self.map(function, items))

    imap_unordered = imap

    def close(self) -> None: ...

    terminate = join = close


def start_in_place(thread: threading.Thread) -> None:
    """Run a thread's work at once, in the place of `Thread.start`. An error ends the thread and no more."""
    if vars(thread).setdefault("_has_run", False):
        raise RuntimeError("threads can only be started once")
    vars(thread)["_has_run"] = True
    try:
        thread.run()
    except Exception as error:  # noqa: BLE001 - as in a thread of its own, it is printed and goes no further
        sys.excepthook(type(error), error, error.__traceback__)


def run_in_place() -> None:
    """Give pools and threads to all code of this process that run their work in place."""
    import concurrent.futures.thread as thread_pools

    for module in (concurrent.futures, thread_pools):
        vars(module)["ThreadPoolExecutor"] = InPlaceExecutor
    vars(concurrent.futures)["ProcessPoolExecutor"] = InPlaceExecutor
    vars(threading)["Thread"].start = start_in_place
    vars(threading)["Thread"].join = lambda thread, timeout=None: None
    vars(threading)["Thread"].is_alive = lambda thread: False


POOLS: dict[str, Any] = {
    "multiprocessing.Pool": InPlacePool,
    "multiprocessing.pool.Pool": InPlacePool,
    "multiprocessing.pool.ThreadPool": InPlacePool,
    "multiprocessing.dummy.Pool": InPlacePool,
    "multiprocessing.cpu_count": lambda: 1,
    "concurrent.futures.process.ProcessPoolExecutor": InPlaceExecutor,
}
"""Pools by the names of modules that a worker can't load."""
