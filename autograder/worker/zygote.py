"""The zygote: a warm process with numpy loaded and nothing secret, from which locked-down workers are forked.

Started by exec, never forked from the grader. Speaks with it over one SEQPACKET socket: `{"fork": …}` with the
worker's socket attached, answered by its pid and layers; `{"end": pid}`, answered by its exit status. Ends when the grader does.
"""

from __future__ import annotations

import contextlib
import ctypes
import gc
import json
import os
import signal
import socket
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from autograder.worker import batch, import_policy, lockdown, plain, seccomp, server, wire

WORKER_SOCKET, FIRST_KEPT, WARM = 3, 200, 20
MAX_HOLES, FRESH = 1 << 18, 12  # bytes of a size at most; so many places in a row are fresh memory


def main(control_descriptor: int, parent: int, scipy: bool) -> None:
    """Warm up, say ready, then fork and end workers as asked, until the grader is gone."""
    lockdown.end_with(
        parent
    )  # while it doesn't listen yet; later the grader's thread may end before the grader does
    import_policy.preload(scipy)
    warm_up()
    jail = empty_folder()
    threads = len(list(Path("/proc/self/task").iterdir()))
    control = socket.socket(fileno=control_descriptor)
    ruleset = lockdown.landlock_ruleset()
    gc.collect()
    use_up(ctypes.pythonapi.PyObject_Malloc, range(16, 513, 16))
    use_up(
        lockdown.libc.malloc, [*range(8184, 1024, -512), *range(1016, 24, -16)]
    )  # what the C library adds makes them multiples of 16
    gc.freeze()
    gc.set_threshold(50_000)  # a worker's life is short
    lockdown.libc.prctl(lockdown.PR_SET_PDEATHSIG, 0, 0, 0, 0)
    reply: dict[str, Any] = {"ready": threads == 1}
    with contextlib.suppress(ConnectionError):
        while True:
            control.send(json.dumps(reply).encode())
            message, descriptors, _, _ = socket.recv_fds(control, 1 << 16, 1)
            if not message:
                break
            order = json.loads(message)
            if "fork" in order:
                reply = fork_worker(descriptors[0], jail, ruleset, order["fork"])
            else:
                reply = end_worker(order["end"])
    os._exit(0)


def warm_up() -> None:
    """Walk through numpy's lazy paths, since nothing can be loaded after the lockdown, and often through what every worker does.

    Python specialises code that has run a few times (PEP 659): workers then find it specialised.
    """
    import numpy as np

    matrix = np.random.default_rng(0).normal(size=(3, 3))
    (
        np.linalg.svd(matrix),
        np.fft.fft2(matrix),
        np.array_repr(matrix),
        np.ma.masked_array(matrix),
        np.unique(matrix),
        np.sort(matrix),
    )
    servant = server.RequestHandler({"same": lambda x, **keywords: x})
    request = batch.pack(
        ["call", "same", [matrix, [1, 2.5, "x", None, b""], {"filters": (3,)}], {"stride": (1, 2)}]
    )
    for _ in range(WARM):
        servant.handle_batch(batch.join([request], 1))
        wire.encode(np.float64(1), plain.to_plain)
        (
            np.pad(matrix, 1),
            np.allclose(matrix, matrix),
            np.tensordot(matrix, matrix, 1),
            matrix @ matrix,
            matrix.sum(axis=0),
        )
        np.einsum("ij,jk", np.lib.stride_tricks.sliding_window_view(matrix, 2, 0)[0], matrix[:2])
    seccomp.seccomp_program()
    server.RequestHandler().handle("load", "submission", [["warm", "raise ValueError"]])


def use_up(allocate: Any, sizes: Iterable[int]) -> None:
    """Allocate of each size until that takes fresh memory: what is free between older objects is a page to copy for each worker."""
    allocate.restype, allocate.argtypes = ctypes.c_void_p, [ctypes.c_size_t]
    for size in sizes:
        last = in_a_row = 0
        for _ in range(MAX_HOLES // size):
            place = allocate(size)
            in_a_row = in_a_row + 1 if size <= place - last < size + 16 else 0
            if in_a_row == FRESH:
                break
            last = place


def empty_folder() -> int:
    """Return a descriptor of a folder that is already deleted: nothing can ever be put into it, and nothing is left of it."""
    folder = Path(tempfile.mkdtemp())
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    folder.rmdir()
    return descriptor


def fork_worker(descriptor: int, jail: int, ruleset: int | None, limits: dict[str, int]) -> dict[str, Any]:
    """Fork a worker that serves on `descriptor`; return its pid and the layers that it locked itself down with."""
    reading, writing = os.pipe()
    allowed = lockdown.limits(**limits)
    parent, pid = os.getpid(), os.fork()
    if pid == 0:
        with contextlib.suppress(BaseException):
            become_worker(descriptor, writing, parent, jail, ruleset, allowed)
        os._exit(93)
    os.close(descriptor)
    os.close(writing)
    layers = os.read(reading, 4096).decode()
    os.close(reading)
    return {"pid": pid, "layers": layers.split()}


def become_worker(
    descriptor: int, report: int, parent: int, jail: int, ruleset: int | None, limits: list[tuple[int, int]]
) -> None:
    """Keep standard streams to nowhere and the socket, close everything else, lock down, report, serve."""
    with contextlib.suppress(OSError):
        os.write(
            os.open("/proc/self/oom_score_adj", os.O_WRONLY), b"1000"
        )  # the first to be ended where a container's memory runs out
    null = os.open("/dev/null", os.O_RDWR)
    high = [
        os.dup2(one, place)
        for place, one in enumerate((descriptor, report, jail, *filter(None, [ruleset])), FIRST_KEPT)
    ]
    for stream in (0, 1, 2):
        os.dup2(null, stream)
    os.dup2(high[0], WORKER_SOCKET)
    os.closerange(WORKER_SOCKET + 1, FIRST_KEPT + 1)
    os.closerange(high[-1] + 1, min(os.sysconf("SC_OPEN_MAX"), 1 << 16))
    report, jail, ruleset = high[1], high[2], high[3] if ruleset else None
    layers = lockdown.lock_down(parent, jail, ruleset, limits)
    os.write(report, " ".join(layers).encode())
    os.close(report)
    server.serve(WORKER_SOCKET, WORKER_SOCKET)


def end_worker(pid: int) -> dict[str, Any]:
    """Kill and reap a worker; return how it had ended, if it had."""
    os.kill(pid, signal.SIGKILL)
    return {"status": os.waitpid(pid, 0)[1]}
