"""Grade a very large class in one run and watch it: `make scale`, or `python tests/tools/scale.py 500`.

With `--cluster`, its graders are local workers of Dask.

Every submission is composed of parts that were graded alone before, so every score is known in advance.
Prints what was measured, and ends with status 1 where something isn't as it must be.
"""

from __future__ import annotations

import ast
import contextlib
import csv
import json
import os
import random
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from statistics import median

from attack_corpus import attacks, script
from attack_field import adopt_orphans, left_over

from autograder.authors.trial import attempt
from autograder.exercises.load import exercise_folders, find_assignment
from autograder.exercises.overlays import Overlay, composed, solution_source, variants
from autograder.grading.catalogue import Catalogue

ROOT = Path(__file__).parents[2]
FOLDERS = exercise_folders(ROOT / "solutions")
STUB = "def %s(*arguments, **keywords):\n    raise NotImplementedError('%s: write your code here')\n"
HOSTILE = (
    "starve/exit_at_once",
    "starve/loop",
    "starve/crash_in_c",
    "starve/flood_of_output",
    "starve/deep_recursion",
    "starve/memory_by_map",
    "forge/two_answers",
    "forge/equal_to_everything",
    "escape/fork",
    "escape/kill_everyone",
    "read/memory_of_parents",
)
KINDS = {
    "right": 25,
    "mistakes": 45,
    "half": 15,
    "stub": 5,
    "syntax": 4,
    "unreadable": 3,
    "hostile": 0,
}  # in about a hundred
# Hostile submissions are in the middle third: their cost would hide any other difference.
HOSTILE_SHARE, MIDDLE = 10, (0.36, 0.64)
SECONDS, SLOWER = 0.5, 1.5  # between two looks; what is as fast at the end as at the start
# Memory may grow so much; less once all mistakes have been met, whose replies are kept.
GROWTH, CACHES_FULL = (1.6, 1.15), 5_000


@dataclass(frozen=True)
class Part:
    """One exercise as somebody did it, and the points it gets."""

    source: str
    points: float
    names: frozenset[str]


def parts(folder: Path) -> dict[str, list[Part]]:
    """Return the answer and its variants, and the mistakes, each with what it gets when it is asked alone."""
    assignment = find_assignment(folder.name, ROOT / "solutions")
    catalogue = Catalogue(folder)

    def part(overlay: Overlay | None) -> Part:
        load = partial(catalogue.new_handler, *([overlay] if overlay else []))
        trial = attempt(assignment, load, catalogue)
        source = composed(folder, overlay)
        return Part(source, sum(one.points for one in trial.results.values()), frozenset(defined(source)))

    elsewhere = {name for other in FOLDERS if other != folder for name in defined(solution_source(other))}
    right, wrong = ([part(one) for one in kind] for kind in ([None, *variants(folder)], catalogue.mistakes))
    return {
        "right": [one for one in right if not one.names & elsewhere],
        "mistakes": [one for one in wrong if not one.names & elsewhere],
    }


def defined(source: str) -> Iterable[str]:
    """Return the names that a source binds, without imports of modules, which mean the same everywhere."""
    for node in ast.parse(source).body:
        yield from [getattr(node, "name", "")] * isinstance(node, ast.FunctionDef | ast.ClassDef)
        yield from (target.id for target in getattr(node, "targets", []) if isinstance(target, ast.Name))
        yield from (
            alias.asname or alias.name
            for alias in getattr(node, "names", [])
            if isinstance(node, ast.ImportFrom)
        )


def compose(folder: Path, many: int) -> dict[str, float]:
    """Write a class of so many files; return the score that each must get."""
    folder.mkdir()
    known, period = [parts(one) for one in FOLDERS], many - many // 3
    hostile = [
        script(one.source, {"exercise": "/nowhere", "folders": []})
        for one in attacks()
        if one.name in HOSTILE
    ]
    scores = {}
    for number in range(many):
        # The last third is made of the same parts as the first, so that their times compare.
        chance = random.Random(number % period)
        hostile_here = HOSTILE_SHARE * (MIDDLE[0] < number / many < MIDDLE[1])
        kind = chance.choices(list(KINDS), [*(KINDS | {"hostile": hostile_here}).values()])[0]
        chosen = compatible(
            [
                chance.choice(one["right" if kind != "mistakes" or chance.random() < 0.3 else "mistakes"])
                for one in known
            ],
            known,
        )
        text, points = "\n\n".join(one.source for one in chosen), sum(one.points for one in chosen)
        if kind == "half":
            text, points = (
                "\n\n".join(one.source for one in chosen[:2]),
                sum(one.points for one in chosen[:2]),
            )
        elif kind == "syntax":
            text = f"{text}\n\ndef ("  # costs nothing but itself
        elif kind != "right" and kind != "mistakes":
            text, points = (
                {
                    "hostile": chance.choice(hostile),
                    "stub": stubs(),
                    "unreadable": "\ud800",
                }[kind],
                0,
            )
        name = f"{number:05}-{kind}"
        (folder / f"{name}.py").write_bytes(f"# {number}\n{text}".encode("utf-8", "surrogatepass"))
        scores[name] = points
    return scores


