"""Graders on several machines: a pool whose tasks travel through Dask. See docs/cluster.md."""

from __future__ import annotations

import contextlib
import json
import queue
import time
import uuid
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import CancelledError
from dataclasses import dataclass
from typing import Any

from distributed import Client, Future, KilledWorker

from autograder.classes.batches import Batch, Batches
from autograder.classes.cluster_address import graders_of
from autograder.classes.cluster_log import ClusterLog
from autograder.classes.dask_cluster import connected, open_client
from autograder.classes.packed_course import pack_course
from autograder.classes.pool import Pool, Task, alarm
from autograder.classes.remote import Graders, RemoteRun, describe, grade_batch
from autograder.classes.travelling import report_from, task_text, unpacked
from autograder.classes.versions import Versions, difference, versions
from autograder.errors import AutograderError, SandboxError
from autograder.exercises.assignment import Assignment
from autograder.i18n import wanted_languages
from autograder.reports.folder import OutputFolder
from autograder.results import Report
from autograder.sandbox.limits import Limits
from autograder.text import clean_text

LOOK_SECONDS, REPLY_SECONDS = 2.0, 30.0
"""Between two looks at the cluster; for a reply of the scheduler."""
START_SECONDS, BACK_SECONDS = 60.0, 120.0
"""To wait for a first machine; for a scheduler or for machines that were there before."""
GO_ON = "The same command goes on where this one has stopped"


class SchedulerLost(Exception):
    """The connection to the scheduler has ended."""


@dataclass(frozen=True)
class ClusterSetup:
    """What is graded on a cluster, and where the files go. `level` is the least isolation, "A" or "B"."""

    cluster: str
    assignment: Assignment
    limits: Limits
    folder: OutputFolder
    level: str = "B"


