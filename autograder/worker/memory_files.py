"""`open`, for the files of a table in memory: the streams that it gives are those of Python's own `io`.

And what a check finds of a file.
"""

from __future__ import annotations

import difflib
import errno
import io
import os
import posixpath
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from autograder.worker.file_table import Entry, FileTable, failure
from autograder.worker.wire import WireError

FIRST_DESCRIPTOR = 1 << 20
"""Files that `os.open` has opened in the table have numbers from here on. The system has none of them."""
MAX_NAMED = 3
"""Files that an error names which are there."""
NO_DESCRIPTOR = (
    "fileno: this file is in memory and has no number of the system; read it with read(), write with write()"
)


class MemoryStream(io.RawIOBase):
    """A file of the table that is open, as bytes without a buffer."""

    def __init__(
        self,
        table: FileTable,
        name: Any,
        entry: Entry,
        readable: bool,
        writable: bool,
        appending: bool = False,
    ) -> None:
        self.table, self.name, self.entry = table, name, entry
        self._readable, self._writable, self.appending = readable, writable, appending
        self.position = entry.size if appending else 0
        self.mode = "ab" if appending else "rb+" if readable and writable else "wb" if writable else "rb"
        self.descriptor = -1
        """Its number, if `os.open` has opened it."""

    def readable(self) -> bool:
        return self._readable

    def writable(self) -> bool:
        return self._writable

    def seekable(self) -> bool:
        return True

    def isatty(self) -> bool:
        return False

    def fileno(self) -> int:
        if self.descriptor < 0:
            raise io.UnsupportedOperation(NO_DESCRIPTOR)
        return self.descriptor

    def _require(self, allowed: bool, what: str) -> None:
        if self.closed:
            raise ValueError("I/O operation on closed file")
        if not allowed:
            raise io.UnsupportedOperation(what)

    def readinto(self, buffer: Any, /) -> int:
        self._require(self._readable, "not readable")
        view = memoryview(buffer).cast("B")
        piece = (self.entry.data or b"")[self.position : self.position + len(view)]
        view[: len(piece)] = piece
        self.position += len(piece)
        return len(piece)

    def readall(self) -> bytes:
        self._require(self._readable, "not readable")
        rest = bytes((self.entry.data or b"")[self.position :])
        self.position += len(rest)
        return rest

    def write(self, data: Any, /) -> int:
        self._require(self._writable, "not writable")
        view = memoryview(data).cast("B")
        start = self.entry.size if self.appending else self.position
        end = start + len(view)
        if end > self.entry.size:
            self.table.resize(self.entry, end, self.name)
        if type(self.entry.data) is bytearray:
            self.entry.data[start:end] = view
        self.position = end
        return len(view)

    def seek(self, offset: int, whence: int = 0, /) -> int:
        self._require(True, "")
        position = (0, self.position, self.entry.size)[whence] + offset
        if position < 0:
            raise failure(errno.EINVAL, None)
        self.position = position
        return position

    def tell(self) -> int:
        self._require(True, "")
        return self.position

    def truncate(self, size: int | None = None, /) -> int:
        self._require(self._writable, "not writable")
        size = self.position if size is None else size
        self.table.resize(self.entry, size, self.name)
        return size


def open_stream(table: FileTable, name: Any, mode: str) -> MemoryStream:
    """Open a file of the table. Raises what the system raises.

    Args:
        mode: One of `r`, `w`, `a` and `x`, with or without `+`.
    """
    kind, both = mode[0], "+" in mode
    path = table.path_of(name)
    existing = table.at(path)
    if existing is not None and existing.is_folder:
        raise failure(errno.EISDIR, name)
    if kind == "x" and existing is not None:
        raise failure(errno.EEXIST, name)
    if kind == "r" and not both:
        return MemoryStream(table, name, table.find(name), readable=True, writable=False)
    if existing is None and kind == "r":
        table.find(name)
    entry = table.add(name, bytearray()) if existing is None else table.changeable(name)
    if kind == "w":
        table.resize(entry, 0, name)
    return MemoryStream(table, name, entry, kind == "r" or both, True, kind == "a")


