"""Which file of a student's folder is checked, and by which checks."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from autograder.errors import UsageError
from autograder.exercises.handed_out import stub_digests
from autograder.students.own_check import own_check
from autograder.students.own_folder import (
    hidden_check_count,
    own_assignment,
    own_file,
    own_files,
    own_submission,
)


def test_of_files_unpacked_together_the_script_is_meant(tmp_path: Path) -> None:
    """A student who has not begun reads of the script, not of a notebook in another language."""
    for name in ("small.fa.ipynb", "small.ipynb", "small.py", "test_visible.py"):
        (tmp_path / name).write_text("")
        os.utime(tmp_path / name, (0, 0))
    assert own_file(tmp_path).name == "small.py"


@pytest.mark.parametrize(
    ("files", "chosen"),
    [
        (["small.py"], "small.py"),
        (["small.ipynb", "test_visible.py", "small.py"], "small.py"),
        (["small.py", "small.ipynb"], "small.ipynb"),
        (["small.py", "later.py"], "small.py"),
        (["mine.py", "test_visible.py"], "mine.py"),
        (["q1.ipynb", "q1.py"], "q1.py"),
        (["a.py", "b.py"], None),
        (["test_visible.py", "notes.txt"], None),
        ([], None),
    ],
)
def test_the_file_is_the_one_named_for_the_folder_and_changed_last(
    tmp_path: Path, files: list[str], chosen: str | None
) -> None:
    """A renamed folder still has its one exercise. With several files nothing is guessed."""
    folder = tmp_path / "small"
    folder.mkdir()
    for second, name in enumerate(files):
        (folder / name).write_text("")
        os.utime(folder / name, (second, second))
    if chosen:
        assert own_file(folder).name == chosen
    else:
        with pytest.raises(
            UsageError,
            match=r"small holds no exercise\. Go to the folder with your test_visible\.py, or name the file",
        ):
            own_file(folder)


def test_a_module_of_the_checks_is_not_the_student_s_file(tmp_path: Path) -> None:
    """In a renamed folder, what the checks import was handed out. The one other file is checked."""
    folder = tmp_path / "renamed"
    folder.mkdir()
    (folder / "test_visible.py").write_text("import tables")
    for name in ("tables.py", "mine.py"):
        (folder / name).write_text("")
    assert own_file(folder).name == "mine.py"

    (folder / "tables.py").unlink()
    (folder / "test_visible.py").write_text("no Python")
    assert own_file(folder).name == "mine.py"


def test_a_path_names_its_file(small_folder: Path, tmp_path: Path) -> None:
    """A script or notebook is taken as it is. Other and missing files are errors."""
    (tmp_path / "notes.md").write_text("")
    assert own_file(small_folder / "small.py").name == "small.py"
    with pytest.raises(
        UsageError, match=r"notes\.md is no script or notebook\. Name your \.py or \.ipynb file$"
    ):
        own_file(tmp_path / "notes.md")
    with pytest.raises(UsageError, match=r"gone\.py is not there\."):
        own_file(tmp_path / "gone.py")


def test_the_folder_may_be_the_current_one(small_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`.` stands for the current folder and has its name."""
    monkeypatch.chdir(small_folder)
    submission = own_submission(Path())

    assert (submission.name, submission.file, submission.problem) == ("small", "small.py", "")
    assert own_assignment(Path()).name == "small"


def test_a_folder_has_its_visible_checks(small_folder: Path) -> None:
    """An exercise has one file of checks, the homework one for each exercise."""
    assert [check.name for check in own_assignment(small_folder).checks] == ["test_table", "test_double"]
    (small_folder / "test_visible.py").rename(small_folder / "test_q1_small.py")
    (small_folder / "test_q2_other.py").write_text((small_folder / "test_q1_small.py").read_text())
    assert own_assignment(small_folder).exercises == ("q1_small", "q2_other")


def test_a_folder_without_checks_says_what_to_do(tmp_path: Path) -> None:
    """Without checks in the folder the error tells students to download it again."""
    with pytest.raises(
        UsageError, match=r"^there is no test_visible\.py in .*\. Download the exercise's folder again$"
    ):
        own_assignment(tmp_path)


