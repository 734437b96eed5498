"""Packages that exercises require: from a fixed list, missing ones told before anything is graded."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from typing import Any

import pytest

from autograder.authors.new import new_exercise
from autograder.authors.publish import published_files
from autograder.authors.required import undeclared_packages
from autograder.errors import AuthorError, MissingPackage
from autograder.exercises import required
from autograder.exercises.layout import settings_file
from autograder.exercises.load import find_assignment
from autograder.exercises.settings import read_settings
from autograder.grading.grader import Grader
from autograder.otter import packed
from autograder.otter.student_zip import readmes
from autograder.sandbox.limits import Limits
from autograder.sandbox.worker import requiring

CHECKS = '''from autograder.checks import assert_close, assert_equal, figure, points


@points(1, rung="one")
def test_one(student):
    """f gives one."""
    {check}
'''
ONE = "assert_equal(student.f(), 1)"
DRAWN = 'assert_equal(figure(student.f())["title"], "")'


@pytest.fixture
def exercise(tmp_path: Path) -> Path:
    folder = tmp_path / "sums"
    folder.mkdir()
    (folder / "sums.py").write_text(
        "import pandas as pd\nfrom matplotlib import pyplot\n\ndef f():\n    return 1\n"
    )
    (folder / "statement.md").write_text("# Sums\n")
    (folder / "test_hidden.py").write_text(CHECKS.format(check=ONE))
    (folder / "exercise.toml").write_text('requires = ["pandas", "scipy"]\n')
    return folder


def lacks_pandas(names: Any) -> list[str]:
    return [name for name in names if name == "pandas"]


def test_only_packages_of_the_list_can_be_required(exercise: Path) -> None:
    """What was never tried under the lockdown is refused, with the names of what was."""
    (exercise / "exercise.toml").write_text('requires = ["torch"]\n')

    with pytest.raises(AuthorError, match=r"requires has 'torch'; .* is matplotlib, pandas, scipy"):
        read_settings(settings_file(exercise / "test_hidden.py"))


def test_a_missing_package_is_told_before_anything_is_graded(
    exercise: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`grade` and `check` make a Grader, which asks for it; a container asks for it first of all."""
    monkeypatch.setattr(required, "missing_packages", lacks_pandas)
    assignment = find_assignment("sums", exercise.parent)
    sentence = "sums needs pandas, not installed on this machine: pip install pandas"

    def no_worker(*_: Any) -> Any:
        raise AssertionError("a worker was started")

    with pytest.raises(MissingPackage) as caught:
        Grader(assignment, no_worker, Limits())
    assert str(caught.value) == sentence
    settings = packed.PackedAssignment(assignment, Limits(), "hidden", None)  # type: ignore[arg-type]
    with pytest.raises(MissingPackage, match=sentence):
        packed.grade_packed(None, settings)  # type: ignore[arg-type]


def test_every_worker_of_an_assignment_has_what_it_requires(exercise: Path) -> None:
    """To what a submission's own code needs, the packages of its exercises are added."""
    asked = list[Any]()
    start = requiring(lambda limits, packages=frozenset(): asked.append(packages), frozenset({"pandas"}))  # type: ignore[arg-type,return-value]
    start(Limits())
    start(Limits(), frozenset({"scipy"}))

    assert asked == [{"pandas"}, {"pandas", "scipy"}]
    assert find_assignment("sums", exercise.parent).requires == {"pandas", "scipy"}


def test_verify_names_a_package_that_is_not_declared(exercise: Path) -> None:
    """pandas has to be declared where it is imported, matplotlib where a check looks at a figure."""

    def found() -> list[str]:
        return list(undeclared_packages(exercise, find_assignment("sums", exercise.parent)))

    assert found() == []
    (exercise / "exercise.toml").unlink()
    said = "sums.py imports {name}, which grading has only where it is declared; write requires = [{name!r}]"
    pandas, plots = (
        f"{said.format(name=name)} into exercise.toml".replace("'", '"') for name in ("pandas", "matplotlib")
    )
    assert found() == [pandas]
    (exercise / "test_hidden.py").write_text(CHECKS.format(check=DRAWN))
    assert found() == [plots, pandas]


def test_students_are_told_what_to_install(tmp_path: Path) -> None:
    """The statement and the README of the zip name the packages; the published exercise declares them."""
    (tmp_path / "course.toml").write_text('languages = ["en", "fa"]')
    new_exercise("curve", tmp_path, "plot")
    published = published_files(tmp_path)
    statements = [published[PurePosixPath("curve", f"statement{end}.md")].decode() for end in ("", ".fa")]

    assert all("`pip install matplotlib`" in text for text in statements)
    assert published[PurePosixPath("curve", "exercise.toml")] == b'requires = ["matplotlib"]\n'
    texts = readmes("curve", tmp_path, packages=["matplotlib"])
    assert texts.keys() == {"README.md", "README.fa.md"}
    assert all("pip install matplotlib" in text for text in texts.values())
