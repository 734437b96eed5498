"""Workers that are plain child processes, without isolation: for one's own code, and for `--unsafe`."""

from __future__ import annotations

import contextlib
import os
import queue
import secrets
import subprocess
import threading
import time
from collections.abc import Set as AbstractSet
from typing import IO, Any, cast

from autograder.errors import Crashed, TimedOut
from autograder.sandbox.interpreter import ENVIRONMENT, python
from autograder.sandbox.limits import Limits
from autograder.sandbox.printed import Printed
from autograder.sandbox.worker import NO_PACKAGES, Worker
from autograder.worker import wire


class ChildWorker(Worker):
    """A plain child process, on every system, for one's own code.

    A thread reads its replies, since Windows can't wait for pipes.
    """

    isolation = "none (own code)"
    stderr: int | None = None
    options: dict[str, Any] = {}  # noqa: RUF012 - each class has its own, and none changes it
    """What `main` of the child is called with."""

    def __init__(self, limits: Limits, packages: AbstractSet[str] = NO_PACKAGES) -> None:
        """Start it. It has no limits but time, and imports SciPy itself."""
        pipe, environment = subprocess.PIPE, {**os.environ, **ENVIRONMENT}
        required = sorted(packages - {"scipy"})
        call = f"main(**{ {**self.options, 'packages': required}!r})"
        self.process = subprocess.Popen(
            python("child", call), stdin=pipe, stdout=pipe, stderr=self.stderr, env=environment
        )
        self.stdin, stdout = cast("tuple[IO[bytes], IO[bytes]]", (self.process.stdin, self.process.stdout))
        self.frames: queue.SimpleQueue[bytes] = queue.SimpleQueue()
        threading.Thread(target=self._read, args=(stdout,), daemon=True).start()

    def _read(self, stdout: IO[bytes]) -> None:
        with stdout, contextlib.suppress(wire.ProtocolError):
            while start := stdout.read(4):
                self.frames.put(start + stdout.read(wire.frame_length(start) - 4))
        self.frames.put(b"")

    def exchange(self, frame: bytes, seconds: float) -> bytes:
        start = time.monotonic()
        try:
            self.stdin.write(frame)
            self.stdin.flush()
            received = self.frames.get(timeout=max(0, min(seconds, self.ends_at - start)))
        except queue.Empty:
            raise TimedOut(seconds=seconds) from None
        except (OSError, ValueError):  # ValueError: the worker was ended before, and its pipe is closed
            received = b""
        finally:
            self.spent += time.monotonic() - start
        if not received:
            raise self._how_it_ended()
        return received

    def _how_it_ended(self) -> Crashed:
        with contextlib.suppress(subprocess.TimeoutExpired):
            return Crashed(status=self.process.wait(0.5))
        return Crashed(closed=True)

    def end(self) -> None:
        self.process.kill()
        self.process.wait()
        with contextlib.suppress(OSError):
            self.stdin.close()


class OwnWorker(ChildWorker):
    """A plain child process for a student's own check: it has the files and packages that grading has."""

    options = {"as_graded": True}  # noqa: RUF012 - never changed


class ListeningWorker(OwnWorker):
    """One that keeps what the code prints, by the request during which it was printed."""

    stderr = subprocess.PIPE

    def __init__(self, limits: Limits, packages: AbstractSet[str] = NO_PACKAGES) -> None:
        mark = secrets.token_hex(16)
        self.options, self.requests = {"as_graded": True, "mark": mark}, 0
        super().__init__(limits, packages)
        self.heard = Printed(cast("IO[bytes]", self.process.stderr), mark.encode())
        self.first: str | None = None

    def exchange(self, frame: bytes, seconds: float) -> bytes:
        self.requests += 1
        return super().exchange(frame, seconds)

    def printed(self) -> list[str]:
        parts = self.heard.take(self.requests)
        self.first = parts[0] if self.first is None else self.first
        return parts

    def printed_while_loading(self) -> str:
        """Return what was printed while the code was loaded, which is the first request."""
        return self.printed()[0] if self.first is None else self.first


class UnsafeWorker(ChildWorker):
    """A plain child process for others' code, with `--unsafe`. Its output is dropped."""

    isolation = "level X (none: --unsafe)"
    stderr = subprocess.DEVNULL
