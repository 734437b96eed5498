"""Measure what docs/performance.md states, all in one run: `make bench`.

CPU is user plus system time of a command and its descendants. Ratios within one run mean more than seconds.
"""

from __future__ import annotations

import argparse
import pickle
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any
from unittest import mock

import bench_others as others
from bench_against import against
from bench_history import record
from bench_objects import objects_and_functions

from autograder.classes.pool import spare_the_collector
from autograder.exercises.load import exercise_folders, find_assignment
from autograder.exercises.overlays import homework_source, mistakes, solution_source
from autograder.grading.check_run import CheckRun, make_plan
from autograder.grading.diagnosis import Diagnosis
from autograder.grading.grader import Grader
from autograder.sandbox import forked, interpreter
from autograder.sandbox.forked import Zygote
from autograder.sandbox.limits import Limits
from autograder.submissions.read import read_submission
from autograder.worker.operations import Operation, operations_in

ROUNDS = 9
ROOT = Path(__file__).parents[2]
BIN = Path(sys.executable).parent


def run(*command: str | Path, cwd: Path = ROOT, env: dict[str, str] | None = None) -> tuple[float, float]:
    """Run a command; return its wall and CPU seconds."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run([str(word) for word in command], cwd=cwd, env=env, check=True, capture_output=True)
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
    text = "\n\n".join(
        file.read_text(encoding="utf-8") for file in sorted((ROOT / "solutions").glob("q*/q*.py"))
    )
    for number in range(many):
        (folder / f"student{number}.py").write_text(f"# {number}\n{text}", encoding="utf-8")
    return folder


def class_of_mistakes(folder: Path) -> Path:
    """Write homework submissions that are wrong in one exercise each, as the catalogue knows it."""
    folder.mkdir()
    folders = exercise_folders(ROOT / "solutions")
    text = homework_source(folders)
    for exercise in folders:
        for mistake in mistakes(exercise)[::3]:
            (folder / f"{exercise.name}-{mistake.name}.py").write_text(
                f"{text}\n\n{mistake.source}", encoding="utf-8"
            )
    return folder


def lockdown_seconds() -> float:
    """Return what the lockdown adds to a worker's median life: workers with and without it, in turn."""
    python = interpreter.python
    without = "\nfrom autograder.worker import lockdown\nlockdown.lock_down = lambda *words: ['seccomp']\n"

    def unlocked(module: str, call: str, *words: str, **more: str) -> list[str]:
        return python(module, without + call, *words, **more)

    with Zygote() as zygote, mock.patch.object(forked, "python", unlocked):
        with Zygote() as bare:
            pairs = [(life_seconds(zygote), life_seconds(bare)) for _ in range(300)]
    return statistics.median(one for one, _ in pairs) - statistics.median(other for _, other in pairs)


def life_seconds(zygote: Zygote) -> float:
    """Return the time from forking a worker to its end; it loads nothing."""
    start = time.perf_counter()
    zygote.worker(Limits()).end()
    return time.perf_counter() - start


def worker_seconds() -> float:
    """Return the median life of a worker: fork, lockdown, loading the solution of q1, end."""
    source, times = solution_source(ROOT / "solutions" / "q1_convolution"), []
    with Zygote() as zygote:
        for _ in range(100):
            start = time.perf_counter()
            worker = zygote.worker(Limits())
            worker.ask(["load", "submission", [["answer", source]]], 10)
            worker.end()
            times.append(time.perf_counter() - start)
    return statistics.median(times)


UNEXPLAINED = {  # wrong answers that no mistake explains, in every check of a function
    "q1_convolution": [
        "conv2d = lambda x, kernel, stride=1, padding=0: 1.5 * x",
        "conv2d = output_size = lambda *_, **__: None",
    ],
    "q2_pointwise": [
        "conv1x1 = lambda x, w: x + 1",
        "bottleneck = direct_cost = bottleneck_cost = lambda *_: 1",
    ],
    "q3_parameters": ["summary = lambda shape, layers: [(one['kind'], (None, 1), 0) for one in layers]"],
    "q4_kernel_gradient": ["conv2d_kernel_grad = lambda x, grad, shape, stride=1, padding=0: np.ones(shape)"],
}


