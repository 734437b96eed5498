"""Locked-down workers on Linux, forked from a zygote."""

from __future__ import annotations

import json
import os
import select
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Set as AbstractSet
from types import TracebackType
from typing import Any

from autograder.errors import Crashed, SandboxError, TimedOut
from autograder.sandbox.interpreter import ENVIRONMENT, python
from autograder.sandbox.limits import Limits
from autograder.sandbox.worker import NO_PACKAGES, Worker
from autograder.worker import shared_pages, wire

LIFETIME = 3600  # CPU seconds; a session ends its worker long before
ZYGOTE_ENDED = "the zygote has ended; run the command again"


class ForkedWorker(Worker):
    """A locked-down worker, forked from the zygote, on one end of a socket pair."""

    status: int | None = None
    """How it ended, as waitpid(2) says it; None while it runs."""

    def __init__(self, zygote: Zygote, memory_bytes: int) -> None:
        self.zygote, self.poll = zygote, select.poll()
        self.socket, theirs = socket.socketpair()
        self.socket.setblocking(False)
        with theirs:
            limits = {"memory": memory_bytes, "cpu_seconds": LIFETIME}
            reply = zygote.request({"fork": limits}, [theirs.fileno()])
        self.pid, self.layers = reply["pid"], reply["layers"]
        self.queue = _ProcessorQueue(self.pid)
        if "seccomp" not in self.layers:
            problem = (
                "a worker can't give up its system calls (seccomp) here, so student code can't be isolated"
            )
            raise SandboxError(f"{problem}: {self._how_it_ended()}")

    @property
    def isolation(self) -> str:
        return f"level {'A' if 'uid' in self.layers else 'B'} ({', '.join(self.layers)})"

    def exchange(self, frame: bytes, seconds: float) -> bytes:
        clock = _ProcessClock(self.pid, self.queue, seconds, self.ends_at)
        try:
            try:
                self._send(memoryview(frame), clock)
                start = self._receive(4, clock)
                return start + self._receive(wire.frame_length(start) - 4, clock)
            finally:
                self.spent += clock.used()  # before a dead worker is reaped: then its clock is gone
                self.kept_waiting += clock.kept_waiting()
        except (OSError, ValueError):  # ValueError: the worker was ended before, and its socket is closed
            raise self._how_it_ended() from None

    def _send(self, unsent: memoryview, clock: _ProcessClock) -> None:
        while unsent:
            self._wait(select.POLLOUT, clock)
            unsent = unsent[self.socket.send(unsent) :]

    def _receive(self, length: int, clock: _ProcessClock) -> bytes:
        received = bytearray()
        while len(received) < length:
            self._wait(select.POLLIN, clock)
            piece = self.socket.recv(min(length - len(received), 1 << 16))
            if not piece:
                raise ConnectionResetError
            received += piece
        return bytes(received)

    def _wait(self, event: int, clock: _ProcessClock) -> None:
        """Wait until there is something to read, or room to write. Raises TimedOut."""
        self.poll.register(self.socket, event)
        clock.check()
        while not self.poll.poll(1000 * clock.left()):
            clock.check()

    def _how_it_ended(self) -> Crashed:
        """End the worker, and return how it had ended before that."""
        self.end()
        status = self.status or 0
        if not os.WIFSIGNALED(status):
            return Crashed(status=os.WEXITSTATUS(status))
        return Crashed(signal=signal.Signals(os.WTERMSIG(status)).name)

    def end(self) -> None:
        if self.status is not None:
            return
        try:
            ended = self.zygote.request({"end": self.pid})
            self.status, self.memory_bytes = ended["status"], ended["memory_bytes"]
        finally:
            self.socket.close()  # after the worker's end: it would wake up to see this
            self.queue.close()


class _ProcessorQueue:
    """The time that a process spends in the queue for a processor, while others run."""

    def __init__(self, pid: int) -> None:
        try:
            self.file: int | None = os.open(f"/proc/{pid}/schedstat", os.O_RDONLY | os.O_CLOEXEC)
        except OSError:  # a kernel that does not count it
            self.file = None

    def seconds(self) -> float:
        """Return the seconds up to now, 0 if nobody counts them. Source: proc(5), schedstat."""
        try:
            return int(os.pread(self.file, 64, 0).split()[1]) / 1e9 if self.file is not None else 0.0
        except (OSError, IndexError):  # the process has ended
            return 0.0

    def close(self) -> None:
        if self.file is not None:
            os.close(self.file)
            self.file = None