def compatible(chosen: list[Part], known: list[dict[str, list[Part]]]) -> list[Part]:
    """Return the parts; one that binds a name of an earlier part is replaced by the solution."""
    taken, result = set[str](), list[Part]()
    for part, others in zip(chosen, known, strict=True):
        result.append(others["right"][0] if part.names & taken else part)
        taken |= result[-1].names
    return result


def stubs() -> str:
    names = sorted(
        {name for folder in FOLDERS for name in defined(solution_source(folder)) if not name.startswith("_")}
    )
    return "\n".join(STUB % (name, name) for name in names)


@dataclass
class Look:
    """A run at one moment: submissions done; memory, descriptors and CPU time of its processes."""

    done: int
    mib: dict[int, int] = field(default_factory=dict)
    descriptors: dict[int, int] = field(default_factory=dict)
    seconds: dict[int, float] = field(default_factory=dict)


def look(pid: int, out: Path, generations: int) -> Look:
    """Look at the command, its graders if there are several, and their zygotes, but at no worker."""
    seen = Look(sum(1 for _ in (out / "results").glob("*.json")))
    family = youngest = [pid]
    for _ in range(generations):
        youngest = [child for one in youngest for child in children(one)]
        family = family + youngest
    for one in family:
        try:
            status = Path(f"/proc/{one}/status").read_text()
            seen.descriptors[one] = len(list(Path(f"/proc/{one}/fd").iterdir()))
            times = (
                Path(f"/proc/{one}/stat").read_text().rpartition(")")[2].split()[11:15]
            )  # its own, and those of workers that have ended
            seen.seconds[one] = sum(map(int, times)) / os.sysconf("SC_CLK_TCK")
        except OSError:
            continue
        memory = re.search(r"VmRSS:\s+(\d+)", status)
        seen.mib[one] = int(memory[1]) >> 10 if memory else 0
    return seen


def children(pid: int) -> list[int]:
    """Return the processes that the threads of a process have started, and that still run."""
    found = list[int]()
    with contextlib.suppress(OSError):
        for task in Path(f"/proc/{pid}/task").iterdir():
            found += [int(one) for one in (task / "children").read_text().split()]
    return found


def generations(jobs: int, cluster: bool) -> int:
    """Return how deep zygotes are below the command: below graders, and these below Dask's workers."""
    return 3 if cluster else 2 if jobs > 1 else 1


def family_of(jobs: int, cluster: bool) -> tuple[int, int]:
    """Return how many processes there are besides workers, at the least and at the most.

    A grader has a zygote, and a second one for SciPy. On a cluster it has a Dask worker, and all of these
    have one process of Python's that watches what they share.
    """
    if cluster:
        return 1 + 3 * jobs, 2 + 5 * jobs
    return (1 + 2 * jobs, 1 + 3 * jobs) if jobs > 1 else (2, 3)


def watched(
    command: list[str], out: Path, depth: int, environment: dict[str, str]
) -> tuple[list[Look], int, str]:
    """Run a command and look at it now and then."""
    looks = list[Look]()
    with tempfile.TemporaryFile("w+") as printed:
        process = subprocess.Popen(
            command, env=environment, stdout=printed, stderr=subprocess.STDOUT, cwd=ROOT
        )
        while process.poll() is None:
            looks.append(look(process.pid, out, depth))
            time.sleep(SECONDS)
        printed.seek(0)
        return looks, process.returncode, printed.read()


