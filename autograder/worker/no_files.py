"""What `open` raises where no file can be opened: an error that a guard against a missing file catches, too.

At home a file that is not there is a FileNotFoundError, and honest code goes on without it. Where the system
refuses every file, the same code must go on in the same way.
"""

from __future__ import annotations

import builtins
import functools
import io
from typing import Any

REFUSED: type[OSError] = type("PermissionError", (PermissionError, FileNotFoundError), {})
"""A PermissionError, by its name and its text, that is a FileNotFoundError as well."""


def refuse_as_missing() -> None:
    """Let `open` raise that error in this process from now on."""
    real_open = io.open

    @functools.wraps(real_open)
    def open_file(*arguments: Any, **keywords: Any) -> Any:
        try:
            return real_open(*arguments, **keywords)
        except PermissionError as error:
            refused = REFUSED(error.errno, error.strerror, error.filename)
        raise refused

    vars(io)["open"] = vars(builtins)["open"] = open_file
