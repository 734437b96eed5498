"""Building `dist/`: for each assignment an autograder that stock otter accepts, and the bundle that students get.

An autograder holds every secret of its exercises:

    setup.sh, requirements.*     make the image that Gradescope and `otter grade` grade in; requirements.zip is this very package
    run_autograder, run_otter.py start `autograder.otter.container` for each submission
    otter_config.json            names the plugin, which grades under `otter run`, and how to grade
    tests/<exercise>.py          one of otter's questions: the checks' sentences and points, and no code that looks at a submission
    tests/exercises/<exercise>/  the answer, checks, mistakes with what they reply, and inputs for counterexamples

Places and names are those that otter's Dockerfile copies: `requirements.*` before setup.sh runs, and all of `tests/` after it.
"""

from __future__ import annotations

import contextlib
import io
import json
import re
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from pathlib import Path
from types import MappingProxyType
from typing import Any

from autograder.errors import AuthorError
from autograder.exercises.assignment import Assignment, Check
from autograder.exercises.layout import STORED_REPLIES, mistake_files
from autograder.exercises.load import find_assignment
from autograder.exercises.overlays import homework_source, mistakes, solution_source
from autograder.grading.catalogue import Catalogue
from autograder.grading.check_run import requests_of
from autograder.grading.grader import Grader
from autograder.otter.container import HIDDEN, PLUGIN
from autograder.results import Report
from autograder.sandbox.forked import Zygote
from autograder.sandbox.limits import Limits
from autograder.sandbox.worker import StartWorker
from autograder.submissions.read import read_submission
from autograder.submissions.submission import Cell, Submission
from autograder.worker.wire import WireError

PACKAGE = Path(__file__).parent.parent
NO_CONFIG: Mapping[str, Any] = MappingProxyType({})
PUBLIC_PLACES = re.compile(r"[\w.]+\.(ipynb|json|md|png|svg)|test_\w+\.py|tests/\w+\.py")
QUESTION = '''"""The points of {exercise}, for otter. Nothing in here looks at a submission: {plugin} grades."""

from otter.test_files import test_case

OK_FORMAT = False
name = {exercise!a}


def ungraded():
    raise RuntimeError("nothing has graded this: {plugin} is missing from otter_config.json")


'''


def build(
    names: Iterable[str],
    solutions: Path,
    assignments: Path,
    dist: Path,
    config: Mapping[str, Any] = NO_CONFIG,
) -> list[Path]:
    """Build and prove the zips of some assignments; return their paths. Raises AuthorError, and leaves no zip that failed its proof."""
    built = []
    with Zygote() as zygote:
        for name in names:
            autograder = build_autograder(name, solutions, dist, config)
            try:
                prove(autograder, name, solutions, assignments, zygote.worker)
                built += [autograder, student_bundle(name, assignments, dist)]
            except AuthorError:
                autograder.unlink()
                raise
    return built


def build_autograder(
    assignment_name: str, solutions: Path, dist: Path, config: Mapping[str, Any] = NO_CONFIG
) -> Path:
    """Write `dist/<assignment>.zip`, an autograder for Gradescope and otter, with `lang` or `hidden` of the config; return its path."""
    assignment = find_assignment(assignment_name, solutions)
    return write_zip(dist / f"{assignment_name}.zip", autograder_files(assignment, config))


def student_bundle(assignment_name: str, assignments: Path, dist: Path) -> Path:
    """Write `dist/<assignment>-student.zip`, the published folder; return its path. Raises AuthorError for a file not known as public."""
    folder = assignments / assignment_name
    files = {}
    for file in sorted(folder.rglob("*")):
        place = file.relative_to(folder)
        if file.is_dir() or any(part.startswith((".", "__pycache__")) for part in place.parts):
            continue
        if file.is_symlink() or not _is_public(place.as_posix(), assignment_name):
            raise AuthorError(
                f"{place} is not a file that students get. Take it out of {folder}, or run `autograder publish`"
            )
        files[f"{assignment_name}/{place.as_posix()}"] = file.read_bytes()
    if not files:
        raise AuthorError(f"{folder} is empty or missing. Run `autograder publish` first")
    return write_zip(dist / f"{assignment_name}-student.zip", files)


def _is_public(place: str, assignment: str) -> bool:
    """Whether publishing puts a file there: of Python only the script, the visible checks and otter's questions on them."""
    return "hidden" not in place and (place == f"{assignment}.py" or bool(PUBLIC_PLACES.fullmatch(place)))


def autograder_files(assignment: Assignment, config: Mapping[str, Any]) -> dict[str, bytes]:
    """Return the files of an autograder by their place in the zip."""
    files = {file.name: file.read_bytes() for file in (PACKAGE / "otter" / "image").iterdir()}
    files |= {
        "requirements.zip": zipped(package_files()),
        "otter_config.json": otter_config(assignment, config),
    }
    for folder in assignment.folders:
        checks = [check for check in assignment.checks if check.exercise == folder.name]
        files[f"tests/{folder.name}.py"] = question_file(folder.name, checks).encode()
        own = {
            file.relative_to(folder).as_posix(): file.read_bytes()
            for file in [*folder.glob("*.py"), *mistake_files(folder)]
        }
        catalogue = Catalogue(folder)
        with contextlib.suppress(WireError):  # too much; then mistakes are asked when it's their turn
            fixed = [check for check in checks if not check.random]
            own[STORED_REPLIES] = catalogue.packed(
                [requests_of(check, catalogue.new_handler()) for check in fixed]
            )
        files |= {f"tests/exercises/{folder.name}/{place}": content for place, content in own.items()}
    return files


