"""Plain `pytest` in a student's folder: the same checks, with output that a beginner can read."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest


def pytest_in(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=60)


def test_the_answer_passes(small_folder: Path) -> None:
    """pytest and this package suffice, without configuration and without warnings."""
    result = pytest_in(small_folder, "-q", "-W", "error", "--strict-markers", "test_visible.py")

    assert result.returncode == 0 and "2 passed" in result.stdout, result.stdout


WRONG = [
    (
        "def double(x): return 3 * x",
        "double([1, 2.5])[0] is 3, expected 2 (2 of 2 values differ)",
    ),
    ("def double(x): x = 2 * x", "double([1, 2.5]) is None. Did you forget to return it?"),
    (
        "def double(x):\n    return x[5]",
        "double([1, 2.5]) raises IndexError: index 5 is out of bounds for axis 0 with size 2",
    ),
    (
        "def double(x): raise NotImplementedError('double: write your code here')",
        "double is not written yet",
    ),
    (
        "def double(x):\n    import os; os._exit(1)",
        "double([1, 2.5]): it ended the process (exit status 1)",
    ),
    ("double = ...", "double is not written yet"),
    ("", "double is not defined"),
    ("def", "double is not defined; the code stops at line 2 of small.py, SyntaxError"),
]


def test_what_is_wrong_is_the_last_word(small_folder: Path, tmp_path: Path) -> None:
    """A failure is the check's sentence, what is wrong, the check's line and the file; nothing of ours."""
    for number, (source, _) in enumerate(WRONG):
        folder = tmp_path / "class" / f"s{number}" / "small"
        shutil.copytree(small_folder, folder)
        (folder / "small.py").write_text(f"table = [1, 2]\n{source}\n")
    result = pytest_in(tmp_path / "class", "--import-mode=importlib")
    sections = result.stdout.split("_ test_double _")[1:]

    assert result.returncode == 1 and len(sections) == len(WRONG)
    for section, (_, message) in zip(sections, WRONG, strict=True):
        assert f"double gives twice the array.\n{message}" in section
        assert re.search(r"\ntest_visible\.py:\d+: assert_array\(student\.double", section)
        assert "\ntested: small.py\n" in section
    for word in (
        "student.py",
        "question.py",
        "checking.py",
        "sandbox.py",
        "During handling",
        "autograder.errors",
        "__tracebackhide__",
        "Traceback",
    ):
        assert word not in result.stdout


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("other.txt", "", "holds no exercise. Go to the folder with your test_visible.py"),
        (
            "small.ipynb",
            "{}",
            "double is not defined; the file is no notebook: its JSON has no list of cells",
        ),
    ],
)
def test_a_folder_without_an_answer_says_so(small_folder: Path, name: str, data: str, message: str) -> None:
    """A missing or unreadable file is one sentence in each check, and no error of the framework."""
    (small_folder / "small.py").unlink()
    (small_folder / name).write_text(data)
    result = pytest_in(small_folder, "test_visible.py")

    assert result.returncode == 1 and message in result.stdout
    assert "own.py" not in result.stdout and "Traceback" not in result.stdout


def test_a_helper_and_the_names_of_axes_are_the_check_s_own(small_folder: Path) -> None:
    """A module beside the checks can be imported, and a wrong shape is said in the names of `AXES`."""
    (small_folder / "words.py").write_text("AXES = {1: ('number',)}\n")
    checks = small_folder / "test_visible.py"
    checks.write_text(f"from words import AXES\n{checks.read_text()}")
    (small_folder / "small.py").write_text("table = [1, 2, 3]\ndef double(x): return x[:1]\n")
    output = pytest_in(small_folder, "test_visible.py").stdout

    assert "expected (2,): 3 numbers instead of 2" in output
    assert "expected (2,): 1 number instead of 2" in output
    assert "pytest_plugin.py" not in output


@pytest.mark.e2e
def test_random_inputs_are_there(small_folder: Path) -> None:
    """Hidden checks, with their `rng`, run under plain pytest too: an author tries them this way."""
    (small_folder / "test_hidden.py").write_text(
        "def test_it(student, rng):\n    assert rng.random() == 0.6369616873214543\n"
    )

    assert pytest_in(small_folder, "-q", "test_hidden.py").returncode == 0


def test_a_bare_assert_is_said_with_the_line_to_write(small_folder: Path) -> None:
    """Python's own assert can't look into a result, so it is the error of whoever wrote the check."""
    file = small_folder / "test_visible.py"
    text = file.read_text().replace("assert_array(student.table, [1, 2])", "assert student.table == [1, 2]")
    file.write_text(text)
    result = pytest_in(small_folder, "-q")

    line = text.split("\n").index("    assert student.table == [1, 2]") + 1
    remedy = "write assert_equal(student.table, [1, 2])"
    assert f"test_visible.py, line {line}: a bare assert can't look into a result; {remedy}" in result.stdout
    assert "1 failed, 1 passed" in result.stdout and "Traceback" not in result.stdout


@pytest.mark.e2e
def test_another_project_s_student_is_its_own(tmp_path: Path) -> None:
    """A fixture of the same name in any other test suite may be asserted on as one likes."""
    (tmp_path / "test_school.py").write_text(
        "import pytest\n\n\n@pytest.fixture\ndef student():\n    return 'Ann'\n\n\n"
        "def test_name(student):\n    assert student == 'Ann'\n"
    )

    assert pytest_in(tmp_path, "-q").returncode == 0
