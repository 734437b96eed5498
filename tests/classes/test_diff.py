"""Comparing two runs, writing the files of a run again, and what a run prints."""

from __future__ import annotations

import csv
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from conftest import SMALL_ANSWER, SMALL_INPUTS

from autograder.classes.diff import differences
from autograder.classes.journal_file import open_journal
from autograder.cli.main import main

WRONG = SMALL_ANSWER.replace("2.0 *", "3.0 *")
LOOP = "table = [1, 2]\ndef double(x, times=1):\n    while True: pass\n"


def run(*arguments: object) -> Result:
    return CliRunner(env={"COLUMNS": "300"}).invoke(
        main, [str(argument) for argument in arguments], catch_exceptions=False
    )


@pytest.fixture
def solutions(small_exercise: Path) -> Path:
    return small_exercise.parent


def graded(out: Path, solutions: Path, *options: str, **sources: str) -> Result:
    """Grade a class into OUT with the command."""
    folder = out.with_name(f"class of {out.name}")
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for name, source in sources.items():
        (folder / f"{name}.py").write_text(source)
    return run("grade", "small", folder, "-o", out, "-j1", "--solutions", solutions, *options)


def files(out: Path) -> dict[str, bytes]:
    """Return what is in OUT, without the journal."""
    return {
        str(file.relative_to(out)): file.read_bytes()
        for file in out.rglob("*")
        if file.is_file() and "grades.db" not in file.name
    }


def without_costs(written: dict[str, bytes]) -> dict[str, bytes]:
    """Return files without times and memory, which no two runs share."""
    costs = {"checks.csv": rb"(?m)(?<=,)[\d.e-]+$", "report/index.html": rb"<dt>(time|memory)<dd>.*"}
    return {name: re.sub(costs.get(name, rb"(?!)"), b"", data) for name, data in written.items()}


def test_two_runs_are_compared_check_by_check(solutions: Path, tmp_path: Path) -> None:
    """A row has the scores, the check, and the verdicts with their messages.

    Differences are exit status 1.
    """
    graded(tmp_path / "old", solutions, anna=WRONG, ben=SMALL_ANSWER, carl=SMALL_ANSWER, dora="")
    graded(tmp_path / "new", solutions, anna=SMALL_ANSWER, ben=SMALL_ANSWER, dora="", emil="")
    result = run("diff", tmp_path / "old", tmp_path / "new", "--csv", tmp_path / "changes.csv")
    rows = list(csv.reader((tmp_path / "changes.csv").open()))

    assert result.exit_code == 1 and result.output.endswith("4 differences\n")
    wrong = "failed: double([1, 2.5])[0] is 3, expected 2 (2 of 2 values differ)"
    assert rows[0] == [
        "submission",
        "old score",
        "new score",
        "check",
        "old points",
        "new points",
        "old",
        "new",
    ]
    assert rows[1] == ["anna", "5", "10", "small test_double", "0", "2", wrong, "passed"]
    assert rows[2][:6] == ["anna", "5", "10", "small test_double_of_a_secret", "0", "3"]
    assert rows[3:] == [
        ["carl", "10", "", "only in the old run", "", "", "", ""],
        ["emil", "", "0", "only in the new run", "", "", "", ""],
    ]
    assert wrong in result.output and "emil" in result.output


def test_nothing_differs_from_itself(solutions: Path, tmp_path: Path) -> None:
    """Two runs with the same results give status 0 and no table."""
    graded(tmp_path / "old", solutions, anna=WRONG)
    graded(tmp_path / "new", solutions, anna=WRONG)

    assert (
        run("diff", tmp_path / "old", tmp_path / "new").output,
        run("diff", tmp_path / "old", tmp_path / "new").exit_code,
    ) == (
        "0 differences\n",
        0,
    )


