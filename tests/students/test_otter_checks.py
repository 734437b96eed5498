"""The visible checks inside otter: the same checks, on a live notebook."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from autograder.authors.publish import publish
from autograder.errors import CheckFailed, NotAttempted, StudentError, UsageError
from autograder.exercises.load import exercise_folders
from autograder.exercises.overlays import solution_source
from autograder.students.otter_checks import run_visible_check

SOLUTIONS = Path(__file__).parents[2] / "solutions"
CHECKS = '''"""Checks."""

import numpy as np

from autograder.checks import assert_arguments_unchanged, assert_array, points


@points(1, rung="doubling")
def test_doubles(student):
    """Doubles."""
    answer = student.double(np.array([1.0, 3.0]))
    assert_array(answer, [2.0, 6.0])
    assert_arguments_unchanged(answer)
'''


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working directory of a notebook, with a check in it."""
    (tmp_path / "test_visible.py").write_text(CHECKS)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def doubles_in_place(x: Any) -> Any:
    x *= 2
    return x


def raises(x: Any) -> Any:
    raise ValueError("not like this")


def unwritten(x: Any) -> Any:
    raise NotImplementedError("double: write your code here")


@pytest.mark.parametrize(
    "env, outcome, message",
    [
        ({}, CheckFailed, "double is not defined"),
        ({"double": ...}, NotAttempted, "double is not written yet"),
        ({"double": unwritten}, NotAttempted, "double is not written yet"),
        ({"double": lambda x: x}, CheckFailed, r"double\(\[1, 3\]\)\[0\] is 1, expected 2"),
        ({"double": raises}, StudentError, r"double\(\[1, 3\]\) raises ValueError: not like this"),
        ({"double": lambda x: sys.exit()}, StudentError, "raises SystemExit"),
        ({"double": doubles_in_place}, CheckFailed, r"changes its argument \[1, 3\]"),
        ({"double": lambda x: raises}, CheckFailed, "is of type function"),
        ({"double": lambda x: np.zeros(3 << 20)}, CheckFailed, "is too large to be checked"),
        ({"double": lambda x: 10**5000}, CheckFailed, "digits"),
    ],
)
def test_a_check_that_does_not_pass_raises_its_outcome(
    folder: Path, env: dict[str, Any], outcome: type[Exception], message: str
) -> None:
    """The message in the notebook is the one that `autograder check` gives."""
    with pytest.raises(outcome, match=message):
        run_visible_check("test_visible.py", "test_doubles", env)


def test_a_helper_and_the_names_of_axes_are_the_check_s_own(folder: Path) -> None:
    """In a notebook, too, a module beside the checks can be imported, and `AXES` names what is wrong."""
    (folder / "words.py").write_text("AXES = {1: ('number',)}\n")
    (folder / "test_visible.py").write_text(f"from words import AXES\n{CHECKS}")

    with pytest.raises(CheckFailed, match=r"3 numbers instead of 2$"):
        run_visible_check("test_visible.py", "test_doubles", {"double": lambda x: np.ones(3)})


def test_a_check_that_passes_is_silent_and_leaves_the_notebook_alone(folder: Path) -> None:
    """A right solution raises nothing, and the notebook's names stay as they were."""
    env = {"double": lambda x: [2 * number for number in x], "mine": 3}
    before = dict(env)

    run_visible_check("test_visible.py", "test_doubles", env)

    assert env == before


def test_a_notebook_away_from_its_checks_is_told_so(folder: Path) -> None:
    """If the file is missing or has another version, the error says what to do."""
    with pytest.raises(
        UsageError, match=r"there is no test_other\.py in .*Keep the notebook in its exercise's folder"
    ):
        run_visible_check("test_other.py", "test_doubles", {})
    with pytest.raises(UsageError, match=r"test_visible\.py has no check test_halves\. Download"):
        run_visible_check("test_visible.py", "test_halves", {})


@pytest.fixture(scope="module")
def assignments(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Everything that students get, in a place where otter may leave its log."""
    target = tmp_path_factory.mktemp("published") / "assignments"
    publish(SOLUTIONS, target)
    return target


NAMES = [folder.name for folder in exercise_folders(SOLUTIONS)]
CASES = [(name, [name]) for name in NAMES] + [("homework", NAMES)]


def otter_check(folder: Path, file: str) -> str:
    command = [sys.executable, "-m", "otter", "check", file, "-t", "tests"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True).stdout


@pytest.mark.e2e
@pytest.mark.parametrize("name, exercises", CASES, ids=[name for name, _ in CASES])
def test_otter_check_runs_the_visible_checks_of_a_script(
    assignments: Path, name: str, exercises: list[str]
) -> None:
    """In `otter check` every check of the stub is not attempted, and the solution passes."""
    folder = assignments / name
    report = otter_check(folder, f"{name}.py")
    checks = sum(
        (folder / "tests" / f"{exercise}.py").read_text().count("@test_case") for exercise in exercises
    )
    assert report.count("NotAttempted: ") == report.count("Test case failed") == checks

    (folder / "answer.py").write_text(
        "\n\n".join(solution_source(SOLUTIONS / exercise) for exercise in exercises)
    )
    assert otter_check(folder, "answer.py") == "All tests passed!\n"
