"""Values that no author expects, and objects that are equal to everything."""

from __future__ import annotations

from pathlib import Path

import pytest

from autograder.authors.oddities import equal_twin_problems, odd_value_notes
from autograder.authors.trial import GradedTrial, attempt_graded
from autograder.exercises.assignment import Assignment
from autograder.exercises.load import folder_checks
from autograder.grading.catalogue import Catalogue
from autograder.sandbox.forked import Zygote
from autograder.submissions.submission import Cell, Submission

SOLUTION = """class Clock:
    def __init__(self, minutes):
        self.minutes = minutes

    def __eq__(self, other):
        return self.minutes == other.minutes


class Unseen:
    pass


def numbers():
    return [3, 1]
"""
HEAD = "from autograder.checks import assert_equal, assert_that, points\n\n\n@points(1, rung='a')\n"
EQUAL = "    assert_equal(student.Clock(1), student.Clock(1))\n"
UNEQUAL = "    assert_equal(student.Clock(1) == student.Clock(2), False)\n"


def exercise(folder: Path, body: str) -> Assignment:
    folder = folder / "clocks"
    folder.mkdir()
    (folder / "clocks.py").write_text(SOLUTION, encoding="utf-8")
    text = f'{HEAD}def test_a(student):\n    """It is so."""\n{body}'
    (folder / "test_hidden.py").write_text(text, encoding="utf-8")
    return Assignment("clocks", (folder,), tuple(folder_checks(folder)))


@pytest.mark.parametrize(("body", "missed"), [(EQUAL, ["Clock"]), (EQUAL + UNEQUAL, []), (UNEQUAL, [])])
def test_a_class_that_is_equal_to_everything_is_tried(
    tmp_path: Path, zygote: Zygote, body: str, missed: list[str]
) -> None:
    """Where the student's own == decides, some check must compare an unequal pair."""
    assignment = exercise(tmp_path, body)
    catalogue = Catalogue(assignment.folders[0])

    def graded(cell: Cell) -> GradedTrial:
        submission = Submission("a", "clocks.py", (Cell("clocks.py", SOLUTION), cell))
        return attempt_graded(assignment, submission, zygote.worker, catalogue)

    problems = list(equal_twin_problems(assignment, catalogue.new_handler(), graded))
    assert [problem.split()[1] for problem in problems] == missed
    assert all("assert_equal(one == other, False)" in problem for problem in problems)


@pytest.mark.parametrize(
    ("predicate", "notes"),
    [
        ("lambda value: value == [1]", []),
        (
            "lambda value: sorted(value)[0] == 1",
            [
                "test_a does not expect '': IndexError: list index out of range (line 7 of test_hidden.py); "
                "a sentence of its own would help"
            ],
        ),
    ],
)
def test_odd_values_are_tried_on_every_assert(tmp_path: Path, predicate: str, notes: list[str]) -> None:
    """What an assert raises for none, text, empty or nested values is told before a student returns one."""
    body = f'    assert_that(student.numbers(), {predicate}, "is wrong")\n'

    assert list(odd_value_notes(exercise(tmp_path, body))) == notes