class ClusterPool(Pool):
    """Grades on a Dask cluster. The command writes the result files, which graders have made."""

    can_write_results = True

    def __init__(self, setup: ClusterSetup) -> None:
        super().__init__()
        self._setup = setup
        self._graders, self._last_seen = 0, time.monotonic()
        self._seen, self._looked = set[str](), 0.0
        self._finished = queue.SimpleQueue[tuple[Batch, Future]]()
        self._futures = dict[Batch, Future]()
        self._log = ClusterLog(setup.folder)
        self._run = RemoteRun(
            uuid.uuid4().hex,
            pack_course(setup.assignment),
            setup.assignment.name,
            setup.limits,
            ":".join(wanted_languages()),
            setup.folder.publish,
            versions(),
        )

    def _start(self, stack: contextlib.ExitStack) -> None:
        self._stack = stack.enter_context(contextlib.ExitStack())
        self._client: Client = self._stack.enter_context(open_client(self._setup.cluster))
        stack.callback(self._stop)
        self._prepare(START_SECONDS)

    def _prepare(self, seconds: float) -> None:
        """Wait for machines, and start a grader for each of their threads. Raises SandboxError."""
        end = time.monotonic() + seconds
        while not self._look():
            if time.monotonic() > end:
                raise SandboxError(f"no machine is in the cluster {clean_text(self._setup.cluster)}. {GO_ON}")
            time.sleep(0.2)
        self._compare_versions()
        self._client.register_plugin(Graders(self._run))
        levels = list(self._sync(self._client._run, describe, self._run.plugin).values())
        for machine, problem, _isolation in levels:
            if problem:
                raise SandboxError(f"{machine} can't grade: {problem}")
        self._compare_isolation([(machine, isolation) for machine, _problem, isolation in levels])

    def _compare_versions(self) -> None:
        """Compare Python and NumPy before anything is un-pickled there, and then our own sources."""
        found = self._sync(self._client._get_versions)["workers"]
        ours = self._run.versions
        for address, one in found.items():
            python = ".".join(one["host"]["python"].split(".")[:3])
            theirs = Versions(ours.package, ours.sources, python, one["packages"]["numpy"] or "none")
            _refuse(address, difference(ours, theirs))
        for address, theirs in self._sync(self._client._run, versions, on_error="return").items():
            if isinstance(theirs, Exception):
                _refuse(address, f"no conv-autograder that works: {type(theirs).__name__}: {theirs}")
            _refuse(address, difference(ours, theirs))

    def _compare_isolation(self, found: list[tuple[str, str]]) -> None:
        machine, isolation = found[0]
        for other, another in found:
            if self._setup.level == "A" and not another.startswith("level A"):
                raise SandboxError(f"{other} isolates student code by {another}, and level A was asked for")
            if another != (self.isolation or isolation):
                first = f"{machine} by {self.isolation or isolation}"
                raise SandboxError(f"{other} isolates student code by {another}, and {first}")
        self.isolation = isolation

    def grade_tasks(self, tasks: Iterable[Task]) -> Iterator[Report]:
        """Yield the reports as they arrive. If the scheduler is lost, what was under way is sent again."""
        batches = Batches(tasks)
        while batches.left:
            try:
                self._send(batches)
                yield from self._receive(batches)
            except SchedulerLost:
                self._connect_again(batches)

    def _send(self, batches: Batches) -> None:
        if time.monotonic() > self._looked + LOOK_SECONDS and self._look():
            batches.send_late_again(self._graders, time.monotonic())
        if time.monotonic() > self._last_seen + BACK_SECONDS:
            raise SandboxError(f"no machine is left in the cluster, and none came back. {GO_ON}")
        while batch := batches.take(self._graders, time.monotonic()):
            texts = [task_text(task) for task in batch.tasks]
            key = f"{self._run.plugin}-{uuid.uuid4().hex}"
            future = self._client.submit(
                grade_batch, self._run.plugin, self.isolation, texts, key=key, pure=False
            )
            self._futures[batch] = future
            future.add_done_callback(lambda done, sent=batch: self._finished.put((sent, done)))

    def _look(self) -> bool:
        """Count the graders; return whether there are any. Raises SchedulerLost."""
        self._looked = time.monotonic()
        if self._client.status != "running":
            raise SchedulerLost
        threads = self._sync(self._client.scheduler.ncores)
        for address in self._seen - threads.keys():
            self._log.keep(address, "this worker is gone", self._logs())
        self._seen, self._graders = set(threads), sum(threads.values())
        if threads:
            self._last_seen = time.monotonic()
        return bool(threads)

    def _receive(self, batches: Batches) -> Iterator[Report]:
        try:
            batch, future = self._finished.get(timeout=0.5)
        except queue.Empty:
            return
        if self._futures.pop(batch, None) is None:
            return  # of a scheduler that is gone
        if future.cancelled():
            raise SchedulerLost  # the batch is still under way, and will be sent again
        error = future.exception(timeout=REPLY_SECONDS) if future.status == "error" else None
        head, reports = ({}, []) if error else self._result(future)
        batches.close(batch, time.monotonic())
        if error:
            yield from self._failed(batch, error, batches)
        else:
            yield from self._replies(batch, head, reports, batches)

    def _result(self, future: Future) -> tuple[dict[str, Any], list[bytes]]:
        try:
            head, *reports = future.result(timeout=REPLY_SECONDS)
        except (CancelledError, OSError, TimeoutError):
            raise SchedulerLost from None
        with replies_are_checked():
            return json.loads(head), reports

    def _failed(self, batch: Batch, error: BaseException, batches: Batches) -> Iterator[Report]:
        """Send a batch again whose machines were lost. One submission alone is at fault after some times."""
        if not isinstance(error, KilledWorker):
            raise SandboxError(f"a machine can't grade: {clean_text(error, 300)}")
        self._log.keep(str(error.last_worker.address), str(error), self._logs())
        if len(batch.tasks) > 1:
            batches.send_again(batch.tasks)
        else:
            yield from self._lost(batch.tasks[0], "its machine was lost", batches)

    def _replies(
        self, batch: Batch, reply: dict[str, Any], reports: list[bytes], batches: Batches
    ) -> Iterator[Report]:
        machine = clean_text(reply["machine"])
        if problem := reply.get("refused", ""):
            raise SandboxError(f"{machine} can't grade: {clean_text(problem)}")
        replies = reply["replies"]
        batches.send_again(batch.tasks[len(replies) :])  # it was told to stop
        for task, (kind, *words), report in zip(batch.tasks, replies, reports, strict=False):
            if kind == "graded":
                yield from self._graded(task, report, batches)
            elif kind == "killed":
                self._log.keep(
                    machine, f"the grader of {clean_text(task.submission.name)}: {words[0]}", words[1]
                )
                yield from self._lost(task, words[0], batches)
            else:
                raise SandboxError(f"{machine}: {clean_text(words[0], 300)}")

    def _graded(self, task: Task, data: bytes, batches: Batches) -> Iterator[Report]:
        if not batches.done(task.submission.name):
            return  # it was sent twice
        with replies_are_checked():
            record, files = unpacked(data)
            report = report_from(record, self._setup.assignment)
        if report.submission != task.submission.name:
            raise SandboxError(f"a reply about {clean_text(report.submission)} came for another submission")
        if task.write_results:
            self._setup.folder.write_files(report.submission, files)
        yield report

    def _lost(self, task: Task, how: str, batches: Batches) -> Iterator[Report]:
        if batches.lost(task) and batches.done(task.submission.name):
            log = f"{self._setup.folder.path.name}/{self._log.name} has what is known"
            report = alarm(self._setup.assignment, task, f"its grader was lost three times: {how}; {log}")
            if task.write_results:
                self._setup.folder.write_submission(report, self._setup.assignment, task.submission.code)
            yield report

    def _connect_again(self, batches: Batches) -> None:
        """Wait for a scheduler at the same address, and send again what was under way."""
        self._log.keep("scheduler", "the connection to the scheduler has ended", "")
        batches.forget_under_way()
        self._futures.clear()
        if graders_of(self._setup.cluster) is not None:
            raise SandboxError(f"the local cluster has ended. {GO_ON}")
        end = time.monotonic() + BACK_SECONDS
        while True:
            try:
                self._stack.close()
                self._client = self._stack.enter_context(connected(self._setup.cluster))
                self._prepare(max(1.0, end - time.monotonic()))
                return
            except (SchedulerLost, SandboxError) as error:
                if time.monotonic() > end:
                    raise SandboxError(f"the scheduler is gone: {clean_text(error)}. {GO_ON}") from None
                time.sleep(1)

    def _sync(self, function: Callable[..., Any], *arguments: Any, **options: Any) -> Any:
        """Return the reply of the scheduler. Raises SchedulerLost if it does not come."""
        try:
            return self._client.sync(function, *arguments, callback_timeout=REPLY_SECONDS, **options)
        except AutograderError:
            raise
        except (OSError, TimeoutError, CancelledError, AttributeError):  # AttributeError: it is not connected
            raise SchedulerLost from None

    def _logs(self) -> str:
        """Return the last lines of the scheduler and of what watches its workers, as far as they answer."""
        found = list[str]()
        for function, options in (
            (self._client.scheduler.logs, {"n": 50}),
            (self._client.scheduler.worker_logs, {"n": 50, "nanny": True}),
        ):
            with contextlib.suppress(Exception):
                found.append(repr(self._client.sync(function, callback_timeout=3, **options)))
        return "\n".join(found)

    def _stop(self) -> None:
        """Cancel what is under way, and end the graders elsewhere. All of it takes a second at the most."""
        if self._client.status != "running":
            return  # a worker whose scheduler is gone ends, and its graders with it
        with contextlib.suppress(Exception):
            self._client.sync(
                self._client._cancel, list(self._futures.values()), force=True, callback_timeout=0.4
            )
        with contextlib.suppress(Exception):
            self._client.sync(self._client._unregister_worker_plugin, self._run.plugin, callback_timeout=0.8)


@contextlib.contextmanager
def replies_are_checked() -> Iterator[None]:
    """Turn what is no reply into an error of the machine that sent it."""
    try:
        yield
    except (ValueError, TypeError) as error:
        raise SandboxError(f"a machine sent what is no reply: {clean_text(error, 200)}") from None


def _refuse(machine: str, difference: str) -> None:
    if difference:
        raise SandboxError(f"the machine {machine} has {difference}. Install the same on all machines")
