"""Building `dist/`: for each assignment an autograder that stock otter accepts, and the bundle that students get.

An autograder holds every secret of its exercises:

    otter_config.json            names the plugin, which does the grading
    tests/<exercise>.py          one of otter's questions: the checks' sentences and points, and no code that looks at a submission
    tests/exercises/<exercise>/  the answer, checks, mistakes and inputs for counterexamples, read by the plugin only

All of it lies under `tests/` because that folder is what otter copies into a container as a whole.
"""

from __future__ import annotations

import json
import re
import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict
from pathlib import Path

from autograder.errors import AuthorError
from autograder.exercise import Assignment, Check, find_assignment
from autograder.grading import grade
from autograder.mistakes import answer_source, mistakes
from autograder.records import Report
from autograder.sandbox import Limits, Worker, Zygote
from autograder.submission import Cell, Submission, read_submission

PLUGIN = "autograder.otter_plugin.AutograderPlugin"
PUBLIC_PLACES = re.compile(r"[\w.]+\.(ipynb|json|md|png|svg)|test_\w+\.py|tests/\w+\.py")
QUESTION = '''"""The points of {exercise}, for otter. Nothing in here looks at a submission: {plugin} grades."""

from otter.test_files import test_case

OK_FORMAT = False
name = {exercise!a}


def ungraded():
    raise RuntimeError("nothing has graded this: {plugin} is missing from otter_config.json")


'''


def build(names: Iterable[str], solutions: Path, assignments: Path, dist: Path, lang: str = "en") -> list[Path]:
    """Build and prove the zips of some assignments; return their paths. Raises AuthorError, and leaves no zip that failed its proof."""
    built = []
    with Zygote() as zygote:
        for name in names:
            autograder = build_autograder(name, solutions, dist, lang)
            try:
                prove(autograder, name, solutions, assignments, zygote.worker)
                built += [autograder, student_bundle(name, assignments, dist)]
            except AuthorError:
                autograder.unlink()
                raise
    return built


def build_autograder(assignment_name: str, solutions: Path, dist: Path, lang: str = "en") -> Path:
    """Write `dist/<assignment>.zip`, an autograder for `otter run -a` that speaks `lang`; return its path."""
    assignment = find_assignment(assignment_name, solutions)
    return write_zip(dist / f"{assignment_name}.zip", autograder_files(assignment, lang))


def student_bundle(assignment_name: str, assignments: Path, dist: Path) -> Path:
    """Write `dist/<assignment>-student.zip`, the published folder; return its path. Raises AuthorError for a file not known as public."""
    folder = assignments / assignment_name
    files = {}
    for file in sorted(folder.rglob("*")):
        place = file.relative_to(folder)
        if file.is_dir() or any(part.startswith((".", "__pycache__")) for part in place.parts):
            continue
        if file.is_symlink() or not _is_public(place.as_posix(), assignment_name):
            raise AuthorError(f"{place} is not a file that students get. Take it out of {folder}, or run `autograder publish`")
        files[f"{assignment_name}/{place.as_posix()}"] = file.read_bytes()
    if not files:
        raise AuthorError(f"{folder} is empty or missing. Run `autograder publish` first")
    return write_zip(dist / f"{assignment_name}-student.zip", files)


def _is_public(place: str, assignment: str) -> bool:
    """Whether publishing puts a file there: of Python only the script, the visible checks and otter's questions on them."""
    return "hidden" not in place and (place == f"{assignment}.py" or bool(PUBLIC_PLACES.fullmatch(place)))


def autograder_files(assignment: Assignment, lang: str) -> dict[str, bytes]:
    """Return the files of an autograder by their place in the zip."""
    files = {"otter_config.json": json.dumps(otter_config(assignment, lang), indent=2).encode()}
    for folder in assignment.folders:
        checks = [check for check in assignment.checks if check.exercise == folder.name]
        files[f"tests/{folder.name}.py"] = question_file(folder.name, checks).encode()
        own = [*folder.glob("*.py"), *folder.glob("mistakes/*.py")]
        files |= {f"tests/exercises/{folder.name}/{file.relative_to(folder).as_posix()}": file.read_bytes() for file in own}
    return files


