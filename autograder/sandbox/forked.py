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
from types import TracebackType
from typing import Any

from autograder.errors import Crashed, SandboxError
from autograder.i18n import N_, _
from autograder.sandbox.interpreter import ENVIRONMENT, python
from autograder.sandbox.limits import Limits, WithScipy
from autograder.sandbox.worker import Worker, exited, too_slow
from autograder.worker import wire

ENDINGS = {
    "SIGSEGV": N_(
        "it overflowed the C stack or crashed an extension (SIGSEGV); is there a recursion without end?"
    ),
    "SIGKILL": N_("it closed its connection to the grader, or ran out of memory"),
}
# Python's own modules have things done in each forked process, such as seeding `random`: two hundred more pages to copy. A zygote
# has no threads, and its workers have nothing to seed, so none of that is registered.
NO_HANDLERS = "import os; os.register_at_fork = lambda **_: None"


class ForkedWorker(Worker):
    """A locked-down worker, forked from the zygote, on one end of a socket pair."""

    status: int | None = None  # how it ended

    def __init__(self, zygote: Zygote, memory_bytes: int) -> None:
        self.zygote, self.poll = zygote, select.poll()
        self.socket, theirs = socket.socketpair()
        self.socket.setblocking(False)
        with theirs:
            order = {"fork": {"memory": memory_bytes, "cpu_seconds": 3600}}
            reply = zygote.order(order, [theirs.fileno()])
        self.pid, self.layers = reply["pid"], reply["layers"]
        if "seccomp" not in self.layers:
            ended = self._how_it_ended()
            raise SandboxError(
                f"a worker can't give up its system calls (seccomp) here, so student code can't be isolated: {ended}"
            )

    @property
    def isolation(self) -> str:
        return f"level {'A' if 'uid' in self.layers else 'B'} ({', '.join(self.layers)})"

    def exchange(self, frame: bytes, seconds: float) -> bytes:
        clock = _ProcessClock(self.pid, seconds)
        try:
            try:
                self._send(memoryview(frame), clock)
                head = self._receive(4, clock)
                return head + self._receive(wire.frame_length(head) - 4, clock)
            finally:
                self.spent += clock.used()  # before a dead worker is buried, and its clock with it
        except (OSError, ValueError):  # ValueError: it had been ended before
            raise Crashed(self._how_it_ended()) from None

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
        """Wait until there is something to read, or room to write. Raises TimedOut, also where the worker is merely slow about it."""
        self.poll.register(self.socket, event)
        clock.check()
        while not self.poll.poll(1000 * clock.left()):
            clock.check()

    def _how_it_ended(self) -> str:
        """End it, and say how it had ended, if it had."""
        self.end()
        status = self.status or 0
        if not os.WIFSIGNALED(status):
            return exited(os.WEXITSTATUS(status))
        name = signal.Signals(os.WTERMSIG(status)).name
        return _(ENDINGS[name]) if name in ENDINGS else _("it was ended by {signal}").format(signal=name)

    def end(self) -> None:
        if self.status is not None:
            return
        try:
            self.status = self.zygote.order({"end": self.pid})["status"]
        finally:
            self.socket.close()  # not before: the worker would wake up to see it


class _ProcessClock:
    """Measures a call in the CPU time of its process, and in a quarter of the time on the wall, whichever is more."""

    def __init__(self, pid: int, seconds: float) -> None:
        self.clock, self.seconds = (
            (~pid << 3) | 2,
            seconds,
        )  # clock_getcpuclockid(3), as the C library makes it
        self.cpu, self.wall = self._cpu(), time.monotonic()

    def _cpu(self) -> float:
        try:
            return time.clock_gettime(self.clock)
        except OSError:
            return 0.0

    def used(self) -> float:
        return max(self._cpu() - self.cpu, (time.monotonic() - self.wall) / 4)

    def left(self) -> float:
        return max(0.005, self.seconds - self.used())

    def check(self) -> None:
        if self.used() >= self.seconds:
            raise too_slow(self.seconds)


class Zygote:
    """The warm process that workers are forked from. A context manager; workers can't outlive it.

    Those that need SciPy come from a second one, which starts with the first of them, unless this one has SciPy for everybody.
    """

    def __init__(self, scipy: bool = False) -> None:
        if not sys.platform.startswith("linux"):
            raise SandboxError(
                "student code can be isolated on Linux only; `autograder check` on your own code works everywhere"
            )
        self.scipy = scipy
        self.second: Zygote | None = None
        self.control, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self.process = subprocess.Popen(
            python("zygote", f"main(*map(int, sys.argv[2:]), {scipy})", str(theirs.fileno()), str(os.getpid()), first=NO_HANDLERS),
            pass_fds=[theirs.fileno()], env=ENVIRONMENT, stdin=subprocess.DEVNULL, cwd="/", start_new_session=True,
        )  # fmt: skip
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

    def worker(self, limits: Limits) -> ForkedWorker:
        if self.scipy or not isinstance(limits, WithScipy):
            return ForkedWorker(self, limits.memory_bytes)
        self.second = self.second or Zygote(scipy=True)
        return ForkedWorker(self.second, limits.memory_bytes)

    def order(self, message: dict[str, Any], descriptors: list[int] | None = None) -> Any:
        try:
            socket.send_fds(self.control, [json.dumps(message).encode()], descriptors or [])
        except OSError:
            raise SandboxError("the zygote has ended; run the command again") from None
        return self._reply()

    def _reply(self) -> Any:
        reply = self.control.recv(1 << 16)
        if not reply:
            raise SandboxError("the zygote has ended; run the command again")
        return json.loads(reply)

    def close(self) -> None:
        self.control.close()
        self.process.wait()
        if self.second:
            self.second.close()
