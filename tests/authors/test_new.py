"""`autograder new` makes a complete exercise."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from click.testing import CliRunner

from autograder.authors.new import KINDS, names_of, new_course, new_exercise
from autograder.authors.publish import publish, stale
from autograder.authors.verify import verify
from autograder.cli.main import main
from autograder.errors import UsageError
from autograder.exercises.course import read_course
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
    assert verify(assignment, zygote.worker).problems == ()


def test_init_makes_a_course_that_works(tmp_path: Path, zygote: Zygote) -> None:
    """It has an exercise that publishes and passes `verify`; nothing of it is committed by accident."""
    folder = tmp_path / "course"
    files = {file.relative_to(folder).as_posix() for file in new_course(folder)}
    solutions = folder / "solutions"
    publish(solutions, folder / "assignments")

    assert {"README.md", ".gitignore", ".github/workflows/exercises.yml", "solutions/course.toml"} <= files
    assert files == {
        file.relative_to(folder).as_posix()
        for file in folder.rglob("*")
        if file.is_file() and "assignments" not in file.parts
    }
    assert read_course(solutions).names == ["first", "homework"]
    assert verify(find_assignment("first", solutions), zygote.worker).problems == ()
    assert "dist/" in (folder / ".gitignore").read_text().splitlines()


@pytest.mark.parametrize("taken", ["README.md", "solutions/x", "course.toml"])
def test_init_overwrites_nothing(tmp_path: Path, taken: str) -> None:
    """A folder that has a course, or a file of the same name, is left alone."""
    (tmp_path / taken).parent.mkdir(exist_ok=True)
    (tmp_path / taken).write_text("mine")
    with pytest.raises(UsageError, match="is there already"):
        new_course(tmp_path)

    assert [file for file in tmp_path.rglob("*") if file.is_file()] == [tmp_path / taken]


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_is_a_complete_exercise(tmp_path: Path, kind: str) -> None:
    """With its own names in all files, and texts in Persian where the course has them."""
    (tmp_path / "course.toml").write_text('languages = ["en", "fa"]')
    folder = new_exercise("bank-account", tmp_path, kind)
    texts = {file.name: file.read_text() for file in folder.rglob("*") if file.is_file()}

    assert not any(
        old in text for text in texts.values() for old in ("new_exercise", "new_function", "NewClass")
    )
    assert {"bank-account.py", "statement.md", "statement.fa.md", "texts.fa.toml"} <= texts.keys()
    assert {"test_visible.py", "test_hidden.py"} <= texts.keys()
    name = {"class": "class BankAccount:", "script": ""}.get(kind, "bank_account(")
    assert name in texts["bank-account.py"]


@pytest.mark.parametrize(
    "exercise, names",
    [
        ("q12_word_count", ("word_count", "WordCount")),
        ("two-fer", ("two_fer", "TwoFer")),
        ("TwoFer", ("twofer", "Twofer")),
        ("q1_class", ("solve_class", "SolveClass")),
        ("3_sums", ("solve_3_sums", "Solve3Sums")),
        ("q1_", ("solve_", "Solve")),
    ],
)
def test_names_in_a_new_exercise_are_python_s(exercise: str, names: tuple[str, str]) -> None:
    """Whatever an exercise is called, its function and class can be called so in Python."""
    assert names_of(exercise) == names
    assert all(name.isidentifier() for name in names)


@pytest.mark.parametrize(
    "name",
    ["", "two words", "test_sums", "tests", "_sums", ".sums", "../q1_up", "q1_a/..", "q1_a\n", "جمع"],
)
def test_a_name_that_is_no_exercise_s_is_refused(tmp_path: Path, name: str) -> None:
    """The name becomes that of a folder, a file, a module and a function, so it must suit all."""
    with pytest.raises(UsageError, match=r"can't be an exercise's name\. Choose letters, digits"):
        new_exercise(name, tmp_path)

    assert not list(tmp_path.iterdir())


def test_what_to_do_next_is_said(tmp_path: Path) -> None:
    """First the gate; then course.toml, if the course has assignments in which the exercise is not yet."""
    run = partial(CliRunner().invoke, main, catch_exceptions=False)
    solutions = tmp_path / "solutions"
    solutions.mkdir()
    said = run(["new", "q7_pooling", "--solutions", str(solutions)]).output
    assert "run `autograder verify q7_pooling`" in said and "course.toml" not in said

    (solutions / "course.toml").write_text('[assignments.homework]\nexercises = ["q7_pooling"]\n')
    said = run(["new", "q8_more", "--solutions", str(solutions)]).output
    assert "To hand it out with other exercises, list it in course.toml" in said


def test_an_exercise_that_is_there_is_left_alone(tmp_path: Path) -> None:
    """Nothing is overwritten."""
    (tmp_path / "q1_mine").mkdir()

    with pytest.raises(UsageError, match="q1_mine is there already"):
        new_exercise("q1_mine", tmp_path)
    assert not list((tmp_path / "q1_mine").iterdir())
