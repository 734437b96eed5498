"""What a submission gets depends on nothing but itself: not on its class, on the order, or on -j."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path

import attack_corpus as corpus
import pytest
from attack_runner import CALL_SECONDS

from autograder.classes.pool import InProcessPool, Pool, Task
from autograder.classes.process_pool import GraderSetup, ProcessPool
from autograder.exercises.load import find_assignment
from autograder.exercises.overlays import mistakes, solution_source
from autograder.reports.folder import OutputFolder
from autograder.reports.results_json import results_text
from autograder.sandbox.limits import Limits
from autograder.submissions.read import read_submission
from autograder.submissions.submission import Submission

SOLUTIONS = Path(__file__).parents[2] / "solutions"
LIMITS = Limits(call_seconds=1.0, submission_seconds=20.0)
"""Enough for honest code on a busy machine: what times out may depend on that. Loops end sooner so."""
POISONERS = (
    "forge/dies_in_the_rest forge/imitates_a_mistake_and_dies forge/other_replies_alone forge/own_loop"
    " forge/rows_of_replies forge/two_answers forge/patch_the_servant starve/exit_at_once"
    " starve/lists_of_arrays"
).split()
"""Attacks that leave half a conversation, or another one each time, where others could find it."""
ENDS_THE_REST = """
import os, sys


def patched(real):
    def call(*arguments, **keywords):
        frame = sys._getframe(1)
        while frame:
            if frame.f_code.co_name == "handle_batch":
                os._exit(1)
            frame = frame.f_back
        calls.append(1)
        if len(calls) > {count}:
            os._exit(1)
        return real(*arguments, **keywords)
    return call


calls = []
for name, value in list(globals().items()):
    if getattr(value, "__code__", None) and name not in ("patched",):
        globals()[name] = patched(value)
"""


def sources(folders: list[Path]) -> Iterator[tuple[str, str]]:
    """Yield the solution, the mistakes (the n-th of each exercise together), and ones that end half-way."""
    solution = "\n\n".join(map(solution_source, folders))
    yield "solution", solution
    for number, together in enumerate(zip_longest(*map(mistakes, folders))):
        wrong = "\n\n".join([solution, *(mistake.source for mistake in together if mistake)])
        yield f"mistakes-{number:03}", wrong
        yield f"ends-{number:03}", wrong + ENDS_THE_REST.format(count=1 + number % 3)
    for attack in corpus.attacks(["forge", "starve"]):
        if attack.is_submission and "def build(" not in attack.source:
            yield attack.name.replace("/", "-"), corpus.script(attack.source, {"call_seconds": CALL_SECONDS})


def selected(submissions: list[Submission]) -> list[Submission]:
    """Return a few mistakes, whole and ending half-way, and the attacks that could leave something behind."""
    names = {name.replace("/", "-") for name in POISONERS} | {"solution"}
    numbers = [f"-{number:03}" for number in range(3, 200, 29)]
    return [one for one in submissions if one.name in names or one.name[-4:] in numbers]


def results(pool: Pool, submissions: list[Submission], checks: int) -> dict[str, str]:
    """Grade a class; return what is written of each submission."""
    with pool:
        reports = pool.grade_tasks([Task(one, tuple(range(checks))) for one in submissions])
        return {report.submission: results_text(report) for report in reports}


@pytest.mark.e2e
def test_results_depend_on_nothing_but_the_submission(tmp_path: Path, nightly: bool) -> None:
    """Mistakes and attacks in two orders, with one grader and two, and alone: byte for byte the same."""
    assignment = find_assignment("homework", SOLUTIONS)
    everybody = [
        read_submission(name, f"{name}.py", source.encode(), "homework")
        for name, source in sources(list(assignment.folders))
    ]
    class_ = everybody if nightly else selected(everybody)
    setup = GraderSetup("homework", SOLUTIONS, LIMITS, unsafe=False, folder=OutputFolder(tmp_path))
    count = len(assignment.checks)

    forwards = results(InProcessPool(assignment, LIMITS), class_, count)
    backwards = results(ProcessPool(setup, 2), class_[::-1], count)
    alone = [
        results(InProcessPool(assignment, LIMITS), [one], count) for one in class_[:: 1 + len(class_) // 4]
    ]

    assert len(forwards) == len(class_) and forwards.keys() == backwards.keys()
    assert [name for name in forwards if forwards[name] != backwards[name]] == []
    assert [name for one in alone for name in one if one[name] != forwards[name]] == []
    assert any('"mistake"' in text for text in forwards.values())
