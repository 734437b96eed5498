"""What one hostile submission costs at most, with default limits: `python tests/tools/worst_case.py`.

Each submission does in every function what costs most in one way. Each is graded in a process of its own.
Told are the time by the clock, the CPU seconds of its workers and of the grader, and the most memory of both.
Takes a quarter of an hour. `--only NAME …` chooses some, `--limits SECONDS` gives a submission less time.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import time
from pathlib import Path

from autograder.exercises.load import exercise_folders, find_assignment
from autograder.exercises.overlays import solution_source
from autograder.grading.grader import Grader
from autograder.sandbox.limits import Limits
from autograder.sandbox.self_test import open_sandbox
from autograder.submissions.submission import Cell, Submission

SOLUTIONS = Path(__file__).parents[2] / "solutions"
BEGIN = "import os, threading, time\nimport numpy as np\nCOUNT = [0]\n"
BODIES = {
    "solves nothing": "return None",
    "loops in every call": "while True: pass",
    "computes almost too long in every call": (
        "end = time.process_time() + 1.7 / (1 + COUNT[0])\n    while time.process_time() < end: pass"
    ),
    "sleeps 0.1 s in every call": "time.sleep(0.1)",
    "sleeps almost too long in every call": "time.sleep(7.5)",
    "ends its process in every call": "os._exit(0)",
    "sleeps while loading, and ends in every call": "os._exit(0)",
    "loads for seconds, and ends in every call": "os._exit(0)",
    "replies with 8 MB in every call": "return np.ones(1_000_000)",
    "replies with 90,000 values in every call": "return list(range(90_000))",
    "replies with 3,000 short texts in every call": "return {str(k): ['x'] * 300 for k in range(250)}",
    "takes all memory in every call": "x = [np.ones(1 << 24)]\n    while True: x.append(np.ones(1 << 24))",
}
LOADING = {
    "sleeps while loading, and ends in every call": "time.sleep(30)\n",
    "loads for seconds, and ends in every call": (
        "end = time.process_time() + 9\nwhile time.process_time() < end: pass\n"
    ),
}
COLUMNS = ("by the clock, s", "CPU of workers, s", "CPU of the grader, s", "grader, MiB", "a worker, MiB")


def source(name: str) -> str:
    """Return a submission for all exercises, in which every function does the same."""
    code = [BEGIN, f"def f(*arguments, **keywords):\n    {BODIES[name]}\n"]
    names = {line.split("(")[0][4:] for folder in exercise_folders(SOLUTIONS) for line in definitions(folder)}
    return "".join([*code, *(f"{one} = f\n" for one in sorted(names)), LOADING.get(name, "")])


def definitions(folder: Path) -> list[str]:
    lines = solution_source(folder).splitlines()
    return [line for line in lines if line.startswith("def ") and not line.startswith("def _")]


def measure(name: str, assignment: str, limits: Limits) -> dict[str, float]:
    """Grade one submission, and return what it took."""
    submission = Submission("hostile", "hostile.py", (Cell("hostile.py", source(name)),))
    loaded = find_assignment(assignment, SOLUTIONS)
    with open_sandbox(limits) as sandbox:
        grader = Grader(loaded, sandbox.start_worker, limits)
        grader.grade(Submission("warm", "warm.py", (Cell("warm.py", source("solves nothing")),)))
        start, cpu = time.monotonic(), time.process_time()
        report = grader.grade(submission)
        wall, own = time.monotonic() - start, time.process_time() - cpu
    children, self = (resource.getrusage(who) for who in (resource.RUSAGE_CHILDREN, resource.RUSAGE_SELF))
    workers = children.ru_utime + children.ru_stime
    kinds = sorted({result.verdict.value for result in report.results})
    row = (wall, workers, own, self.ru_maxrss / 1024, children.ru_maxrss / 1024)
    return {**dict(zip(COLUMNS, row, strict=True)), "points": report.points, ", ".join(kinds): 0}


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--only", nargs="+", default=list(BODIES), metavar="NAME")
    parser.add_argument("--assignment", default="homework")
    parser.add_argument("--limits", type=float, default=Limits.submission_seconds, metavar="SECONDS")
    parser.add_argument("--one", help="grade this one in this very process, and print JSON")
    options = parser.parse_args()
    if options.one:
        limits = Limits(submission_seconds=options.limits)
        print(json.dumps(measure(options.one, options.assignment, limits)))
        return
    print("submission", *COLUMNS, sep=" | ")
    worst = dict.fromkeys(COLUMNS, 0.0)
    for name in options.only:
        words = ["--one", name, "--assignment", options.assignment, "--limits", str(options.limits)]
        done = subprocess.run([sys.executable, __file__, *words], capture_output=True, text=True)
        if done.returncode:
            sys.exit(f"{name}: {done.stderr[-2000:]}")
        row = json.loads(done.stdout)
        worst = {column: max(worst[column], row[column]) for column in COLUMNS}
        *_, verdicts = row
        print(name, *(f"{row[column]:.1f}" for column in COLUMNS), verdicts, sep=" | ", flush=True)
    print("at most", *(f"{value:.1f}" for value in worst.values()), sep=" | ")


if __name__ == "__main__":
    main()
