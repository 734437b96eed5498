"""What students get of an assignment: one zip, with which they can begin in a minute."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path

from autograder.errors import AuthorError
from autograder.exercises.course import languages_of
from autograder.exercises.data_files import file_digest
from autograder.exercises.layout import SETTINGS, published_facts, statement_names
from autograder.exercises.load import modules_beside
from autograder.exercises.settings import read_settings
from autograder.i18n import LANGUAGES
from autograder.otter.wheel import FILE as WHEEL_FILE
from autograder.otter.wheel import wheel
from autograder.otter.zips import write_zip
from autograder.templating import render

PUBLIC_PLACES = re.compile(
    r"[\w.-]+\.(ipynb|json|md|png|sealed|svg)|(exercise|texts)(_[\w-]+)?(\.[a-z]+)?\.toml"
    r"|test_[\w-]+\.py|tests/[\w-]+\.py"
)


def student_zip(assignment: str, solutions: Path, assignments: Path, dist: Path) -> Path:
    """Write `dist/<assignment>-student.zip`: the published folder, the package and how to begin.

    Return its path.

    Raises AuthorError for a file that is not known to be public.
    """
    folder = assignments / assignment
    modules = {module.name for test in folder.glob("test_*.py") for module in modules_beside(test)}
    files, given = {}, published_facts(folder).get("files", {})
    for file in _published(folder):
        place = file.relative_to(folder).as_posix()
        is_given = given.get(place) == file_digest(file.read_bytes())
        if file.is_symlink() or not (is_given or _is_public(place, assignment, modules)):
            remedy = f"Take it out of {folder}, or run `autograder publish`"
            raise AuthorError(f"{place} is not a file that students get. {remedy}")
        files[place] = file.read_bytes()
    if not files:
        raise AuthorError(f"{folder} is empty or missing. Run `autograder publish` first")
    files[WHEEL_FILE] = wheel()
    files |= {
        name: text.encode()
        for name, text in readmes(assignment, solutions, list(given), _required(folder)).items()
    }
    top = folder_name(assignment, files)
    return write_zip(
        dist / f"{assignment}-student.zip", {f"{top}/{place}": data for place, data in files.items()}
    )


def folder_name(assignment: str, files: Mapping[str, bytes]) -> str:
    """Return the name of the folder in a zip. Other files have another one.

    So a newer zip that is unpacked beside an older one does not overwrite what a student has written there.
    """
    digest = hashlib.sha256()
    for place, data in sorted(files.items()):
        digest.update(f"{place}\0{len(data)}\0".encode() + data)
    return f"{assignment}-{digest.hexdigest()[:6]}"


def _required(folder: Path) -> list[str]:
    """Return the packages that the exercises of a published folder require."""
    settings = map(read_settings, folder.glob(f"{SETTINGS}*.toml"))
    return sorted({package for one in settings for package in one.requires})


def readmes(
    assignment: str, solutions: Path, given: Sequence[str] = (), packages: Sequence[str] = ()
) -> dict[str, str]:
    """Return how to begin, by file: in the course's languages that we can write, else in English.

    Args:
        given: The names of the files that student code can open.
        packages: Those that it may use.
    """
    languages = languages_of(solutions)
    statements = dict(zip(languages, statement_names(languages), strict=True))
    written = [language for language in languages if language in LANGUAGES] or ["en"]
    names = ["README.md", *(f"README.{language}.md" for language in written[1:])]
    return {
        name: render(
            f"otter/student_readme.{language}.jinja",
            assignment=assignment,
            wheel=WHEEL_FILE,
            files=given,
            packages=packages,
            statement=statements.get(language, statements[languages[0]]),
        )
        for name, language in zip(names, written, strict=True)
    }


def _published(folder: Path) -> Iterator[Path]:
    """Yield the files of a folder, without hidden ones and caches."""
    for file in sorted(folder.rglob("*")):
        parts = file.relative_to(folder).parts
        if not file.is_dir() and not any(part.startswith((".", "__pycache__")) for part in parts):
            yield file


def _is_public(place: str, assignment: str, modules: Collection[str]) -> bool:
    """Whether publishing writes such a file.

    Of Python these are the script, the visible checks, the modules that they import, and otter's tests.
    """
    named = place == f"{assignment}.py" or place in modules
    return "hidden" not in place and (named or bool(PUBLIC_PLACES.fullmatch(place)))
