"""Publishing: make `assignments/` from `solutions/`. It is exactly what students get."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import Any

from autograder.authors.notebook import PICTURE, Section, merged_imports, notebook, script, sections
from autograder.authors.sealing import seal_hints
from autograder.authors.stubs import Stub, make_stub
from autograder.bidi import isolated_in
from autograder.errors import AuthorError
from autograder.exercises.assignment import HOMEWORK, Check
from autograder.exercises.course import Course, CourseAssignment, languages_of, read_course
from autograder.exercises.handed_out import stub_digests
from autograder.exercises.layout import (
    HIDDEN_CHECKS,
    HINTS,
    INPUTS,
    PICTURES,
    PUBLISHED,
    STATEMENT,
    VISIBLE_CHECKS,
    settings_file,
    solution_file,
    statement_names,
    texts_file,
    texts_files,
)
from autograder.exercises.load import folder_checks, modules_beside
from autograder.exercises.settings import Settings, read_settings
from autograder.exercises.texts import Texts, read_texts
from autograder.exercises.toml_files import toml_text
from autograder.templating import render

DOCSTRING = (
    '"""The whole {name} in one file.\n\nFill in every part that says \'write your answer/code here\'.\n"""'
)


@dataclass(frozen=True)
class PublicExercise:
    """The public side of a folder under `solutions/`. Of the hidden checks it has only the number."""

    name: str
    stub: Stub
    statements: dict[str, str]
    """By name of file; that in the default language comes first."""
    pictures: dict[str, bytes]
    visible: bytes
    modules: dict[str, bytes]
    """The modules that its visible checks import."""
    checks: tuple[Check, ...]
    hidden_checks: int
    settings: Settings
    texts: dict[str, Texts]
    """All of them. Students get those of the visible checks."""

    def parts(self, statement: str = STATEMENT) -> list[Section]:
        """Return the sections of a statement, each with the stubs that its heading names."""
        cells, found = self.stub.cells, sections(self.statements[statement])
        parts = [
            Section(part.text, tuple(cell for name in part.names for cell in cells.get(name, ())))
            for part in found
        ]
        return [*parts, Section("", self.stub.rest, check=self.name)]


@dataclass(frozen=True)
class PublicFolder:
    """A folder that students get: one exercise, or several with an introduction in each language.

    `languages` are those of the course.
    """

    name: str
    docstring: str
    exercises: Sequence[PublicExercise]
    introductions: dict[str, str]
    languages: tuple[str, ...]

    def files(self) -> dict[PurePosixPath, bytes]:
        """Return the contents of all files by their places under `assignments`."""
        pictures = {name: data for exercise in self.exercises for name, data in exercise.pictures.items()}
        work = self._work(pictures)
        files = {
            **pictures,
            **work,
            **self._statements(),
            **self._checks(),
            PUBLISHED: _json(self._facts(work)),
        }
        return {PurePosixPath(self.name, file): data for file, data in files.items()}

    def _facts(self, work: dict[str, bytes]) -> dict[str, Any]:
        """Return what `autograder check` has to know besides the files, such as what the stubs were."""
        facts: dict[str, Any] = {"hidden_checks": sum(exercise.hidden_checks for exercise in self.exercises)}
        facts["stubs"] = stub_digests(work.items())
        if self.introductions:
            facts["exercises"] = [exercise.name for exercise in self.exercises]
        return facts if self.languages[0] == "en" else {**facts, "language": self.languages[0]}

    def _work(self, pictures: dict[str, bytes]) -> dict[str, bytes]:
        """Return what students write in: a script, and a notebook in each language."""
        imports = merged_imports(text for exercise in self.exercises for text in exercise.stub.imports)
        files = {f"{self.name}.py": script(self.docstring, imports, self._parts(STATEMENT)).encode()}
        names = {
            language: f"{self.name}{f'.{language}' if number else ''}"
            for number, language in enumerate(self.languages)
        }
        for (language, name), statement in zip(names.items(), statement_names(self.languages), strict=True):
            others = {other: f"{names[other]}.ipynb" for other in self.languages if other != language}
            parts = [replace(part, text=isolated_in(language, part.text)) for part in self._parts(statement)]
            files[f"{name}.ipynb"] = notebook(imports, parts, pictures, others).encode()
        return files

    def _parts(self, statement: str) -> list[Section]:
        parts = [Section(self.introductions[statement])] if self.introductions else []
        return parts + [part for exercise in self.exercises for part in exercise.parts(statement)]

    def _statements(self) -> dict[str, bytes]:
        files = dict[str, bytes]()
        for language, file in zip(self.languages, statement_names(self.languages), strict=True):
            texts = [self.introductions.get(file), *(one.statements[file] for one in self.exercises)]
            whole = "\n\n".join(filter(None, texts)) + "\n"
            files[file] = isolated_in(language, whole).encode()
        return files

    def _checks(self) -> dict[str, bytes]:
        """Return the visible checks with what lies beside them, and otter's tests, which call them."""
        files = dict[str, bytes]()
        for exercise in self.exercises:
            visible = f"test_{exercise.name}.py" if self.introductions else VISIBLE_CHECKS
            names = {"exercise": exercise.name, "file": visible, "checks": exercise.checks}
            tests = render("authors/otter_tests.jinja", **names)
            files |= {visible: exercise.visible, f"tests/{exercise.name}.py": tests.encode()}
            files |= exercise.modules
            rungs = {check.name: check.rung for check in exercise.checks}
            tables = {
                texts_file(Path(visible), lang).name: one.public(rungs)
                for lang, one in exercise.texts.items()
            }
            tables[settings_file(Path(visible)).name] = exercise.settings.as_toml()
            files |= {name: toml_text(table).encode() for name, table in tables.items() if table}
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
    course = read_course(solutions)
    exercises = {name: read_exercise(solutions / name) for name in course.exercises}
    if not exercises:
        raise AuthorError(f"{solutions} holds no exercises; make one with `autograder new NAME`")
    files = dict[PurePosixPath, bytes]()
    for assignment in course.assignments.values():
        if assignment.name not in exercises:
            chosen = [exercises[name] for name in assignment.exercises]
            files |= _assignment_folder(course, assignment, chosen).files()
    for exercise in exercises.values():
        files |= exercise_folder(exercise, course.languages).files()
    files |= _hint_files(course, exercises)
    return dict(sorted(files.items()))


