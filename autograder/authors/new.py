"""`autograder init` and `autograder new`: a course, and small complete exercises for an author to rewrite.

They are copies of templates.
"""

from __future__ import annotations

import keyword
import re
from pathlib import Path

from autograder import __version__
from autograder.errors import UsageError
from autograder.exercises.course import COURSE, NAME_RULE, declared_assignments, is_name, languages_of

TEMPLATES = Path(__file__).parent / "templates"
EXERCISE, FUNCTION, CLASS = "new_exercise", "new_function", "NewClass"
"""The names in the templates, which become those of the exercise."""
KINDS = ("function", "class", "script", "data", "plot")
"""What students write in a new exercise; each is a folder of templates."""
IN_A_LANGUAGE = re.compile(r"(?:statement|texts)\.([a-z]+)\.(?:md|toml)")
COURSE_FILES = {
    "README.md": "README.md",
    "gitignore": ".gitignore",
    "ci.yml": ".github/workflows/exercises.yml",
    "course.toml": f"solutions/{COURSE}",
}
"""The files of a new course by those of its template."""
FIRST_EXERCISE = "first"


def new_course(folder: Path) -> list[Path]:
    """Make a course in a folder, which may be there; return the files. Raises UsageError if it has one."""
    texts = {folder / path: TEMPLATES / "course" / name for name, path in COURSE_FILES.items()}
    for path in (*texts, folder / "solutions", folder / COURSE):
        if path.exists():
            raise UsageError(f"{path} is there already. Choose a new folder")
    exercise = new_exercise(FIRST_EXERCISE, folder / "solutions")
    for path, template in texts.items():
        text = template.read_text(encoding="utf-8").replace("VERSION", __version__.rpartition(".")[0])
        _write(path, text.replace(EXERCISE, FIRST_EXERCISE))
    return [*texts, *sorted(path for path in exercise.rglob("*") if path.is_file())]


def new_exercise(exercise: str, solutions: Path, kind: str = KINDS[0]) -> Path:
    """Make `solutions/<exercise>/` and return it. Raises UsageError if the name is taken or not allowed.

    Args:
        kind: One of KINDS.
    """
    folder, languages = solutions / exercise, languages_of(solutions)
    if not is_name(exercise):
        raise UsageError(f"{exercise!r} can't be an exercise's name. Choose {NAME_RULE}")
    if folder.exists() or exercise in declared_assignments(solutions):
        raise UsageError(f"{folder} is there already, or an assignment has its name. Choose another name")
    function, class_name = names_of(exercise)
    template = TEMPLATES / "new" / kind
    for file in sorted(template.rglob("*.*")):
        language, compiled = IN_A_LANGUAGE.fullmatch(file.name), "__pycache__" in file.parts  # pip compiles
        if not compiled and (not language or language[1] in languages[1:]):
            text = file.read_text(encoding="utf-8").replace(EXERCISE, exercise)
            text = text.replace(FUNCTION, function).replace(CLASS, class_name)
            _write(folder / str(file.relative_to(template)).replace(EXERCISE, exercise), text)
    return folder


def names_of(exercise: str) -> tuple[str, str]:
    """Return the names of a function and of a class for an exercise.

    >>> names_of("q12_word-count")
    ('word_count', 'WordCount')
    """
    words = re.sub(r"^[a-z][0-9]+_", "", exercise.replace("-", "_")).lower().strip("_")
    if not words.isidentifier() or keyword.iskeyword(words):
        words = f"solve_{words}"
    return words, "".join(word.capitalize() for word in words.split("_"))


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
