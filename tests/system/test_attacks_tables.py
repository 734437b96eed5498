"""Wrong code that attacks by tables and figures gets no point, and costs no other check anything."""

from __future__ import annotations

import time
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest

from autograder.exercises.assignment import Assignment
from autograder.exercises.load import folder_checks
from autograder.grading.grader import Grader
from autograder.results import Report, Verdict
from autograder.sandbox.forked import Zygote
from autograder.sandbox.limits import Limits
from autograder.submissions.read import read_submission

pytestmark = [
    pytest.mark.e2e,  # a zygote with pandas and matplotlib takes seconds to start
    pytest.mark.skipif(not (find_spec("pandas") and find_spec("matplotlib")), reason="pandas or matplotlib"),
]
ATTACKS = sorted((Path(__file__).parents[1] / "attacks" / "tables").glob("*.py"))
HONEST = "def double(x):\n    return 2 * x\n\n\n"
SOLUTION = """import matplotlib.pyplot as plt


def totals(orders):
    return orders.groupby("name", as_index=False)["total"].sum()


def draw(losses):
    plt.plot(range(1, len(losses) + 1), losses)
"""
CHECKS = '''from autograder.checks import assert_close, assert_equal, assert_frame, figure, frame, points


@points(1, rung="honest")
def test_double(student):
    """double doubles."""
    assert_equal(student.double(2), 4)


@points(1, rung="tables")
def test_totals(student):
    """totals adds up what each has ordered."""
    orders = frame({"name": ["Ben", "Ann", "Ann"], "total": [2.0, 1.0, 4.0]})
    assert_frame(student.totals(orders), {"name": ["Ann", "Ben"], "total": [5.0, 2.0]})


@points(1, rung="figures")
def test_draw(student):
    """draw draws the losses."""
    assert_close(figure(student.draw([3.0, 2.0, 1.5]))["axes"][0]["lines"][0]["y"], [3.0, 2.0, 1.5])
'''


@pytest.fixture(scope="module")
def zygote() -> Iterator[Zygote]:
    with Zygote(frozenset({"pandas", "matplotlib"})) as one:
        yield one


@pytest.fixture(scope="module")
def assignment(tmp_path_factory: pytest.TempPathFactory) -> Assignment:
    folder = tmp_path_factory.mktemp("course") / "tables"
    folder.mkdir()
    (folder / "tables.py").write_text(HONEST + SOLUTION, encoding="utf-8")
    (folder / "exercise.toml").write_text('requires = ["pandas", "matplotlib"]\n', encoding="utf-8")
    (folder / "test_hidden.py").write_text(CHECKS, encoding="utf-8")
    return Assignment("tables", (folder,), tuple(folder_checks(folder)))


def graded(assignment: Assignment, source: str, zygote: Zygote) -> Report:
    limits = Limits(call_seconds=0.5, check_seconds=1, submission_seconds=8, memory_bytes=1 << 30)
    submission = read_submission("a", "a.py", (HONEST + source).encode(), "tables")
    return Grader(assignment, zygote.worker, limits, probes={}).grade(submission)


def test_the_solution_passes(assignment: Assignment, zygote: Zygote) -> None:
    """Right code earns all points, so what an attack loses is the attack's."""
    report = graded(assignment, SOLUTION, zygote)

    assert [result.message for result in report.lacking] == []


@pytest.mark.parametrize("file", ATTACKS, ids=lambda file: file.stem)
def test_an_attack_by_tables_gets_nothing(assignment: Assignment, zygote: Zygote, file: Path) -> None:
    """Neither its table nor its figure passes; the function it left alone keeps its point; none is broken."""
    start = time.process_time()
    report = graded(assignment, file.read_text(encoding="utf-8"), zygote)
    passed = {result.check for result in report.results if result.verdict is Verdict.PASSED}

    assert passed == {"test_double"}, [result.message for result in report.results]
    assert not report.broken and time.process_time() - start < 3
    assert all(len(result.message) < 2_000 and "\x1b" not in result.message for result in report.results)