def test_checks_that_only_one_run_has_or_that_broke_are_differences(solutions: Path, tmp_path: Path) -> None:
    """A check that is gone, a new one and a broken one have a row.

    A broken one shows the last line of its error.
    """
    graded(tmp_path / "old", solutions, anna=SMALL_ANSWER)
    file = solutions / "small" / "test_hidden.py"
    file.write_text(
        file.read_text()
        .replace("test_manners", "test_others")
        .replace("assert_array(student", "1 / 0; assert_array(student")
    )
    graded(tmp_path / "new", solutions, anna=SMALL_ANSWER)
    run("diff", tmp_path / "old", tmp_path / "new", "--csv", tmp_path / "changes.csv")

    assert list(csv.reader((tmp_path / "changes.csv").open()))[1:] == [
        [
            "anna",
            "10",
            "?",
            "small test_double_of_a_secret",
            "3",
            "?",
            "passed",
            "broken: ZeroDivisionError: division by zero",
        ],
        ["anna", "10", "?", "small test_manners", "4", "", "passed", "no such check"],
        ["anna", "10", "?", "small test_others", "", "4", "no such check", "passed"],
    ]


def test_a_name_is_no_formula_and_a_message_no_markup(solutions: Path, tmp_path: Path) -> None:
    """What a student wrote stays plain text in the table and in the CSV."""
    hostile = "table = [1, 2]\ndef double(x, times=1): raise ValueError('[red]=1+1\\x1b[2J\\u202e')"
    graded(tmp_path / "old", solutions, **{"=1+1": hostile})
    graded(tmp_path / "new", solutions, **{"=1+1": SMALL_ANSWER})
    result = run("diff", tmp_path / "old", tmp_path / "new", "--csv", tmp_path / "changes.csv")
    rows = list(csv.reader((tmp_path / "changes.csv").open()))

    assert rows[1][0] == "'=1+1" and "[red]=1+1" in result.output
    assert not any(character in result.output + str(rows) for character in "\x1b\u202e")


