"""What student code prints, kept for a check that looks at it."""

from __future__ import annotations

import io
from typing import Any

from autograder.worker.wire import WireError

MAX_PRINTED = 1 << 20


class Capture(io.TextIOBase):
    """What is printed, up to a limit, and passed on to the stream behind it if there is one."""

    def __init__(self, behind: Any = None) -> None:
        self.behind, self.parts, self.length = behind, list[str](), 0

    def write(self, text: str) -> int:
        text = str.__str__(text)
        if self.length <= MAX_PRINTED:
            self.parts.append(text[: MAX_PRINTED + 1])
            self.length += len(text)
        if self.behind is not None:
            self.behind.write(text)
        return len(text)

    def writable(self) -> bool:
        return True

    def flush(self) -> None:
        if self.behind is not None:
            self.behind.flush()

    @property
    def text(self) -> str:
        """What was printed. Raises WireError if it is too long to be checked."""
        if self.length > MAX_PRINTED:
            raise WireError(f"too large: more than {MAX_PRINTED >> 20} MiB of text")
        return "".join(self.parts)
