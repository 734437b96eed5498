"""Grades submissions with stock otter, two at a time, in forks of one process that has imported otter.

Called as a program: `attack_otter_run.py AUTOGRADER OUT`, where OUT holds `jobs.json`, a list of
[number, path, cold]. Each fork calls what `otter run` calls. It notes in `log` how that ended, and which
processes it left. otter starts a Jupyter kernel for its own two cells, in a folder that our plugin has
emptied. Unless `cold`, that kernel is a fork as well.

Without arguments it serves: a line of its input is a list [path, AUTOGRADER, OUT, cold], and a line of its
output the note on that submission.
"""

from __future__ import annotations

import hashlib
import json
import os
import signal
import socket
import sys
import time
import traceback
from collections import deque
from contextlib import suppress
from pathlib import Path
from typing import Any

import dill  # noqa: F401 - otter imports it, and the next three, only when they are needed
import ipykernel.ipkernel
import ipykernel.kernelapp
import nbconvert.preprocessors  # noqa: F401
import otter.execute.preprocessor
import otter.run
import otter.run.run_autograder.runners.python_runner
from attack_field import adopt_orphans, left_over
from parity import cases

from autograder.otter import plugin as otter_plugin

SIDE_BY_SIDE = 2
LONGEST = 100  # seconds; then the alarm ends the fork
KERNEL = """
import os, signal, socket, sys

signal.signal(signal.SIGINT, signal.SIG_IGN)
kernel = socket.socket(socket.AF_UNIX)
kernel.connect(sys.argv[1])
kernel.send(f"{os.getcwd()}\\0{sys.argv[2]}".encode())
kernel.recv(1)  # until it has ended
"""


def main(autograder: str, out: Path) -> None:
    waiting, running = deque(json.loads((out / "jobs.json").read_text())), 0
    while waiting or running:
        while waiting and running < SIDE_BY_SIDE:
            number, path, cold = waiting.popleft()
            running += 1
            if not os.fork():
                note = {"number": number, **run(path, autograder, out / str(number), cold)}
                with (out / "log").open("a") as log:
                    log.write(json.dumps(note) + "\n")
                os._exit(0)
        os.wait()
        running -= 1


def serve() -> None:
    """Grade the submissions that are named in the input, one after another."""
    for line in sys.stdin:
        path, autograder, out, cold = json.loads(line)
        if not os.fork():
            note = run(path, autograder, Path(out), cold)
            Path(out, "note.json").write_text(json.dumps(note))
            os._exit(0)
        os.wait()
        print(Path(out, "note.json").read_text(), flush=True)


def run(path: str, autograder: str, out: Path, cold: bool) -> dict[str, Any]:
    """Grade one submission in this process, which does nothing else; return the note on it."""
    out.mkdir()
    signal.alarm(LONGEST)
    adopt_orphans()
    for stream in (1, 2):
        os.dup2(os.open(out / "printed", os.O_WRONLY | os.O_CREAT | os.O_APPEND), stream)
    kernel = 0 if cold else warm_kernel(out)
    note: dict[str, Any] = {"start": time.time(), "error": ""}
    otter_plugin.grade_packed = noting(otter_plugin.grade_packed, note)  # type: ignore[attr-defined]
    try:
        results = otter.run.main(path, autograder=autograder, output_dir=str(out), no_logo=True)
        (out / "cases.json").write_text(json.dumps(cases(results)))
    except Exception as error:  # noqa: BLE001 - whatever it is, `otter run` would print it
        traceback.print_exc()
        note["error"] = f"{type(error).__name__}: {error}"
        if kernel:
            os.kill(kernel, signal.SIGKILL)  # otter may not have come so far
    note["seconds"] = time.time() - note["start"]
    note["left"] = left_over(3)
    for process in note["left"]:
        with suppress(ProcessLookupError):
            os.kill(process, signal.SIGKILL)
    results = out / "results.json"
    note["results"] = hashlib.sha256(results.read_bytes()).hexdigest() if results.is_file() else ""
    return note


def noting(grade: Any, note: dict[str, Any]) -> Any:
    def noted(*arguments: Any) -> Any:
        note["graded"] = time.time()
        return grade(*arguments)

    return noted


def warm_kernel(out: Path) -> int:
    """Fork a process that becomes otter's kernel, tell Jupyter about it, and return its id."""
    server, place = socket.socket(socket.AF_UNIX), str(out / "kernel")
    server.bind(place)
    server.listen()
    if pid := os.fork():
        specification = {
            "argv": [sys.executable, "-ISc", KERNEL, place, "{connection_file}"],
            "display_name": "",
            "language": "python",
        }
        kernel = out / "jupyter" / "kernels" / "python3" / "kernel.json"
        kernel.parent.mkdir(parents=True)
        kernel.write_text(json.dumps(specification))
        os.environ["JUPYTER_PATH"] = str(out / "jupyter")
        server.close()
        return pid
    connection, _ = server.accept()
    folder, file = connection.recv(1000).decode().split("\0")
    os.chdir(folder)
    ipykernel.kernelapp.launch_new_instance(argv=["-f", file])
    os._exit(0)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2])) if sys.argv[1:] else serve()