def test_of_a_large_class_less_is_shown_at_once(
    solutions: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Long tables are cut or left out, and the class page has links. The CSV has all changes."""
    monkeypatch.setattr("autograder.classes.diff.MAX_SHOWN", 2)
    monkeypatch.setattr("autograder.classes.views.SMALL_CLASS", 3)
    large = graded(tmp_path / "old", solutions, s1="", s2="", s3="", z=SMALL_ANSWER)
    small = graded(tmp_path / "new", solutions, z=SMALL_ANSWER)
    result = run("diff", tmp_path / "old", tmp_path / "new", "--csv", tmp_path / "changes.csv")

    assert result.output.endswith("3 differences; the first 2 are shown, --csv writes all\n")
    assert (
        (tmp_path / "changes.csv").read_text().count("only in the old run")
        == 3
        == result.output.count("only in the old run") + 1
    )
    assert "s2" not in large.output and "4 submissions in" in large.output and " z " in small.output
    report = tmp_path / "old" / "report"
    index, page = (report / "index.html").read_text(), (report / "submissions" / "s2.html").read_text()
    rows = index.partition('id="class-table"')[2]
    assert re.findall(r'<th scope="row"><a href="submissions/(\w+)\.html"', rows) == ["s1", "s2", "s3", "z"]
    assert "double gives twice" in page and "Where the class stands" not in page
    assert list(differences([], [])) == []


def test_the_files_are_written_again_without_grading(solutions: Path, tmp_path: Path) -> None:
    """`report` writes the same files as the run, in the same language, without the exercises."""
    (solutions / "small" / "inputs.py").write_text(SMALL_INPUTS)
    graded(
        tmp_path / "out",
        solutions,
        "--publish-counterexamples",
        "--lang",
        "fa",
        anna=WRONG,
        ben=SMALL_ANSWER,
        carl="",
    )
    before = files(tmp_path / "out")
    for name in before:
        (tmp_path / "out" / name).unlink()
    shutil.rmtree(solutions)
    os.environ["LANGUAGE"] = "en"
    result = run("report", tmp_path / "out")

    assert result.exit_code == 0 and "3 submissions in" in result.output
    assert files(tmp_path / "out") == before and len(before) == 10


@pytest.mark.parametrize("command", [("report", "{}"), ("diff", "{}", "{}")])
def test_a_folder_that_is_no_run_is_one_line(tmp_path: Path, command: tuple[str, ...]) -> None:
    """A folder that holds no graded class gives one line and no traceback."""
    with open_journal(tmp_path):
        pass
    result = run(*(word.format(tmp_path) for word in command))
    nowhere = run(*(word.format(tmp_path / "nowhere") for word in command))

    assert (result.exit_code, result.stderr) == (
        2,
        "Error: nothing is graded there yet; `autograder grade` goes on\n",
    )
    assert (
        nowhere.stderr == f"Error: {tmp_path}/nowhere holds no grades.db. "
        "Name a folder that `autograder grade` has written\n"
    )
    assert not (tmp_path / "nowhere").exists()


def test_a_run_says_how_much_it_reused(solutions: Path, tmp_path: Path) -> None:
    """Everything; then all but a new submission; then parts, if a check has changed; with --fresh nothing."""
    first = graded(tmp_path / "out", solutions, anna=SMALL_ANSWER, ben=WRONG)
    views = files(tmp_path / "out")
    again = graded(tmp_path / "out", solutions, anna=SMALL_ANSWER, ben=WRONG)
    assert files(tmp_path / "out") == views
    more = graded(tmp_path / "out", solutions, anna=SMALL_ANSWER, ben=WRONG, carl="")
    file = solutions / "small" / "test_hidden.py"
    file.write_text(file.read_text().replace("[777.0])", "[77.0])"))
    changed = graded(tmp_path / "out", solutions, anna=SMALL_ANSWER, ben=WRONG, carl="")
    fresh = graded(tmp_path / "out", solutions, "--fresh", anna=SMALL_ANSWER, ben=WRONG)

    assert "reused" not in first.output + fresh.output
    assert f"2 of 2 reused from {tmp_path}/out/grades.db\n" in again.output
    assert "2 of 3 reused from" in more.output
    assert f"0 of 3 reused from {tmp_path}/out/grades.db, 1 more in part\n" in changed.output


def test_a_second_run_on_the_same_folder_is_refused(solutions: Path, tmp_path: Path) -> None:
    """It ends with one line and status 2, and changes no file. `report` is refused in the same way."""
    graded(tmp_path / "out", solutions, anna=SMALL_ANSWER)
    before = files(tmp_path / "out")
    with open_journal(tmp_path / "out"):
        result, again = (
            graded(tmp_path / "out", solutions, "--fresh", anna=WRONG),
            run("report", tmp_path / "out"),
        )

    assert (
        result.exit_code == again.exit_code == 2
        and result.stderr == again.stderr
        and files(tmp_path / "out") == before
    )
    assert (
        result.stderr == f"Error: another run is writing to {tmp_path}/out. "
        "Wait until it has ended, or choose another folder\n"
    )


@pytest.mark.e2e
def test_a_run_that_is_stopped_writes_what_is_done_and_goes_on(solutions: Path, tmp_path: Path) -> None:
    """After SIGTERM the files show who is graded.

    The same command grades the rest, as an undisturbed run does.
    """
    folder = tmp_path / "class"
    folder.mkdir()
    for name, source in {"anna": SMALL_ANSWER, "ben": WRONG, "carl": LOOP}.items():
        (folder / f"{name}.py").write_text(source)
    words = [
        "grade",
        "small",
        str(folder),
        "-j1",
        "--solutions",
        str(solutions),
        "--fresh",
        "--call-seconds",
        "30",
        "-o",
    ]
    command = [sys.executable, "-c", "from autograder.cli import main; main()", *words, str(tmp_path / "out")]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    end = time.monotonic() + 30
    while not (tmp_path / "out" / "results" / "ben.json").is_file() and time.monotonic() < end:
        time.sleep(0.05)
    time.sleep(0.3)  # a submission is counted after its files are written
    process.send_signal(signal.SIGTERM)
    start = time.monotonic()
    printed, said = process.communicate(timeout=10)

    assert time.monotonic() - start < 1.5, "within a second, besides the writing"
    assert process.returncode == 130
    assert (
        said == "Error: stopped. 2 of 3 submissions are graded, written and kept; "
        "the same command without --fresh grades the rest\n"
    )
    rows = (tmp_path / "out" / "final_grades.csv").read_text().splitlines()
    assert "2 submissions in" in printed and [row.split(",")[4] for row in rows[2:]] == ["anna.py", "ben.py"]
    (folder / "carl.py").write_text("")
    again = run(*words[:6], "--call-seconds", "30", "-o", tmp_path / "out")
    run(*words, tmp_path / "undisturbed")
    assert f"2 of 3 reused from {tmp_path}/out/grades.db" in again.output
    assert without_costs(files(tmp_path / "out")) == without_costs(files(tmp_path / "undisturbed"))