def otter_config(assignment: Assignment, lang: str) -> dict[str, object]:
    """Return otter's configuration. Questions show when grades are published, since their texts hold nothing of hidden checks."""
    return {
        "lang": "python",
        "plugins": [{PLUGIN: {"assignment": assignment.name, "lang": lang, "limits": asdict(Limits())}}],
        "points_possible": sum(check.points for check in assignment.checks),
        "show_hidden": True,
        "pdf": False,
    }


def question_file(exercise: str, checks: Iterable[Check]) -> str:
    """Return otter's test file of an exercise. Without the plugin every case fails: a zero for all is seen at once."""
    cases = (f"test_case(name={check.sentence!a}, points={check.points!a}, hidden={check.hidden})(ungraded)" for check in checks)
    return QUESTION.format(exercise=exercise, plugin=PLUGIN) + "".join(f"case_{index} = {case}\n" for index, case in enumerate(cases, 1))


def write_zip(path: Path, files: dict[str, bytes]) -> Path:
    """Write a zip whose bytes depend on nothing but the files: sorted, dated 1980, and stored, since deflating differs between machines."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(path, "w") as archive:
        for place, data in sorted(files.items()):
            entry = zipfile.ZipInfo(place)
            entry.create_system, entry.external_attr = 3, 0o100644 << 16
            archive.writestr(entry, data)
    return path


def prove(autograder: Path, name: str, solutions: Path, assignments: Path, start: Callable[[Limits], Worker]) -> None:
    """Grade with an unpacked autograder. Raises AuthorError unless the answer, the published stubs and mistakes get what they should."""
    with tempfile.TemporaryDirectory() as folder, zipfile.ZipFile(autograder) as archive:
        archive.extractall(folder)
        exercises = Path(folder, "tests", "exercises")
        for exercise in exercises.iterdir():
            sys.modules.pop(exercise.name, None)  # or hidden checks would find the answer that was imported from solutions/
        assignment = find_assignment(name, exercises)
        for submission, expected in proofs(assignment, solutions, assignments):
            report = grade(submission, assignment, start, Limits())
            if report.broken or report.problem or share(report) != expected:
                why = report.problem or next((f"{one.check}: {one.message}" for one in report.results if one.message), "all checks pass")
                raise AuthorError(f"{autograder.name}: {submission.name} gets {report.points:g} points, expected {expected} ({why})")


def proofs(assignment: Assignment, solutions: Path, assignments: Path) -> Iterator[tuple[Submission, str]]:
    """Yield submissions whose grades are known in advance, each with the share of points that it must get."""
    answers = tuple(Cell(folder.name, answer_source(folder)) for folder in assignment.folders)
    yield Submission("the answer", f"{assignment.name}.py", answers), "full marks"
    for kind in (".py", ".ipynb"):
        file = assignments / assignment.name / f"{assignment.name}{kind}"
        if not file.is_file():
            raise AuthorError(f"{file} is missing. Run `autograder publish` first")
        yield read_submission(f"the stub {file.name}", file.name, file.read_bytes(), assignment.name), "no points"
    for exercise in assignment.exercises:
        mistake = next(iter(mistakes(solutions / exercise)), None)
        if mistake is None:
            raise AuthorError(f"{exercise} has no mistakes/*.py to try its checks on; write one")
        wrong = (*answers, Cell(mistake.name, mistake.source))
        yield Submission(f"the mistake {mistake.name}", f"{assignment.name}.py", wrong), "some points"


def share(report: Report) -> str:
    return "no points" if report.points == 0 else "full marks" if report.points == report.max_points else "some points"
