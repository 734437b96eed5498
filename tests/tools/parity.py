"""The four ways of grading, side by side: the points that each way gives to each check of each submission.

Scores are keyed by the submission's name. Every mistake is in one submission: the n-th mistakes of
all exercises are in the n-th.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Collection
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path
from typing import Any
from unittest import mock

import attack_corpus as corpus
import nbformat
from docker_engine import BASE, PROJECT

from autograder.exercises.overlays import mistakes, solution_source

SOLUTIONS, STUB = PROJECT / "solutions", PROJECT / "assignments" / "homework" / "homework"
LIMITS = {
    "call_seconds": 0.3,
    "check_seconds": 10.0,
    "submission_seconds": 3.0,
    "memory_bytes": 2 << 30,
}  # so that loops end soon
GRADE_OPTIONS = [
    "--call-seconds",
    str(LIMITS["call_seconds"]),
    "--submission-seconds",
    str(LIMITS["submission_seconds"]),
]
PLANTED = {"mark": "parity", "folders": [], "victim": "/victim"}

CHOSEN = (  # of each kind some: what is sent through all four ways whenever that has to be quick
    "answer answer-notebook stub stub-notebook no-python"
    " mistakes-000 mistakes-020 mistakes-040 mistakes-060 mistakes-080"
    " mistakes-100 mistakes-120 mistakes-140 mistakes-160"
    " starve-loop starve-loop_while_loading starve-crash_in_c"
    " starve-exit_at_once starve-memory_of_numpy starve-flood_of_output"
    " forge-two_answers forge-equal_to_everything forge-patch_the_servant forge-results_now"
).split()


@dataclass(frozen=True)
class Scores:
    """Points by question, and by question the points of its checks in their order."""

    questions: dict[str, float]
    checks: dict[str, list[float]]


def scores(checks: dict[str, list[float]]) -> Scores:
    return Scores({name: round(sum(points), 6) for name, points in checks.items()}, checks)


def submissions(names: Collection[str] = ()) -> dict[str, tuple[str, bytes]]:
    """Return a file's name and content for each submission, or for those that are named."""
    folders = sorted(SOLUTIONS.glob("q?_*"))
    answers = [solution_source(folder) for folder in folders]
    answer = "\n\n".join(answers)
    book = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(source) for source in answers])
    found = {
        "answer": ("homework.py", answer.encode()),
        "answer-notebook": ("homework.ipynb", nbformat.writes(book).encode()),
        "stub": ("homework.py", STUB.with_suffix(".py").read_bytes()),
        "stub-notebook": ("homework.ipynb", STUB.with_suffix(".ipynb").read_bytes()),
        "no-python": ("homework.py", b"def conv2d(:\n"),
    }
    for number, together in enumerate(zip_longest(*map(mistakes, folders))):
        source = "\n\n".join([answer, *(mistake.source for mistake in together if mistake)])
        found[f"mistakes-{number:03}"] = ("homework.py", source.encode())
    for attack in corpus.attacks(["starve", "forge"]):
        if attack.is_submission and "def build(" not in attack.source:
            found[attack.name.replace("/", "-")] = (
                "homework.py",
                corpus.script(attack.source, PLANTED).encode(),
            )
    return {name: found[name] for name in names or found}


def grade_scores(folder: Path, temporary: Path, *options: str) -> dict[str, Scores]:
    """Grade with our own command."""
    out = Path(tempfile.mkdtemp(dir=temporary))
    command = [
        str(Path(sys.executable).with_name("autograder")),
        "grade",
        "homework",
        str(folder),
        "-o",
        str(out),
        "--solutions",
        str(SOLUTIONS),
        *options,
    ]
    subprocess.run(command, check=True, capture_output=True)
    return results_scores(out / "results")


def results_scores(folder: Path) -> dict[str, Scores]:
    """Read the results.json that our grade and our containers write."""
    found = {}
    for file in sorted(folder.glob("*.json")):
        checks = dict[str, list[float]]()
        for test in json.loads(file.read_text(encoding="utf-8"))["tests"]:
            checks.setdefault(test["tags"][0], []).append(test["score"])
        found[file.stem] = scores(checks)
    return found


def otter_run_scores(folder: Path, autograder: Path, temporary: Path) -> dict[str, Scores]:
    """Grade with what `otter run` calls, in forks of one process."""
    out = Path(tempfile.mkdtemp(dir=temporary))
    files = sorted(folder.iterdir())
    (out / "jobs.json").write_text(
        json.dumps([(number, str(file), False) for number, file in enumerate(files)])
    )
    program = Path(__file__).with_name("attack_otter_run.py")
    environment = {
        **os.environ,
        "IPYTHONDIR": str(out / "ipython"),
        "JUPYTER_RUNTIME_DIR": str(out / "runtime"),
    }
    subprocess.run(
        [sys.executable, program, autograder, out], check=True, capture_output=True, env=environment, cwd=out
    )
    return {
        file.stem: scores(json.loads((out / str(number) / "cases.json").read_text()))
        for number, file in enumerate(files)
    }


def otter_grade_scores(
    folder: Path, autograder: Path, environment: dict[str, str], temporary: Path
) -> dict[str, Scores]:
    """Grade with what `otter grade` calls: a container for each submission, two side by side."""
    from otter.grade.containers import launch_containers
    from otter.run import AutograderConfig

    files = sorted(map(str, folder.iterdir()))
    with mock.patch.dict(os.environ, environment):  # python_on_whales starts the client with it
        graded = launch_containers(
            str(autograder), files, 2, BASE, "parity", AutograderConfig({}), pdf_dir=None, network=False
        )
    assert [one.catastrophic_error for one in graded if one.catastrophic_error] == []
    return {Path(one.file).stem: scores(cases(one)) for one in graded}


def cases(results: Any) -> dict[str, list[float]]:
    """Return the points of each check in otter's GradingResults."""
    return {
        name: [float(case.test_case.points * case.passed) for case in question.test_case_results]
        for name, question in results.results.items()
    }


def table(columns: dict[str, dict[str, Scores]]) -> tuple[str, list[str]]:
    """Return the points of each submission in each way as text, and the submissions where ways differ."""
    names = list(dict.fromkeys(name for column in columns.values() for name in column))
    lines, differences = [f"{'points of 100':<44}" + "".join(f"{way:>13}" for way in columns)], []
    for name in names:
        found = [column.get(name) for column in columns.values()]
        totals = [f"{sum(one.questions.values()):g}" if one else "nothing" for one in found]
        same = all(one is not None and one == found[0] for one in found)
        lines.append(
            f"{name:<44}" + "".join(f"{total:>13}" for total in totals) + ("" if same else "  DIFFERENT")
        )
        differences += [] if same else [name]
    lines.append(f"{len(names)} submissions, compared check by check: {len(differences)} differ")
    return "\n".join(lines) + "\n", differences
