"""Finding exercises and their checks, and what is said of folders that break a rule."""

from __future__ import annotations

import shutil
import sys
import types
from collections import Counter
from pathlib import Path

import pytest
from conftest import SMALL_VISIBLE

from autograder.errors import AuthorError, UsageError
from autograder.exercises.assignment import DRAWS, Check
from autograder.exercises.load import (
    exercise_folders,
    find_assignment,
    folder_checks,
    modules_beside,
    run_beside,
)
from autograder.sandbox.limits import Limits


def test_an_assignment_has_the_visible_and_the_hidden_checks(small_exercise: Path) -> None:
    """Checks come as they are written, visible ones first, with sentence, rung and points."""
    found = find_assignment("small", small_exercise.parent)

    assert [(check.name, check.rung, check.points, check.hidden) for check in found.checks] == [
        ("test_table", "by hand", 1, False),
        ("test_double", "double", 2, False),
        ("test_double_of_a_secret", "double", 3, True),
        ("test_manners", "manners", 4, True),
    ]
    assert found.checks[0].sentence == "table holds one and two."
    assert found.folders == (small_exercise,) and found.exercises == ("small",)


def test_the_homework_is_all_exercises_in_reading_order(small_exercise: Path) -> None:
    """`homework` has every folder with hidden checks, sorted by name; others are no exercises."""
    other, notes = small_exercise.parent / "a_first", small_exercise.parent / "notes"
    for folder in (other, notes):
        folder.mkdir()
    (other / "test_hidden.py").write_text(SMALL_VISIBLE)

    assert exercise_folders(small_exercise.parent) == [other, small_exercise]
    assert find_assignment("homework", small_exercise.parent).exercises == ("a_first", "small")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("def", "small/test_hidden.py does not load: SyntaxError: "),
        ("AXES = {2: ('row',)}", "small/test_hidden.py does not load: ValueError: AXES names 1 of 2 axes"),
        (
            "LIMITS = {'call_seconds': 1}",
            "small/test_hidden.py: LIMITS are no longer read here; write them into exercise.toml",
        ),
        (
            "import nowhere",
            "small/test_hidden.py does not load: ModuleNotFoundError: No module named 'nowhere'",
        ),
        (
            'def test_x(student):\n    """x"""',
            "test_hidden.py: test_x needs @points(…, rung=…) and a docstring, the sentence a student reads",
        ),
        (
            "from autograder.checks import points\n@points(1, rung='x')\ndef test_x(student): ...",
            "test_hidden.py: test_x needs @points",
        ),
    ],
)
def test_a_broken_file_is_its_author_s(small_exercise: Path, text: str, message: str) -> None:
    """One line names the file and what it needs."""
    (small_exercise / "test_hidden.py").write_text(text)
    with pytest.raises(AuthorError) as error:
        find_assignment("small", small_exercise.parent)

    assert str(error.value).startswith(message)


def test_limits_of_an_exercise_are_those_of_its_checks(small_exercise: Path) -> None:
    """`[limits]` in exercise.toml asks for more than usual. An assignment gets the most that any asks."""
    other = shutil.copytree(small_exercise, small_exercise.parent / "other")
    for folder, seconds in ((small_exercise, 5), (other, 3)):
        (folder / "exercise.toml").write_text(f"[limits]\ncall_seconds = {seconds}\n")
    with (small_exercise / "exercise.toml").open("a") as file:
        file.write("memory_bytes = 0x1_0000_0000\n")
    assignment = find_assignment("homework", small_exercise.parent)

    assert [check.limits["call_seconds"] for check in assignment.checks] == [3] * 4 + [5] * 4
    assert assignment.limits == {"call_seconds": 5, "memory_bytes": 1 << 32}
    assert Limits(call_seconds=7).at_least(assignment.limits) == Limits(call_seconds=7, memory_bytes=1 << 32)


def test_checks_without_points_are_no_assignment(small_exercise: Path) -> None:
    """Nothing divides by the points of an assignment that has none."""
    (small_exercise / "test_visible.py").write_text("")
    (small_exercise / "test_hidden.py").write_text("")
    with pytest.raises(AuthorError, match=r"^small: its checks carry no points$"):
        find_assignment("small", small_exercise.parent)


def test_an_unknown_name_lists_the_known_ones(small_exercise: Path, tmp_path: Path) -> None:
    """So does a folder without exercises, in its way."""
    with pytest.raises(UsageError, match=r"^there is no assignment 'x'\. Choose from: small, homework$"):
        find_assignment("x", small_exercise.parent)
    with pytest.raises(UsageError, match=r"nothing holds no exercises$"):
        find_assignment("homework", tmp_path / "nothing")


def test_hidden_checks_can_import_the_solution(small_exercise: Path) -> None:
    """Modules of the exercise's folder can be imported while its checks load, and not afterwards."""
    import sys

    (small_exercise / "answer_beside.py").write_text("x = 5")
    (small_exercise / "test_hidden.py").write_text(f"from answer_beside import x\n{SMALL_VISIBLE}")

    assert len(list(folder_checks(small_exercise))) == 4
    assert str(small_exercise) not in sys.path
    assert "answer_beside" not in sys.modules


