"""Grade a class on a cluster that loses machines: `python tests/tools/chaos_cluster.py [SUBMISSIONS] [SEED]`.

A scheduler and two workers on loopback. While the class is graded, a worker is killed, the scheduler is
killed and another one takes its place, and at last the scheduler is killed for good and the command stopped.
The same command goes on on another cluster. In the end all scores must be those that are known beforehand,
nothing is graded twice after it was kept, and no process or file is left.
"""

from __future__ import annotations

import contextlib
import csv
import os
import random
import re
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from attack_field import adopt_orphans, left_over
from loopback import Loopback
from scale import ROOT, compose

SECONDS = 900.0  # for a part of the run, on a busy machine


class Run:
    """A class, and the command that grades it."""

    def __init__(self, place: Path, count: int, seed: int) -> None:
        self.out, self.scratch, self.chance = place / "out", place / "scratch", random.Random(seed)
        self.scratch.mkdir()
        self.place, self.problems = place, list[str]()
        self.scores = compose(place / "class", count)
        self.command: subprocess.Popen[str] | None = None

    def start(self, cluster: Loopback, address: str) -> None:
        words = ["grade", "homework", str(self.place / "class"), "-o", str(self.out), "--cluster", address]
        command = [sys.executable, "-m", "autograder", *words, "--solutions", str(ROOT / "solutions")]
        environment = {**cluster.environment, "TMPDIR": str(self.scratch), "PYTHONPATH": str(ROOT)}
        pipe = subprocess.PIPE
        self.command = subprocess.Popen(
            command, env=environment, stdout=pipe, stderr=pipe, text=True, cwd=ROOT
        )

    def graded(self) -> int:
        """Return how many submissions are in the journal."""
        with contextlib.suppress(sqlite3.OperationalError):
            with contextlib.closing(
                sqlite3.connect(f"file:{self.out / 'grades.db'}?mode=ro", uri=True)
            ) as one:
                return int(one.execute("SELECT count(DISTINCT submission) FROM checks").fetchone()[0])
        return 0

    def wait_for(self, share: float) -> None:
        """Wait until about this share of the class is graded."""
        wanted, end = share * len(self.scores), time.monotonic() + SECONDS
        while (
            self.graded() < wanted and time.monotonic() < end and self.command and self.command.poll() is None
        ):
            time.sleep(0.1)
        time.sleep(self.chance.uniform(0, 1))

    def end(self, status: int) -> str:
        """Wait for the end of the command, and expect its status."""
        if self.command is None:
            return ""
        try:
            printed, said = self.command.communicate(timeout=SECONDS)
        except subprocess.TimeoutExpired:
            self.command.kill()
            printed, said = self.command.communicate()
        if self.command.returncode != status or "Traceback" in said:
            self.problems.append(f"status {self.command.returncode}, not {status}: {said[-1500:]}")
        return printed

    def stop(self) -> None:
        """Press Ctrl-C: two seconds, and what the machine needs to write the views of the class."""
        if self.command:
            self.command.send_signal(signal.SIGINT)
            start = time.monotonic()
            self.end(130)
            print(f"stopped after {time.monotonic() - start:.1f} s", flush=True)

    def look(self, printed: str, kept: int) -> None:
        """Compare all scores; what was kept before must have been reused."""
        with (self.out / "final_grades.csv").open(encoding="utf-8") as table:
            rows = [row for row in csv.DictReader(table) if row["file"] != "points-per-question"]
        got = {row["file"].removesuffix(".py"): float(row["total_points_earned"] or -1) for row in rows}
        wrong = {
            name: (points, got.get(name)) for name, points in self.scores.items() if got.get(name) != points
        }
        found = re.search(r"^(\d+) of \d+ reused", printed, re.MULTILINE)
        if wrong or len(rows) != len(self.scores):
            self.problems.append(f"{len(rows)} rows, wrong scores: {dict(list(wrong.items())[:5])}")
        if int(found[1] if found else 0) < kept:
            self.problems.append(f"{kept} were kept, and only {found and found[1]} were reused")
        print(f"exact scores: {len(self.scores) - len(wrong)} of {len(self.scores)}", flush=True)


def disturb(run: Run) -> None:
    """Grade with losses, stop, and go on elsewhere."""
    with Loopback(run.place / "first") as cluster:
        run.start(cluster, cluster.address)
        run.wait_for(run.chance.uniform(0.02, 0.2))
        print(f"{run.graded()} graded: a worker is killed", flush=True)
        cluster.kill_worker(run.chance.randrange(2))
        cluster.start_worker()
        run.wait_for(run.chance.uniform(0.25, 0.4))
        print(f"{run.graded()} graded: the scheduler is killed, and another one starts", flush=True)
        cluster.kill_scheduler()
        time.sleep(1)
        cluster.start_scheduler()
        while cluster.workers:
            cluster.kill_worker(0)  # a worker whose scheduler is gone ends by itself, too
        for _ in range(2):
            cluster.start_worker()
        run.wait_for(run.chance.uniform(0.5, 0.7))
        print(f"{run.graded()} graded: the scheduler is killed for good", flush=True)
        cluster.kill_scheduler()
        time.sleep(run.chance.uniform(0, 3))
        run.stop()
        if run.problems:
            print(cluster.logs())
    kept = run.graded()
    with Loopback(run.place / "second") as cluster:
        run.start(cluster, str(cluster.scheduler_file)) if wait_for(cluster.scheduler_file) else None
        run.look(run.end(0), kept)


def wait_for(file: Path, seconds: float = 60) -> bool:
    end = time.monotonic() + seconds
    while not file.is_file() and time.monotonic() < end:
        time.sleep(0.1)
    return file.is_file()


def main(count: int = 300, seed: int = 0) -> int:
    """Compose, disturb, compare; return how many things are not as they must be."""
    adopt_orphans()
    seed, start = seed or random.SystemRandom().randrange(1 << 32), time.monotonic()
    print(f"{count} submissions, seed {seed}", flush=True)
    before = frozenset(left_over(0))
    with tempfile.TemporaryDirectory() as temporary:
        run = Run(Path(temporary), count, seed)
        disturb(run)
        run.problems += [f"left in the temporary folder: {file}" for file in run.scratch.iterdir()]
        run.problems += [f"left in OUT: {file}" for file in run.out.rglob(".*")]
    if left := left_over(3, before):
        run.problems.append(f"left processes: {left}")
    print(f"{time.monotonic() - start:.0f} s, on {os.cpu_count()} cores")
    for one in run.problems:
        print(f"NOT AS IT MUST BE: {one}")
    return len(run.problems)


if __name__ == "__main__":
    sys.exit(bool(main(*map(int, sys.argv[1:]))))
