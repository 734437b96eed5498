"""The files of a worker: a table in its memory, since a locked-down process can open none.

Three kinds of files are in it. All paths are absolute, with `/`.

- Those of the exercise, below `HOME`, the current folder. They can be read, and not be changed.
- Those of libraries, such as fonts and zone files, at the paths where the libraries look for them.
  What starts the process adds them with `serve`, before it locks itself down.
- The scratch area: what student code writes, below `HOME` and `TEMPORARY`. It is bounded, and ends with the
  process. Each check begins with the scratch area as loading the code has left it.
"""

from __future__ import annotations

import errno
import os
import posixpath
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

HOME = "/exercise"
"""The current folder, as student code sees it. Nothing else is in it but the exercise's files."""
TEMPORARY = "/tmp"
MAX_BYTES = 16 << 20
"""Of all scratch files together."""
MAX_FILES = 1_000
"""Files and folders in the scratch area."""
MAX_NAME, MAX_PATH = 255, 4096  # bytes, as on Linux
GIVEN_AT = 1_600_000_000.0
"""When given files were changed, in seconds since 1970: at no time that a result could depend on."""


class Entry:
    """A file with its content, or a folder, whose content is None. What is `given` can't be changed."""

    __slots__ = ("changed_at", "data", "given")

    def __init__(self, data: bytes | bytearray | None, given: bool) -> None:
        self.data, self.given = data, given
        self.changed_at = GIVEN_AT if given else time.time()

    @property
    def is_folder(self) -> bool:
        return self.data is None

    @property
    def size(self) -> int:
        return len(self.data or b"")


def failure(number: int, path: Any) -> OSError:
    """Return the error that the system has for a number: a FileNotFoundError for `errno.ENOENT`."""
    return OSError(number, os.strerror(number), path)


def no_real_file(path: Any) -> bool:
    """Say of every path that the real file there is not to be used."""
    return False


def in_folders(folders: Iterable[str]) -> Callable[[Any], bool]:
    """Return what says whether a path lies in one of these folders. Links are not followed."""
    found = [Path(folder) for folder in folders if folder]
    below = {*(folder.absolute() for folder in found), *(folder.resolve() for folder in found)}

    def is_below(path: Any) -> bool:
        try:
            return not below.isdisjoint(Path(os.path.normpath(os.fsdecode(path))).parents)
        except (TypeError, ValueError):
            return False

    return is_below


