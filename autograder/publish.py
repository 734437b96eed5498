"""Publishing: turn `solutions/` into `assignments/`, which is exactly what students get."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from autograder.errors import AuthorError
from autograder.exercise import HOMEWORK, Check, exercise_folders, file_checks
from autograder.notebook import PICTURE, Part, Section, notebook, script, sections
from autograder.stubs import Stub, make_stub

STATEMENTS = ("statement.md", "statement.fa.md")
INTRODUCTION = {
    "statement.md": """\
# Homework

All exercises in one file: `homework.ipynb` if you like notebooks, `homework.py` if you don't. Hand in one of the two.
Each exercise is also in a folder of its own, with the same tasks and the same checks; use whichever you prefer.
`autograder check` in this folder checks all of them.""",
    "statement.fa.md": """\
# تکلیف

<div dir="rtl">

همهٔ تمرین‌ها در یک فایل: اگر نوت‌بوک دوست دارید `homework.ipynb` و اگر نه `homework.py`. یکی از این دو را تحویل دهید.
هر تمرین پوشهٔ جداگانهٔ خود را هم دارد، با همان پرسش‌ها و همان آزمون‌ها؛ هر کدام را که می‌پسندید به کار ببرید.
دستور `autograder check` در همین پوشه همه را می‌آزماید.

</div>""",
}
HOMEWORK_DOCSTRING = '"""The whole homework in one file.\n\nFill in every part that says \'write your answer/code here\'.\n"""'
OTTER_TESTS = '''\
"""The visible checks of {exercise} for otter; they are written in {file}."""

from otter.test_files import test_case

from autograder.otter_checks import run_visible_check

OK_FORMAT = False

name = "{exercise}"
points = None
'''
OTTER_TEST = '''

@test_case(
    name={sentence},
    points={points},
    hidden=False,
)
def {check}(env):
    run_visible_check("{file}", "{check}", env)
'''


@dataclass(frozen=True)
class Exercise:
    """The public side of one folder under `solutions/`."""

    name: str
    stub: Stub
    statements: dict[str, str]
    sections: tuple[Section, ...]
    pictures: dict[str, bytes]
    visible: bytes
    checks: tuple[Check, ...]


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
    files = _homework_files(exercises)
    for exercise in exercises:
        files |= _exercise_files(exercise)
    return dict(sorted(files.items()))


def read_exercise(folder: Path) -> Exercise:
    """Read the public side of an exercise's folder."""
    answer = folder / f"{folder.name}.py"
    for name in (answer.name, *STATEMENTS, "test_visible.py"):
        if not (folder / name).is_file():
            raise AuthorError(f"{folder.name} has no {name}; write it, or start from `autograder new NAME`")
    stub = make_stub(answer)
    if not stub.docstring:
        raise AuthorError(f"{folder.name}/{answer.name}, line 1: there is no docstring; begin with one, students read it first")
    statements = {name: (folder / name).read_text(encoding="utf-8").strip() for name in STATEMENTS}
    pictures = {path.name: path.read_bytes() for path in sorted(folder.glob("*.svg"))}
    for name, text in statements.items():
        _check_statement(f"{folder.name}/{name}", text, stub, pictures)
    visible = folder / "test_visible.py"
    checks = tuple(file_checks(visible, folder.name, hidden=False))
    return Exercise(folder.name, stub, statements, sections(statements["statement.md"]), pictures, visible.read_bytes(), checks)


