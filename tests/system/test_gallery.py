"""The courses in `tests/courses/`: a small exercise for each kind of thing that a check can look at.

`gallery` and `three_languages` are our own. `ported` has exercises after ideas of public courses. What each
file of an exercise earns, and the first thing that its author is told, is in `scores.txt`. After a change,
`pytest tests/system/test_gallery.py --rewrite` writes it anew: read the diff.
"""

from __future__ import annotations

import ast
import csv
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from pathlib import Path, PurePosixPath
from typing import Any

import pytest

from autograder.authors.publish import published_files
from autograder.errors import CheckFailed
from autograder.exercises.course import exercise_folders, read_course
from autograder.exercises.layout import VISIBLE_CHECKS, check_files, settings_file
from autograder.exercises.load import file_checks, find_assignment
from autograder.exercises.overlays import composed, mistakes, variants
from autograder.exercises.settings import read_settings
from autograder.exercises.solution import as_module, is_script
from autograder.grading.grader import Grader
from autograder.otter.build import build_autograder
from autograder.results import Report
from autograder.sandbox.forked import Zygote
from autograder.sandbox.limits import Limits
from autograder.students.otter_checks import run_visible_check
from autograder.submissions.read import read_submission
from autograder.worker.packages import missing_packages

ROOT = Path(__file__).parents[2]
COURSES = ROOT / "tests" / "courses"
SCORES = COURSES / "scores.txt"
EXERCISES = {
    f"{course.name}/{folder.name}": folder
    for course in sorted(path for path in COURSES.iterdir() if path.is_dir())
    for folder in exercise_folders(course)
}


def has_packages(folder: Path) -> bool:
    """Whether this machine has what the exercise requires."""
    return not missing_packages(read_settings(settings_file(folder / VISIBLE_CHECKS)).requires)


EXERCISES = {name: folder for name, folder in EXERCISES.items() if has_packages(folder)}
OWN = [name for name in EXERCISES if not name.startswith("ported/")]
MAX_LINES = 30  # of checks in a ported exercise