def test_the_published_folder_says_how_many_checks_are_hidden(tmp_path: Path) -> None:
    """The published folder states the number of hidden checks. Without a statement it is 0."""
    assert hidden_check_count(tmp_path) == 0
    (tmp_path / "exercise.json").write_text('{"hidden_checks": 31}')
    assert hidden_check_count(tmp_path) == 31


def test_an_untouched_notebook_is_not_the_one_to_check(tmp_path: Path) -> None:
    """Whoever opens the notebook and writes in the script has an untouched notebook that is newer."""
    folder = tmp_path / "q1"
    folder.mkdir()
    sheet = json.dumps({"cells": [{"cell_type": "code", "source": "x = ...", "metadata": {}}]})
    for age, (name, text) in enumerate({"q1.py": "x = ...\n", "q1.ipynb": sheet}.items()):
        (folder / name).write_text(text)
        os.utime(folder / name, (age, age))
    stubs = stub_digests([("q1.py", b"x = ...\n")])
    (folder / "exercise.json").write_text(json.dumps({"hidden_checks": 1, "stubs": stubs}))
    assert [file.name for file in own_files(folder)] == ["q1.ipynb"]
    (folder / "q1.py").write_text("x = 3\n")
    os.utime(folder / "q1.py", (0, 0))
    assert own_file(folder).name == "q1.py"


def test_a_notebook_in_another_language_is_the_exercise_s(tmp_path: Path) -> None:
    """`q1.fa.ipynb` in the folder `q1` is a candidate like `q1.ipynb`; the newest counts."""
    folder = tmp_path / "q1"
    folder.mkdir()
    for age, name in enumerate(("q1.py", "q1.ipynb", "q1.fa.ipynb")):
        (folder / name).write_text("{}")
        os.utime(folder / name, (age, age))

    assert own_file(folder) == folder / "q1.fa.ipynb"


TABLE = "table = [1, 2]\n"
DOUBLE = "import numpy as np\ndef double(x, times=1):\n    return 2.0 * times * np.asarray(x)\n"


def sheet_of(source: str) -> str:
    return json.dumps({"cells": [{"cell_type": "code", "source": source, "metadata": {}}]})


def saved_in_this_order(folder: Path, files: dict[str, str]) -> Path:
    for second, (name, text) in enumerate(files.items()):
        (folder / name).write_text(text)
        os.utime(folder / name, (second, second))
    return folder


@pytest.mark.parametrize(
    ("files", "points", "counts"),
    [
        ({"small.py": TABLE + DOUBLE, "small.ipynb": sheet_of(TABLE)}, 3, "small.py"),
        ({"small.ipynb": sheet_of(TABLE + DOUBLE), "small.py": TABLE}, 3, "small.ipynb"),
        ({"small.py": TABLE, "small.ipynb": sheet_of(f"{TABLE}x = 1")}, 1, "small.ipynb"),
        ({"small.ipynb": sheet_of(f"{TABLE}x = 1"), "small.py": TABLE}, 1, "small.py"),
    ],
)
def test_of_two_files_that_are_filled_in_the_better_one_counts(
    small_folder: Path, files: dict[str, str], points: float, counts: str
) -> None:
    """As at grading, both are checked, and a note says which one counts: of equal ones the last saved."""
    own = own_check(saved_in_this_order(small_folder, files))

    assert (own.report.points, own.report.file) == (points, counts)
    assert f"Both are graded, and the better one counts: {counts}." in own.report.note
    assert [file.name for file in own.files] == [counts]
    assert {file.name for file in own.looked_at} == {"small.py", "small.ipynb"}
    assert set(own.evidence) <= set(own.report.results)
    assert not own_check(small_folder / "small.py").report.note


def test_the_same_code_twice_and_a_file_that_can_t_be_read(small_folder: Path) -> None:
    """A notebook that equals the script is no second one. A damaged one does not count, and that is told."""
    for sheet, note in ((sheet_of(TABLE + DOUBLE), ""), ("{", "small.ipynb does not count: the notebook")):
        own = own_check(saved_in_this_order(small_folder, {"small.py": TABLE + DOUBLE, "small.ipynb": sheet}))
        assert (own.report.points, own.report.problem) == (3, "")
        assert own.report.note.startswith(note) and bool(own.report.note) == bool(note)


