"""Exercises with files, from the author's folder to a grade: in a terminal, pytest, a notebook, a zip."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

import pytest

from autograder.authors.publish import published_files
from autograder.authors.verify import verify
from autograder.classes.cache_keys import cache_keys
from autograder.errors import AuthorError, UsageError
from autograder.exercises.course import read_course
from autograder.exercises.data_files import shared_file_problems
from autograder.exercises.load import find_assignment
from autograder.exercises.overlays import composed, mistakes
from autograder.grading.grader import Grader
from autograder.otter.build import build
from autograder.otter.student_zip import student_zip
from autograder.sandbox.forked import Zygote
from autograder.sandbox.limits import Limits
from autograder.students.otter_checks import run_visible_check
from autograder.students.own_check import own_check
from autograder.students.own_folder import own_data
from autograder.submissions.read import read_submission

COURSE = Path(__file__).parents[1] / "courses" / "gallery"
GIVEN = {"rain.csv", "north/rain.csv", "prices.json"}


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A course with the exercises of the gallery that have files, or write some, and no others."""
    place = tmp_path_factory.mktemp("course") / "gallery"
    for folder in read_course(COURSE).folders("files"):
        shutil.copytree(folder, place / folder.name)
    text = 'languages = ["en"]\n[assignments.files]\nexercises = ["rainfall", "shopping", "prices"]\n'
    (place / "course.toml").write_text(text, encoding="utf-8")
    return place


@pytest.fixture(scope="module")
def published(course: Path) -> dict[PurePosixPath, bytes]:
    return published_files(course)


@pytest.fixture
def folder(published: dict[PurePosixPath, bytes], tmp_path: Path) -> Iterator[Path]:
    """What students get of the assignment `files`, with the solutions written in."""
    for place, data in published.items():
        path = tmp_path / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    solutions = "\n\n".join(map(composed, read_course(COURSE).folders("files")))
    (tmp_path / "files" / "files.py").write_text(solutions, encoding="utf-8")
    yield tmp_path / "files"


def test_students_get_the_files_beside_their_script(published: dict[PurePosixPath, bytes]) -> None:
    """Each file lies at its own path, in the folder of its exercise and of all; the statement says so."""
    for name in GIVEN:
        original = next(COURSE.glob(f"*/files/{name}")).read_bytes()
        assert published[PurePosixPath("files", name)] == original
    assert PurePosixPath("prices", "prices.json") in published
    facts = json.loads(published[PurePosixPath("files", "exercise.json")])
    assert facts["files"].keys() == GIVEN
    statement = published[PurePosixPath("rainfall", "statement.md")].decode()
    assert "These files lie beside your script: `north/rain.csv`, `rain.csv`." in statement
    assert "These files lie beside" in published[PurePosixPath("rainfall", "rainfall.ipynb")].decode()
    assert "files" not in json.loads(published[PurePosixPath("shopping", "exercise.json")])


def test_two_different_files_of_one_name_are_an_authors_error(course: Path, tmp_path: Path) -> None:
    """In one assignment a name means one file, and this is said before anything is published or graded."""
    changed = shutil.copytree(course, tmp_path / "course")
    (changed / "prices" / "files" / "rain.csv").write_text("another one", encoding="utf-8")
    with pytest.raises(AuthorError, match=r"rainfall and prices have different files of the name rain\.csv"):
        find_assignment("files", changed)
    with pytest.raises(AuthorError, match=r"rainfall and prices have different files of the name rain\.csv"):
        published_files(changed)
    (problem,) = shared_file_problems(read_course(changed))
    assert problem.startswith("files: rainfall and prices have different files of the name rain.csv; rename")
    assert list(shared_file_problems(read_course(course))) == []


def test_the_zip_of_students_has_the_files(course: Path, folder: Path, tmp_path: Path) -> None:
    """They are in the zip and in its README. A file of another content is none that students get."""
    path = student_zip("files", course, tmp_path, tmp_path / "dist")
    with zipfile.ZipFile(path) as archive:
        names = {name.partition("/")[2] for name in archive.namelist()}
        readme = archive.read(next(name for name in archive.namelist() if name.endswith("README.md")))
    assert names >= GIVEN
    assert "`prices.json`: your code opens these files by name" in readme.decode()
    assert "needed.\n\n`" in readme.decode() and "as they are.\n\nWith uv" in readme.decode()
    (folder / "rain.csv").write_text("a solution", encoding="utf-8")
    with pytest.raises(AuthorError, match=r"rain\.csv is not a file that students get"):
        student_zip("files", course, tmp_path, tmp_path / "dist")


def test_a_file_must_be_as_it_was_handed_out(folder: Path) -> None:
    """A file that is missing or was changed is said: at grading it is as it was."""
    assert own_data(folder).keys() == GIVEN
    (folder / "prices.json").write_text("{}", encoding="utf-8")
    with pytest.raises(UsageError, match=r"prices\.json is not as you got it, but it will be at grading"):
        own_data(folder)
    (folder / "prices.json").unlink()
    with pytest.raises(UsageError, match=r"prices\.json is missing. It came with this exercise"):
        own_data(folder)


