"""Publishing: make `assignments/` from `solutions/`. It is exactly what students get."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from autograder.authors.notebook import PICTURE, Section, merged_imports, notebook, script, sections
from autograder.authors.stubs import Stub, make_stub
from autograder.errors import AuthorError
from autograder.exercises.assignment import HOMEWORK, Check
from autograder.exercises.layout import (
    HIDDEN_CHECKS,
    INPUTS,
    PICTURES,
    PUBLISHED,
    STATEMENT,
    STATEMENTS,
    VISIBLE_CHECKS,
    solution_file,
)
from autograder.exercises.load import exercise_folders, folder_checks, modules_beside
from autograder.templating import render

DOCSTRING = (
    '"""The whole homework in one file.\n\nFill in every part that says \'write your answer/code here\'.\n"""'
)


@dataclass(frozen=True)
class PublicExercise:
    """The public side of a folder under `solutions/`. Of the hidden checks it has only the number."""

    name: str
    stub: Stub
    statements: dict[str, str]
    pictures: dict[str, bytes]
    visible: bytes
    modules: dict[str, bytes]
    """The modules that its visible checks import."""
    checks: tuple[Check, ...]
    hidden_checks: int

    def parts(self) -> list[Section]:
        """Return the statement's sections, each with the stubs that its heading names."""
        cells, found = self.stub.cells, sections(self.statements[STATEMENT])
        parts = [
            Section(part.text, tuple(cell for name in part.names for cell in cells.get(name, ())))
            for part in found
        ]
        return [*parts, Section("", self.stub.rest, check=self.name)]


@dataclass(frozen=True)
class PublicFolder:
    """A folder that students get: one exercise, or the homework with an introduction in each language."""

    name: str
    docstring: str
    exercises: Sequence[PublicExercise]
    introductions: dict[str, str]

    def files(self) -> dict[PurePosixPath, bytes]:
        """Return the contents of all files by their places under `assignments`."""
        pictures = {name: data for exercise in self.exercises for name, data in exercise.pictures.items()}
        files = {
            **pictures,
            **self._work(pictures),
            **self._statements(),
            **self._checks(),
            PUBLISHED: _json({"hidden_checks": sum(exercise.hidden_checks for exercise in self.exercises)}),
        }
        return {PurePosixPath(self.name, file): data for file, data in files.items()}

    def _work(self, pictures: dict[str, bytes]) -> dict[str, bytes]:
        """Return what students write in, a script and a notebook."""
        parts = [Section(self.introductions[STATEMENT])] if self.introductions else []
        parts += [part for exercise in self.exercises for part in exercise.parts()]
        imports = merged_imports(text for exercise in self.exercises for text in exercise.stub.imports)
        return {
            f"{self.name}.py": script(self.docstring, imports, parts).encode(),
            f"{self.name}.ipynb": notebook(self.name, imports, parts, pictures).encode(),
        }

    def _statements(self) -> dict[str, bytes]:
        files = dict[str, bytes]()
        for file in STATEMENTS:
            texts = [self.introductions.get(file), *(one.statements[file] for one in self.exercises)]
            files[file] = ("\n\n".join(filter(None, texts)) + "\n").encode()
        return files

    def _checks(self) -> dict[str, bytes]:
        """Return the visible checks, and otter's tests, which call them."""
        files = dict[str, bytes]()
        for exercise in self.exercises:
            visible = f"test_{exercise.name}.py" if self.introductions else VISIBLE_CHECKS
            names = {"exercise": exercise.name, "file": visible, "checks": exercise.checks}
            tests = render("authors/otter_tests.jinja", **names)
            files |= {visible: exercise.visible, f"tests/{exercise.name}.py": tests.encode()}
            files |= exercise.modules
        return files


def publish(solutions: Path, assignments: Path) -> list[PurePosixPath]:
    """Write what students get and remove what they no longer get; return the places that changed."""
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
    """Return the places under `assignments` that are missing, differ, or should not be there."""
    return _differences(published_files(solutions), assignments)


def published_files(solutions: Path) -> dict[PurePosixPath, bytes]:
    """Return every file that students get. Raises AuthorError for anything that is not known to be public."""
    exercises = [read_exercise(folder) for folder in exercise_folders(solutions)]
    if not exercises:
        raise AuthorError(f"{solutions} holds no exercises; make one with `autograder new NAME`")
    _refuse_shared_names(exercises)
    introductions = {file: _introduction(solutions, file) for file in STATEMENTS}
    files = PublicFolder(HOMEWORK, DOCSTRING, exercises, introductions).files()
    for exercise in exercises:
        files |= PublicFolder(exercise.name, exercise.stub.docstring, [exercise], {}).files()
    return dict(sorted(files.items()))


