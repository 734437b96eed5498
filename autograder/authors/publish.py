"""Publishing: turn `solutions/` into `assignments/`, which is exactly what students get."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from autograder.authors.notebook import PICTURE, Section, merged_imports, notebook, script, sections
from autograder.authors.stubs import Stub, make_stub
from autograder.errors import AuthorError
from autograder.exercises.assignment import HOMEWORK, Check
from autograder.exercises.load import exercise_folders, folder_checks
from autograder.students.own_folder import PUBLISHED, VISIBLE
from autograder.templating import render

ENGLISH, *_ = STATEMENTS = ("statement.md", "statement.fa.md")
DOCSTRING = (
    '"""The whole homework in one file.\n\nFill in every part that says \'write your answer/code here\'.\n"""'
)


@dataclass(frozen=True)
class PublicExercise:
    """The public side of one folder under `solutions/`; of the hidden checks only their number."""

    name: str
    stub: Stub
    statements: dict[str, str]
    pictures: dict[str, bytes]
    visible: bytes
    checks: tuple[Check, ...]
    hidden_checks: int

    def parts(self) -> list[Section]:
        """Return the statement's sections, each with the stubs that its heading names."""
        cells, found = self.stub.cells, sections(self.statements[ENGLISH])
        parts = [
            Section(part.text, tuple(cell for name in part.names for cell in cells.get(name, ())))
            for part in found
        ]
        return [*parts, Section("", self.stub.rest, check=self.name)]


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
    introductions = {
        file: _introduction(solutions / file.replace("statement", HOMEWORK)) for file in STATEMENTS
    }
    files = _folder(HOMEWORK, DOCSTRING, exercises, introductions)
    for exercise in exercises:
        files |= _folder(exercise.name, exercise.stub.docstring, [exercise], {})
    return dict(sorted(files.items()))


def _introduction(file: Path) -> str:
    return file.read_text(encoding="utf-8").strip() if file.is_file() else "# Homework"


def read_exercise(folder: Path) -> PublicExercise:
    """Read the public side of an exercise's folder."""
    answer = folder / f"{folder.name}.py"
    for name in (answer.name, *STATEMENTS, VISIBLE):
        if not (folder / name).is_file():
            raise AuthorError(
                f"{folder.name} has no {name}; write it, or look at what `autograder new NAME` makes"
            )
    statements = {name: (folder / name).read_text(encoding="utf-8").strip() for name in STATEMENTS}
    pictures = {path.name: path.read_bytes() for path in sorted(folder.glob("*.svg"))}
    stub = make_stub(answer, statements[ENGLISH])
    if not stub.docstring:
        raise AuthorError(
            f"{folder.name}/{answer.name}, line 1: there is no docstring; begin with one, students read it first"
        )
    for name, text in statements.items():
        _check_statement(f"{folder.name}/{name}", text, stub, pictures)
    checks = tuple(folder_checks(folder))
    visible = tuple(check for check in checks if not check.hidden)
    return PublicExercise(
        folder.name,
        stub,
        statements,
        pictures,
        (folder / VISIBLE).read_bytes(),
        visible,
        len(checks) - len(visible),
    )


def _check_statement(place: str, text: str, stub: Stub, pictures: dict[str, bytes]) -> None:
    """Refuse a statement whose headings and stubs are not the same names, or that shows a picture which isn't there."""
    if not text.startswith("# "):
        raise AuthorError(f"{place}, line 1: a statement begins with its title; write `# Title`")
    named = Counter(
        name for section in sections(text) for name in section.names if name not in stub.given_names
    )
    for name in sorted(stub.cells.keys() | named):
        if named[name] != 1 or name not in stub.cells:
            finding = f"`{name}` is in {named[name]} headings and {'in' if name in stub.cells else 'not in'} the answer"
            raise AuthorError(
                f"{place}: {finding}; give each public name one heading `## ` that has it in backticks"
            )
    for match in PICTURE.finditer(text):
        if match[1] not in pictures:
            line = text.count("\n", 0, match.start()) + 1
            raise AuthorError(
                f"{place}, line {line}: there is no picture {match[1]}; put an .svg file beside the statement"
            )


def _refuse_shared_names(exercises: list[PublicExercise]) -> None:
    """Refuse names and pictures that two exercises share: in the homework they would overwrite each other."""
    owners: dict[str, str] = {}
    for exercise in exercises:
        for name in sorted(exercise.stub.cells.keys() | exercise.stub.given_names | exercise.pictures.keys()):
            if name in owners:
                raise AuthorError(
                    f"{owners[name]} and {exercise.name} both have {name}; rename one, since the homework holds both"
                )
            owners[name] = exercise.name


def _folder(
    name: str, docstring: str, exercises: list[PublicExercise], introductions: dict[str, str]
) -> dict[PurePosixPath, bytes]:
    """Return the files of a published folder: one exercise, or several after an introduction."""
    parts = [Section(introductions[ENGLISH])] if introductions else []
    parts += [part for exercise in exercises for part in exercise.parts()]
    imports = merged_imports(text for exercise in exercises for text in exercise.stub.imports)
    files = {picture: data for exercise in exercises for picture, data in exercise.pictures.items()}
    files |= {
        f"{name}.py": script(docstring, imports, parts).encode(),
        f"{name}.ipynb": notebook(name, imports, parts, files).encode(),
    }
    files[PUBLISHED] = (
        json.dumps({"hidden_checks": sum(exercise.hidden_checks for exercise in exercises)}) + "\n"
    ).encode()
    for file in STATEMENTS:
        texts = [introductions.get(file), *(exercise.statements[file] for exercise in exercises)]
        files[file] = ("\n\n".join(filter(None, texts)) + "\n").encode()
    for exercise in exercises:
        visible = f"test_{exercise.name}.py" if introductions else VISIBLE
        tests = render(
            "authors/otter_tests.jinja", exercise=exercise.name, file=visible, checks=exercise.checks
        )
        files |= {visible: exercise.visible, f"tests/{exercise.name}.py": tests.encode()}
    return {PurePosixPath(name, file): data for file, data in files.items()}


def _differences(files: dict[PurePosixPath, bytes], assignments: Path) -> list[PurePosixPath]:
    folders = {place.parts[0] for place in files} | {
        path.parent.name for path in assignments.glob("*/statement.md")
    }
    paths = [
        path.relative_to(assignments)
        for folder in folders
        for path in (assignments / folder).rglob("*")
        if path.is_file()
    ]
    kept = [path for path in paths if not any(part.startswith((".", "__")) for part in path.parts)]
    found = {PurePosixPath(path.as_posix()): (assignments / path).read_bytes() for path in kept}
    return sorted(place for place in files.keys() | found.keys() if files.get(place) != found.get(place))
