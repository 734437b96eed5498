"""A course: which exercises and assignments it has, in which languages, and what is wrong with its file."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from autograder.errors import AuthorError, UsageError
from autograder.exercises.course import exercise_folders, languages_of, read_course
from autograder.exercises.layout import assignments_folder
from autograder.exercises.load import find_assignment

COURSE = """
title = "Numbers"
languages = ["fa", "en"]
framework = "1.0"

[assignments.week1]
title = {fa = "هفتهٔ نخست", en = "The first week"}
exercises = ["two-fer", "q11_last"]

[assignments.exam]
exercises = ["q2_first"]
"""


@pytest.fixture
def course(small_exercise: Path) -> Path:
    """A folder with three exercises of free names."""
    folder = small_exercise.parent
    for name in ("two-fer", "q2_first", "q11_last"):
        shutil.copytree(small_exercise, folder / name)
    shutil.rmtree(small_exercise)
    return folder


def test_without_a_file_all_exercises_make_one_homework(course: Path) -> None:
    """They are sorted as a person would: q2 before q11."""
    found = read_course(course)

    assert found.exercises == ("q2_first", "q11_last", "two-fer")
    assert found.names == [*found.exercises, "homework"]
    assert found.languages == ("en",)
    assert [folder.name for folder in exercise_folders(course)] == list(found.exercises)
    assert find_assignment("homework", course).exercises == found.exercises


def test_a_course_has_several_assignments(course: Path) -> None:
    """Each with its exercises in its own order. Every exercise can be graded by itself, too."""
    (course / "course.toml").write_text(COURSE, encoding="utf-8")
    found = read_course(course)

    assert found.names == ["q2_first", "q11_last", "two-fer", "week1", "exam"]
    assert find_assignment("week1", course).exercises == ("two-fer", "q11_last")
    assert find_assignment("two-fer", course).exercises == ("two-fer",)
    assert found.assignments["week1"].title["en"] == "The first week"
    assert (found.title, found.languages, languages_of(course)) == (
        {"fa": "Numbers"},
        ("fa", "en"),
        ("fa", "en"),
    )
    with pytest.raises(
        UsageError, match=r"no assignment 'homework'\. Choose from: q2_first, .*, week1, exam$"
    ):
        find_assignment("homework", course)


WRONG = {
    "no TOML": ("title = Numbers", r"is no TOML: Invalid value \(at line 1, column 9\)"),
    "a misspelt key": ("langauges = ['en']", "has an unknown key 'langauges'; it may have title, languages"),
    "a title that is no text": ("title = 3", "title is 3; write \"a text\", or a text by language"),
    "a title by language that is no text": ("title = {en = 3}", 'title is 3; write "a text"'),
    "languages that are no list": ("languages = 'en'", r"languages is 'en'; write a list of codes"),
    "no language": ("languages = []", r"languages is \[\]; write a list of codes"),
    "a language that is no code": ("languages = ['English']", r"languages is \['English'\]; write a list"),
    "a version that is a number": ("framework = 1.1", 'framework is 1.1; write a version in quotes, as'),
    "a later version": ("framework = '99.0'", r"was made with version 99\.0, and this is 1\.\d.*pip install"),
    "assignments that are no table": ("assignments = 3", "assignments is 3; write a table"),
    "an assignment that is no table": ("[assignments]\na = 3", "assignments.a is 3; write a table"),
    "a misspelt key of an assignment": ("[assignments.a]\nexercise = []", "a has an unknown key 'exercise'"),
    "a name that is a path": ("[assignments.'../a']", r"'\.\./a' can't be an assignment's name; choose"),
    "an unknown exercise": (
        "[assignments.a]\nexercises = ['q3']", "has 'q3', which is no exercise here; known: q2_first",
    ),
    "an exercise twice": (
        "[assignments.a]\nexercises = ['q2_first', 'q2_first']", "a.exercises needs each exercise once",
    ),
    "no exercise": ("[assignments.a]\nexercises = []", "a.exercises needs each exercise once, and"),
    "the name of an exercise": (
        "[assignments.q2_first]\nexercises = ['q11_last']", "q2_first is an exercise, too; give the",
    ),
}  # fmt: skip


@pytest.mark.parametrize("text, message", WRONG.values(), ids=WRONG)
def test_what_is_wrong_with_a_course_is_one_sentence(course: Path, text: str, message: str) -> None:
    """It names the file and the key, and says what to write."""
    (course / "course.toml").write_text(text, encoding="utf-8")
    with pytest.raises(AuthorError, match=rf"^solutions/course\.toml(:| ).*{message}"):
        read_course(course)


def test_an_assignment_may_be_one_exercise_under_its_own_name(course: Path) -> None:
    """Then it only gives the exercise a title."""
    (course / "course.toml").write_text("[assignments.q2_first]\ntitle = 'One'\nexercises = ['q2_first']")

    assert read_course(course).names == ["q2_first", "q11_last", "two-fer"]


def test_a_course_publishes_into_its_own_folder(tmp_path: Path) -> None:
    """Beside solutions/, or inside a folder of another name. Nothing is written above a course."""
    assert assignments_folder(tmp_path / "mine" / "solutions") == tmp_path / "mine" / "assignments"
    assert assignments_folder(tmp_path / "mine") == tmp_path / "mine" / "assignments"