def test_random_inputs_depend_on_the_secret_the_check_and_the_draw(small_exercise: Path) -> None:
    """`rng` is the same on every regrade, and another one when any of the three changes."""
    hidden = small_exercise / "test_hidden.py"
    text = hidden.read_text().replace("(student)", "(student, rng)")

    def drawn(text: str, index: int, draw: int) -> float:
        return float(check(text, index).arguments(None, draw)["rng"].random())  # type: ignore[attr-defined]

    def check(text: str, index: int) -> Check:
        hidden.write_text(text)
        return find_assignment("small", small_exercise.parent).checks[index]

    numbers = [
        drawn(text, 2, 0),
        drawn(text, 3, 0),
        drawn(text, 2, 1),
        drawn(text.replace("777", "77"), 2, 0),
    ]
    assert len(set(numbers)) == 4 and drawn(text, 2, 0) == numbers[0]

    one, other, changed = (
        [check(source, index).draw(b"%d" % content) for content in range(200)]
        for source, index in ((text, 2), (text, 3), (text.replace("777", "77"), 2))
    )
    assert set(one) == set(range(DRAWS)) and min(Counter(one).values()) > 10, "every draw is somebody's"
    assert (
        one == [check(text, 2).draw(b"%d" % content) for content in range(200)]
        and one != other
        and one != changed
    )


def test_each_check_has_a_digest_of_its_own(small_exercise: Path) -> None:
    """It changes with the check's own lines and with code that is no check.

    It does not change with another check, a comment, or its place in the file.
    """
    file = small_exercise / "test_hidden.py"
    text = file.read_text()

    def digests(text: str) -> list[bytes]:
        file.write_text(text)
        return [check.source_digest for check in find_assignment("small", small_exercise.parent).checks[2:]]

    secret, manners = before = digests(text)
    assert secret != manners
    assert digests("# a comment\n\n" + text.replace("\n\n\n", "\n\n\n\n\n")) == before
    assert [
        digest == old for digest, old in zip(digests(text.replace("4662.0", "4663.0")), before, strict=True)
    ] == [False, True]
    assert [
        digest == old
        for digest, old in zip(digests(text.replace("points(4", "points(5")), before, strict=True)
    ] == [True, False]
    assert digests(text + '\n\n@points(1, rung="x")\ndef test_x(student):\n    """x"""\n')[:2] == before
    assert not set(digests(text + "\nHELPER = 1\n")) & set(before)


def test_modules_beside_the_checks_do_not_mix(tmp_path: Path) -> None:
    """Two exercises may have helper modules of one name; each gets its own, and neither stays loaded."""
    for number in (1, 2):
        folder = tmp_path / f"exercise{number}"
        folder.mkdir()
        (folder / "helper_beside.py").write_text(f"number = {number}\n")
        (folder / "checks.py").write_text("from helper_beside import number\n")

    numbers = [run_beside(tmp_path / f"exercise{number}" / "checks.py")["number"] for number in (1, 2)]

    assert numbers == [1, 2] and "helper_beside" not in sys.modules


def test_a_module_of_the_current_folder_is_not_the_one_beside_the_checks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`python -m` puts the current folder first on the path, and it may hold what students sent."""
    checks, here = tmp_path / "exercise" / "checks.py", tmp_path / "class"
    for folder, text in ((checks.parent, "number = 1"), (here, "raise RuntimeError('a student's')")):
        folder.mkdir()
        (folder / "helper_beside.py").write_text(text)
    checks.write_text("from helper_beside import number")
    monkeypatch.syspath_prepend(here)
    monkeypatch.setitem(sys.modules, "helper_beside", types.ModuleType("helper_beside"))

    assert run_beside(checks)["number"] == 1
    assert not hasattr(sys.modules["helper_beside"], "number")


def test_modules_beside_are_found_through_each_other(tmp_path: Path) -> None:
    """By any import statement. What isn't there is installed or missing. No Python, no imports."""
    texts = {
        "checks.py": "import numpy as np, one\ndef f():\n    from two.part import x\nfrom . import nothing",
        "one.py": "import three, one, nowhere",
        "two.py": "",
        "three.py": "def",
        "four.py": "",
    }
    for name, text in texts.items():
        (tmp_path / name).write_text(text)
    (tmp_path / "five.py").write_bytes(b"import four # \xff")

    names = {file.name for file in modules_beside(tmp_path / "checks.py")}
    assert names == {"one.py", "two.py", "three.py"}
    assert modules_beside(tmp_path / "five.py") == []


def test_a_file_beside_the_checks_takes_no_library_s_place(tmp_path: Path) -> None:
    """Checks import NumPy and Python's own modules even from a folder with a numpy.py and a random.py."""
    for name in ("numpy", "random"):
        (tmp_path / f"{name}.py").write_text("raise RuntimeError\n")
    (tmp_path / "checks.py").write_text("import random\nimport numpy as np\nvalue = np.zeros(1)[0]\n")

    assert run_beside(tmp_path / "checks.py")["value"] == 0
    assert modules_beside(tmp_path / "checks.py") == []
