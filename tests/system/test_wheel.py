"""A course anywhere: from a wheel in a fresh environment, in a folder that is not this repository."""

from __future__ import annotations

import csv
import os
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from autograder.exercises.layout import solution_file
from autograder.exercises.load import exercise_folders
from autograder.otter.student_zip import student_zip

ROOT = Path(__file__).parents[2]
PACKAGES = Path(sysconfig.get_path("purelib"))
STUDENTS = ("click", "numpy", "numpy.libs", "pytest", "_pytest", "pluggy", "iniconfig", "packaging", "py.py")
STUDENTS += ("rich", "pygments", "markdown_it", "mdurl", "tomli")
"""The packages that a student has."""
Run = Callable[..., subprocess.CompletedProcess[str]]
pytestmark = pytest.mark.e2e


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel of a copy of this package, built as an installer builds it."""
    project = tmp_path_factory.mktemp("project")
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, project)
    ignore = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "autograder", project / "autograder", ignore=ignore)
    build = "import sys; from flit_core.buildapi import build_wheel; print(build_wheel('.'))"
    run = subprocess.run([sys.executable, "-c", build], cwd=project, capture_output=True, text=True)
    assert run.returncode == 0, run.stderr
    return project / run.stdout.strip()


def environment(folder: Path, wheel: Path, packages: Path) -> Run:
    """Make an environment with the wheel and the packages in a folder; return what runs a program of it.

    pip compiles the package, as it does everywhere.
    """
    python = folder / "bin" / "python"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", folder], check=True)
    install = ["-m", "pip", "--python", python, "install", "-q", "--no-deps", "--no-index", wheel]
    subprocess.run([sys.executable, *install], check=True, capture_output=True)
    (own,) = folder.glob("lib/python*/site-packages")
    (own / "packages.pth").write_text(f"{packages}\n")
    variables = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}

    def run(program: str, *arguments: object, cwd: Path, status: int = 0) -> subprocess.CompletedProcess[str]:
        command = [python, "-m", program, *map(str, arguments)]
        done = subprocess.run(command, cwd=cwd, env=variables, capture_output=True, text=True)
        assert done.returncode == status, done.stdout + done.stderr
        return done

    where = "import autograder; print(autograder.__file__)"
    found = subprocess.run([python, "-c", where], cwd="/", env=variables, capture_output=True, text=True)
    assert Path(found.stdout.strip()).is_relative_to(own)
    return run


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Run:
    """An instructor's environment."""
    return environment(tmp_path_factory.mktemp("environment"), wheel, PACKAGES)


@pytest.fixture(scope="module")
def student(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Run:
    """A student's environment: nothing of what only instructors need."""
    packages = tmp_path_factory.mktemp("packages")
    for name in STUDENTS:
        if (PACKAGES / name).exists():
            (packages / name).symlink_to(PACKAGES / name)
    return environment(tmp_path_factory.mktemp("environment"), wheel, packages)


def test_from_init_to_a_graded_class(installed: Run, student: Run, tmp_path: Path) -> None:
    """Every command works on a new course; `grade` and `otter run` give the same points; students check."""
    course, handed_in = tmp_path / "course", tmp_path / "class"
    installed("autograder", "init", course, cwd=tmp_path)
    for kind in ("class", "script", "data"):
        installed("autograder", "new", f"one-{kind}", "--kind", kind, cwd=course)
    assert "0 problems in 4 exercises" in installed("autograder", "verify", cwd=course).stdout
    installed("autograder", "publish", cwd=course / "solutions" / "first")
    installed("autograder", "publish", "--check", "--course", course, cwd=tmp_path)
    built = installed("autograder", "build", cwd=course).stdout.split()
    assert [Path(path) for path in built if path.endswith("homework.zip")] == [
        course / "dist" / "homework.zip"
    ]

    handed_in.mkdir()
    shutil.copy(course / "solutions" / "first" / "first.py", handed_in / "ann.py")
    shutil.copy(course / "assignments" / "homework" / "homework.ipynb", handed_in / "bob.ipynb")
    installed("autograder", "grade", "homework", handed_in, "-o", tmp_path / "graded", cwd=course)
    with (tmp_path / "graded" / "final_grades.csv").open() as file:
        points = {row["file"]: float(row["total_points_earned"]) for row in csv.DictReader(file)}
    assert (points["ann.py"], points["bob.ipynb"]) == (2, 0)

    autograder = course / "dist" / "homework.zip"
    for name, total in (("ann.py", "2.000 / 2.000"), ("bob.ipynb", "0.000 / 2.000")):
        ran = installed("otter", "run", "-a", autograder, handed_in / name, cwd=handed_in)
        assert f"Total Score: {total}" in ran.stdout

    own = course / "assignments" / "first"
    assert "not written yet" in student("autograder", "check", cwd=own, status=1).stdout
    shutil.copy(course / "solutions" / "first" / "first.py", own)
    student("autograder", "check", cwd=own)
    student("pytest", "-q", cwd=own)


def test_missing_packages_are_named_before_anything_begins(student: Run, tmp_path: Path) -> None:
    """One sentence says which, for which command, and how to install them. Nothing is graded or written."""
    course = tmp_path / "course"
    student("autograder", "init", course, cwd=tmp_path)
    commands = {
        "publish": "jinja2 and nbformat, which are",
        "verify": "jinja2 and nbformat, which are",
        "grade homework solutions/first/first.py -o graded": "jinja2 and vl_convert, which are",
        "report graded": "jinja2 and vl_convert, which are",
    }
    for command, missing in commands.items():
        error = student("autograder", *command.split(), cwd=course, status=2).stderr
        name, remedy = command.split()[0], "pip install 'conv-autograder[instructor]'"
        expected = f"{name}` needs {missing} not installed. Install what instructors need: {remedy}"
        assert error.startswith("Error: `") and error.count("\n") == 1 and expected in error
    assert not (course / "assignments").exists() and not (course / "graded").exists()


def test_a_student_begins_with_the_zip_alone(tmp_path: Path) -> None:
    """In a fresh environment, the wheel in the student's zip is all that is needed to check and pass."""
    with zipfile.ZipFile(
        student_zip("homework", ROOT / "solutions", ROOT / "assignments", tmp_path)
    ) as archive:
        archive.extractall(tmp_path)
    (folder,) = (one for one in tmp_path.glob("homework-*") if one.is_dir())
    packages = tmp_path / "packages"
    packages.mkdir()
    for name in STUDENTS:
        if (PACKAGES / name).exists():
            (packages / name).symlink_to(PACKAGES / name)
    (own_wheel,) = folder.glob("*.whl")
    run = environment(tmp_path / "environment", own_wheel, packages)

    assert "is not written yet" in run("autograder", "check", cwd=folder, status=1).stdout
    sources = [solution_file(one).read_text() for one in exercise_folders(ROOT / "solutions")]
    (folder / "homework.py").write_text("\n\n".join(sources))
    assert "points so far. 87 more checks" in run("autograder", "check", cwd=folder).stdout
    run("pytest", "-q", cwd=folder)
