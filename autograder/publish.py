"""Publishing: turn `solutions/` into `assignments/`, which is exactly what students get."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from pathlib import Path, PurePosixPath

from autograder.errors import AuthorError
from autograder.exercise import HOMEWORK, exercise_folders, folder_checks
from autograder.notebook import PICTURE, PublicExercise, notebook, script, sections
from autograder.own import PUBLISHED, VISIBLE
from autograder.stubs import Stub, make_stub

STATEMENTS = ("statement.md", "statement.fa.md")
DOCSTRING = '"""The whole homework in one file.\n\nFill in every part that says \'write your answer/code here\'.\n"""'
OTTER_TESTS = '''\
"""The visible checks of {exercise} for otter; they are written in {file}."""

from otter.test_files import test_case

from autograder.otter_checks import run_visible_check

OK_FORMAT = False

name = "{exercise}"
points = None
'''
OTTER_TEST = """

@test_case(
    name={sentence},
    points={points},
    hidden=False,
)
def {check}(env):
    run_visible_check("{file}", "{check}", env)
"""


def publish(solutions: Path, assignments: Path) -> list[PurePosixPath]:
    """Write what students get, remove what they no longer get, and return the paths that changed."""
    files = published_files(solutions)
    changed = _differences(files, assignments)
    for place in changed:
        path = assignments / place
        if place in files:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(files[place])
        else:
            path.unlink()
    return changed


def stale(solutions: Path, assignments: Path) -> list[PurePosixPath]:
    """Return the paths under `assignments` that are missing, differ, or should not be there."""
    return _differences(published_files(solutions), assignments)


def published_files(solutions: Path) -> dict[PurePosixPath, bytes]:
    """Return every file that students get. Raises AuthorError for anything that is not known to be public."""
    exercises = [read_exercise(folder) for folder in exercise_folders(solutions)]
    if not exercises:
        raise AuthorError(f"{solutions} holds no exercises; make one with `autograder new NAME`")
    _refuse_shared_names(exercises)
    files = _files(
        HOMEWORK, DOCSTRING, exercises, {file: _introduction(solutions / file.replace("statement", HOMEWORK)) for file in STATEMENTS}
    )
    for exercise in exercises:
        files |= _files(exercise.name, exercise.stub.docstring, [exercise], {})
    return dict(sorted(files.items()))


def _introduction(file: Path) -> str:
    return file.read_text(encoding="utf-8").strip() if file.is_file() else "# Homework"


def read_exercise(folder: Path) -> PublicExercise:
    """Read the public side of an exercise's folder."""
    answer = folder / f"{folder.name}.py"
    for name in (answer.name, *STATEMENTS, VISIBLE):
        if not (folder / name).is_file():
            raise AuthorError(f"{folder.name} has no {name}; write it, or look at what `autograder new NAME` makes")
    statements = {name: (folder / name).read_text(encoding="utf-8").strip() for name in STATEMENTS}
    pictures = {path.name: path.read_bytes() for path in sorted(folder.glob("*.svg"))}
    stub = make_stub(answer, statements["statement.md"])
    if not stub.docstring:
        raise AuthorError(f"{folder.name}/{answer.name}, line 1: there is no docstring; begin with one, students read it first")
    for name, text in statements.items():
        _check_statement(f"{folder.name}/{name}", text, stub, pictures)
    checks = tuple(folder_checks(folder))
    visible = tuple(check for check in checks if not check.hidden)
    parts, source = sections(statements["statement.md"]), (folder / VISIBLE).read_bytes()
    return PublicExercise(folder.name, stub, statements, parts, pictures, source, visible, len(checks) - len(visible))


def _check_statement(place: str, text: str, stub: Stub, pictures: dict[str, bytes]) -> None:
    """Refuse a statement whose headings and stubs are not the same names, or that shows a picture which isn't there."""
    if not text.startswith("# "):
        raise AuthorError(f"{place}, line 1: a statement begins with its title; write `# Title`")
    named = Counter(name for section in sections(text) for name in section.names if name not in stub.given_names)
    for name in sorted(stub.cells.keys() | named):
        if named[name] != 1 or name not in stub.cells:
            finding = f"`{name}` is in {named[name]} headings and {'in' if name in stub.cells else 'not in'} the answer"
            raise AuthorError(f"{place}: {finding}; give each public name one heading `## ` that has it in backticks")
    for match in PICTURE.finditer(text):
        if match[1] not in pictures:
            line = text.count("\n", 0, match.start()) + 1
            raise AuthorError(f"{place}, line {line}: there is no picture {match[1]}; put an .svg file beside the statement")


def _refuse_shared_names(exercises: list[PublicExercise]) -> None:
    """Refuse names and pictures that two exercises share: in the homework they would overwrite each other."""
    owners: dict[str, str] = {}
    for exercise in exercises:
        for name in sorted(exercise.stub.cells.keys() | exercise.stub.given_names | exercise.pictures.keys()):
            if name in owners:
                raise AuthorError(f"{owners[name]} and {exercise.name} both have {name}; rename one, since the homework holds both")
            owners[name] = exercise.name


def _files(name: str, docstring: str, exercises: list[PublicExercise], introductions: dict[str, str]) -> dict[PurePosixPath, bytes]:
    """Return the files of a published folder: one exercise, or several after an introduction."""
    opening, parts, texts = introductions.get("statement.md", ""), exercises, {}
    files: dict[str, bytes] = {}
    if not opening:
        opening, parts = exercises[0].sections[0].text, [replace(exercises[0], sections=exercises[0].sections[1:])]
    for exercise in exercises:
        visible = f"test_{exercise.name}.py" if introductions else VISIBLE
        texts[f"tests/{exercise.name}.py"] = otter_tests(exercise, visible)
        files |= {visible: exercise.visible, **exercise.pictures}
    texts[PUBLISHED] = json.dumps({"hidden_checks": sum(exercise.hidden_checks for exercise in exercises)}) + "\n"
    texts |= {f"{name}.py": script(docstring, parts), f"{name}.ipynb": notebook(name, opening, parts)}
    for file in STATEMENTS:
        texts[file] = "\n\n".join([*([introductions[file]] if introductions else []), *(one.statements[file] for one in exercises)]) + "\n"
    return {PurePosixPath(name, file): data for file, data in (files | {file: text.encode() for file, text in texts.items()}).items()}


def otter_tests(exercise: PublicExercise, file: str) -> str:
    """Return a test file in otter's exception format that runs the visible checks written in `file`."""
    sentences = [(check, json.dumps(check.sentence, ensure_ascii=False)) for check in exercise.checks]
    cases = [OTTER_TEST.format(sentence=text, points=check.points, check=check.name, file=file) for check, text in sentences]
    return OTTER_TESTS.format(exercise=exercise.name, file=file) + "".join(cases)


def _differences(files: dict[PurePosixPath, bytes], assignments: Path) -> list[PurePosixPath]:
    changed = {place for place, data in files.items() if not (assignments / place).is_file() or (assignments / place).read_bytes() != data}
    generated = {place.parts[0] for place in files} | {path.parent.name for path in assignments.glob("*/statement.md")}
    for folder in generated:
        places = (PurePosixPath(path.relative_to(assignments).as_posix()) for path in (assignments / folder).rglob("*") if path.is_file())
        changed |= {place for place in places if place not in files and not any(part.startswith((".", "__")) for part in place.parts)}
    return sorted(changed)