def problems(looks: list[Look], many: int, family: int, most: int) -> list[str]:
    """Print what was seen, and return what is wrong."""
    working = [one for one in looks if 0 < one.done < many and len(one.mib) >= family]
    early, late = (
        [one for one in working if start * many <= one.done <= (start + 0.1) * many] for start in (0.1, 0.9)
    )
    memory = [median(sum(one.mib.values()) for one in part) for part in (early, late)]
    command = [median(next(iter(one.mib.values())) for one in part) for part in (early, late)]
    processes = max(len(one.mib) for one in working)
    descriptors = [
        {pid: median(one.descriptors.get(pid, 0) for one in part) for pid in part[-1].descriptors}
        for part in (early, late)
    ]
    grown = {
        pid: (before, descriptors[1][pid]) for pid, before in descriptors[0].items() if pid in descriptors[1]
    }
    each = [rate(working, *share, many) for share in ((0.02, 0.32), (0.69, 0.99))]
    own = rate(working, 0.69, 0.99, many, only=1)
    print(
        f"memory after the first tenth and at the end: {memory[0]:.0f} and {memory[1]:.0f} MiB "
        f"in {family} processes, ",
        end="",
    )
    print(f"{command[0]:.0f} and {command[1]:.0f} MiB in the command")
    print(f"open descriptors: {sum(descriptors[0].values()):.0f} and {sum(descriptors[1].values()):.0f}")
    print(
        "CPU time of a submission, in the first third and in the last: "
        f"{1000 * each[0]:.0f} and {1000 * each[1]:.0f} ms, ",
        end="",
    )
    print(f"of which {1000 * own:.1f} ms in the command", flush=True)
    return [
        *(
            [f"memory grew from {memory[0]:.0f} to {memory[1]:.0f} MiB"]
            if memory[1] > GROWTH[many >= CACHES_FULL] * memory[0]
            else []
        ),
        *([f"there were {processes} processes at once, not {most} at the most"] if processes > most else []),
        *(
            f"a process had {before:.0f} open descriptors, then {after:.0f}"
            for before, after in grown.values()
            if after > before + 2
        ),
        *([f"it got slower: {each[0]:.3f}, then {each[1]:.3f} s"] if each[1] > SLOWER * each[0] else []),
    ]


def rate(looks: list[Look], start: float, end: float, many: int, only: int | None = None) -> float:
    """Return the CPU seconds a submission took between two shares of the class, in some or all processes."""
    part = [one for one in looks if start * many <= one.done <= end * many]
    before, after = (sum(list(one.seconds.values())[:only]) for one in (part[0], part[-1]))
    return (after - before) / max(1, part[-1].done - part[0].done)


def main(many: int = 10_000, jobs: int = os.cpu_count() or 1, cluster: bool = False) -> int:
    """Compose, grade, look, compare; return how many things are not as they must be."""
    adopt_orphans()
    with tempfile.TemporaryDirectory() as temporary:
        folder, out, scratch = (Path(temporary, name) for name in ("class", "out", "scratch"))
        scratch.mkdir()
        scores = compose(folder, many)
        print(f"{many} submissions: {dict(Counter(name[6:] for name in scores))}", flush=True)
        words = [
            "grade",
            "homework",
            str(folder),
            "-o",
            str(out),
            *(["--cluster", f"local:{jobs}"] if cluster else ["-j", str(jobs)]),
            "--solutions",
            str(ROOT / "solutions"),
        ]
        command = [sys.executable, "-c", "from autograder.cli import main; main()", *words]
        environment = {**os.environ, "TMPDIR": str(scratch), "PYTHONPATH": str(ROOT)}
        looks, status, printed = watched(command, out, generations(jobs, cluster), environment)
        print("".join(line + "\n" for line in printed.splitlines() if " s: median" in line), end="")
        found = problems(looks, many, *family_of(jobs, cluster))
        found += [f"status {status}: {printed[-400:]}"] if status else []
        found += [f"left processes: {left}"] if (left := left_over(1)) else []
        found += [f"left in the temporary folder: {file}" for file in scratch.iterdir()]
        with (out / "final_grades.csv").open(encoding="utf-8") as table:
            got = {
                row["file"].removesuffix(".py"): float(row["total_points_earned"])
                for row in csv.DictReader(table)
                if row["file"] != "points-per-question"
            }
        wrong = {name: (points, got.get(name)) for name, points in scores.items() if got.get(name) != points}
        print(f"exact scores: {many - len(wrong)} of {many}")
        found += [
            f"{name} got {earned}, expected {points}" for name, (points, earned) in list(wrong.items())[:20]
        ]
        sizes = {
            file: (out / file).stat().st_size / 1e6
            for file in ("final_grades.csv", "report/index.html", "grades.db")
        }
        print(json.dumps({f"{file}, MB": round(size, 1) for file, size in sizes.items()}))
    for one in found:
        print(f"NOT AS IT MUST BE: {one}")
    return len(found)


if __name__ == "__main__":
    numbers = [int(word) for word in sys.argv[1:] if word != "--cluster"]
    defaults = [10_000, os.cpu_count() or 1]
    many, jobs = [*numbers, *defaults[len(numbers) :]]
    sys.exit(bool(main(many, jobs, "--cluster" in sys.argv)))
