"""What student code prints and reads: kept for a check that looks at it, and typed by one."""

from __future__ import annotations

import builtins
import contextlib
import io
import sys
from collections.abc import Iterator
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


@contextlib.contextmanager
def typed_in(lines: io.StringIO, replace_input: bool) -> Iterator[None]:
    """Let `input()` read these lines.

    Args:
        replace_input: Whether `input` may be another one than Python's: that of a notebook asks its reader.
    """
    before = sys.stdin, builtins.input
    sys.stdin = lines
    if replace_input:
        builtins.input = next_line
    try:
        yield
    finally:
        sys.stdin, builtins.input = before


def next_line(prompt: object = "", /) -> str:
    """Do what Python's own `input` does where nobody sits at a terminal."""
    print(prompt, end="", flush=True)
    line = sys.stdin.readline()
    if not line:
        raise EOFError("EOF when reading a line")
    return line.removesuffix("\n")
