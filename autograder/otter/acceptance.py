"""The acceptance test of an autograder: it must grade submissions whose grades are known."""

from __future__ import annotations

import enum
import json
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from autograder.errors import AuthorError
from autograder.exercises.assignment import Assignment
from autograder.exercises.load import find_assignment
from autograder.exercises.overlays import homework_source, mistakes, parts, solution_source
from autograder.grading.grader import Grader
from autograder.results import Report
from autograder.sandbox.limits import Limits
from autograder.sandbox.worker import StartWorker
from autograder.submissions.read import read_submission
from autograder.submissions.submission import Cell, Submission

GRADE_IN_CONTAINER = (
    "import pathlib, sys; sys.path.insert(0, sys.argv[1]);"
    "from autograder.otter.container import main; main(pathlib.Path(sys.argv[2]))"
)


class Marks(enum.Enum):
    """How many of the points a submission gets."""

    NONE = "no points"
    LESS = "less than full marks"
    FULL = "full marks"


@dataclass(frozen=True)
class Case:
    """A submission, and what it must get."""

    submission: Submission
    expected: Marks


def accept(
    autograder: Path, name: str, solutions: Path, assignments: Path, start_worker: StartWorker
) -> None:
    """Unpack an autograder and grade with it.

    Raises AuthorError unless the solution, the published stubs and some mistakes get what they must get.
    """
    with tempfile.TemporaryDirectory() as temporary, zipfile.ZipFile(autograder) as archive:
        folder = Path(temporary)
        archive.extractall(folder / "source")
        exercises = folder / "source" / "tests" / "exercises"
        assignment = find_assignment(name, exercises)
        grader = Grader(assignment, start_worker, Limits())
        for case in cases(assignment, solutions, assignments):
            problem = _problem(grader.grade(case.submission), case.expected)
            if problem:
                raise AuthorError(f"{autograder.name}: {case.submission.name} {problem}")
        accept_container(folder, assignment)


def cases(assignment: Assignment, solutions: Path, assignments: Path) -> Iterator[Case]:
    """Yield the solution, both published stubs, and a mistake of each exercise."""
    file_name = f"{assignment.name}.py"
    solution = tuple(Cell(folder.name, solution_source(folder)) for folder in assignment.folders)
    yield Case(Submission("the solution", file_name, solution), Marks.FULL)
    for kind in (".py", ".ipynb"):
        file = assignments / assignment.name / f"{assignment.name}{kind}"
        if not file.is_file():
            raise AuthorError(f"{file} is missing. Run `autograder publish` first")
        stub = read_submission(f"the stub {file.name}", file.name, file.read_bytes(), assignment.name)
        yield Case(stub, Marks.NONE)
    for exercise in assignment.exercises:
        mistake = next(iter(mistakes(solutions / exercise)), None)
        if mistake is None:
            raise AuthorError(f"{exercise} has no mistakes/*.py to try its checks on; write one")
        wrong = (*solution, Cell(mistake.name, mistake.source))
        if len(assignment.folders) == 1:  # of a script, a mistake takes the place
            wrong = tuple(Cell(label, source) for label, source in parts(assignment.folders[0], mistake))
        yield Case(Submission(f"the mistake {mistake.name}", file_name, wrong), Marks.LESS)


def _problem(report: Report, expected: Marks) -> str:
    """Return what is wrong with the report of a case; an empty text if it is as expected."""
    if not report.broken and not report.problem and _is_as_expected(report, expected):
        return ""
    messages = (f"{result.check}: {result.message}" for result in report.results if result.message)
    reason = report.problem or next(messages, "all checks pass")
    return f"gets {report.points:g} points, expected {expected.value} ({reason})"


def _is_as_expected(report: Report, expected: Marks) -> bool:
    if expected is Marks.NONE:
        return report.points == 0
    return (report.points == report.max_points) is (expected is Marks.FULL)


def accept_container(folder: Path, assignment: Assignment) -> None:
    """Grade the solution as a container does, with the copy of this package in `folder/source`.

    Raises AuthorError unless it gets full marks.
    """
    with zipfile.ZipFile(folder / "source" / "requirements.zip") as archive:
        archive.extractall(folder / "packages")
    for name in ("submission", "results"):
        (folder / name).mkdir()
    solution = homework_source(assignment.folders)
    (folder / "submission" / f"{assignment.name}.py").write_text(solution, encoding="utf-8")
    command = [sys.executable, "-I", "-c", GRADE_IN_CONTAINER, str(folder / "packages"), str(folder)]
    ended = subprocess.run(command, capture_output=True, text=True)
    if ended.returncode:
        raise AuthorError(f"{assignment.name}.zip can't grade the solution: {ended.stderr.strip()}")
    results = json.loads((folder / "results" / "results.json").read_text(encoding="utf-8"))
    score = results.get("score", "nothing")
    if score != sum(check.points for check in assignment.checks):
        raise AuthorError(f"{assignment.name}.zip gives the solution {score} instead of full marks")