def diagnosis_seconds() -> Iterator[tuple[str, list[float]]]:
    """Yield the CPU seconds of diagnosing each wrong exercise: known mistakes, then code that none explains.

    Each is graded twice, and the second time counts: within a class, replies of mistakes are kept.
    """
    explain, spent = Diagnosis.explain, [0.0]

    def timed(diagnosis: Diagnosis, runs: Sequence[CheckRun]) -> None:
        start = time.process_time()
        try:
            explain(diagnosis, runs)
        finally:
            spent[-1] += time.process_time() - start

    spare_the_collector()
    with Zygote() as zygote, mock.patch.object(Diagnosis, "explain", timed):
        for exercise in exercise_folders(ROOT / "solutions"):
            assignment, answer = find_assignment(exercise.name, exercise.parent), solution_source(exercise)
            grader = Grader(assignment, zygote.worker, Limits(), probes={})
            kinds = {
                "known mistakes": [mistake.source for mistake in mistakes(exercise)],
                "unexplained": UNEXPLAINED[exercise.name],
            }
            for kind, sources in kinds.items():
                for _ in range(2):
                    spent = [0.0]
                    for source in sources:
                        read = read_submission("a", "a.py", f"{answer}\n\n{source}".encode(), exercise.name)
                        grader.grade(read)
                        spent.append(0.0)
                yield f"{exercise.name}, {kind}", spent[:-1]


def requests() -> bytes:
    """Return the calls and values that all checks ask for, as the bare work needs them."""
    plans = [make_plan(check, 0) for check in find_assignment("homework", ROOT / "solutions").checks]
    asked = [question.request for plan in plans if plan for question in plan.requests]
    return pickle.dumps([bare for request in asked for bare in bare_requests(request)])


def bare_requests(request: Any) -> Iterator[list[Any]]:
    """Yield what a request asks of the code itself.

    What is done with a value that is kept is no call; a call with such a value is left out.
    """
    match request:
        case ["get" | "call", *_]:
            yield request
        case ["do", Operation("call", (Operation("name", (str(name),)), arguments, keywords)), *_]:
            if not any(True for _ in operations_in([arguments, keywords])):
                yield ["call", name, arguments, keywords]


def per_submission(command: Callable[[Path], list[str | Path]], few: Path, many: Path) -> tuple[float, float]:
    """Return wall and CPU seconds of a submission more, start-up aside."""
    (a, b), (c, d) = (run(*command(folder)) for folder in (few, many))
    more = len(list(many.iterdir())) - len(list(few.iterdir()))
    return (c - a) / more, (d - b) / more


