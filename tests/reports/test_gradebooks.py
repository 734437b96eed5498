"""Files for gradebooks: the columns that platforms look for, everybody's points, and no formulas."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from conftest import SMALL_ANSWER
from hypothesis import example, given, settings
from hypothesis import strategies as st

from autograder.cli.main import main
from autograder.exercises.assignment import Assignment, Check
from autograder.exercises.load import find_assignment
from autograder.reports.final_grades import final_grades
from autograder.reports.gradebooks import gradebook, grades
from autograder.results import Report, Verdict
from autograder.submissions.lms import PLATFORMS
from autograder.submissions.lms.canvas import Canvas
from autograder.submissions.lms.gradescope import Gradescope
from autograder.submissions.lms.moodle import Moodle
from autograder.submissions.lms.platform import Grade, Platform
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
        ["Bob Ross (200)", "", "200", "", "", "10"],
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


FULL_WIDTH = ["\uff1d", "\uff0b", "\uff0d", "\uff20", "\ufe66"]
PIECES = ["=", "+", "-", "@", *FULL_WIDTH, "\t", "\r", "\u202e", "\u2068", "\u200b", ";", "\u037e"]
PIECES += [",", '"', "'", " ", "cmd|' /C calc'!A0", "Points", "Possible", " Possible", "Points Possible", "a"]
TEXTS = st.lists(st.sampled_from(PIECES), min_size=1, max_size=8).map("".join)
FIXED = ("points-per-question", "--")


def formulas(text: str) -> list[str]:
    """Return what spreadsheets would run in a file, those that separate cells by `;` included.

    Such a spreadsheet sees a quote only where a cell begins.
    """
    comma = [cell for row in table(text) for cell in row]
    semicolon = [cell for row in csv.reader(io.StringIO(text), delimiter=";") for cell in row]
    naive = re.split("[;\u037e\n]", text)
    cells = [
        unicodedata.normalize("NFKC", cell).lstrip(' "\u2068\u200b') for cell in comma + semicolon + naive
    ]
    return [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r")) and cell not in FIXED]


PLATFORMS_WITH_GRADES = [one for one in PLATFORMS if type(one).gradebook is not Platform.gradebook]


@settings(max_examples=300, deadline=None)
@given(st.lists(TEXTS, min_size=5, max_size=5))
@example(["Points Points PossiblePossible"] * 5)
@example(["Points\u200b Possible"] * 5)
@example(["Points \u200b Possible"] * 5)
@example(["a;=cmd|' /C calc'!A0"] * 5)
@example(['a; "=cmd"'] * 5)
@example(["\uff1d1+1"] * 5)
def test_no_text_in_a_gradebook_is_a_formula_or_a_special_line(texts: list[str]) -> None:
    """Whatever somebody is called, the finished file has our special lines only, and no formula."""
    assignment = Assignment("small", (), (Check("small", "a", "b", "c", 10.0, False, print, b""),))
    accounts = tuple((platform.name, texts[0]) for platform in PLATFORMS)
    for person in (Person(*texts), Person(*texts, accounts=accounts)):
        for platform in PLATFORMS_WITH_GRADES:
            written = gradebook(platform, [Grade(person, "3"), Grade(ADA, "4")], assignment)
            assert not formulas(written)
            special = [row for row in table(written) if "Points Possible" in row[0]]
            if platform.name == "Canvas":
                assert special == [["Points Possible", "", "", "", "", "10"]]


@settings(max_examples=200, deadline=None)
@given(TEXTS, TEXTS, TEXTS)
@example("points-per-question", "a;=1", "\uff0b1")
def test_no_text_in_the_grades_is_a_formula_or_the_first_row(file: str, problem: str, name: str) -> None:
    """The class's table has one row of possible points, and no cell that a spreadsheet would run."""
    check = Check("small", "a", "b", "c", 10.0, False, print, b"")
    report = Report(name, file, "small", (check.passed,), problem, "")
    text = final_grades([report], Assignment("small", (), (check,)))
    assert not formulas(text)
    assert [row[4] for row in table(text)].count("points-per-question") == 1


def test_a_number_that_canvas_does_not_know_is_nobody_by_name(assignment: Assignment) -> None:
    """Canvas looks for an unknown number's name, so a classmate's name must not stand there alone."""
    liar = Person(ADA.name, "a number of nobody")
    rows = table(gradebook(Canvas(), [Grade(ADA, "3"), Grade(liar, "0")], assignment))
    assert [row[0] for row in rows[2:]] == ["Lovelace, Ada", "Lovelace, Ada (a number of nobody)"]


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
        "class.zip/eve_14_347_notes.pdf: not graded, it is no .py, .ipynb, .zip file\n"
        "eve: graded, but not surely on the roster\n"
    )
    rows = table((out / "final_grades.csv").read_text())
    assert rows[0][4:] == ["file", "small", "total_points_earned", "percent_correct", "grading_status"]
    assert [(*row[:5], row[6], row[8]) for row in rows[2:]] == [
        (
            "Ada Lovelace",
            "Ada Lovelace",
            "100",
            "ada@x.edu",
            "class.zip/lovelaceada_12_345_small.py",
            "10",
            "Completed",
        ),
        ("Bob Ross", "Bob Ross", "200", "bob@x.edu", "Bob Ross", "0.0", "No submission"),
        ("eve", "eve", "", "", "class.zip/eve_14_346_small.py", "1.0", "Completed"),
    ]
    assert sorted(file.name for file in (out / "results").iterdir()) == [
        "Ada Lovelace.json",
        "Bob Ross.json",
        "eve.json",
    ]
    assert [row[:3] + row[5:] for row in table((out / "gradebook-canvas.csv").read_text())[2:]] == [
        ["Ada Lovelace", "12", "100", "10"], ["Bob Ross (200)", "", "200", "0"], ["eve", "14", "", "1"],
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