def command(*arguments: object, cwd: Path) -> str:
    """Run `autograder`; return what it prints."""
    done = subprocess.run(
        [sys.executable, "-m", "autograder", *map(str, arguments)],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.mark.e2e
@pytest.mark.parametrize("course", ["gallery", "ported", "three_languages"])
def test_every_exercise_passes_the_gate(course: str) -> None:
    """`autograder verify` finds no problem in any exercise of the course."""
    number = len(exercise_folders(COURSES / course))
    said = command("verify", "--course", COURSES / course, cwd=ROOT)

    assert f"\n0 problems in {number} exercise" in said


def test_the_gallery_has_what_it_promises() -> None:
    """It has at least 18 exercises, each with two mistakes and a variant; ten more follow public courses."""
    assert len(OWN) >= 18 and len(EXERCISES) - len(OWN) >= 10
    for name in OWN:
        assert len(mistakes(EXERCISES[name])) >= 2 and variants(EXERCISES[name]), name


@pytest.mark.parametrize("name", [name for name in EXERCISES if name not in OWN])
def test_a_ported_exercise_takes_few_lines_of_checks(name: str) -> None:
    """All checks of an exercise together have fewer than 30 lines of code, without imports."""
    lines = 0
    for file in check_files(EXERCISES[name]):
        text = file.read_text(encoding="utf-8")
        nodes = [one for one in ast.parse(text).body if not isinstance(one, ast.Expr)]
        code = [one for one in nodes if not isinstance(one, ast.Import | ast.ImportFrom)]
        decorators = sum(len(one.decorator_list) for one in code if isinstance(one, ast.FunctionDef))
        lines += decorators + sum(
            1 for one in code for line in text.splitlines()[one.lineno - 1 : one.end_lineno] if line.strip()
        )
    assert lines < MAX_LINES


def submissions(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Yield what is graded of an exercise: solution, stub, variants and mistakes, each with its name."""
    yield "solution", composed(folder).encode()
    stub = PurePosixPath(folder.name, f"{folder.name}.py")
    yield "stub", published_files(folder.parent)[stub]
    for overlay in variants(folder):
        yield f"variants/{overlay.name}", composed(folder, overlay).encode()
    for overlay in mistakes(folder):
        yield f"mistakes/{overlay.name}", composed(folder, overlay).encode()


def row(name: str, report: Report) -> str:
    """Return what a file earns, and the first message of the first check that it fails."""
    message = report.lacking[0].message.splitlines()[0] if report.lacking else ""
    return f"  {name:<38}{report.points:>3g}  {message}".rstrip()


@pytest.fixture(scope="module")
def scored(zygote: Zygote) -> Callable[[str], str]:
    """Grade every file of an exercise in workers; return its part of `scores.txt`."""

    def scored(name: str) -> str:
        folder = EXERCISES[name]
        assignment = find_assignment(folder.name, folder.parent)
        grader = Grader(assignment, zygote.worker, Limits())
        rows = [f"{name}, {sum(check.points for check in assignment.checks):g} points"]
        for one, data in submissions(folder):
            report = grader.grade(read_submission(one, f"{folder.name}.py", data, folder.name))
            rows.append(row(one, report))
        return "\n".join(rows) + "\n"

    return scored


def expected_parts() -> dict[str, str]:
    """Return the parts of `scores.txt` by exercise."""
    text = SCORES.read_text(encoding="utf-8") if SCORES.is_file() else ""
    return {part.partition(",")[0]: f"{part.strip()}\n" for part in text.split("\n\n")}


@pytest.mark.e2e
@pytest.mark.parametrize("name", EXERCISES)
def test_every_file_earns_what_it_should(
    name: str, scored: Callable[[str], str], pytestconfig: pytest.Config
) -> None:
    """Solution and variants keep every point, the stub has none, and each mistake loses its own."""
    got, expected = scored(name), expected_parts()
    if pytestconfig.getoption("--rewrite"):
        expected[name] = got
        parts = [expected[one].strip() for one in EXERCISES if one in expected]
        SCORES.write_text("\n\n".join(parts) + "\n", encoding="utf-8")
    assert got == expected_parts().get(name)

    total = float(got.split()[1])
    points = {line.split()[0]: float(line.split()[1]) for line in got.splitlines()[1:]}
    assert points.pop("stub") == 0
    right = {one: value for one, value in points.items() if not one.startswith("mistakes/")}
    assert set(right.values()) == {total}
    assert all(value < total for one, value in points.items() if one not in right)


@pytest.mark.parametrize("name", EXERCISES)
def test_visible_checks_run_on_the_names_of_a_notebook(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """`grader.check` of otter passes the solution. What a script prints can not be checked: it is said."""
    folder = EXERCISES[name]
    monkeypatch.chdir(folder)
    monkeypatch.setattr("builtins.input", lambda prompt="": pytest.fail("somebody is asked"))
    solution, script = composed(folder), is_script(composed(folder))
    names: dict[str, Any] = {"__name__": folder.name}
    if not script:
        with as_module(names):
            exec(solution, names)
    for check in file_checks(folder / VISIBLE_CHECKS, folder.name, hidden=False):
        with pytest.raises(CheckFailed, match="can't be checked in a notebook") if script else nullcontext():
            run_visible_check(VISIBLE_CHECKS, check.name, names)


@pytest.mark.e2e
@pytest.mark.parametrize("assignment", read_course(COURSES / "gallery").assignments)
def test_a_class_is_graded(assignment: str, tmp_path: Path) -> None:
    """`autograder grade` gives the solutions full marks, the stubs none, and a mistake what it earns."""
    course, handed_in = tmp_path / "course", tmp_path / "class"
    shutil.copytree(COURSES / "gallery", course)
    command("publish", "--course", course, cwd=tmp_path)
    folders = read_course(course).folders(assignment)
    wrong = mistakes(folders[0])[0]
    expected = {
        line.split()[0]: float(line.split()[1])
        for line in expected_parts()[f"gallery/{folders[0].name}"].splitlines()[1:]
    }
    handed_in.mkdir()
    solutions = "\n\n".join(map(composed, folders))
    (handed_in / "right.py").write_text(solutions, encoding="utf-8")
    with_mistake = [composed(folders[0], wrong), *map(composed, folders[1:])]
    (handed_in / "wrong.py").write_text("\n\n".join(with_mistake), encoding="utf-8")
    (student,) = [path for path in (course / "assignments").glob("*") if path.name == assignment]
    shutil.copy(student / f"{assignment}.ipynb", handed_in / "stub.ipynb")

    command("grade", assignment, handed_in, "-o", tmp_path / "graded", "--course", course, cwd=tmp_path)
    with (tmp_path / "graded" / "final_grades.csv").open(encoding="utf-8") as file:
        points = {line["file"]: float(line["total_points_earned"]) for line in csv.DictReader(file)}
    total = sum(check.points for check in find_assignment(assignment, course).checks)
    lost = expected["solution"] - expected[f"mistakes/{wrong.name}"]
    assert points.pop("points-per-question") == total
    assert points == {"right.py": total, "wrong.py": total - lost, "stub.ipynb": 0}


@pytest.mark.e2e
@pytest.mark.parametrize("assignment", ["classes", "functions", "asking", "files", "poem", "tables", "plots"])
def test_otter_gives_the_points_of_grade(assignment: str, zygote: Zygote, tmp_path: Path) -> None:
    """`otter run` grades objects, exceptions, iterators, files and scripts: a solution and a mistake."""
    course = COURSES / "gallery"
    archive = build_autograder(assignment, course, tmp_path / "dist")
    folders = read_course(course).folders(assignment)
    codes = {"right": map(composed, folders)}
    codes["wrong"] = (composed(folder, mistakes(folder)[0]) for folder in folders)
    grader = Grader(find_assignment(assignment, course), zygote.worker, Limits())
    for name, parts in codes.items():
        file = tmp_path / f"{name}.py"
        file.write_text("\n\n".join(parts), encoding="utf-8")
        report = grader.grade(read_submission(name, file.name, file.read_bytes(), assignment))
        command = [Path(sys.executable).with_name("otter"), "run", "-a", archive, "-o", tmp_path, file]
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=300)

        assert f"Total Score: {report.points:.3f} / {report.max_points:.3f}" in done.stdout, done.stderr
        assert (report.points == report.max_points) is (name == "right")
