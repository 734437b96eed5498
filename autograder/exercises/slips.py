"""An author's slip, such as a syntax error or a missing import, in one sentence with file and line."""

from __future__ import annotations

import traceback
from pathlib import Path

UNNAMED = "<unknown>"  # the file of a text that was parsed


def slip(error: BaseException, file: Path, finding: str) -> str:
    """Return a sentence about an error in a file of an exercise, or in a module beside it.

    >>> slip(NameError("name 'np' is not defined"), Path("sums/inputs.py"), "does not load")
    "sums/inputs.py does not load: NameError: name 'np' is not defined"
    """
    reason = error.msg if isinstance(error, SyntaxError) else str(error)
    text = f"{file.parent.name}/{file.name} {finding}: {type(error).__name__}: {' '.join(reason.split())}"
    place = _place(error, file)
    if not place:
        return text
    where, line = place
    return f"{text} (line {line})" if where == file.name else f"{text} (line {line} of {where})"


def _place(error: BaseException, file: Path) -> tuple[str, int] | None:
    """Return the innermost file of the exercise that an error comes from, and the line; None if none is."""
    if isinstance(error, SyntaxError) and error.lineno:
        return Path(error.filename or UNNAMED).name.replace(UNNAMED, file.name), error.lineno
    frames = [
        (Path(frame.f_code.co_filename), line) for frame, line in traceback.walk_tb(error.__traceback__)
    ]
    places = [(path.name, line) for path, line in frames if path.parent == file.parent]
    return places[-1] if places else None
