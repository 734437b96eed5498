"""Building `dist/`: an autograder for otter and Gradescope, and what students get, for each assignment.

An autograder holds every secret of its exercises:

    setup.sh, requirements.*     make the image that Gradescope and `otter grade` grade in;
                                 requirements.zip is this very package
    run_autograder, run_otter.py start `autograder.otter.container` for each submission
    otter_config.json            names the plugin, which grades under `otter run`, and how to grade
    tests/<exercise>.py          one of otter's questions: the checks' sentences and points.
                                 No code in it looks at a submission
    tests/exercises/<exercise>/  solution, checks, mistakes with their replies,
                                 and inputs for counterexamples
    tests/exercises/handed_out.json
                                 names of what students got and digests of stubs: no student's work

otter's Dockerfile fixes these places and names.
It copies `requirements.*` before it runs setup.sh, and all of `tests/` after it.
"""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from types import MappingProxyType
from typing import Any

from autograder.errors import AuthorError, UsageError
from autograder.exercises.assignment import Assignment, Check
from autograder.exercises.course import COURSE, course_text, languages_of
from autograder.exercises.handed_out import packed, read_handed_out
from autograder.exercises.layout import ASSIGNMENTS, HANDED_OUT, STORED_REPLIES, grading_files
from autograder.exercises.load import find_assignment
from autograder.grading.catalogue import Catalogue
from autograder.grading.check_run import requests_of
from autograder.i18n import in_wanted_language
from autograder.otter.acceptance import accept
from autograder.otter.packed import HIDDEN, PLUGIN
from autograder.otter.student_zip import student_zip
from autograder.otter.wheel import PACKAGE, package_files
from autograder.otter.zips import write_zip, zipped
from autograder.sandbox.forked import Zygote
from autograder.sandbox.limits import Limits
from autograder.worker.wire import WireError

COURSE_NOTE = ".course"  # in the folder of zips: the course that they are of
NO_CONFIG: Mapping[str, Any] = MappingProxyType({})
QUESTION = '''"""The points of {exercise}, for otter. No code in here looks at a submission.

{plugin} grades.
"""

from otter.test_files import test_case

OK_FORMAT = False
name = {exercise!a}


def ungraded():
    raise RuntimeError("nothing has graded this: {plugin} is missing from otter_config.json")


'''

DATA_REQUIREMENTS = "data_requirements.txt"
"""What an image installs for exercises that require one of DATA_PACKAGES."""
DATA_PACKAGES = frozenset({"matplotlib", "pandas"})


def build(
    names: Iterable[str],
    solutions: Path,
    assignments: Path,
    dist: Path,
    config: Mapping[str, Any] = NO_CONFIG,
) -> list[Path]:
    """Build the zips of some assignments and test the autograders; return all paths.

    Raises AuthorError if an autograder fails its test; then that autograder is deleted.

    Args:
        config: The plugin's settings that differ from the default: `lang`, `hidden` or `limits`.
    """
    built = []
    with Zygote() as zygote:
        for name in names:
            autograder = build_autograder(name, solutions, dist, config, assignments)
            try:
                accept(autograder, name, solutions, assignments, zygote.worker)
                built += [autograder, student_zip(name, solutions, assignments, dist)]
            except AuthorError:
                autograder.unlink()
                raise
    return built


def claim(dist: Path, solutions: Path) -> None:
    """Note in `dist` whose zips it holds. Raises UsageError if they are another course's.

    Two courses may both have a `homework.zip`, and the wrong one would grade the wrong class.
    """
    note, course = dist / COURSE_NOTE, str(solutions.resolve())
    owner = note.read_text(encoding="utf-8").strip() if note.is_file() else course
    if owner != course:
        remedy = "Choose another folder with -o, or delete this one"
        raise UsageError(f"{dist} holds the zips of another course, {owner}. {remedy}")
    dist.mkdir(parents=True, exist_ok=True)
    note.write_text(f"{course}\n", encoding="utf-8")


def build_autograder(
    assignment_name: str,
    solutions: Path,
    dist: Path,
    config: Mapping[str, Any] = NO_CONFIG,
    assignments: Path | None = None,
) -> Path:
    """Write `dist/<assignment>.zip`, an autograder for Gradescope and otter; return its path.

    Args:
        assignments: Where the assignments are published; by default beside the solutions.
    """
    assignment = find_assignment(assignment_name, solutions)
    languages = languages_of(solutions)
    published = (assignments or solutions.parent / ASSIGNMENTS) / assignment_name
    handed_out = packed(read_handed_out(assignment_name, published))
    files = autograder_files(assignment, config, languages, handed_out)
    return write_zip(dist / f"{assignment_name}.zip", files)


def autograder_files(
    assignment: Assignment, config: Mapping[str, Any], languages: Sequence[str], handed_out: bytes
) -> dict[str, bytes]:
    """Return the files of an autograder by their places in the zip.

    Args:
        languages: Those of the course, the default one first.
        handed_out: What students got, as a file.
    """
    image = (file for file in (PACKAGE / "otter" / "image").iterdir() if file.is_file())  # pip adds a folder
    files = {file.name: file.read_bytes() for file in image}
    if assignment.requires & DATA_PACKAGES:
        files["requirements.txt"] = (PACKAGE / "otter" / DATA_REQUIREMENTS).read_bytes()
    files |= {
        "requirements.zip": zipped(package_files()),
        "otter_config.json": otter_config(assignment, config),
        f"tests/exercises/{COURSE}": course_text(assignment, languages).encode(),
        f"tests/exercises/{HANDED_OUT}": handed_out,
    }
    for folder in assignment.folders:
        checks = [check for check in assignment.checks if check.exercise == folder.name]
        lang = config.get("lang", languages[0])
        files[f"tests/{folder.name}.py"] = question_file(folder.name, checks, lang).encode()
        for place, content in exercise_files(folder, checks).items():
            files[f"tests/exercises/{folder.name}/{place}"] = content
    return files


def exercise_files(folder: Path, checks: Iterable[Check]) -> dict[str, bytes]:
    """Return what grading needs of an exercise's folder, and what its mistakes reply to fixed checks."""
    files, catalogue = grading_files(folder), Catalogue(folder)
    with contextlib.suppress(WireError):  # if they are too large, grading computes each when it is needed
        fixed = [check for check in checks if not check.random]
        requests = [requests_of(check, catalogue.new_handler()) for check in fixed]
        files[STORED_REPLIES] = catalogue.file_of_replies(requests)
    return files


def otter_config(assignment: Assignment, config: Mapping[str, Any]) -> bytes:
    """Return otter's configuration.

    `show_hidden` shows hidden checks once grades are published. Their texts hold nothing secret.
    """
    settings = {"assignment": assignment.name, "lang": "en", "hidden": HIDDEN, "limits": asdict(Limits())}
    otter = {
        "lang": "python",
        "plugins": [{PLUGIN: {**settings, **config}}],
        "points_possible": sum(check.points for check in assignment.checks),
        "show_hidden": True,
        "pdf": False,
    }
    return json.dumps(otter, indent=2).encode()


def question_file(exercise: str, checks: Iterable[Check], lang: str) -> str:
    """Return otter's test file of an exercise. Without the plugin every case fails and says so."""
    names = ((check, in_wanted_language(check.texts, (lang,))[0]) for check in checks)
    cases = (
        f"test_case(name={name!a}, points={check.points!a}, hidden={check.hidden})(ungraded)"
        for check, name in names
    )
    lines = (f"case_{number} = {case}\n" for number, case in enumerate(cases, 1))
    return QUESTION.format(exercise=exercise, plugin=PLUGIN) + "".join(lines)