def _hint_files(course: Course, exercises: Mapping[str, PublicExercise]) -> dict[PurePosixPath, bytes]:
    """Return the sealed hints of each folder; none where an exercise has none."""
    sealed = {
        name: seal_hints(course.folder / name, exercise.checks).blobs for name, exercise in exercises.items()
    }
    chosen = {name: assignment.exercises for name, assignment in course.assignments.items()}
    chosen |= {name: (name,) for name in exercises}
    blobs = {folder: [blob for name in names for blob in sealed[name]] for folder, names in chosen.items()}
    return {PurePosixPath(folder, HINTS): b"".join(sorted(own)) for folder, own in blobs.items() if own}


def exercise_folder(exercise: PublicExercise, languages: tuple[str, ...]) -> PublicFolder:
    """Return what students get of one exercise by itself."""
    return PublicFolder(exercise.name, exercise.stub.docstring, [exercise], {}, languages)


def _assignment_folder(
    course: Course, assignment: CourseAssignment, exercises: Sequence[PublicExercise]
) -> PublicFolder:
    """Return what students get of several exercises together."""
    _refuse_scripts(assignment.name, exercises)
    _refuse_shared_names(assignment.name, exercises)
    introductions = {}
    for language, statement in zip(course.languages, statement_names(course.languages), strict=True):
        file = course.folder / statement.replace("statement", assignment.name)
        title = assignment.title.get(language) or next(iter(assignment.title.values()), "")
        text = file.read_text(encoding="utf-8").strip() if file.is_file() else ""
        introductions[statement] = text or f"# {title or assignment.name.capitalize()}"
    docstring = DOCSTRING.format(name=assignment.name if assignment.name == HOMEWORK else "assignment")
    return PublicFolder(assignment.name, docstring, exercises, introductions, course.languages)


def _json(data: Mapping[str, Any]) -> bytes:
    return (json.dumps(data) + "\n").encode()


def read_exercise(folder: Path) -> PublicExercise:
    """Read the public side of an exercise's folder."""
    solution, languages = solution_file(folder), languages_of(folder.parent)
    names = statement_names(languages)
    for name in (solution.name, *names, VISIBLE_CHECKS):
        if not (folder / name).is_file():
            remedy = "write it, or look at what `autograder new NAME` makes"
            raise AuthorError(f"{folder.name} has no {name}; {remedy}")
    statements = {name: (folder / name).read_text(encoding="utf-8").strip() for name in names}
    pictures = {path.name: path.read_bytes() for path in sorted(folder.glob(PICTURES))}
    stub = make_stub(solution, statements[STATEMENT])
    if not stub.docstring:
        finding = "there is no docstring; begin with one, students read it first"
        raise AuthorError(f"{folder.name}/{solution.name}, line 1: {finding}")
    for name, text in statements.items():
        _check_statement(f"{folder.name}/{name}", text, stub, pictures)
    checks = tuple(folder_checks(folder))
    visible = tuple(check for check in checks if not check.hidden)
    visible_file = folder / VISIBLE_CHECKS
    return PublicExercise(
        folder.name,
        stub,
        statements,
        pictures,
        visible_file.read_bytes(),
        _public_modules(folder),
        visible,
        len(checks) - len(visible),
        read_settings(settings_file(visible_file), languages[0]),
        {language: read_texts(file) for language, file in texts_files(visible_file).items()},
    )


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


def _refuse_scripts(assignment: str, exercises: Sequence[PublicExercise]) -> None:
    """Refuse a script among several exercises. What it does would run in the file of all."""
    scripts = [exercise.name for exercise in exercises if exercise.stub.is_script]
    if scripts and len(exercises) > 1:
        remedy = "list the exercises of an assignment in course.toml, and give a script one for itself"
        raise AuthorError(
            f"{scripts[0]} is a script, so {assignment} can't hold other exercises too; {remedy}"
        )


def _refuse_shared_names(assignment: str, exercises: Sequence[PublicExercise]) -> None:
    """Refuse names and pictures that two exercises of an assignment share. One would overwrite the other."""
    owners: dict[str, str] = {}
    for exercise in exercises:
        stub = exercise.stub
        for name in sorted(
            stub.cells.keys() | stub.given_names | exercise.pictures.keys() | exercise.modules.keys()
        ):
            if name in owners:
                finding = f"{owners[name]} and {exercise.name} both have {name}"
                raise AuthorError(f"{finding}; rename one, since the {assignment} holds both")
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