class _ProcessClock:
    """Measures a request: the CPU time of the worker, or a quarter of the wall time if that is more.

    The request has so many seconds, and ends at a certain time of `time.monotonic` at the latest. On a busy
    machine the worker is kept waiting by other processes: that time counts for neither.
    """

    def __init__(self, pid: int, queue: _ProcessorQueue, seconds: float, ends_at: float) -> None:
        self.clock = (~pid << 3) | 2  # the clock of that process, as clock_getcpuclockid(3) computes it
        self.queue, self.seconds, self.ends_at = queue, seconds, ends_at
        self.cpu, self.wall, self.queued = self._cpu(), time.monotonic(), queue.seconds()

    def _cpu(self) -> float:
        try:
            return time.clock_gettime(self.clock)
        except OSError:
            return 0.0

    def kept_waiting(self) -> float:
        return max(0.0, self.queue.seconds() - self.queued)

    def used(self) -> float:
        wall = time.monotonic() - self.wall - self.kept_waiting()
        return max(self._cpu() - self.cpu, wall / 4)

    def left(self) -> float:
        return max(0.005, min(self.seconds - self.used(), self._until_the_end()))

    def check(self) -> None:
        if self.used() >= self.seconds or self._until_the_end() <= 0:
            raise TimedOut(seconds=self.seconds)

    def _until_the_end(self) -> float:
        return self.ends_at + self.kept_waiting() - time.monotonic()


class Zygote:
    """The warm process that workers are forked from. A context manager: workers end with it at the latest.

    All of its workers have its packages: each makes a worker cost more. Workers that need others are forked
    from another zygote, which is started for the first of them.
    """

    def __init__(self, packages: AbstractSet[str] = NO_PACKAGES) -> None:
        if not sys.platform.startswith("linux"):
            elsewhere = "`autograder check` on your own code works everywhere"
            raise SandboxError(f"student code can be isolated on Linux only; {elsewhere}")
        self.packages = packages
        self.others: dict[AbstractSet[str], Zygote] = {}
        """The other zygotes that have been started, by their packages."""
        self.control, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        call = "main(*map(int, sys.argv[2:4]), *sys.argv[4:])"
        descriptor = theirs.fileno()
        arguments = [str(descriptor), str(os.getpid()), *sorted(packages)]
        self.process = subprocess.Popen(
            python("zygote", call, *arguments, first=shared_pages.NO_FORK_HANDLERS),
            pass_fds=[descriptor],
            env=ENVIRONMENT,
            stdin=subprocess.DEVNULL,
            cwd="/",
            start_new_session=True,
        )
        theirs.close()
        try:
            if not self._reply()["ready"]:
                raise SandboxError("the zygote has more than one thread, so it can't be forked safely")
        except SandboxError:
            self.close()
            raise

    def __enter__(self) -> Zygote:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def worker(self, limits: Limits, packages: AbstractSet[str] = NO_PACKAGES) -> ForkedWorker:
        """Start a worker. This is a StartWorker."""
        if packages <= self.packages:
            return ForkedWorker(self, limits.memory_bytes)
        needed = frozenset(self.packages | packages)
        if needed not in self.others:
            self.others[needed] = Zygote(needed)
        return ForkedWorker(self.others[needed], limits.memory_bytes)

    def request(self, request: dict[str, Any], descriptors: list[int] | None = None) -> Any:
        """Send a request, with descriptors attached; return the reply. See `worker/zygote.py`."""
        try:
            socket.send_fds(self.control, [json.dumps(request).encode()], descriptors or [])
        except OSError:
            raise SandboxError(ZYGOTE_ENDED) from None
        return self._reply()

    def _reply(self) -> Any:
        reply = self.control.recv(1 << 16)
        if not reply:
            raise SandboxError(ZYGOTE_ENDED)
        return json.loads(reply)

    def close(self) -> None:
        self.control.close()
        self.process.wait()
        for other in self.others.values():
            other.close()
