"""Publishing: make `assignments/` from `solutions/`. It is exactly what students get."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path, PurePosixPath

from autograder.authors.handout import PublicExercise, PublicFolder
from autograder.authors.notebook import PICTURE, sections
from autograder.authors.sealing import seal_hints
from autograder.authors.stubs import Stub, make_stub
from autograder.errors import AuthorError
from autograder.exercises.assignment import HOMEWORK
from autograder.exercises.course import Course, CourseAssignment, languages_of, read_course
from autograder.exercises.data_files import data_files, shared_files
from autograder.exercises.layout import (
    HIDDEN_CHECKS,
    HINTS,
    INPUTS,
    PICTURES,
    STATEMENT,
    TRAITS,
    VISIBLE_CHECKS,
    settings_file,
    solution_file,
    statement_names,
    texts_files,
)
from autograder.exercises.load import folder_checks, modules_beside
from autograder.exercises.settings import read_settings
from autograder.exercises.texts import read_texts

DOCSTRING = (
    '"""The whole {name} in one file.\n\nFill in every part that says \'write your answer/code here\'.\n"""'
)


def publish(solutions: Path, assignments: Path) -> list[PurePosixPath]:
    """Write what students get and remove what they no longer get; return the paths that changed."""
    files = published_files(solutions)
    changed = _differences(files, assignments)
    for path in changed:
        file = assignments / path
        if path in files:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(files[path])
        else:
            file.unlink()
    return changed


def stale(solutions: Path, assignments: Path) -> list[PurePosixPath]:
    """Return the paths under `assignments` that are missing, differ, or should not be there."""
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
    return {PurePosixPath(folder, HINTS): b"".join(sorted(hints)) for folder, hints in blobs.items() if hints}


def exercise_folder(exercise: PublicExercise, languages: tuple[str, ...]) -> PublicFolder:
    """Return what students get of one exercise by itself."""
    return PublicFolder(exercise.name, exercise.stub.docstring, [exercise], {}, languages)


def _assignment_folder(
    course: Course, assignment: CourseAssignment, exercises: Sequence[PublicExercise]
) -> PublicFolder:
    """Return what students get of several exercises together."""
    _refuse_scripts(assignment.name, exercises)
    _refuse_shared_names(assignment.name, exercises)
    shared_files(course.folder / exercise.name for exercise in exercises)
    introductions = {}
    for language, statement in zip(course.languages, statement_names(course.languages), strict=True):
        file = course.folder / statement.replace("statement", assignment.name)
        title = assignment.title.get(language) or next(iter(assignment.title.values()), "")
        text = file.read_text(encoding="utf-8").strip() if file.is_file() else ""
        introductions[statement] = text or f"# {title or assignment.name.capitalize()}"
    docstring = DOCSTRING.format(name=assignment.name if assignment.name == HOMEWORK else "assignment")
    return PublicFolder(assignment.name, docstring, exercises, introductions, course.languages)


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
        _public_files(folder, pictures),
    )


def _public_files(folder: Path, pictures: dict[str, bytes]) -> dict[str, bytes]:
    """Return what student code can open. It lies beside the pictures, so no name may be that of one."""
    files = data_files(folder)
    for name in files.keys() & pictures.keys():
        raise AuthorError(f"{folder.name} has a picture and a file of the name {name}; rename one")
    return files


def _public_modules(folder: Path) -> dict[str, bytes]:
    """Return the modules that students need for the visible checks. Refuse one that is a secret."""
    secrets = {solution_file(folder).name, HIDDEN_CHECKS, INPUTS, TRAITS}
    modules = modules_beside(folder / VISIBLE_CHECKS)
    for module in modules:
        if module.name in secrets:
            finding = (
                f"{folder.name}/{VISIBLE_CHECKS} imports {module.stem}, itself or through another module"
            )
            raise AuthorError(f"{finding}, which students must not have; write what it needs into the checks")
    return {module.name: module.read_bytes() for module in modules}


def _check_statement(file: str, text: str, stub: Stub, pictures: dict[str, bytes]) -> None:
    """Refuse a statement whose headings name other things than the stub, or that shows a missing picture."""
    if not text.startswith("# "):
        raise AuthorError(f"{file}, line 1: a statement begins with its title; write `# Title`")
    names = (name for section in sections(text) for name in section.names)
    headings = Counter(name for name in names if name not in stub.given_names)
    for name in sorted(stub.cells.keys() | headings):
        if headings[name] != 1 or name not in stub.cells:
            found = f"{headings[name]} headings and {'in' if name in stub.cells else 'not in'} the solution"
            remedy = "give each public name one heading `## ` that has it in backticks"
            raise AuthorError(f"{file}: `{name}` is in {found}; {remedy}")
    for match in PICTURE.finditer(text):
        if match[1] not in pictures:
            line = text.count("\n", 0, match.start()) + 1
            finding = f"there is no picture {match[1]}; put an .svg file beside the statement"
            raise AuthorError(f"{file}, line {line}: {finding}")


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
    """Return the paths at which `assignments` and these files differ.

    Only folders of exercises are compared, and no hidden files or caches in them.
    """
    folders = {path.parts[0] for path in files} | {
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
    return sorted(path for path in files.keys() | found.keys() if files.get(path) != found.get(path))
