"""Measure grading on a cluster: `python tests/tools/bench_cluster.py share|workers|simulate [SUBMISSIONS]`.

share     the command's own CPU time for each submission, and that of all processes, with `-j 2` and with
          `--cluster local:2`, in turn
workers   the wall time of a class with 1, 2 and 4 local workers
simulate  the wall time of a class with 1 to 64 graders that sleep as long as a submission of a large class
          takes (`make scale`): what the command, the client and the scheduler can keep busy
"""

from __future__ import annotations

import contextlib
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from unittest import mock

from attack_field import adopt_orphans
from bench import ROOT, class_of_answers
from distributed import LocalCluster

from autograder.classes import cluster, remote
from autograder.classes.cluster import ClusterPool, ClusterSetup
from autograder.classes.interrupts import InterruptSignals
from autograder.classes.journal_file import open_journal
from autograder.classes.pool import Task
from autograder.classes.process_pool import GraderProcess
from autograder.classes.run import Graded, grade_class
from autograder.classes.travelling import TravellingSetup, packed, task_from, task_text, unpacked
from autograder.exercises.load import find_assignment
from autograder.reports.folder import OutputFolder
from autograder.sandbox.limits import Limits
from autograder.submissions.collect import find_class
from autograder.submissions.submission import Submission

FEW, ROUNDS = 32, 3
OWN = """
import resource, sys
from autograder.cli import main
try:
    main()
finally:
    used = resource.getrusage(resource.RUSAGE_SELF)
    print("OWN", used.ru_utime + used.ru_stime, file=sys.stderr)
"""
SIMULATED, SECONDS = (1, 2, 4, 8, 16, 32, 64), 0.1


def graded(folder: Path, out: Path, *options: str) -> tuple[float, float, float]:
    """Grade a class; return the command's own CPU seconds, those of all processes, and the wall time."""
    words = ["grade", "homework", str(folder), "-o", str(out), "--fresh", *options]
    command = [sys.executable, "-c", OWN, *words, "--solutions", str(ROOT / "solutions")]
    before, start = _children(), time.perf_counter()
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT)
    wall = time.perf_counter() - start
    with contextlib.suppress(ChildProcessError):
        while True:  # what the command has left to be adopted
            os.waitpid(-1, 0)
    if done.returncode:
        sys.exit(done.stderr)
    own = next(line.split()[1] for line in done.stderr.splitlines() if line.startswith("OWN"))
    return float(own), _children() - before, wall


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def share(place: Path, count: int) -> None:
    """Print what a submission more costs, start-up aside."""
    few, many = class_of_answers(place / "few", FEW), class_of_answers(place / "many", FEW + count)
    kinds = {"-j 2": ("-j", "2"), "--cluster local:2": ("--cluster", "local:2")}
    costs: dict[str, list[tuple[float, ...]]] = {kind: [] for kind in kinds}
    for _ in range(ROUNDS):
        for kind, options in kinds.items():
            a, b = (graded(folder, place / "out", *options) for folder in (few, many))
            costs[kind].append(tuple((after - before) / count for before, after in zip(a, b, strict=True)))
    for kind, found in costs.items():
        own, everything, wall = (1000 * statistics.median(one) for one in zip(*found, strict=True))
        print(
            f"{kind}: {own:.1f} ms CPU in the command, {everything:.1f} in all processes, {wall:.1f} ms wall"
        )


def workers(place: Path, count: int) -> None:
    """Print the wall time of a class with several numbers of local workers."""
    folder = class_of_answers(place / "class", count)
    for number in (1, 2, 4):
        _own, everything, wall = graded(folder, place / "out", "--cluster", f"local:{number}")
        print(f"{number} workers: {wall:.1f} s wall with start-up, {everything:.1f} s CPU", flush=True)


