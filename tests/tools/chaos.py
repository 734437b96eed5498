"""Disturb a run over a class of 300 in every way that a night may bring: `python tests/tools/chaos.py`.

While the class is graded again and again, at random moments the command, a grader or a zygote is killed, the
disk is full for a while, or a second command writes to the same folder. After each disturbance the same
command goes on. In the end all scores must be those that are known beforehand, no process and no temporary
file may be left, and nothing that was stored once may be graded a second time.
Prints what was done, and ends with status 1 where something isn't as it must be.
"""

from __future__ import annotations

import contextlib
import csv
import errno
import os
import random
import re
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from attack_field import adopt_orphans, left_over
from scale import ROOT, children, compose

JOBS, SLOWEST = 2, 300  # graders; seconds for a command that is not disturbed any more
DISK_MIB, FULL_SECONDS = 256, 15.0  # of the small disk; for which it is full at most
DISK_FULL = r"can't be written|disk|No space left|File too large"
KILLED = r"was killed|the zygote has ended"


class Chaos:
    """A class, the command that grades it, and what was done to it."""

    def __init__(self, place: Path, count: int, seed: int) -> None:
        self.disk, self.scratch, self.chance = place / "disk", place / "scratch", random.Random(seed)
        self.out, self.filler = self.disk / "out", self.disk / "filler"
        self.scratch.mkdir()
        self.scores = compose(place / "class", count)
        words = ["grade", "homework", str(place / "class"), "-o", str(self.out), "-j", str(JOBS)]
        start = [sys.executable, "-c", "from autograder.cli import main; main()"]
        self.command = [*start, *words, "--solutions", str(ROOT / "solutions")]
        self.environment = {**os.environ, "TMPDIR": str(self.scratch), "PYTHONPATH": str(ROOT)}
        self.done, self.problems = Counter[str](), list[str]()
        self.before = frozenset(left_over(0))
        self.kept = 0

    def start(self) -> subprocess.Popen[str]:
        pipe = subprocess.PIPE
        return subprocess.Popen(
            self.command, env=self.environment, stdout=pipe, stderr=pipe, text=True, cwd=ROOT
        )

    def run(self, disturbances: int) -> None:
        """Disturb so often, then let the command reach its end once more."""
        kinds: list[Callable[[subprocess.Popen[str]], str]] = [
            self.kill_command, self.stop_command, self.kill_grader, self.kill_zygote,
            self.fill_disk, self.start_second, self.start_two,
        ]  # fmt: skip
        order = [kinds[number % len(kinds)] for number in range(disturbances)]
        self.chance.shuffle(order)
        for disturb in order:
            command = self.start()
            self.wait(command)
            allowed = disturb(command) if command.poll() is None else ""
            self.done[disturb.__name__ if allowed else "was at its end already"] += 1
            self.end(command, allowed, disturb.__name__)
        self.end(self.start(), "", "last")

    def wait(self, command: subprocess.Popen[str]) -> None:
        """Wait for a random moment: one in four while it starts, the others while it grades."""
        starts, seconds = self.chance.random() < 0.25, self.chance.uniform(0.5, 6)
        graded = self.graded()
        while not starts and command.poll() is None and self.graded() == graded:
            time.sleep(0.05)
        with contextlib.suppress(subprocess.TimeoutExpired):
            command.wait(seconds)

    def graded(self) -> list[int]:
        """Return when the result files were written."""
        return sorted(file.stat().st_mtime_ns for file in (self.out / "results").glob("[!.]*.json"))

    def end(self, command: subprocess.Popen[str], allowed: str, after: str) -> None:
        """Wait for a command's end, which may be an allowed error, and look at what it leaves."""
        start = time.monotonic()
        try:
            printed, said = command.communicate(timeout=SLOWEST)
        except subprocess.TimeoutExpired:
            command.kill()
            printed, said = command.communicate()
            self.problems.append(f"{after}: the command did not end")
        words = f"status {command.returncode} after {time.monotonic() - start:.1f} s more"
        print(f"{after}: {words}: {(said.splitlines() or ['no error'])[-1][:120]}", flush=True)
        if left := left_over(2, self.before):
            self.problems.append(f"{after}: left processes: {left}")
        if command.returncode == 0:
            self.look(printed, after)
            shutil.rmtree(self.out)
            self.kept = 0
            return
        was_killed = command.returncode == -signal.SIGKILL and allowed == "SIGKILL"
        if "Traceback" in said or not (was_killed or (allowed and re.search(allowed, said))):
            self.problems.append(f"{after}: status {command.returncode}: {said[-500:]}")
        stored = self.stored()
        if stored < self.kept:
            self.problems.append(f"{after}: {stored} submissions are stored, {self.kept} were before")
        self.kept = stored

    def look(self, printed: str, after: str) -> None:
        """Look at a finished run: its scores, what it reused, and its files."""
        with (self.out / "final_grades.csv").open(encoding="utf-8") as table:
            rows = [row for row in csv.DictReader(table) if row["file"] != "points-per-question"]
        got = {row["file"].removesuffix(".py"): row["total_points_earned"] for row in rows}
        wrong = {name for name, points in self.scores.items() if float(got.get(name) or -1) != points}
        found = re.search(r"^(\d+) of \d+ reused", printed, re.MULTILINE)
        reused = int(found[1]) if found else 0
        files = {file.name for file in self.out.rglob("*") if file.is_file()}
        missing = [name for name in self.scores if f"{name}.json" not in files]
        parts = [name for name in files if name.endswith(".part") or name.startswith(".")]
        if wrong or len(got) != len(rows) or missing or parts or reused < self.kept:
            shown = {name: (self.scores[name], got.get(name)) for name in sorted(wrong)[:5]}
            self.problems.append(
                f"{after}: wrong scores {shown}; {len(rows)} rows; without a file: {missing[:5]}; "
                f"left: {parts[:5]}; reused {reused} of {self.kept}"
            )
        self.done["runs that reached their end"] += 1
        self.done["submissions that were reused"] += reused

    def stored(self) -> int:
        """Return of how many submissions the journal holds a result."""
        with contextlib.suppress(sqlite3.OperationalError):
            with contextlib.closing(sqlite3.connect(self.out / "grades.db")) as database:
                (count,) = database.execute("SELECT count(DISTINCT submission) FROM checks").fetchone()
                return int(count)
        return 0

    def kill_command(self, command: subprocess.Popen[str]) -> str:
        command.kill()
        return "SIGKILL"

    def stop_command(self, command: subprocess.Popen[str]) -> str:
        command.send_signal(self.chance.choice([signal.SIGINT, signal.SIGTERM]))
        return "stopped|Aborted"

    def kill_grader(self, command: subprocess.Popen[str]) -> str:
        return self.kill_one_of(children(command.pid))

    def kill_zygote(self, command: subprocess.Popen[str]) -> str:
        return self.kill_one_of([zygote for grader in children(command.pid) for zygote in children(grader)])

    def kill_one_of(self, processes: list[int]) -> str:
        if not processes:
            return ""
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.chance.choice(processes), signal.SIGKILL)
        return KILLED

    def fill_disk(self, command: subprocess.Popen[str]) -> str:
        """Leave no room for a while: by a file, or, where no disk could be made, by a limit of file sizes."""
        if self.disk.is_mount():
            with contextlib.suppress(OSError), self.filler.open("wb", buffering=0) as filler:
                while True:
                    filler.write(bytes(1 << 16))
            with contextlib.suppress(subprocess.TimeoutExpired):
                command.wait(self.chance.uniform(1, FULL_SECONDS))
            self.filler.unlink()
            return DISK_FULL
        family = [command.pid, *children(command.pid)]
        for limit in (1 << 10, resource.RLIM_INFINITY):
            for process in family:
                with contextlib.suppress(ProcessLookupError):
                    resource.prlimit(process, resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
            time.sleep(self.chance.uniform(1, FULL_SECONDS))
        return DISK_FULL

    def start_second(self, command: subprocess.Popen[str]) -> str:
        """A second command must be refused, unless the first one has ended or not begun."""
        second = self.start()
        _printed, said = second.communicate(timeout=SLOWEST)
        if second.returncode and "another run is writing" not in said:
            self.problems.append(f"the second command: status {second.returncode}: {said[-500:]}")
        return "another run is writing"

    def start_two(self, command: subprocess.Popen[str]) -> str:
        """Of two commands that start at once after a kill, one goes on."""
        command.kill()
        command.wait()
        two = [self.start(), self.start()]
        said = [one.communicate(timeout=SLOWEST)[1] for one in two]
        refused = sum("another run is writing" in text for text in said)
        if sorted(one.returncode for one in two)[0] != 0 or "Traceback" in "".join(said) or refused > 1:
            self.problems.append(f"two commands at once: {[one.returncode for one in two]}: {said}")
        return "SIGKILL"


@contextlib.contextmanager
def a_disk(folder: Path) -> Iterator[None]:
    """Make a folder a small disk of its own, if this user may."""
    folder.mkdir()
    size = f"size={DISK_MIB}m"
    mount = ["mount", "-t", "tmpfs", "-o", size, "tmpfs", str(folder)]
    try:
        mounted = subprocess.run(mount, capture_output=True).returncode == 0
    except OSError as error:
        if error.errno != errno.ENOENT:
            raise
        mounted = False
    try:
        yield
    finally:
        if mounted:
            subprocess.run(["umount", str(folder)], check=True)


def main(count: int = 300, disturbances: int = 35, seed: int = 0) -> int:
    """Compose, disturb, compare; return how many things are not as they must be."""
    adopt_orphans()
    seed, start = seed or random.SystemRandom().randrange(1 << 32), time.monotonic()
    print(f"{count} submissions, {disturbances} disturbances, seed {seed}", flush=True)
    with tempfile.TemporaryDirectory() as temporary, a_disk(Path(temporary, "disk")):
        chaos = Chaos(Path(temporary), count, seed)
        chaos.run(disturbances)
        chaos.problems += [f"left in the temporary folder: {file}" for file in chaos.scratch.iterdir()]
    print(f"{time.monotonic() - start:.0f} s: {dict(chaos.done)}")
    for one in chaos.problems:
        print(f"NOT AS IT MUST BE: {one}")
    return len(chaos.problems)


if __name__ == "__main__":
    sys.exit(bool(main(*map(int, sys.argv[1:]))))
