"""Files for gradebooks: the columns that platforms look for, everybody's points, and no formulas."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from conftest import SMALL_ANSWER

from autograder.cli.main import main
from autograder.exercises.assignment import Assignment
from autograder.exercises.load import find_assignment
from autograder.reports.gradebooks import gradebook, grades
from autograder.results import Report, Verdict
from autograder.submissions.lms.canvas import Canvas
from autograder.submissions.lms.gradescope import Gradescope
from autograder.submissions.lms.moodle import Moodle
from autograder.submissions.lms.platform import Grade
from autograder.submissions.submission import Person

Graded = Callable[..., Report]
ADA = Person("Lovelace, Ada", "100", "ada@x.edu", "ada", "A", (("Canvas", "12"), ("Moodle", "77")))
EVE_ON_CANVAS = Person("Eve", accounts=(("Canvas", "9"),))
BOB = Person("Bob Ross", "200", "bob@x.edu")
HALF = "table = [1, 2]\n"


@pytest.fixture
def assignment(small_exercise: Path) -> Assignment:
    return find_assignment("small", small_exercise.parent)


def table(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text)))


def test_canvas_s_import_has_canvas_s_columns(assignment: Assignment) -> None:
    """There are a header, a line of possible points, and a line for each person whom Canvas can find."""
    eve = Person("Eve", email="eve@x.edu")
    text = gradebook(Canvas(), [Grade(ADA, "7.5"), Grade(BOB, "10"), Grade(eve, "0")], assignment)
    assert table(text) == [
        ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", "small"],
        ["Points Possible", "", "", "", "", "10"],
        ["Lovelace, Ada", "12", "100", "ada", "A", "7.5"],
        ["Bob Ross", "", "200", "", "", "10"],
    ]


def test_moodle_s_import_has_moodle_s_columns(assignment: Assignment) -> None:
    """There are the columns that a worksheet must have, and those by which the gradebook finds people."""
    everybody = [Grade(ADA, "7.5"), Grade(BOB, "10"), Grade(EVE_ON_CANVAS, "0")]
    header = "Identifier,Full name,ID number,Email address,Grade,Maximum Grade,Last modified (grade)"
    assert table(gradebook(Moodle(), everybody, assignment)) == [
        header.split(","),
        ["Participant 77", "Lovelace, Ada", "100", "ada@x.edu", "7.5", "10", ""],
        ["", "Bob Ross", "200", "bob@x.edu", "10", "10", ""],
    ]


def test_without_identities_there_is_nothing_to_import(assignment: Assignment) -> None:
    """Names alone would let a platform guess, and Gradescope imports nothing."""
    assert gradebook(Canvas(), [Grade(Person("Eve", email="e@x.edu"), "0")], assignment) == ""
    assert gradebook(Moodle(), [Grade(EVE_ON_CANVAS, "0")], assignment) == ""
    assert gradebook(Moodle(), [], assignment) == ""
    assert gradebook(Gradescope(), [Grade(ADA, "7.5")], assignment) == ""


def test_each_member_of_a_group_has_its_points_and_a_broken_check_leaves_a_gap(graded: Graded) -> None:
    """A zero that is our fault is never imported. People without a submission are in no gradebook."""
    half, broken = graded(HALF), graded(SMALL_ANSWER, "b.py")
    broken = replace(broken, results=tuple(replace(one, verdict=Verdict.BROKEN) for one in broken.results))
    people = {half.submission: (BOB, ADA), broken.submission: (Person("Eve", "1"),)}
    assert grades([half, broken, replace(half, submission="x")], people) == [
        Grade(BOB, "1"),
        Grade(Person("Eve", "1"), ""),
        Grade(ADA, "1"),
    ]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", "\r@", "\u202e="])
def test_no_cell_is_a_formula(assignment: Assignment, start: str) -> None:
    """Whatever a platform or a roster calls somebody is text for a spreadsheet."""
    text = f"{start}cmd|' /C calc'!A0"
    person = Person(*[text] * 5, accounts=(("Canvas", text), ("Moodle", text)))
    cells = [
        cell
        for platform in (Canvas(), Moodle())
        for row in table(gradebook(platform, [Grade(person, "1")], assignment))
        for cell in row
    ]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))]


def test_nobody_s_name_is_the_line_of_possible_points(assignment: Assignment) -> None:
    """Canvas reads a line with these words as the possible points, so a student must not be called so."""
    rows = table(gradebook(Canvas(), [Grade(Person("Points Possible", "1"), "3")], assignment))
    assert [row for row in rows if "Points Possible" in row[0]] == [["Points Possible", "", "", "", "", "10"]]


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments], catch_exceptions=False)


def test_grade_takes_an_export_and_a_roster_and_writes_imports(small_exercise: Path, tmp_path: Path) -> None:
    """From the downloaded zip to both gradebooks. Who sent nothing has a row; the columns stay otter's."""
    with zipfile.ZipFile(tmp_path / "class.zip", "w") as archive:
        archive.writestr("lovelaceada_12_345_small.py", SMALL_ANSWER)
        archive.writestr("eve_14_346_small.py", HALF)
        archive.writestr("eve_14_347_notes.pdf", "")
    (tmp_path / "roster.csv").write_text(
        "Name;ID;Email\nAda Lovelace;100;ada@x.edu\nBob Ross;200;bob@x.edu\n", encoding="utf-8-sig"
    )
    out, options = tmp_path / "out", ["-j", "1", "--solutions", small_exercise.parent]
    result = run(
        "grade", "small", tmp_path / "class.zip", "--roster", tmp_path / "roster.csv", "-o", out, *options
    )

    assert result.exit_code == 0, result.output
    assert f"Import: {out}/gradebook-canvas.csv\nImport: {out}/gradebook-moodle.csv\n" in result.output
    assert result.output.endswith(
        f"{tmp_path}/class.zip: read as an export of Canvas\n"
        "eve_14_347_notes.pdf: not graded, it is no .py, .ipynb, .zip file\n"
        "eve: graded, but not surely on the roster\n"
    )
    rows = table((out / "final_grades.csv").read_text())
    assert rows[0] == ["file", "small", "total_points_earned", "percent_correct", "grading_status"]
    assert sorted((row[0], row[2], row[4]) for row in rows[2:]) == [
        ("Bob Ross", "0.0", "No submission"),
        ("eve_14_346_small.py", "1.0", "Completed"),
        ("lovelaceada_12_345_small.py", "10", "Completed"),
    ]
    assert sorted(file.name for file in (out / "results").iterdir()) == [
        "Ada Lovelace.json",
        "Bob Ross.json",
        "eve.json",
    ]
    assert [row[:3] + row[5:] for row in table((out / "gradebook-canvas.csv").read_text())[2:]] == [
        ["Ada Lovelace", "12", "100", "10"], ["Bob Ross", "", "200", "0"], ["eve", "14", "", "1"],
    ]  # fmt: skip
    assert [row[1:5] for row in table((out / "gradebook-moodle.csv").read_text())[1:]] == [
        ["Ada Lovelace", "100", "ada@x.edu", "10"], ["Bob Ross", "200", "bob@x.edu", "0"],
    ]  # fmt: skip