class Bench:
    """The parts, by their names on the command line. Those that grade give wall and CPU seconds."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.few, self.many = (
            folder,
            class_of_answers(folder / "few", 4),
            class_of_answers(folder / "many", 104),
        )
        self.one = self.many / "student0.py"

    def sandbox(self) -> None:
        print(f"lockdown of a worker, median: {1000 * lockdown_seconds():.2f} ms")
        print(f"fork, lockdown, load, kill, median: {1000 * worker_seconds():.1f} ms")

    def check(self) -> None:
        print(f"autograder check, q1_convolution, wall: {check_seconds(self.folder):.2f} s")

    def _grade(self, folder: Path) -> list[str | Path]:
        return [
            BIN / "autograder",
            "grade",
            "homework",
            folder,
            "-o",
            self.folder / "out",
            "-j",
            "1",
            "--fresh",
        ]

    def grade(self) -> tuple[float, float]:
        return per_submission(self._grade, self.few, self.many)

    def wrong(self) -> None:
        right, wrong = (
            self.grade(),
            per_submission(self._grade, self.few, class_of_mistakes(self.folder / "wrong")),
        )
        print(
            "a homework with one mistake, its name and the smallest counterexample: "
            f"{1000 * (wrong[1] - right[1]):.0f} ms CPU more"
        )

    def diagnosis(self) -> None:
        for name, seconds in diagnosis_seconds():
            median, worst, long = (
                1000 * statistics.median(seconds),
                1000 * max(seconds),
                sum(one > 0.05 for one in seconds),
            )
            print(
                f"diagnosis, {name}: median {median:.0f}, worst {worst:.0f} ms CPU, "
                f"{long} of {len(seconds)} above 50 ms"
            )

    def objects(self) -> None:
        found = objects_and_functions(self.folder)
        ratio = found["objects"] / found["functions"]
        print(f"forty checks of objects: {1000 * found['objects']:.1f} ms CPU")
        print(f"that is {ratio:.2f} times what forty equal checks of functions cost")

    def otter(self) -> tuple[float, float]:
        if not (self.folder / "dist").is_dir():
            run(BIN / "autograder", "build", "homework", "-o", self.folder / "dist")
        return run(
            BIN / "otter",
            "run",
            "-a",
            self.folder / "dist" / "homework.zip",
            "-o",
            self.folder,
            self.one,
            cwd=self.folder,
        )

    def nbgrader(self) -> tuple[float, float]:
        course, options = (
            self.folder / "course",
            ["autograde", "homework", "--create", "--force", "--student=student0"],
        )
        if not course.is_dir():
            others.course(course, find_assignment("homework", ROOT / "solutions"), [self.one])
        return run(others.python().with_name("nbgrader"), *options, cwd=course, env=others.environment())

    def gradescope(self) -> tuple[float, float]:
        return run(*others.gradescope(self.folder / "gradescope", self.one), cwd=self.folder / "gradescope")

    def bare(self) -> tuple[float, float]:
        asked = requests()
        return per_submission(
            lambda folder: others.bare(self.folder, asked, sorted(folder.iterdir())), self.few, self.many
        )


NAMES = {
    "grade": "`autograder grade`: two locked-down processes, every limit in force",
    "bare": "the bare work: fork, load, call, no checks",
    "gradescope": "gradescope-utils, a process a submission, no isolation",
    "nbgrader": "nbgrader autograde, a kernel a submission, no isolation",
    "otter": "`otter run`, our own autograder.zip",
}


def _median(runs: Sequence[tuple[float, float]]) -> tuple[float, float]:
    wall, cpu = zip(*runs, strict=True)
    return statistics.median(wall), statistics.median(cpu)


def table(found: Mapping[str, tuple[float, float]]) -> str:
    """Return the graders as a table, ratios first."""
    head = [
        "| one right homework submission, 127 checks | CPU, in units of ours | CPU | wall |",
        "|---|---|---|---|",
    ]
    ours = found["grade"][1]
    rows = [
        f"| {NAMES[name]} | {cpu / ours:.3g} | {cpu:.3f} s | {wall:.3f} s |"
        for name, (wall, cpu) in found.items()
    ]
    return "\n".join([*head, *rows])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parts = [
        "sandbox",
        "check",
        "grade",
        "wrong",
        "diagnosis",
        "objects",
        "bare",
        "gradescope",
        "nbgrader",
        "otter",
    ]
    parser.add_argument(
        "parts",
        nargs="*",
        metavar="PART",
        help=f"of: {', '.join(parts)}; without any, all of them, and docs/performance.md gets a new table",
    )
    parser.add_argument(
        "--against", metavar="REVISION", help="compare this checkout with a revision, in turn"
    )
    parser.add_argument("--rounds", type=int, default=ROUNDS, help="how often, in turn; the median counts")
    options = parser.parse_args()
    if options.against:
        against(options.against, options.rounds)
        return
    chosen = options.parts or parts
    with tempfile.TemporaryDirectory() as temporary:
        bench = Bench(Path(temporary))
        for name in [name for name in chosen if name not in NAMES]:
            getattr(bench, name)()
        graders = [name for name in NAMES if name in chosen]
        rounds = [{name: getattr(bench, name)() for name in graders} for _ in range(options.rounds + 1)][
            1:
        ]  # in turn, the first to warm up
    found = {name: _median([one[name] for one in rounds]) for name in graders}
    for name, (wall, cpu) in found.items():
        print(f"{NAMES[name]}: {1000 * wall:.0f} ms wall, {1000 * cpu:.0f} ms CPU")
    if set(NAMES) <= set(found):
        record(found, table(found))
        print(table(found))
    print(
        "PrairieLearn's grader is no package of the registry, so it is not compared."
        if "gradescope" in chosen
        else ""
    )


if __name__ == "__main__":
    main()
