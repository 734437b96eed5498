"""`autograder new`: a small but complete exercise to be rewritten, copied from `templates/q0_new_function/`."""

from __future__ import annotations

import keyword
import re
from pathlib import Path

from autograder.errors import UsageError

TEMPLATE, NAME = Path(__file__).parent / "templates" / "q0_new_function", "new_function"


def new_exercise(exercise: str, solutions: Path) -> Path:
    """Make `solutions/<exercise>/` and return it. Raises UsageError for a name that is taken or can't be one."""
    match = re.fullmatch(r"q[0-9]+_([a-z][a-z0-9_]*)", exercise)
    if not match or keyword.iskeyword(match[1]):
        raise UsageError(
            f"{exercise!r} can't be an exercise's name. Choose one like q5_pooling: q, a number, _, lower-case words"
        )
    folder = solutions / exercise
    if folder.exists():
        raise UsageError(f"{folder} is there already. Choose another name")
    for file in sorted(TEMPLATE.rglob("*.*")):
        path = folder / str(file.relative_to(TEMPLATE)).replace(TEMPLATE.name, exercise)
        path.parent.mkdir(parents=True, exist_ok=True)
        text = file.read_text(encoding="utf-8").replace(TEMPLATE.name, exercise).replace(NAME, match[1])
        path.write_text(text, encoding="utf-8", newline="\n")
    return folder