def test_three_files_that_are_filled_in_are_no_submission(small_folder: Path) -> None:
    """Grading the folder would give nothing, so the check says why. A named file is checked."""
    files = {"small.py": TABLE + DOUBLE, "small.ipynb": sheet_of(TABLE), "small.fa.ipynb": sheet_of("x = 1")}
    report = own_check(saved_in_this_order(small_folder, files)).report

    assert report.points == 0 and "exactly one script or notebook; it holds small.fa.ipynb" in report.problem
    assert own_check(small_folder / "small.py").report.points == 3


def test_a_notebook_can_import_the_script_beside_it(small_folder: Path) -> None:
    """As at grading, where both are handed in. What has to be handed in together is said."""
    files = {"small.py": DOUBLE, "small.ipynb": sheet_of(f"from small import *\n{TABLE}")}
    own = own_check(saved_in_this_order(small_folder, files))

    assert own.report.points == 3 and [file.name for file in own.files] == ["small.ipynb", "small.py"]


@pytest.fixture
def course(small_folder: Path) -> Path:
    """A folder with the folder of one exercise in it, as it was published."""
    stub = "def double(x):\n    raise NotImplementedError('double: write your code here')\n"
    stubs = stub_digests([("small.py", stub.encode())])
    facts = {"name": "small", "hidden_checks": 0, "stubs": stubs, "signatures": {"double": ["x"]}}
    (small_folder / "exercise.json").write_text(json.dumps(facts))
    (small_folder / "small.py").write_text(stub)
    (small_folder / "small.ipynb").write_text(sheet_of(stub))
    return small_folder.parent


def test_a_renamed_folder_is_still_its_exercise(course: Path) -> None:
    """The folder says what it is; a file of another name beside the untouched stubs is the student's work."""
    renamed = (course / "small").rename(course / "homework 1 (2)")
    assert len(own_files(renamed)) == 1 and own_assignment(renamed).name == "small"

    (renamed / "my_helper.py").write_text("x = 3\n")
    assert own_file(renamed).stem == "small"
    (renamed / "my_solution.py").write_text(DOUBLE)
    assert own_file(renamed).name == "my_solution.py"
    (renamed / "my_second.py").write_text(DOUBLE)
    assert own_file(renamed).stem == "small"
    (renamed / "small.py").write_text(DOUBLE)
    assert own_file(renamed).name == "small.py"


IN_WORDS = {
    "no_exercise": (
        "{path} holds no exercise. Exercises are in small. Go there, or name it: autograder check small",
        "در ⁨{path}⁩ تمرینی نیست. تمرین‌ها اینجا هستند: ⁨small⁩. به آنجا بروید، یا نامش را بنویسید: "
        "⁨autograder check small⁩‏",
    ),
    "no_checks": (
        "there is no test_visible.py in {path}. Put your file into the folder of its exercise: small",
        "در ⁨{path}⁩ فایل ⁨test_visible.py⁩ نیست. فایل خود را در پوشهٔ تمرینش بگذارید: ⁨small⁩‏",
    ),
}


@pytest.mark.parametrize("number", [0, 1], ids=["en", "fa"])
def test_a_wrong_folder_says_where_the_exercise_is(
    course: Path, number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Above the exercise its folder is named, below it the way up, in the student's language."""
    monkeypatch.setenv("LANGUAGE", ["en", "fa"][number])
    with pytest.raises(UsageError) as no_exercise:
        own_files(course)
    assert str(no_exercise.value) == IN_WORDS["no_exercise"][number].format(path=course)
    with pytest.raises(UsageError) as no_checks:
        own_assignment(course)
    assert str(no_checks.value) == IN_WORDS["no_checks"][number].format(path=course)

    below = course / "small" / "tests"
    below.mkdir()
    for refused in (own_files, own_assignment):
        with pytest.raises(UsageError, match=r"cd \.\."):
            refused(below)


def test_of_several_files_with_checks_one_must_be_named(course: Path) -> None:
    """Where the exercise's own file is gone, nothing is guessed."""
    folder = course / "small"
    for name in ("small.py", "small.ipynb"):
        (folder / name).unlink()
    for name in ("mine.py", "old.py"):
        (folder / name).write_text(DOUBLE)
    with pytest.raises(
        UsageError, match=r"holds mine\.py, old\.py: which one is yours\? Name it: autograder"
    ):
        own_file(folder)
