"""`autograder new`: a small, complete exercise for an author to rewrite. It is a copy of a template."""

from __future__ import annotations

import keyword
import re
from pathlib import Path

from autograder.errors import UsageError

TEMPLATE = Path(__file__).parent / "templates" / "new_exercise"
FUNCTION = "new_function"  # the template's function, which is named after the exercise
EXERCISE_NAME = re.compile(r"q[0-9]+_([a-z][a-z0-9_]*)")


def new_exercise(exercise: str, solutions: Path) -> Path:
    """Make `solutions/<exercise>/` and return it. Raises UsageError if the name is taken or not allowed."""
    match = EXERCISE_NAME.fullmatch(exercise)
    if not match or keyword.iskeyword(match[1]):
        rule = "Choose one like q12_word_count: q, a number, _, lower-case words"
        raise UsageError(f"{exercise!r} can't be an exercise's name. {rule}")
    folder = solutions / exercise
    if folder.exists():
        raise UsageError(f"{folder} is there already. Choose another name")
    for file in sorted(TEMPLATE.rglob("*.*")):
        path = folder / str(file.relative_to(TEMPLATE)).replace(TEMPLATE.name, exercise)
        path.parent.mkdir(parents=True, exist_ok=True)
        text = file.read_text(encoding="utf-8").replace(TEMPLATE.name, exercise)
        path.write_text(text.replace(FUNCTION, match[1]), encoding="utf-8", newline="\n")
    return folder
