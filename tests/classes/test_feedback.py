"""The feedback of a class, and the zips that learning platforms take."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from conftest import SMALL_ANSWER

from autograder.classes.live import LivePage
from autograder.cli.main import main

WRONG = SMALL_ANSWER.replace("2.0 *", "3.0 *")
MOODLE = {
    "Ada Lovelace_11_assignsubmission_file_/small.py": SMALL_ANSWER,
    "Bob Ray_12_assignsubmission_file_/small.py": WRONG,
}
CANVAS = {"lovelaceada_7_101_small.py": SMALL_ANSWER, "raybob_LATE_8_102_small-1.py": WRONG}


def run(*words: object) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words])


@pytest.fixture
def solutions(small_exercise: Path) -> Path:
    return small_exercise.parent


def graded(tmp_path: Path, solutions: Path, files: dict[str, str], *options: str) -> Path:
    export, out = tmp_path / "export.zip", tmp_path / "out"
    with zipfile.ZipFile(export, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    result = run("grade", "small", export, "-o", out, "-j1", "--solutions", solutions, *options)
    assert result.exit_code == 0, result.output
    return out


def infer_like_canvas(name: str) -> tuple[str, str]:
    """Return the numbers of user and attachment as Canvas takes them: the first parts of digits in a name."""
    user, attachment, *_ = [part for part in name.split("_") if re.fullmatch(r"\d+", part)]
    return user, attachment


def infer_like_moodle(path: str) -> tuple[str, str, str, str]:
    """Return the participant, the plugin's type and name, and the file, as Moodle takes them from a path."""
    for part in path.split("/"):
        info = part.split("_", 4)
        if len(info) >= 4 and info[1].isdigit():
            return info[1], info[2], info[3], info[4]
    raise AssertionError(f"Moodle finds nobody in {path}")


def test_moodle_finds_its_students_by_the_names_in_the_zip(tmp_path: Path, solutions: Path) -> None:
    """Each page is in the zip under the name that "Upload multiple feedback files" reads."""
    out = graded(tmp_path, solutions, MOODLE)
    result = run("feedback", out, "--for", "moodle", "--feedback", "published")
    with zipfile.ZipFile(out / "feedback-moodle.zip") as archive:
        pages = {infer_like_moodle(name): archive.read(name).decode() for name in archive.namelist()}

    assert result.exit_code == 0 and "2 pages in" in result.output
    assert set(pages) == {(number, "assignsubmission", "file", "feedback.html") for number in ("11", "12")}
    assert "Ada Lovelace" in pages["11", "assignsubmission", "file", "feedback.html"]
    assert "10 of 10 points" in pages["11", "assignsubmission", "file", "feedback.html"]
    assert "Ada" not in pages["12", "assignsubmission", "file", "feedback.html"]


def test_canvas_finds_its_submissions_by_the_names_in_the_zip(tmp_path: Path, solutions: Path) -> None:
    """A name has the numbers of user and attachment where "Re-upload submissions" looks for them."""
    out = graded(tmp_path, solutions, CANVAS)
    result = run("feedback", out, "--for", "canvas")
    with zipfile.ZipFile(out / "feedback-canvas.zip") as archive:
        found = {infer_like_canvas(name) for name in archive.namelist()}

    assert result.exit_code == 0 and found == {("7", "101"), ("8", "102")}


def test_people_whom_a_platform_would_not_find_are_named(tmp_path: Path, solutions: Path) -> None:
    """Who has no number there is left out of the zip and listed; if nobody has one, there is no zip."""
    roster = tmp_path / "roster.csv"
    roster.write_text("name,id,email,identifier\nAda Lovelace,1,a@x,Participant 11\nCy Late,3,c@x,\n")
    out = graded(tmp_path, solutions, MOODLE, "--roster", str(roster))
    some, none = run("feedback", out, "--for", "moodle"), run("feedback", out, "--for", "canvas")

    assert "Not in it, since their numbers there are not known: " in some.output and "Late" in some.output
    assert none.exit_code == 2 and "Canvas would find none of these students" in none.output
    assert not (out / "feedback-canvas.zip").exists()


def test_the_same_pages_make_the_same_zip(tmp_path: Path, solutions: Path) -> None:
    """So it is seen whether anything has changed."""
    out = graded(tmp_path, solutions, MOODLE)
    run("feedback", out, "--for", "moodle")
    before = (out / "feedback-moodle.zip").read_bytes()
    run("feedback", out, "--for", "moodle")

    assert (out / "feedback-moodle.zip").read_bytes() == before


def test_feedback_is_that_of_the_last_run(tmp_path: Path, solutions: Path) -> None:
    """`grade --feedback` writes it, too. A page of a submission that is gone goes with it."""
    out = graded(tmp_path, solutions, MOODLE, "--feedback", "visible")
    first = sorted(file.name for file in (out / "feedback").iterdir())
    (out / "feedback" / "somebody else.html").write_text("")
    graded(tmp_path, solutions, dict([*MOODLE.items()][:1]))
    run("feedback", out)

    assert first == ["Ada Lovelace.html", "Bob Ray.html"]
    assert [file.name for file in (out / "feedback").iterdir()] == ["Ada Lovelace.html"]


def test_a_run_can_be_watched_without_names(
    tmp_path: Path, solutions: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The page names nobody, reloads itself while the run is on, and stops when all is done."""
    monkeypatch.setattr("autograder.classes.live.SECONDS", 0)
    monkeypatch.setattr("autograder.classes.live.SHARE", 0)
    versions: list[str] = []
    write = LivePage.write

    def noted(page: LivePage, *arguments: object) -> None:
        write(page, *arguments)  # type: ignore[arg-type]
        versions.append((tmp_path / "out" / "report" / "live.html").read_text())

    monkeypatch.setattr(LivePage, "write", noted)
    broken = {"Cy Lee_13_assignsubmission_file_/lee.py": "table = [1\n"}
    out = graded(tmp_path, solutions, MOODLE | broken, "--live")

    assert len(versions) == 4 and "Grading: 1 of 3 submissions" in versions[0]
    assert ['http-equiv="refresh"' in page for page in versions] == [True, True, True, False]
    for page in versions:
        body = page.partition("<body>")[2].partition("<script>")[0]
        assert not re.search(r"Ada|Lovelace|Bob|Ray|lee\.py|Cy|submissions/", body)
    assert "Ada Lovelace" in (out / "report" / "index.html").read_text()
    named = graded(tmp_path, solutions, MOODLE, "--live-names")
    assert "Ada Lovelace" in (named / "report" / "live.html").read_text()
    graded(tmp_path, solutions, MOODLE)
    assert not (out / "report" / "live.html").exists()


def test_tables_for_pandas_and_r(tmp_path: Path, solutions: Path) -> None:
    """checks.csv has a row for each check of each submission, items.csv one for each check."""
    pandas = pytest.importorskip("pandas")
    out = graded(tmp_path, solutions, MOODLE | {"=1+1_13_assignsubmission_file_/small.py": ""})
    checks, items = pandas.read_csv(out / "checks.csv"), pandas.read_csv(out / "items.csv")
    totals = checks.groupby("submission").points.sum().to_dict()

    assert len(checks) == 12 and totals["Ada Lovelace"] == 10 and totals["Bob Ray"] == 5
    assert set(checks.verdict) == {"passed", "failed"} and (checks.seconds.dropna() >= 0).all()
    assert "'=1+1" in totals
    means = (checks.points / checks.max_points).groupby(checks.check).mean()
    assert items.set_index("check").difficulty.round(9).to_dict() == means.round(9).to_dict()
