"""What checks of objects cost, beside equal checks of functions."""

from __future__ import annotations

import resource
import statistics
from pathlib import Path

from autograder.exercises.assignment import Assignment
from autograder.exercises.load import folder_checks
from autograder.grading.grader import Grader
from autograder.sandbox.forked import Zygote
from autograder.sandbox.limits import Limits
from autograder.submissions.read import read_submission

CHECKS, ROUNDS, SUBMISSIONS = 40, 5, 40
SOURCES = {
    "functions": "def balance(amounts):\n    return sum(amounts)\n",
    "objects": (
        "class Account:\n    def __init__(self):\n        self.balance = 0\n\n"
        "    def deposit(self, amount):\n        self.balance += amount\n"
    ),
}
BODIES = {
    "functions": "    assert_equal(student.balance([{n}, 5]), {n} + 5)\n",
    "objects": (
        "    account = student.Account()\n    account.deposit({n})\n    account.deposit(5)\n"
        "    assert_equal(account.balance, {n} + 5)\n"
    ),
}


def exercise(folder: Path, kind: str) -> Assignment:
    """Write an exercise of forty checks, and return it."""
    folder.mkdir()
    (folder / f"{kind}.py").write_text(SOURCES[kind], encoding="utf-8")
    text = "from autograder.checks import assert_equal, points\n"
    for number in range(CHECKS):
        head = f'\n\n@points(1, rung="one")\ndef test_{number}(student):\n    """It is counted."""\n'
        text += head + BODIES[kind].format(n=number)
    (folder / "test_hidden.py").write_text(text, encoding="utf-8")
    return Assignment(kind, (folder,), tuple(folder_checks(folder)))


def seconds(grader: Grader, zygote: Zygote, kind: str) -> float:
    """Return the CPU time of grading one submission, workers included."""

    def cpu() -> float:
        own = resource.getrusage(resource.RUSAGE_SELF)
        stat = Path(f"/proc/{zygote.process.pid}/stat").read_text().rpartition(")")[2].split()
        return own.ru_utime + own.ru_stime + sum(map(int, stat[11:15])) / 100

    submission = read_submission("a", "a.py", SOURCES[kind].encode(), kind)
    before = cpu()
    for _ in range(SUBMISSIONS):
        assert not grader.grade(submission).lacking
    return (cpu() - before) / SUBMISSIONS


def objects_and_functions(folder: Path) -> dict[str, float]:
    """Return the median CPU seconds of a submission of each kind, measured in turn."""
    with Zygote() as zygote:
        graders = {
            kind: Grader(exercise(folder / kind, kind), zygote.worker, Limits(), probes={})
            for kind in SOURCES
        }
        rounds = [
            {kind: seconds(grader, zygote, kind) for kind, grader in graders.items()}
            for _ in range(ROUNDS + 1)
        ]
    return {kind: statistics.median(one[kind] for one in rounds[1:]) for kind in SOURCES}