def _introduction(solutions: Path, statement: str) -> str:
    file = solutions / statement.replace("statement", HOMEWORK)
    return file.read_text(encoding="utf-8").strip() if file.is_file() else "# Homework"


def _json(data: dict[str, int]) -> bytes:
    return (json.dumps(data) + "\n").encode()


def read_exercise(folder: Path) -> PublicExercise:
    """Read the public side of an exercise's folder."""
    solution = solution_file(folder)
    for name in (solution.name, *STATEMENTS, VISIBLE_CHECKS):
        if not (folder / name).is_file():
            remedy = "write it, or look at what `autograder new NAME` makes"
            raise AuthorError(f"{folder.name} has no {name}; {remedy}")
    statements = {name: (folder / name).read_text(encoding="utf-8").strip() for name in STATEMENTS}
    pictures = {path.name: path.read_bytes() for path in sorted(folder.glob(PICTURES))}
    stub = make_stub(solution, statements[STATEMENT])
    if not stub.docstring:
        finding = "there is no docstring; begin with one, students read it first"
        raise AuthorError(f"{folder.name}/{solution.name}, line 1: {finding}")
    for name, text in statements.items():
        _check_statement(f"{folder.name}/{name}", text, stub, pictures)
    checks = tuple(folder_checks(folder))
    visible = tuple(check for check in checks if not check.hidden)
    source, hidden_checks = (folder / VISIBLE_CHECKS).read_bytes(), len(checks) - len(visible)
    modules = _public_modules(folder)
    return PublicExercise(folder.name, stub, statements, pictures, source, modules, visible, hidden_checks)


def _public_modules(folder: Path) -> dict[str, bytes]:
    """Return the modules that students need for the visible checks. Refuse one that is a secret."""
    secrets = {solution_file(folder).name, HIDDEN_CHECKS, INPUTS}
    modules = modules_beside(folder / VISIBLE_CHECKS)
    for module in modules:
        if module.name in secrets:
            finding = (
                f"{folder.name}/{VISIBLE_CHECKS} imports {module.stem}, itself or through another module"
            )
            raise AuthorError(f"{finding}, which students must not have; write what it needs into the checks")
    return {module.name: module.read_bytes() for module in modules}


def _check_statement(place: str, text: str, stub: Stub, pictures: dict[str, bytes]) -> None:
    """Refuse a statement whose headings name other things than the stub, or that shows a missing picture."""
    if not text.startswith("# "):
        raise AuthorError(f"{place}, line 1: a statement begins with its title; write `# Title`")
    names = (name for section in sections(text) for name in section.names)
    headings = Counter(name for name in names if name not in stub.given_names)
    for name in sorted(stub.cells.keys() | headings):
        if headings[name] != 1 or name not in stub.cells:
            found = f"{headings[name]} headings and {'in' if name in stub.cells else 'not in'} the solution"
            remedy = "give each public name one heading `## ` that has it in backticks"
            raise AuthorError(f"{place}: `{name}` is in {found}; {remedy}")
    for match in PICTURE.finditer(text):
        if match[1] not in pictures:
            line = text.count("\n", 0, match.start()) + 1
            finding = f"there is no picture {match[1]}; put an .svg file beside the statement"
            raise AuthorError(f"{place}, line {line}: {finding}")


def _refuse_shared_names(exercises: list[PublicExercise]) -> None:
    """Refuse names and pictures that two exercises share. In the homework one would overwrite the other."""
    owners: dict[str, str] = {}
    for exercise in exercises:
        stub = exercise.stub
        for name in sorted(
            stub.cells.keys() | stub.given_names | exercise.pictures.keys() | exercise.modules.keys()
        ):
            if name in owners:
                finding = f"{owners[name]} and {exercise.name} both have {name}"
                raise AuthorError(f"{finding}; rename one, since the homework holds both")
            owners[name] = exercise.name


def _differences(files: dict[PurePosixPath, bytes], assignments: Path) -> list[PurePosixPath]:
    """Return the places where `assignments` and these files differ.

    Only folders of exercises are compared, and no hidden files or caches in them.
    """
    folders = {place.parts[0] for place in files} | {
        path.parent.name for path in assignments.glob(f"*/{STATEMENT}")
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
