"""The same checks under other graders, as their manuals show: code and checks share a process."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
import venv
from pathlib import Path

from autograder.exercises.assignment import Assignment

ROOT = Path(__file__).parents[2]
VENV = ROOT / "build" / "bench-venv"
RUN_CHECK = f"""
import sys
sys.path[:0] = [{str(ROOT)!r}]
from pathlib import Path
from autograder.exercises.load import find_assignment
from autograder.session.session import InProcessSession
from autograder.session.student import Student
SOLUTIONS = Path({str(ROOT / "solutions")!r})
CHECKS = {{f"{{one.exercise}}-{{one.name}}": one for one in find_assignment("homework", SOLUTIONS).checks}}
def run_check(name, names):
    check = CHECKS[name]
    check.function(**check.arguments(Student(InProcessSession(names)), 0))
"""
GRADESCOPE = f"""
import unittest
from gradescope_utils.autograder_utils.decorators import visibility, weight
from gradescope_utils.autograder_utils.json_test_runner import JSONTestRunner
{RUN_CHECK}
import submission
class TestHomework(unittest.TestCase):
    pass
for name, check in CHECKS.items():
    def test(self, name=name):
        run_check(name, vars(submission))
    test.__doc__ = check.sentence
    seen = visibility("hidden" if check.hidden else "visible")
    setattr(TestHomework, "test_" + name, weight(check.points)(seen(test)))
with open("results.json", "w") as file:
    suite = unittest.defaultTestLoader.loadTestsFromTestCase(TestHomework)
    JSONTestRunner(visibility="visible", stream=file).run(suite)
"""
BARE = """
import os, pickle, resource, sys
import numpy
files, requests = sys.argv[2:], pickle.load(open(sys.argv[1], "rb"))
for file in files:
    if os.fork() == 0:
        names = {"__name__": "submission"}
        exec(compile(open(file).read(), file, "exec"), names)
        for operation, name, *call in requests:
            names[name](*call[0], **call[1]) if call else names[name]
        os._exit(0)
    assert os.wait()[1] == 0
"""


def python() -> Path:
    """Return the interpreter of the other graders' environment; make it from its lock file if needed."""
    lock, done = ROOT / "tests" / "tools" / "bench.lock", VENV / "installed.lock"
    if not done.is_file() or done.read_bytes() != lock.read_bytes():
        venv.create(VENV, clear=True, with_pip=True)
        install = [
            str(VENV / "bin" / "python"),
            "-m",
            "pip",
            "install",
            "--quiet",
            "--disable-pip-version-check",
            "--compile",
        ]
        subprocess.run([*install, "--require-hashes", "--no-deps", "-r", str(lock)], check=True)
        done.write_bytes(lock.read_bytes())
    return VENV / "bin" / "python"


def environment() -> dict[str, str]:
    return {
        **os.environ,
        "PATH": f"{VENV / 'bin'}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
        "JUPYTER_PLATFORM_DIRS": "1",
    }


def gradescope(folder: Path, submission: Path) -> list[str | Path]:
    """Return the command that grades one submission with gradescope-utils, as run_autograder does."""
    folder.mkdir(exist_ok=True)
    (folder / "submission.py").write_bytes(submission.read_bytes())
    (folder / "run_tests.py").write_text(GRADESCOPE, encoding="utf-8")
    return [python(), "run_tests.py"]


def course(folder: Path, assignment: Assignment, submissions: list[Path]) -> None:
    """Make a course of nbgrader: an assignment with a cell for each check, and the submissions to it."""
    folder.mkdir()
    (folder / "nbgrader_config.py").write_text(
        "c = get_config()\nc.CourseDirectory.course_id = 'bench'\n", encoding="utf-8"
    )
    _write(
        folder / "source" / "homework" / "homework.ipynb",
        assignment,
        (ROOT / "assignments/homework/homework.py").read_text("utf-8"),
    )
    command = [str(python().with_name("nbgrader")), "generate_assignment", "homework"]
    subprocess.run(command, cwd=folder, check=True, capture_output=True, env=environment())
    for file in submissions:
        _write(
            folder / "submitted" / file.stem / "homework" / "homework.ipynb",
            assignment,
            file.read_text(encoding="utf-8"),
        )


def _write(file: Path, assignment: Assignment, source: str) -> None:
    cells = [_cell("helper", RUN_CHECK, locked=True), _cell("code", source, solution=True)]
    for check in assignment.checks:
        name = f"{check.exercise}-{check.name}"
        cells.append(
            _cell(name, f"run_check({name!r}, globals())", locked=True, grade=True, points=check.points)
        )
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    file.parent.mkdir(parents=True)
    file.write_text(
        json.dumps({"cells": cells, "metadata": {"kernelspec": kernel}, "nbformat": 4, "nbformat_minor": 5}),
        encoding="utf-8",
    )


def _cell(name: str, source: str, **nbgrader: object) -> dict[str, object]:
    facts = {
        "grade_id": name,
        "schema_version": 3,
        "grade": False,
        "locked": False,
        "solution": False,
        "task": False,
        **nbgrader,
    }
    return {
        "cell_type": "code",
        "id": hashlib.sha256(name.encode()).hexdigest()[:16],
        "metadata": {"nbgrader": facts},
        "source": source,
        "outputs": [],
        "execution_count": None,
    }


def bare(folder: Path, requests: bytes, submissions: list[Path]) -> list[str | Path]:
    """Return the command of the bare work: a fork, loading the submission, the calls of all checks."""
    (folder / "bare.py").write_text(BARE, encoding="utf-8")
    (folder / "requests.pickle").write_bytes(requests)
    return [sys.executable, folder / "bare.py", folder / "requests.pickle", *submissions]