@pytest.mark.e2e
def test_a_students_own_check_has_these_files_and_no_others(folder: Path) -> None:
    """The solution passes at home. A file of one's own is not there, as at grading; nothing is left."""
    before = sorted(folder.rglob("*.txt"))
    own = own_check(folder / "files.py")
    assert own.report.points == own.report.max_points and sorted(folder.rglob("*.txt")) == before

    (folder / "mine.csv").write_text("station,millimetres\nHarbour,15\n", encoding="utf-8")
    code = (folder / "files.py").read_text(encoding="utf-8")
    (folder / "files.py").write_text(code.replace("open(name)", 'open("mine.csv")'), encoding="utf-8")
    (wrong, *_) = own_check(folder / "files.py").report.lacking
    assert "FileNotFoundError: [Errno 2] No such file or directory: 'mine.csv'; there is" in wrong.message
    assert "Is the name right?" in wrong.message


@pytest.mark.e2e
def test_pytest_has_these_files(folder: Path) -> None:
    """Plain pytest in the student's folder runs the code with the same files, each check for itself."""
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "test_shopping.py"]
    done = subprocess.run([*command, "test_rainfall.py", "test_prices.py"], cwd=folder, capture_output=True)
    assert done.returncode == 0, done.stdout.decode()
    assert not list(folder.glob("*.txt"))


def test_checks_in_a_notebook_have_these_files(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """otter's `grader.check` runs a check on the notebook's names, with the same files; none is written."""
    monkeypatch.chdir(folder)
    names = {"__name__": "files"}
    exec((folder / "files.py").read_text(encoding="utf-8"), names)
    run_visible_check("test_shopping.py", "test_a_list_is_written", names)
    run_visible_check("test_rainfall.py", "test_rain_is_added_up", names)
    assert not list(folder.glob("*.txt"))


@pytest.mark.e2e
def test_an_autograder_of_otter_and_gradescope_has_the_files(
    course: Path, folder: Path, published: dict[PurePosixPath, bytes], tmp_path: Path
) -> None:
    """`build` packs the files, and its test grades solution, stubs and mistakes in a container's own way."""
    (folder / "files.py").write_bytes(published[PurePosixPath("files", "files.py")])
    autograder, _student = build(["files"], course, tmp_path, tmp_path / "dist")
    with zipfile.ZipFile(autograder) as archive:
        names = set(archive.namelist())
    assert {
        f"tests/exercises/{name}"
        for name in ("rainfall/files/rain.csv", "rainfall/files/north/rain.csv", "prices/files/prices.json")
    } <= names


def test_mistakes_that_differ_in_a_file_only_are_told_apart(zygote: Zygote) -> None:
    """The results of both are None: what they have written decides which mistake is named."""
    folder = COURSE / "shopping"
    grader = Grader(find_assignment("shopping", COURSE), zygote.worker, Limits())
    for mistake in mistakes(folder):
        code = composed(folder, mistake).encode()
        report = grader.grade(read_submission(mistake.name, "shopping.py", code, "shopping"))
        assert {result.mistake for result in report.lacking if result.mistake} == {mistake.name}, mistake.name


def test_the_gate_finds_a_file_that_is_not_given(zygote: Zygote, tmp_path: Path) -> None:
    """A solution that opens a file outside of `files/` is a slip: verify names the line and the file."""
    course = tmp_path / "course"
    shutil.copytree(COURSE / "prices", course / "prices")
    (course / "prices" / "files" / "prices.json").rename(course / "prices" / "prices.json")
    problems = verify(find_assignment("prices", course), zygote.worker).problems
    expected = "prices.py, line 13, opens prices.json, which is not there; put it into files/"
    assert f"the solution fails test_a_price_is_found: {expected}" in problems


def test_a_changed_file_makes_new_results(course: Path, tmp_path: Path) -> None:
    """What a journal keeps of a class depends on the files: with another one, all is graded again."""
    changed = shutil.copytree(course, tmp_path / "course")
    before = cache_keys(find_assignment("files", changed), Limits(), "level A")
    (changed / "prices" / "files" / "prices.json").write_text('{"items": []}', encoding="utf-8")
    after = cache_keys(find_assignment("files", changed), Limits(), "level A")
    assert before.submission != after.submission
    assert not {key.passed for key in before.checks.values()} & {key.passed for key in after.checks.values()}


INPUTS = """
from autograder.checks import assert_equal
from autograder.exercises.inputs import Inputs


def files():
    for name in ("rain.csv", "north/rain.csv"):
        yield (name,), {}


INPUTS = {"total_rain": Inputs(files, assert_equal, lambda where, name: None)}
"""


def test_a_smallest_counterexample_may_be_a_file(course: Path, zygote: Zygote, tmp_path: Path) -> None:
    """Inputs may name files: the solution reads them in the grader, the submission in its worker."""
    changed = shutil.copytree(course, tmp_path / "course")
    (changed / "rainfall" / "inputs.py").write_text(INPUTS, encoding="utf-8")
    (mistake,) = (one for one in mistakes(COURSE / "rainfall") if one.name == "always_the_same_file")
    code = composed(COURSE / "rainfall", mistake).encode()
    grader = Grader(find_assignment("rainfall", changed), zygote.worker, Limits())
    (example,) = grader.grade(read_submission("a", "a.py", code, "rainfall")).counterexamples
    assert example.calls == ("total_rain('north/rain.csv')",) and "has no key 'Cape'" in example.message
