"""Compare two checkouts: what `python tests/tools/bench.py --against REVISION` does.

Both grade the same class, in turn, so that whatever else the machine does slows down both.
"""

from __future__ import annotations

import io
import resource
import statistics
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[2]
HISTORY = "docs/performance-history.csv"
FEW, MANY, ROUNDS = 4, 64, 7
SLOWER = 1.15
"""A slowdown that must be found before it lands: by this factor."""
GRADE = "from autograder.cli import main; main()"


def git(*words: str) -> bytes:
    return subprocess.run(["git", "-C", str(ROOT), *words], check=True, capture_output=True).stdout


def is_shallow() -> bool:
    """Whether this clone lacks history, as those of many CI services do."""
    return git("rev-parse", "--is-shallow-repository").strip() == b"true"


def baseline() -> str:
    """Return the revision that has recorded its figures last: a slowdown that was recorded is a wanted one.

    Empty if there is none, or if this is no clone.
    """
    try:
        return git("log", "-1", "--format=%H", "--", HISTORY).decode().strip()
    except (OSError, subprocess.CalledProcessError):
        return ""


def check_out(revision: str, folder: Path) -> Path:
    """Write the files of a revision into a folder; return it."""
    with tarfile.open(fileobj=io.BytesIO(git("archive", revision, "autograder", "solutions"))) as archive:
        archive.extractall(folder, filter="data")
    return folder


def seconds(checkout: Path, folder: Path, out: Path) -> float:
    """Return the CPU seconds of grading a class with the package and the exercises of a checkout."""
    words = ["grade", "homework", str(folder), "-o", str(out), "-j", "1", "--fresh"]
    command = [sys.executable, "-c", GRADE, *words, "--solutions", str(checkout / "solutions")]
    environment = {"PYTHONPATH": str(checkout), "PATH": "/usr/bin:/bin", "LANGUAGE": "en"}
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(command, env=environment, capture_output=True, text=True, cwd=folder.parent)
    if done.returncode:
        raise RuntimeError(f"{checkout}: {done.stderr[-2000:]}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def a_class(folder: Path, count: int) -> Path:
    """Write right submissions of the homework, all different."""
    folder.mkdir()
    files = sorted((ROOT / "solutions").glob("q*/q*.py"))
    text = "\n\n".join(file.read_text(encoding="utf-8") for file in files)
    for number in range(count):
        (folder / f"student{number}.py").write_text(f"# {number}\n{text}", encoding="utf-8")
    return folder


def ratio(here: Path, there: Path, rounds: int = ROUNDS) -> float:
    """Return how many times as much CPU time a submission costs here: the median of rounds, each in turn."""
    found = []
    with tempfile.TemporaryDirectory() as temporary:
        few, many = (a_class(Path(temporary, str(count)), count) for count in (FEW, MANY))
        for checkout in (here, there):
            seconds(checkout, few, Path(temporary, "out"))  # compiles what was checked out
        for number in range(rounds):
            costs = {}
            for checkout in (here, there) if number % 2 else (there, here):
                small, large = (seconds(checkout, one, Path(temporary, "out")) for one in (few, many))
                costs[checkout] = large - small
            found.append(costs[here] / costs[there])
            print(f"round {number + 1} of {rounds}: {found[-1]:.3f}", flush=True)
    return statistics.median(found)


def against(revision: str, rounds: int = ROUNDS) -> float:
    """Compare this working tree with a revision; print the ratio, and return it."""
    with tempfile.TemporaryDirectory() as temporary:
        there = check_out(revision, Path(temporary))
        found = ratio(ROOT, there, rounds)
    print(f"a submission costs {found:.3f} times the CPU time that it costs at {revision[:12]}", flush=True)
    return found
