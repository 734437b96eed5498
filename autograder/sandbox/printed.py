"""What one's own code prints in a child process, by the request during which it was printed."""

from __future__ import annotations

import contextlib
import os
import re
import threading
import time
from typing import IO

MAX_KEPT = 20_000
"""Bytes that are kept of what one request prints. Whatever comes after them is read and dropped."""
MAX_WAIT = 1.0


class Printed:
    """Reads a stream of output. A mark in it ends a part: that of a request, or of one in a batch."""

    def __init__(self, stream: IO[bytes], mark: bytes) -> None:
        """Begin to read, in a thread of its own.

        Args:
            stream: What the process prints. Behind each mark comes a digit, which is 1 for a whole request.
        """
        self.stream, self.mark, self.longest = stream, re.compile(re.escape(mark) + b"([01])"), len(mark)
        self.parts = [bytearray()]
        self.requests = 0
        """How many whole requests have ended."""
        self.changed = threading.Condition()
        self.reader = threading.Thread(target=self._read, daemon=True)
        self.reader.start()

    def take(self, requests: int) -> list[str]:
        """Return the parts since the last time, once so many requests have ended, or the process has."""
        end = time.monotonic() + MAX_WAIT
        with self.changed:
            while self.requests < requests and self.reader.is_alive() and time.monotonic() < end:
                self.changed.wait(0.05)
            taken, self.parts = self.parts, [bytearray()]
        return [bytes(part).decode("utf-8", "replace").replace("\r\n", "\n") for part in taken]

    def _read(self) -> None:
        pending = b""
        with self.stream, contextlib.suppress(OSError, ValueError):
            while data := os.read(self.stream.fileno(), 1 << 16):
                pending = self._noted(pending + data)
        with self.changed:
            self._add(pending)

    def _noted(self, data: bytes) -> bytes:
        """Note some data, and return its end, which may be the beginning of a mark."""
        with self.changed:
            while found := self.mark.search(data):
                self._add(data[: found.start()])
                self.parts.append(bytearray())
                self.requests += found[1] == b"1"
                data = data[found.end() :]
            keep = max(0, len(data) - self.longest)
            self._add(data[:keep])
            self.changed.notify_all()
        return data[keep:]

    def _add(self, text: bytes) -> None:
        part = self.parts[-1]
        part += text[: max(0, MAX_KEPT - len(part))]
