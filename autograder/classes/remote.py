"""What runs on another machine: a plugin of a Dask worker holds its graders, warm for the whole run.

Dask un-pickles our own functions, this plugin, strings and bytes. Submissions come as JSON text, reports
leave as JSON text with the bytes of their files. A grader is a process of its own, so the Dask
worker survives what ends it.
"""

from __future__ import annotations

import contextlib
import json
import queue
import shutil
import socket
import tempfile
import threading
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, TypeAlias

from distributed import Worker, WorkerPlugin, get_worker

from autograder.classes.packed_course import PackedCourse
from autograder.classes.process_pool import GraderProcess
from autograder.classes.travelling import TravellingSetup
from autograder.classes.versions import Versions, difference, versions
from autograder.errors import AutograderError, SandboxError
from autograder.sandbox.limits import Limits

IDLE_SECONDS = 300.0
"""A grader without work for so long ends: its command may be gone. The next batch starts another."""
LOG_BYTES = 8_000
NOT_STARTED = "its graders have not started"
Reply: TypeAlias = tuple[dict[str, Any], list[bytes]]
"""`{"refused": why}`, or `{"replies": [...]}` with a word for each task, and the reports of the tasks."""


@dataclass(frozen=True)
class RemoteRun:
    """What a run says to each machine: what is graded there, and how."""

    token: str
    course: PackedCourse
    assignment: str
    limits: Limits
    languages: str
    publish: bool
    versions: Versions

    @property
    def plugin(self) -> str:
        """The name of its plugin: two runs may share a cluster."""
        return f"autograder-{self.token}"


class Graders(WorkerPlugin):  # type: ignore[misc]
    """The graders of a run in one Dask worker, one for each of its threads.

    `problem` says why there are none: then the worker refuses its tasks, and the run ends with an error.
    """

    def __init__(self, run: RemoteRun) -> None:
        self.run, self.name = run, run.plugin

    def setup(self, worker: Worker) -> None:
        """Start the graders, each with its self-test. An error becomes `problem`: Dask would only log it."""
        self.problem, self.isolation, self.ended = "", "", False
        self._free, self._all = queue.SimpleQueue[Grader](), list[Grader]()
        self._timer: threading.Timer | None = None
        self._lock = threading.Lock()
        self.folder = Path(tempfile.mkdtemp(prefix="autograder-", dir=worker.local_directory))
        try:
            if differs := difference(self.run.versions, versions()):
                raise SandboxError(f"it has {differs}")
            self.run.course.unpack(self.folder / "course")
            for number in range(worker.state.nthreads):
                self._all.append(Grader(self.run, self.folder, number))
            for grader in self._all:
                self.isolation = grader.wait()
                self._free.put(grader)
        except Exception as error:  # noqa: BLE001 - whatever it is, the command prints it with the machine
            self.problem = str(error) or type(error).__name__
            self.end()

    def teardown(self, worker: Worker) -> None:
        """End the graders, even in the middle of a task, and remove their files."""
        self.end()

    def end(self) -> None:
        self.ended = True
        self._rest()
        for grader in self._all:
            grader.end()
            grader.errors.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    def grade(self, isolation: str, texts: Iterable[str]) -> Reply:
        """Return the replies to tasks.

        Args:
            isolation: How the workers of the whole run are isolated. Others are refused.
        """
        if problem := self.problem or self._another(isolation):
            return {"refused": problem}, []
        grader = self._free.get()
        try:
            replies = [grader.grade(text) for text in texts if not self.ended]
        finally:
            if self.ended:
                grader.end()  # it may just have been started
            self._free.put(grader)
            self._rest()
        return {"replies": [words for words, _report in replies]}, [report for _words, report in replies]

    def _another(self, isolation: str) -> str:
        differs = isolation and isolation != self.isolation
        return f"it isolates student code by {self.isolation}, not by {isolation}" if differs else ""

    def _rest(self) -> None:
        """End the graders when nothing has come for a while."""
        with self._lock:
            if self._timer:
                self._timer.cancel()
            if not self.ended:
                self._timer = threading.Timer(IDLE_SECONDS, self._end_idle)
                self._timer.daemon = True
                self._timer.start()

    def _end_idle(self) -> None:
        idle = list[Grader]()
        with contextlib.suppress(queue.Empty):
            while True:
                idle.append(self._free.get_nowait())
        for grader in idle:
            if len(idle) == len(self._all):
                grader.end()
            self._free.put(grader)


class Grader:
    """A grader's process that is started again when it was ended."""

    def __init__(self, run: RemoteRun, folder: Path, number: int) -> None:
        self.setup = TravellingSetup(
            run.assignment, folder / "course", run.limits, run.languages, run.publish
        )
        self.log = folder / f"grader-{number}.log"
        self.errors: IO[bytes] = self.log.open("ab")
        self.process: GraderProcess | None = None
        self.isolation = ""
        self._start()

    def _start(self) -> GraderProcess:
        self.process = GraderProcess(self.errors)
        self.process.send(self.setup)
        return self.process

    def wait(self) -> str:
        """Wait until it has proven its isolation; return how. Raises what has kept it from starting."""
        process = self.process or self._start()
        if not self.isolation:
            self.isolation = process.receive("a grader was killed while it started")
        return self.isolation

    def grade(self, text: str) -> tuple[list[str], bytes]:
        """Return `["graded"]` and a report, `["killed", how, log]`, or `["error", text]`."""
        process = self.process or self._start()
        try:
            self.wait()
            process.send(text)
            return ["graded"], process.receive("it was killed")
        except SandboxError as error:
            how = process.how_it_ended() or str(error)
            self.end()
            return ["killed", how, self._last_lines()], b""
        except (AutograderError, OSError) as error:
            self.end()
            return ["error", str(error)], b""

    def _last_lines(self) -> str:
        with contextlib.suppress(OSError):
            return self.log.read_bytes()[-LOG_BYTES:].decode(errors="replace")
        return ""

    def end(self) -> None:
        """End the process; the next task starts another."""
        process, self.process, self.isolation = self.process, None, ""
        if process:
            process.kill()


def describe(plugin: str, dask_worker: Worker) -> tuple[str, str, str]:
    """Return the name of this machine, why it can't grade if so, and how it isolates student code."""
    found = dask_worker.plugins.get(plugin)
    problem = found.problem if isinstance(found, Graders) else NOT_STARTED
    return machine(dask_worker), problem, getattr(found, "isolation", "")


def machine(worker: Worker) -> str:
    """Return what names a machine in messages."""
    return f"{socket.gethostname()} ({worker.address})"


def grade_batch(plugin: str, isolation: str, texts: list[str]) -> list[bytes]:
    """Grade tasks on this machine; return the reply as JSON, and then a report for each task."""
    worker = get_worker()
    found = worker.plugins.get(plugin)
    started = isinstance(found, Graders)
    reply, reports = found.grade(isolation, texts) if started else ({"refused": NOT_STARTED}, [])
    return [json.dumps({"machine": machine(worker), **reply}).encode(), *reports]