def _check_statement(place: str, text: str, stub: Stub, pictures: dict[str, bytes]) -> None:
    """Refuse a statement whose headings and stubs are not the same names, or that shows a picture which isn't there."""
    if not text.startswith("# "):
        raise AuthorError(f"{place}, line 1: a statement begins with its title; write `# Title`")
    named = Counter(name for section in sections(text) for name in section.names)
    for name in sorted(stub.cells.keys() | named):
        if named[name] != 1 or name not in stub.cells:
            finding = f"{named[name]} headings have `{name}`" if name in stub.cells else f"a heading has `{name}`, which the answer does not define"
            raise AuthorError(f"{place}: {finding}; each public name needs one `## ` heading that has it in backticks")
    for number, line in enumerate(text.splitlines(), 1):
        for _, picture in PICTURE.findall(line):
            if picture not in pictures:
                raise AuthorError(f"{place}, line {number}: there is no picture {picture}; put an .svg file beside the statement")


def _refuse_shared_names(exercises: list[Exercise]) -> None:
    """Refuse names and pictures that two exercises share: in the homework they would overwrite each other."""
    owners: dict[str, str] = {}
    for exercise in exercises:
        for name in sorted(exercise.stub.cells.keys() | exercise.stub.given_names | exercise.pictures.keys()):
            if name in owners:
                raise AuthorError(f"{owners[name]} and {exercise.name} both have {name}; rename one, since the homework holds both")
            owners[name] = exercise.name


def _exercise_files(exercise: Exercise) -> dict[PurePosixPath, bytes]:
    name, visible = exercise.name, "test_visible.py"
    head, *body = exercise.sections
    part = Part(name, exercise.stub, tuple(body), exercise.pictures)
    texts = {
        f"{name}.py": script(exercise.stub.docstring, [part]),
        f"{name}.ipynb": notebook(name, head.text, [part]),
        f"tests/{name}.py": otter_tests(exercise, visible),
        **{file: text + "\n" for file, text in exercise.statements.items()},
    }
    return _in_folder(name, texts, {visible: exercise.visible, **exercise.pictures})


def _homework_files(exercises: list[Exercise]) -> dict[PurePosixPath, bytes]:
    parts = [Part(exercise.name, exercise.stub, exercise.sections, exercise.pictures) for exercise in exercises]
    texts = {
        f"{HOMEWORK}.py": script(HOMEWORK_DOCSTRING, parts),
        f"{HOMEWORK}.ipynb": notebook(HOMEWORK, INTRODUCTION["statement.md"], parts),
        **{f"tests/{exercise.name}.py": otter_tests(exercise, f"test_{exercise.name}.py") for exercise in exercises},
    }
    for file in STATEMENTS:
        texts[file] = "\n\n".join([INTRODUCTION[file], *(exercise.statements[file] for exercise in exercises)]) + "\n"
    data = {f"test_{exercise.name}.py": exercise.visible for exercise in exercises}
    return _in_folder(HOMEWORK, texts, data | {name: picture for exercise in exercises for name, picture in exercise.pictures.items()})


def _in_folder(folder: str, texts: dict[str, str], data: dict[str, bytes]) -> dict[PurePosixPath, bytes]:
    files = {name: text.encode() for name, text in texts.items()} | data
    return {PurePosixPath(folder, name): content for name, content in files.items()}


def otter_tests(exercise: Exercise, file: str) -> str:
    """Return a test file in otter's exception format that runs the visible checks written in `file`."""
    cases = [
        OTTER_TEST.format(sentence=json.dumps(check.sentence, ensure_ascii=False), points=check.points, check=check.name, file=file)
        for check in exercise.checks
    ]
    return OTTER_TESTS.format(exercise=exercise.name, file=file) + "".join(cases)


def _differences(files: dict[PurePosixPath, bytes], assignments: Path) -> list[PurePosixPath]:
    changed = {place for place, data in files.items() if not (assignments / place).is_file() or (assignments / place).read_bytes() != data}
    generated = {place.parts[0] for place in files} | {path.parent.name for path in assignments.glob("*/statement.md")}
    for folder in generated:
        places = (PurePosixPath(path.relative_to(assignments).as_posix()) for path in (assignments / folder).rglob("*") if path.is_file())
        changed |= {place for place in places if place not in files and not any(part.startswith((".", "__")) for part in place.parts)}
    return sorted(changed)
