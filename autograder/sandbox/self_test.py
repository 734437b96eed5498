"""The sandbox for submissions, and the proof that it holds: a worker tries forbidden things and fails."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from autograder.errors import SandboxError
from autograder.sandbox.forked import ForkedWorker, Zygote
from autograder.sandbox.limits import Limits
from autograder.sandbox.unisolated import UnsafeWorker
from autograder.sandbox.worker import NO_PACKAGES, StartWorker

LAYERS = {
    "seccomp": "no system call but some forty that a process needs to compute",
    "rlimits": "memory, file size, processes and descriptors are limited",
    "landlock": "the kernel denies every file and every TCP port",
    "chroot": "the root folder is empty and deleted",
    "uid": "a user of its own, without groups or capabilities",
}
"""The layers of isolation, with what each does."""
SECONDS = 5.0  # for each probe, on a busy machine
PROBES = {
    "read a file": "open('/etc/passwd')",
    "write a file": "open('/tmp/autograder-probe', 'w')",
    "list a folder": "os.listdir('/')",
    "look at a file": "os.stat('/')",
    "open a TCP socket": "socket.socket()",
    "open a UDP socket": "socket.socket(type=socket.SOCK_DGRAM)",
    "open a Unix socket": "socket.socket(socket.AF_UNIX)",
    "start a process": "os.fork() or os._exit(0)",
    "run a program": "os.execv('/nonexistent', ['true'])",
    "signal another process": "os.kill(NOBODY, 0)",
    "trace a process": "libc('ptrace', 16, NOBODY, 0, 0)",
    "make memory executable": "libc('mmap', 0, 4096, 7, 34, -1, 0)",
    "change a limit": "libc('prlimit', 0, 7, 0, 0)",
    "change its user": "os.setuid(0)",
}
"""Forbidden things, each with an expression that SOURCE evaluates in a worker."""
SOURCE = """
import _io, ctypes, errno, posix as os, socket

open = _io.open  # and `posix`: the real functions, which the table of files has not replaced

NOBODY = 0x7FFFFFFF  # no process has this id, so a call that gets through does no harm and ends with ESRCH

def libc(name, *arguments):
    function = getattr(ctypes.CDLL(None, use_errno=True), name)
    function.restype = ctypes.c_long
    if function(*map(ctypes.c_long, arguments)) & 0xFFFFFFFF == 0xFFFFFFFF:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))

def probe(code):
    try:
        eval(code)
    except OSError as error:
        return os.strerror(error.errno) if error.errno == errno.EPERM else ""
    return ""
"""


def examine(worker: ForkedWorker) -> dict[str, str]:
    """Return how the kernel refused each forbidden thing; an empty text if it did not."""
    refusals = {}
    worker.ask(["load", "probe", [["probe", SOURCE]]], SECONDS)
    for name, code in PROBES.items():
        match worker.ask(["call", "probe", [code], {}], SECONDS):
            case ["value", str(refusal)]:
                refusals[name] = refusal
            case reply:
                raise SandboxError(f"the self-test of the sandbox can't {name}: {reply}")
    return refusals


def self_test(zygote: Zygote, limits: Limits) -> str:
    """Prove that workers are locked down; return how they are isolated.

    Raises SandboxError if a forbidden thing succeeds.
    """
    worker = zygote.worker(limits)
    try:
        allowed = [name for name, refusal in examine(worker).items() if not refusal]
    finally:
        worker.end()
    if allowed:
        problem = f"student code could {' and '.join(allowed)} here"
        raise SandboxError(f"{problem}. Nothing is graded; `autograder doctor` says more")
    return worker.isolation


@dataclass(frozen=True)
class Sandbox:
    """What starts workers, and how those are isolated, in a few words."""

    start_worker: StartWorker
    isolation: str


@contextlib.contextmanager
def open_sandbox(
    limits: Limits, unsafe: bool = False, packages: AbstractSet[str] = NO_PACKAGES
) -> Iterator[Sandbox]:
    """Yield a sandbox of locked-down workers, after the self-test. With `unsafe` they are plain processes.

    All workers have these packages, besides those that they are started with.
    Raises SandboxError if student code can't be isolated here.
    """
    if unsafe:
        yield Sandbox(UnsafeWorker, UnsafeWorker.isolation)
        return
    with Zygote(packages) as zygote:
        yield Sandbox(zygote.worker, self_test(zygote, limits))
