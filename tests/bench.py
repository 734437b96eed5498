"""Measure what the README states, all in one run: `make bench`.

CPU is user plus system time of a command and all its descendants; ratios within one run mean more than seconds.
"""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from autograder.exercise import exercise_folders
from autograder.mistakes import answer_source, mistakes
from autograder.sandbox import Limits, Zygote
from autograder.worker import lockdown
from autograder.worker.zygote import empty_folder

ROOT = Path(__file__).parent.parent
BIN = Path(sys.executable).parent


def run(*command: str | Path, cwd: Path = ROOT) -> tuple[float, float]:
    """Run a command; return its wall and CPU seconds."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run([str(word) for word in command], cwd=cwd, check=True, capture_output=True)
    wall, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def check_seconds(folder: Path) -> float:
    """Return the median wall time of `autograder check` on the answer of q1, the longest exercise."""
    for file in (ROOT / "assignments" / "q1_convolution").glob("test_*.py"):
        (folder / file.name).write_bytes(file.read_bytes())
    answer = folder / "q1_convolution.py"
    answer.write_bytes((ROOT / "solutions" / "q1_convolution" / answer.name).read_bytes())
    return statistics.median(run(BIN / "autograder", "check", answer)[0] for _ in range(7))


def class_of_answers(folder: Path, many: int) -> Path:
    """Write `many` homework submissions, all of them the answer."""
    folder.mkdir()
    text = "\n\n".join(file.read_text(encoding="utf-8") for file in sorted((ROOT / "solutions").glob("q*/q*.py")))
    for number in range(many):
        (folder / f"student{number}.py").write_text(f"# {number}\n{text}", encoding="utf-8")
    return folder


def class_of_mistakes(folder: Path) -> Path:
    """Write homework submissions that are wrong in one exercise each, as the catalogue knows it."""
    folder.mkdir()
    folders = exercise_folders(ROOT / "solutions")
    text = "\n\n".join(answer_source(one) for one in folders)
    for exercise in folders:
        for mistake in mistakes(exercise)[::3]:
            (folder / f"{exercise.name}-{mistake.name}.py").write_text(f"{text}\n\n{mistake.source}", encoding="utf-8")
    return folder


def lockdown_seconds() -> float:
    """Return the median time that a process takes to lock itself down."""
    times, parent, ruleset = [], os.getpid(), lockdown.landlock_ruleset()
    for _ in range(100):
        reading, writing, jail = *os.pipe(), empty_folder()
        if os.fork() == 0:
            start = time.perf_counter()
            lockdown.lock_down(parent, jail, ruleset, Limits.memory_bytes, 3600)
            os.write(writing, str(time.perf_counter() - start).encode())
            os._exit(0)
        os.wait()
        times.append(float(os.read(reading, 100)))
        for descriptor in (reading, writing, jail):
            os.close(descriptor)
    return statistics.median(times)


def worker_seconds() -> float:
    """Return the median time from forking a worker, through its lockdown and loading the answer of q1, to its end."""
    source, times = answer_source(ROOT / "solutions" / "q1_convolution"), []
    with Zygote() as zygote:
        for _ in range(100):
            start = time.perf_counter()
            worker = zygote.worker(Limits())
            worker.ask(["load", "submission", [["answer", source]]], 10)
            worker.end()
            times.append(time.perf_counter() - start)
    return statistics.median(times)


def main() -> None:
    print(f"lockdown of a worker, median: {1000 * lockdown_seconds():.2f} ms")
    print(f"fork, lockdown, load, kill, median: {1000 * worker_seconds():.1f} ms")
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        print(f"autograder check, q1_convolution, wall: {check_seconds(folder):.2f} s")
        few, many = class_of_answers(folder / "few", 10), class_of_answers(folder / "many", 110)
        small = run(BIN / "autograder", "grade", "homework", few, "-o", folder / "out-few", "-j", "1")
        large = run(BIN / "autograder", "grade", "homework", many, "-o", folder / "out-many", "-j", "1")
        ours = [(b - a) / 100 for a, b in zip(small, large, strict=True)]
        print(f"autograder grade, homework, per submission: {1000 * ours[0]:.0f} ms wall, {1000 * ours[1]:.0f} ms CPU")
        wrong = class_of_mistakes(folder / "wrong")
        spent = run(BIN / "autograder", "grade", "homework", wrong, "-o", folder / "out-wrong", "-j", "1")[1] - small[1] + 10 * ours[1]
        each = 1000 * (spent / len(list(wrong.iterdir())) - ours[1])
        print(f"autograder grade, homework with one mistake, diagnosis and counterexample: {each:.0f} ms CPU more")
        print(f"autograder grade, start-up: {small[1] - 10 * ours[1]:.1f} s CPU")
        run(BIN / "autograder", "build", "homework", "-o", folder / "dist")
        command = (BIN / "otter", "run", "-a", folder / "dist" / "homework.zip", "-o", folder, many / "student0.py")
        runs = [run(*command, cwd=folder) for _ in range(4)][1:]
        wall, cpu = (statistics.median(times) for times in zip(*runs, strict=True))
        print(f"otter run, homework, per submission: {wall:.1f} s wall, {cpu:.1f} s CPU")
        print(f"ratio of CPU per submission: {cpu / ours[1]:.0f}")


if __name__ == "__main__":
    main()