class Opener:
    """`open` and `os.open` for the files of a table. Everything else is left to the real functions."""

    def __init__(self, table: FileTable) -> None:
        self.table, self.real_open = table, io.open
        self.streams: dict[int, MemoryStream] = {}
        """What `os.open` has opened, by number."""

    def open(
        self,
        file: Any,
        mode: str = "r",
        buffering: int = -1,
        encoding: str | None = None,
        errors: str | None = None,
        newline: str | None = None,
        closefd: bool = True,
        opener: Callable[[Any, int], int] | None = None,
    ) -> Any:
        """Do what Python's own `open` does. Text is UTF-8 where nothing else is said."""
        checked_mode(mode, encoding, errors, newline)
        if opener is not None:
            file = opener(file, flags_of(mode))
        if isinstance(file, int) and file not in self.streams:
            return self.real_open(file, mode, buffering, encoding, errors, newline, closefd)
        if not isinstance(file, int) and self.table.is_real(os.fsdecode(os.fspath(file))):
            return self.real_open(file, mode, buffering, encoding, errors, newline, closefd)
        kind = mode.replace("b", "").replace("t", "")
        raw = self.streams[file] if isinstance(file, int) else open_stream(self.table, file, kind)
        if isinstance(file, int):
            raw = self._reopened(file, raw, closefd)
        return wrapped(raw, mode, buffering, encoding, errors, newline)

    def _reopened(self, descriptor: int, raw: MemoryStream, closefd: bool) -> MemoryStream:
        """Return a stream on a file that is open already. With `closefd`, its number is gone."""
        stream = MemoryStream(self.table, raw.name, raw.entry, raw.readable(), raw.writable(), raw.appending)
        stream.position, stream.descriptor = raw.position, -1
        if closefd:
            del self.streams[descriptor]
        return stream

    def descriptor(self, name: Any, flags: int) -> int:
        """Do what `os.open` does."""
        if flags & getattr(os, "O_DIRECTORY", 0):
            raise failure(errno.EISDIR, name)
        writes = flags & (os.O_WRONLY | os.O_RDWR)
        exists = self.table.at(self.table.path_of(name)) is not None
        if flags & os.O_CREAT and not exists:
            self.table.add(name, bytearray())
        elif flags & os.O_CREAT and flags & os.O_EXCL:
            raise failure(errno.EEXIST, name)
        stream = open_stream(self.table, name, "r+" if writes else "r")
        stream._readable, stream.appending = not flags & os.O_WRONLY, bool(flags & os.O_APPEND)
        if writes and flags & os.O_TRUNC:
            stream.truncate(0)
        stream.descriptor = FIRST_DESCRIPTOR + len(self.streams)
        while stream.descriptor in self.streams:
            stream.descriptor += 1
        self.streams[stream.descriptor] = stream
        return stream.descriptor


def wrapped(
    raw: MemoryStream,
    mode: str,
    buffering: int,
    encoding: str | None,
    errors: str | None,
    newline: str | None,
) -> Any:
    """Return the stream that `open` gives: with a buffer, and of text if it is no binary mode."""
    if buffering == 0:
        if "b" not in mode:
            raise ValueError("can't have unbuffered text I/O")
        return raw
    size = buffering if buffering > 1 else io.DEFAULT_BUFFER_SIZE
    buffer: Any
    if "+" in mode:
        buffer = io.BufferedRandom(raw, size)
    elif raw.writable():
        buffer = io.BufferedWriter(raw, size)
    else:
        buffer = io.BufferedReader(raw, size)
    if "b" in mode:
        return buffer
    if encoding is None or encoding == "locale":
        encoding = "utf-8"
    text = io.TextIOWrapper(buffer, encoding, errors, newline, line_buffering=buffering == 1)
    vars(text)["mode"] = mode
    return text


def checked_mode(mode: str, encoding: str | None, errors: str | None, newline: str | None) -> None:
    """Raise what Python raises for a mode that it does not know."""
    if not isinstance(mode, str):
        raise TypeError(f"open() argument 'mode' must be str, not {type(mode).__name__}")
    letters = set(mode)
    if letters - set("axrwb+t") or len(mode) > len(letters):
        raise ValueError(f"invalid mode: {mode!r}")
    if {"b", "t"} <= letters:
        raise ValueError("can't have text and binary mode at once")
    if len(letters & set("axrw")) != 1:
        raise ValueError("must have exactly one of create/read/write/append mode")
    for name, value in (("encoding", encoding), ("errors", errors), ("newline", newline)):
        if "b" in mode and value is not None:
            raise ValueError(f"binary mode doesn't take {'an' if name[0] == 'e' else 'a'} {name} argument")


def flags_of(mode: str) -> int:
    """Return the flags of `os.open` for a mode, as Python gives them to an opener."""
    flags = {"r": 0, "w": os.O_CREAT | os.O_TRUNC, "a": os.O_CREAT | os.O_APPEND, "x": os.O_CREAT | os.O_EXCL}
    kind = next(letter for letter in mode if letter in flags)
    access = os.O_RDWR if "+" in mode else os.O_RDONLY if kind == "r" else os.O_WRONLY
    return flags[kind] | access


def text_at(files: FileTable | None, name: str) -> str:
    """Return the text of a file. Lines end with "\\n", however they were written.

    Raises WireError if it is not there, with a similar name that is, or is no text.

    Args:
        files: Where it is looked for; None for the files of the machine.
    """
    try:
        data = Path(name).read_bytes() if files is None else files.find(name).data
    except OSError:
        data = None
    if data is None:
        similar = similar_file(name, files.names() if files else [])
        raise WireError(f"other file: {similar}" if similar else "no file")
    try:
        text = bytes(data).decode("utf-8")
    except UnicodeDecodeError as error:
        raise WireError(f"no text: {error.start}") from None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def there_instead(name: object, names: Sequence[str]) -> str:
    """Return what the text of an error goes on to say about a file that is not there: which ones are."""
    similar = similar_file(os.fsdecode(os.fspath(name)), names) if isinstance(name, str | os.PathLike) else ""
    shown = [similar] if similar else names[:MAX_NAMED]
    return f"; there is {', '.join(map(repr, shown))}" if shown else ""


def similar_file(name: str, names: Iterable[str]) -> str:
    """Return the one of `names` that a person could have meant by a file's name; empty if there is none."""
    by_letters = {other.lower(): other for other in names}
    last = {posixpath.basename(other).lower(): other for other in names}
    wanted = posixpath.basename(name.replace("\\", "/")).lower()
    found = difflib.get_close_matches(name.lower(), by_letters, 1, 0.7)
    return by_letters[found[0]] if found else last.get(wanted, "")