class FileTable:
    """All files that a process has.

    >>> files = FileTable()
    >>> files.serve({"data.csv": b"a,b", "/usr/share/zoneinfo/UTC": b"TZif2"})
    >>> files.names_in("/exercise")
    ['data.csv']

    Args:
        is_real: Of which absolute paths the real file is used, in a process that may open files.
    """

    def __init__(self, is_real: Callable[[Any], bool] = no_real_file) -> None:
        self.is_real = is_real
        self.folder = HOME
        """The current folder."""
        self.given = {folder: Entry(None, given=True) for folder in ("/", HOME, TEMPORARY)}
        self.scratch: dict[str, Entry] = {}
        self.exercise: set[str] = set()
        """The paths of the exercise's files."""
        self._kept: dict[str, bytes | None] = {}
        """The scratch area as loading has left it."""

    def serve(self, files: Mapping[str, bytes]) -> None:
        """Add files that can be read, and not be changed.

        A relative path is one of the exercise's files. An absolute one is a library's.
        """
        for name, data in files.items():
            path = posixpath.normpath(posixpath.join(HOME, name))
            self.given[path] = Entry(data, given=True)
            for folder in parents_of(path):
                self.given.setdefault(folder, Entry(None, given=True))
            if not name.startswith("/"):
                self.exercise.add(path)

    def serve_exercise(self, files: Mapping[str, bytes]) -> None:
        """Let these be the exercise's files, in place of others, and empty the scratch area."""
        self._kept.clear()
        self.begin_check()
        for path in self.exercise:
            del self.given[path]
        self.exercise.clear()
        self.serve(files)

    def keep_scratch(self) -> None:
        """Keep the scratch area as it is now: each check begins with it."""
        self._kept = {
            path: None if entry.data is None else bytes(entry.data) for path, entry in self.scratch.items()
        }

    def begin_check(self) -> None:
        """Give the scratch area the content that was kept. So no check sees what an earlier one wrote."""
        self.folder = HOME
        if self.scratch or self._kept:
            self._restore(self._kept)

    def empty_scratch(self) -> None:
        """Remove all that was written, as before a program starts."""
        self.folder = HOME
        self._restore({})

    def _restore(self, kept: Mapping[str, bytes | None]) -> None:
        earlier, self.scratch = self.scratch, {}
        for path, data in kept.items():
            entry = earlier.get(path)
            if entry is None or entry.is_folder != (data is None):
                entry = Entry(None if data is None else bytearray(), given=False)
            if data is not None and type(entry.data) is bytearray:
                entry.data[:] = data  # the same entry: a file may still be open
            self.scratch[path] = entry

    def at(self, path: str) -> Entry | None:
        """Return what is at an absolute path, None if nothing is."""
        return self.given.get(path) or self.scratch.get(path)

    def _paths(self) -> Iterator[str]:
        yield from self.given
        yield from self.scratch

    def path_of(self, name: Any) -> str:
        """Return the absolute path that a name means. Raises what the system raises for a wrong name."""
        path: str = os.fsdecode(os.fspath(name))
        if "\0" in path:
            raise ValueError("embedded null byte")
        encoded = os.fsencode(path)
        parts = encoded.split(b"/")
        if len(encoded) >= MAX_PATH or max(map(len, parts)) > MAX_NAME:
            raise failure(errno.ENAMETOOLONG, name)
        if not path:
            raise failure(errno.ENOENT, name)
        if os.sep == "\\":
            path = path.replace("\\", "/")
        return "/" + posixpath.normpath(posixpath.join(self.folder, path)).lstrip("/")

    def find(self, name: Any) -> Entry:
        """Return what is at a path. Raises FileNotFoundError or NotADirectoryError."""
        path = self.path_of(name)
        found = self.at(path)
        if found is not None:
            return found
        above = next(filter(None, map(self.at, parents_of(path))))
        raise failure(errno.ENOENT if above.is_folder else errno.ENOTDIR, name)

    def folder_at(self, name: Any) -> str:
        """Return the path of a folder. Raises FileNotFoundError or NotADirectoryError."""
        if not self.find(name).is_folder:
            raise failure(errno.ENOTDIR, name)
        return self.path_of(name)

    def names_in(self, folder: str) -> list[str]:
        """Return the names of what lies in a folder, by its absolute path."""
        start = folder.rstrip("/") + "/"
        inner = (path[len(start) :] for path in self._paths() if path.startswith(start))
        return [name for name in inner if name and "/" not in name]

    def add(self, name: Any, data: bytearray | None) -> Entry:
        """Add a scratch file, or a folder. Raises OSError where it may not be, and over the limit."""
        path = self.path_of(name)
        if self.at(path):
            raise failure(errno.EEXIST, name)
        above = self.at(posixpath.dirname(path))
        if above is None:
            raise failure(errno.ENOENT, name)
        if not above.is_folder:
            raise failure(errno.ENOTDIR, name)
        if not path.startswith((f"{HOME}/", f"{TEMPORARY}/")):
            raise failure(errno.EACCES, name)
        if len(self.scratch) >= MAX_FILES:
            raise failure(errno.ENOSPC, name)
        self.scratch[path] = entry = Entry(data, given=False)
        return entry

    def changeable(self, name: Any) -> Entry:
        """Return what is at a path of the scratch area. Raises PermissionError for a given file."""
        entry = self.find(name)
        if entry.given:
            raise failure(errno.EACCES, name)
        return entry

    def resize(self, entry: Entry, size: int, name: Any) -> None:
        """Give a scratch file another size, with zeros at its end. Raises OSError over the limit."""
        data = entry.data
        if type(data) is not bytearray:
            raise failure(errno.EACCES, name)
        used = sum(one.size for one in self.scratch.values()) + size - len(data)
        if size > len(data) and used > MAX_BYTES:
            raise failure(errno.ENOSPC, name)
        if size <= len(data):
            del data[size:]
        else:
            data.extend(bytes(size - len(data)))

    def remove(self, name: Any) -> None:
        """Remove a scratch file."""
        if self.changeable(name).is_folder:
            raise failure(errno.EISDIR, name)
        del self.scratch[self.path_of(name)]

    def remove_folder(self, name: Any) -> None:
        """Remove an empty folder of the scratch area."""
        folder = self.folder_at(name)
        self.changeable(name)
        if self.names_in(folder):
            raise failure(errno.ENOTEMPTY, name)
        del self.scratch[folder]

    def rename(self, name: Any, other: Any) -> None:
        """Move a scratch file, or a folder with all that is in it. A file takes the place of another one."""
        entry, old, new = self.changeable(name), self.path_of(name), self.path_of(other)
        if new == old:
            return
        if new.startswith(f"{old}/"):
            raise failure(errno.EINVAL, other)
        if self.at(new):
            if self.changeable(other).is_folder or entry.is_folder:
                raise failure(errno.EEXIST, other)
            del self.scratch[new]
        self.scratch[old] = self.scratch.pop(old)
        self.add(other, None)
        self.scratch[new] = self.scratch.pop(old)
        for path in [path for path in self.scratch if path.startswith(f"{old}/")]:
            self.scratch[new + path[len(old) :]] = self.scratch.pop(path)

    def _is_folder(self, path: str) -> bool:
        entry = self.at(path)
        return entry is not None and entry.is_folder

    def names(self) -> list[str]:
        """Return the names of all files below `HOME`, as paths from there: those that are given first."""
        start = f"{HOME}/"
        return [
            path[len(start) :]
            for path in self._paths()
            if path.startswith(start) and not self._is_folder(path)
        ]


def parents_of(path: str) -> Iterator[str]:
    """Yield the folders above an absolute path, the innermost first."""
    while path != "/":
        path = posixpath.dirname(path)
        yield path