def test_imports_of_an_earlier_run_don_t_stay(small_exercise: Path, tmp_path: Path) -> None:
    """A run removes the gradebooks of an earlier run that it does not write itself."""
    (tmp_path / "ada_12_345_small.py").write_text(HALF)
    (tmp_path / "ada.py").write_text(HALF)
    for name, books in (("ada_12_345_small.py", ["gradebook-canvas.csv"]), ("ada.py", [])):
        run(
            "grade",
            "small",
            tmp_path / name,
            "-o",
            tmp_path / "out",
            "-j",
            "1",
            "--solutions",
            small_exercise.parent,
        )
        assert [file.name for file in (tmp_path / "out").glob("gradebook*")] == books


def test_a_roster_that_is_not_there_is_one_line(small_exercise: Path, tmp_path: Path) -> None:
    """The run stops before anything is graded."""
    (tmp_path / "ada.py").write_text(HALF)
    arguments = [
        "grade",
        "small",
        tmp_path / "ada.py",
        "-o",
        tmp_path / "out",
        "--roster",
        tmp_path / "no.csv",
        "--solutions",
    ]
    result = run(*arguments, small_exercise.parent)
    assert result.exit_code == 2 and result.stderr == f"Error: {tmp_path}/no.csv: No such file or directory\n"
    assert not (tmp_path / "out").exists()