class SleepingGraders(remote.Graders):
    """Graders that sleep: each reply is one that a real grader gave."""

    def __init__(self, run: remote.RemoteRun, reply: bytes, name: str, seconds: float) -> None:
        super().__init__(run)
        self.reply, self.named, self.seconds = reply, name, seconds

    def setup(self, worker: object) -> None:
        self.problem, self.isolation, self.ended = "", "simulated", False

    def teardown(self, worker: object) -> None:
        self.ended = True

    def grade(self, isolation: str, texts: Iterable[str]) -> remote.Reply:
        replies, (record, files) = [], unpacked(self.reply)
        for text in texts:
            name, start = task_from(text).submission.name, time.monotonic()
            renamed = {place.replace(self.named, name): data.decode() for place, data in files.items()}
            replies.append(packed(record.replace(self.named, name), renamed))
            time.sleep(max(0.0, self.seconds - (time.monotonic() - start)))
        return {"replies": [["graded"]] * len(replies)}, replies


def simulate(place: Path, count: int) -> None:
    """Print the wall time with several numbers of sleeping graders, and how busy they were."""
    (folder,) = [class_of_answers(place / "class", count)]
    (one,) = find_class([folder / "student0.py"], "homework", None)[0]
    class_ = list(find_class([folder], "homework", None)[0])
    reply, measured = real_reply(place, one)
    seconds = SECONDS
    print(f"a grader takes {1000 * seconds:.0f} ms; now it takes {1000 * measured:.0f} ms", flush=True)
    for number in SIMULATED:
        wall, own = simulated(place / f"out{number}", class_, number, (reply, one.name, seconds))
        busy = count * seconds / number / wall
        print(
            f"{number} graders: {wall:.1f} s, {count / wall:.0f} a second, graders busy {busy:.0%}, "
            f"{1000 * own / count:.1f} ms CPU in the command",
            flush=True,
        )


def real_reply(place: Path, submission: Submission) -> tuple[bytes, float]:
    """Return what a grader replies to a right submission, and how long it takes, when it is warm."""
    setup = TravellingSetup("homework", ROOT / "solutions", Limits(), "en", False)
    process = GraderProcess()
    try:
        process.send(setup)
        process.receive("it ended")
        times = []
        for _ in range(20):
            start = time.perf_counter()
            process.send(task_text(task_of(submission)))
            reply = process.receive("it ended")
            times.append(time.perf_counter() - start)
        return reply, statistics.median(times)
    finally:
        process.kill()


def task_of(submission: Submission) -> Task:
    checks = len(find_assignment("homework", ROOT / "solutions").checks)
    return Task(submission, tuple(range(checks)), write_results=True)


def simulated(
    out: Path, class_: list[Submission], number: int, reply: tuple[bytes, str, float]
) -> tuple[float, float]:
    """Grade with sleeping graders, the threads of two workers; return wall time and own CPU time."""
    assignment = find_assignment("homework", ROOT / "solutions")
    pool = ClusterPool(ClusterSetup("local:1", assignment, Limits(), OutputFolder(out)))
    with mock.patch.object(cluster, "Graders", lambda run: SleepingGraders(run, *reply)):
        with threads(number), open_journal(out, fresh=True) as journal, pool:
            journal.begin(assignment, Limits(), pool.isolation)
            start, before = time.perf_counter(), time.process_time()
            done: list[Graded] = list(grade_class(class_, pool, journal, InterruptSignals()))
            wall, own = time.perf_counter() - start, time.process_time() - before
    assert len(done) == len(class_)
    return wall, own


@contextlib.contextmanager
def threads(number: int) -> Iterator[None]:
    """Give the local cluster's worker so many threads."""

    def with_threads(**options: object) -> object:
        return LocalCluster(**{**options, "threads_per_worker": number})

    with mock.patch("autograder.classes.dask_cluster.LocalCluster", with_threads):
        yield


def main(part: str, count: int = 400) -> None:
    adopt_orphans()
    with tempfile.TemporaryDirectory() as temporary:
        {"share": share, "workers": workers, "simulate": simulate}[part](Path(temporary), count)


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    main(sys.argv[1], *map(int, sys.argv[2:]))