def package_files() -> dict[str, bytes]:
    """Return the files of this package as they are installed; the image compiles its own bytecode."""
    files = [file for file in PACKAGE.rglob("[!.]*") if file.is_file() and "__pycache__" not in file.parts]
    return {f"{PACKAGE.name}/{file.relative_to(PACKAGE).as_posix()}": file.read_bytes() for file in files}


def otter_config(assignment: Assignment, config: Mapping[str, Any]) -> bytes:
    """Return otter's configuration. Questions show when grades are published, since their texts hold nothing of hidden checks."""
    otter = {
        "lang": "python",
        "plugins": [
            {
                PLUGIN: {
                    "assignment": assignment.name,
                    "lang": "en",
                    "hidden": HIDDEN,
                    "limits": asdict(Limits()),
                    **config,
                }
            }
        ],
        "points_possible": sum(check.points for check in assignment.checks),
        "show_hidden": True,
        "pdf": False,
    }
    return json.dumps(otter, indent=2).encode()


def question_file(exercise: str, checks: Iterable[Check]) -> str:
    """Return otter's test file of an exercise. Without the plugin every case fails: a zero for all is seen at once."""
    cases = (
        f"test_case(name={check.sentence!a}, points={check.points!a}, hidden={check.hidden})(ungraded)"
        for check in checks
    )
    return QUESTION.format(exercise=exercise, plugin=PLUGIN) + "".join(
        f"case_{index} = {case}\n" for index, case in enumerate(cases, 1)
    )


def write_zip(path: Path, files: dict[str, bytes]) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(zipped(files))
    return path


def zipped(files: dict[str, bytes]) -> bytes:
    """Return a zip whose bytes depend on the files only: sorted, dated 1980, and stored, since deflating differs between machines."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for place, content in sorted(files.items()):
            entry = zipfile.ZipInfo(place)
            entry.create_system, entry.external_attr = (
                3,
                (0o100755 if content.startswith(b"#!") else 0o100644) << 16,
            )
            archive.writestr(entry, content)
    return data.getvalue()


def prove(autograder: Path, name: str, solutions: Path, assignments: Path, start: StartWorker) -> None:
    """Grade with an unpacked autograder. Raises AuthorError unless the answer, the published stubs and mistakes get what they should."""
    with tempfile.TemporaryDirectory() as folder, zipfile.ZipFile(autograder) as archive:
        source = Path(folder, "source")
        archive.extractall(source)
        exercises = source / "tests" / "exercises"
        for exercise in exercises.iterdir():
            sys.modules.pop(
                exercise.name, None
            )  # or hidden checks would find the answer that was imported from solutions/
        assignment = find_assignment(name, exercises)
        grader = Grader(assignment, start, Limits())
        for submission, expected in proofs(assignment, solutions, assignments):
            report = grader.grade(submission)
            if report.broken or report.problem or share(report) != expected:
                why = report.problem or next(
                    (f"{one.check}: {one.message}" for one in report.results if one.message),
                    "all checks pass",
                )
                raise AuthorError(
                    f"{autograder.name}: {submission.name} gets {report.points:g} points, expected {expected} ({why})"
                )
        prove_container(Path(folder), assignment)


def prove_container(folder: Path, assignment: Assignment) -> None:
    """Grade the answer as a container does, with the zip's own copy of this package. Raises AuthorError unless it gets full marks."""
    with zipfile.ZipFile(folder / "source" / "requirements.zip") as archive:
        archive.extractall(folder / "packages")
    for name in ("submission", "results"):
        (folder / name).mkdir()
    answer = homework_source(assignment.folders)
    (folder / "submission" / f"{assignment.name}.py").write_text(answer, encoding="utf-8")
    code = "import pathlib, sys; sys.path.insert(0, sys.argv[1]); from autograder.otter.container import main; main(pathlib.Path(sys.argv[2]))"
    command = [sys.executable, "-I", "-c", code, str(folder / "packages"), str(folder)]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        raise AuthorError(f"{assignment.name}.zip can't grade the answer: {done.stderr.strip()}")
    score = json.loads((folder / "results" / "results.json").read_text(encoding="utf-8")).get(
        "score", "nothing"
    )
    if score != sum(check.points for check in assignment.checks):
        raise AuthorError(f"{assignment.name}.zip gives the answer {score} instead of full marks")


def proofs(assignment: Assignment, solutions: Path, assignments: Path) -> Iterator[tuple[Submission, str]]:
    """Yield submissions whose grades are known in advance, each with the share of points that it must get."""
    answers = tuple(Cell(folder.name, solution_source(folder)) for folder in assignment.folders)
    yield Submission("the answer", f"{assignment.name}.py", answers), "full marks"
    for kind in (".py", ".ipynb"):
        file = assignments / assignment.name / f"{assignment.name}{kind}"
        if not file.is_file():
            raise AuthorError(f"{file} is missing. Run `autograder publish` first")
        yield (
            read_submission(f"the stub {file.name}", file.name, file.read_bytes(), assignment.name),
            "no points",
        )
    for exercise in assignment.exercises:
        mistake = next(iter(mistakes(solutions / exercise)), None)
        if mistake is None:
            raise AuthorError(f"{exercise} has no mistakes/*.py to try its checks on; write one")
        wrong = (*answers, Cell(mistake.name, mistake.source))
        yield Submission(f"the mistake {mistake.name}", f"{assignment.name}.py", wrong), "some points"


def share(report: Report) -> str:
    return (
        "no points"
        if report.points == 0
        else "full marks"
        if report.points == report.max_points
        else "some points"
    )
