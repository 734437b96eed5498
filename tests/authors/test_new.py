"""`autograder new` makes a complete exercise."""

from __future__ import annotations

from pathlib import Path

import pytest

from autograder.authors.new import new_exercise
from autograder.authors.publish import publish, stale
from autograder.authors.verify import verify
from autograder.errors import UsageError
from autograder.exercises.load import find_assignment
from autograder.exercises.overlays import composed, mistakes, solution_source, variants
from autograder.grading.grader import Grader
from autograder.results import Verdict
from autograder.sandbox.forked import Zygote
from autograder.sandbox.limits import Limits
from autograder.submissions.read import read_submission


def test_a_new_exercise_publishes_and_grades_out_of_the_box(tmp_path: Path, zygote: Zygote) -> None:
    """Solution and variant earn everything, mistakes less, stubs nothing. `verify` finds no problem."""
    folder = new_exercise("q7_pooling", tmp_path / "solutions")
    publish(tmp_path / "solutions", tmp_path / "assignments")
    assignment = find_assignment("q7_pooling", tmp_path / "solutions")
    sources = [
        solution_source(folder),
        *(composed(folder, overlay) for overlay in [*variants(folder), *mistakes(folder)]),
    ]
    stubs = [
        (file.name, file.read_bytes())
        for file in sorted((tmp_path / "assignments" / "q7_pooling").glob("q7_pooling.*"))
    ]
    submissions = [("q7_pooling.py", source.encode()) for source in sources] + stubs
    grader = Grader(assignment, zygote.worker, Limits())
    reports = [grader.grade(read_submission("s", file, data, "q7_pooling")) for file, data in submissions]

    assert folder == tmp_path / "solutions" / "q7_pooling"
    assert [report.points for report in reports] == [2, 2, 1, 0, 0, 0]
    assert {result.verdict for report in reports[4:] for result in report.results} == {Verdict.NOT_ATTEMPTED}
    assert stale(tmp_path / "solutions", tmp_path / "assignments") == []
    assert verify(assignment).problems == ()


@pytest.mark.parametrize(
    "name",
    ["", "two words", "test_sums", "tests", "_sums", ".sums", "../q1_up", "q1_a/..", "q1_a\n", "جمع"],
)
def test_a_name_that_is_no_exercise_s_is_refused(tmp_path: Path, name: str) -> None:
    """The name becomes that of a folder, a file, a module and a function, so it must suit all."""
    with pytest.raises(UsageError, match=r"can't be an exercise's name\. Choose letters, digits"):
        new_exercise(name, tmp_path)

    assert not list(tmp_path.iterdir())


def test_an_exercise_that_is_there_is_left_alone(tmp_path: Path) -> None:
    """Nothing is overwritten."""
    (tmp_path / "q1_mine").mkdir()

    with pytest.raises(UsageError, match="q1_mine is there already"):
        new_exercise("q1_mine", tmp_path)
    assert not list((tmp_path / "q1_mine").iterdir())
