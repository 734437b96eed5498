"""The zygote: a warm process with numpy loaded and nothing secret, from which locked-down workers are forked.

It is started by exec, never forked from the grader, and ends when the grader does.
It speaks JSON with the grader over one SEQPACKET socket:

    {"fork": limits}, with the worker's socket attached  ->  {"pid": …, "layers": […]}
    {"end": pid}                                         ->  {"status": how it ended, as waitpid(2) says it}
"""

from __future__ import annotations

import contextlib
import gc
import json
import os
import signal
import socket
from dataclasses import replace
from pathlib import Path
from typing import Any

from autograder.worker import batch, import_policy, lockdown, plain, seccomp, server, shared_pages, wire
from autograder.worker.file_table import FileTable
from autograder.worker.operations import Operation, kept
from autograder.worker.replaced import Replaced

WORKER_SOCKET = 3
FIRST_KEPT = 200  # while a worker sorts its descriptors, it keeps what it needs from this number on
WARM_UP_ROUNDS = 20
REAL_OPEN = os.open  # `os.open` itself is replaced for what workers run
COLLECTOR_THRESHOLD = 50_000  # a worker's life is short


def main(control_descriptor: int, parent: int, *packages: str) -> None:
    """Warm up, report ready, then fork and end workers as requested, until the grader is gone.

    Args:
        packages: Those that all workers have, besides numpy.
    """
    lockdown.end_with(parent)
    if packages:
        from autograder.worker import data_warm_up  # imports much, which only these zygotes need

        data_warm_up.prepare(packages)
    import_policy.preload(packages)
    warm_up()
    library_files = data_warm_up.warm_up(packages) if packages else {}
    threads = len(list(Path("/proc/self/task").iterdir()))
    control = socket.socket(fileno=control_descriptor)
    prepared = lockdown.prepare(parent)
    files = FileTable()
    files.serve(library_files)
    Replaced(files).install()  # nothing is read from here on, by this process either
    gc.collect()
    shared_pages.fill_free_memory()
    gc.freeze()
    gc.set_threshold(COLLECTOR_THRESHOLD)
    # From here on, a closed socket ends this process. The kernel would end it with the grader's thread that
    # has started it, which may be too early.
    lockdown.libc.prctl(lockdown.PR_SET_PDEATHSIG, 0, 0, 0, 0)
    with contextlib.suppress(ConnectionError):
        handle_requests(control, prepared, files, {"ready": threads == 1})
    os._exit(0)


def handle_requests(
    control: socket.socket, prepared: lockdown.Prepared, files: FileTable, first_reply: dict[str, Any]
) -> None:
    """Send the first reply, then handle one request after another until the socket is closed."""
    reply = first_reply
    while True:
        control.send(json.dumps(reply).encode())
        message, descriptors, _, _ = socket.recv_fds(control, 1 << 16, 1)
        if not message:
            return
        request = json.loads(message)
        if "fork" in request:
            reply = fork_worker(descriptors[0], prepared, files, request["fork"])
        else:
            reply = end_worker(request["end"])


def warm_up() -> None:
    """Do once what loads more code, since a worker can't load any; do often what every worker does.

    Python specialises code that has run a few times (PEP 659): workers then find it specialised.
    """
    import numpy as np

    matrix = np.random.default_rng(0).normal(size=(3, 3))
    np.linalg.svd(matrix)
    np.fft.fft2(matrix)
    np.array_repr(matrix)
    np.ma.masked_array(matrix)
    np.unique(matrix)
    np.sort(matrix)
    handler = server.RequestHandler({"same": lambda x, **keywords: x})
    arguments = [matrix, [1, 2.5, "x", None, b""], {"filters": (3,)}]
    request = batch.pack(["call", "same", arguments, {"stride": (1, 2)}])
    called = Operation("call", (Operation("name", ("same",)), [[1, "x"]], {}), 0)
    steps = [Operation("operator", ("getitem", called, 0)), Operation("attribute", (kept(0), "append"))]
    requests = [request, *(batch.pack(["do", step, False]) for step in steps)]
    for _ in range(WARM_UP_ROUNDS):
        handler.handle_batch(batch.join(requests, len(requests)))
        wire.encode(np.float64(1), plain.to_plain)
        np.pad(matrix, 1)
        np.allclose(matrix, matrix)
        np.tensordot(matrix, matrix, 1)
        _ = matrix @ matrix
        matrix.sum(axis=0)
        windows = np.lib.stride_tricks.sliding_window_view(matrix, 2, 0)
        np.einsum("ij,jk", windows[0], matrix[:2])
    seccomp.seccomp_program()
    server.RequestHandler().handle("load", "submission", [["warm", "raise ValueError"]])


def fork_worker(
    descriptor: int, prepared: lockdown.Prepared, files: FileTable, limits: dict[str, int]
) -> dict[str, Any]:
    """Fork a worker that serves on `descriptor`; return its pid and the layers of its lockdown."""
    reading, writing = os.pipe()
    resource_limits = lockdown.resource_limits(**limits)
    parent, pid = os.getpid(), os.fork()
    if pid == 0:
        with contextlib.suppress(BaseException):
            become_worker(descriptor, writing, parent, prepared, files, resource_limits)
        os._exit(93)
    os.close(descriptor)
    os.close(writing)
    layers = os.read(reading, 4096).decode()
    os.close(reading)
    return {"pid": pid, "layers": layers.split()}


def become_worker(
    descriptor: int,
    report: int,
    parent: int,
    prepared: lockdown.Prepared,
    files: FileTable,
    limits: list[tuple[int, int]],
) -> None:
    """Keep the socket and streams that lead nowhere, close the rest; lock down, report the layers, serve."""
    with contextlib.suppress(OSError):  # where a container's memory runs out, a worker is killed first
        os.write(REAL_OPEN("/proc/self/oom_score_adj", os.O_WRONLY), b"1000")
    null = REAL_OPEN("/dev/null", os.O_RDWR)
    needed = (descriptor, report, prepared.jail, *filter(None, [prepared.ruleset]))
    kept = [os.dup2(old, new) for new, old in enumerate(needed, FIRST_KEPT)]
    for stream in (0, 1, 2):
        os.dup2(null, stream)
    os.dup2(kept[0], WORKER_SOCKET)
    os.closerange(WORKER_SOCKET + 1, FIRST_KEPT + 1)
    os.closerange(kept[-1] + 1, min(os.sysconf("SC_OPEN_MAX"), 1 << 16))
    report = kept[1]
    moved = replace(prepared, jail=kept[2], ruleset=kept[3] if prepared.ruleset else None)
    layers = lockdown.lock_down(parent, moved, limits)
    os.write(report, " ".join(layers).encode())
    os.close(report)
    server.serve(WORKER_SOCKET, WORKER_SOCKET, server.RequestHandler(files=files))


def end_worker(pid: int) -> dict[str, Any]:
    """Kill and reap a worker; return how it had ended."""
    os.kill(pid, signal.SIGKILL)
    _pid, status, usage = os.wait4(pid, 0)
    return {"status": status, "memory_bytes": usage.ru_maxrss << 10}
