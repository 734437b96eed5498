"""The functions of `os` for the files of a table, and how they take the place of the real ones.

`os.path`, `pathlib`, `glob`, `shutil` and `tempfile` are built on them, so these need nothing more.
"""

from __future__ import annotations

import builtins
import contextlib
import errno
import glob
import io
import os
import pathlib
import shutil
import stat
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from types import FunctionType, ModuleType
from typing import Any

import numpy as np

from autograder.worker.file_table import TEMPORARY, Entry, FileTable, failure
from autograder.worker.memory_files import Opener

IN_THEIR_PLACE = """access chdir chmod chown close fstat fsync getcwd getcwdb lchown link listdir listxattr
lseek lstat mkdir mkfifo mknod open read readlink remove removexattr rename replace rmdir scandir setxattr
stat symlink truncate unlink utime write""".split()
"""The functions of `os` that are replaced, as far as this system has them."""
NOT_OURS = ("posix", "nt", "_io", "importlib", "_frozen_importlib")
"""Modules that keep the real functions: those that import modules, and those that the real ones come from."""


class DirectoryEntry:
    """What `os.scandir` gives, with the names of `os.DirEntry`."""

    def __init__(self, functions: FileFunctions, folder: Any, name: str) -> None:
        self._functions = functions
        is_bytes = isinstance(folder, bytes)
        self.name: Any = os.fsencode(name) if is_bytes else name
        self.path: Any = os.path.join(os.fspath(folder), self.name)  # noqa: PTH118 - text or bytes, as given

    def __fspath__(self) -> Any:
        return self.path

    def __repr__(self) -> str:
        return f"<DirEntry {self.name!r}>"

    def is_dir(self, *, follow_symlinks: bool = True) -> bool:
        return stat.S_ISDIR(self.stat().st_mode)

    def is_file(self, *, follow_symlinks: bool = True) -> bool:
        return stat.S_ISREG(self.stat().st_mode)

    def is_symlink(self) -> bool:
        return False

    is_junction = is_symlink

    def stat(self, *, follow_symlinks: bool = True) -> os.stat_result:
        return self._functions.stat(self.path)

    def inode(self) -> int:
        return self.stat().st_ino


class Scan:
    """What `os.scandir` returns: an iterator that can be closed."""

    def __init__(self, entries: list[DirectoryEntry]) -> None:
        self._entries = iter(entries)

    def __iter__(self) -> Scan:
        return self

    def __next__(self) -> DirectoryEntry:
        return next(self._entries)

    def __enter__(self) -> Scan:
        return self

    def __exit__(self, *_: Any) -> None:
        self.close()

    def close(self) -> None:
        self._entries = iter(())


class FileFunctions:
    """Those functions of `os` that see files, by their names there. Each does what its namesake does."""

    def __init__(self, table: FileTable, opener: Opener) -> None:
        self.table, self.opener = table, opener

    def stat(self, path: Any, *, dir_fd: Any = None, follow_symlinks: bool = True) -> os.stat_result:
        if isinstance(path, int):
            return self.fstat(path)
        return described(self.table.find(path))

    lstat = stat

    def fstat(self, fd: int) -> os.stat_result:
        return described(self._stream(fd).entry)

    def access(self, path: Any, mode: int, **_: Any) -> bool:
        with contextlib.suppress(OSError):
            entry = self.table.find(path)
            return not mode & os.W_OK or not entry.given or entry.is_folder
        return False

    def getcwd(self) -> str:
        return self.table.folder

    def getcwdb(self) -> bytes:
        return os.fsencode(self.table.folder)

    def chdir(self, path: Any) -> None:
        self.table.folder = self.table.folder_at(path)

    def listdir(self, path: Any = None) -> list[Any]:
        path = "." if path is None else path
        names = self.table.names_in(self.table.folder_at(path))
        return [os.fsencode(name) for name in names] if isinstance(path, bytes) else names

    def scandir(self, path: Any = None) -> Scan:
        path = "." if path is None else path
        names = self.table.names_in(self.table.folder_at(path))
        return Scan([DirectoryEntry(self, path, name) for name in names])

    def mkdir(self, path: Any, mode: int = 0o777, *, dir_fd: Any = None) -> None:
        self.table.add(path, None)

    def rmdir(self, path: Any, *, dir_fd: Any = None) -> None:
        self.table.remove_folder(path)

    def remove(self, path: Any, *, dir_fd: Any = None) -> None:
        self.table.remove(path)

    unlink = remove

    def rename(self, src: Any, dst: Any, **_: Any) -> None:
        self.table.rename(src, dst)

    replace = rename

    def truncate(self, path: Any, length: int) -> None:
        self.table.resize(self.table.changeable(path), length, path)

    def utime(self, path: Any, times: Any = None, **_: Any) -> None:
        """Keep the time at which a file was changed: it is luck, and no result depends on it."""
        self.table.find(path)

    def chmod(self, path: Any, mode: int, **_: Any) -> None:
        self.table.changeable(path)

    def chown(self, path: Any, *_: Any, **__: Any) -> None:
        raise failure(errno.EPERM, path)

    mkfifo = mknod = lchown = setxattr = removexattr = chown

    def symlink(self, src: Any, dst: Any, *_: Any, **__: Any) -> None:
        raise failure(errno.EPERM, dst)

    link = symlink

    def readlink(self, path: Any, *, dir_fd: Any = None) -> Any:
        self.table.find(path)
        raise failure(errno.EINVAL, path)

    def listxattr(self, path: Any = None, *, follow_symlinks: bool = True) -> list[str]:
        return []

    def open(self, path: Any, flags: int, mode: int = 0o777, *, dir_fd: Any = None) -> int:
        return self.opener.descriptor(path, flags)

    def _stream(self, fd: int) -> Any:
        if fd not in self.opener.streams:
            raise failure(errno.EBADF, None)
        return self.opener.streams[fd]

    def close(self, fd: int) -> None:
        self._stream(fd)
        del self.opener.streams[fd]

    def read(self, fd: int, n: int, /) -> bytes:
        return bytes(self._stream(fd).read(n))

    def write(self, fd: int, data: Any, /) -> int:
        return int(self._stream(fd).write(data))

    def lseek(self, fd: int, position: int, whence: int, /) -> int:
        return int(self._stream(fd).seek(position, whence))

    def fsync(self, fd: int) -> None:
        self._stream(fd)


def described(entry: Entry) -> os.stat_result:
    """Return what `os.stat` says of an entry."""
    kind, allowed = (stat.S_IFDIR, 0o755) if entry.is_folder else (stat.S_IFREG, 0o644)
    if entry.given:
        allowed &= 0o555
    changed_at = entry.changed_at
    return os.stat_result(
        (kind | allowed, id(entry) & 0xFFFFFFFF, 1, 1, 0, 0, entry.size, changed_at, changed_at, changed_at)
    )


def replacement(functions: FileFunctions, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
    """Return a function of the table that leaves real paths, and numbers of real files, to the real one."""
    ours, is_real, streams = getattr(functions, name), functions.table.is_real, functions.opener.streams

    def function(*arguments: Any, **keywords: Any) -> Any:
        path = arguments[0] if arguments else None
        if isinstance(path, int):
            chosen = ours if path in streams else real
        else:
            chosen = real if isinstance(path, str | os.PathLike) and is_real(os.fspath(path)) else ours
        return chosen(*arguments, **keywords)

    function.__name__ = function.__qualname__ = name
    return function


class Replaced:
    """The functions that take the place of the real ones, and where these are.

    >>> replaced = Replaced(files)
    >>> with replaced.in_force():
    ...     open("data.csv").read()

    Functions that modules have taken, as `from os import stat` does, are replaced by `install` only.
    """

    def __init__(self, table: FileTable) -> None:
        opener = Opener(table)
        functions = FileFunctions(table, opener)
        in_os = [name for name in IN_THEIR_PLACE if hasattr(os, name)]
        replaced = {name: replacement(functions, name, getattr(os, name)) for name in in_os}
        self.functions: dict[Any, Any] = {getattr(os, name): ours for name, ours in replaced.items()}
        self.functions |= {io.open: opener.open, np.fromfile: array_of_file}
        self.places = list[tuple[dict[str, Any], dict[str, Any], dict[str, Any]]]()
        """The names of a module, with the real functions and with ours."""
        self._note(os, in_os)
        self._note(io, ["open"])
        self._note(builtins, ["open"])
        self._note(np, ["fromfile"])

    def _note(self, module: ModuleType, names: Iterable[str]) -> None:
        """Note a module in which functions of these names are replaced."""
        real = {name: getattr(module, name) for name in names}
        self.places.append((vars(module), real, {name: self.functions[one] for name, one in real.items()}))

    @contextlib.contextmanager
    def in_force(self) -> Iterator[None]:
        """Let code see the table's files, until the end of the block."""
        for names, _real, ours in self.places:
            names.update(ours)
        try:
            yield
        finally:
            for names, real, _ours in self.places:
                names.update(real)

    def install(self) -> None:
        """Let all code of this process see the table's files, and no others. It can't be undone."""
        for name, module in list(sys.modules.items()):
            if isinstance(module, ModuleType) and not name.startswith((*NOT_OURS, "autograder.")):
                self._note(module, [key for key, one in vars(module).items() if _is_in(one, self.functions)])
        for names, _real, ours in self.places:
            names.update(ours)
        replace_in_classes(self.functions)
        vars(shutil)["_use_fd_functions"] = False
        tempfile.tempdir = TEMPORARY


def _is_in(value: Any, functions: dict[Any, Any]) -> bool:
    return type(value).__name__ == "builtin_function_or_method" and value in functions


def replace_in_classes(ours: dict[Any, Any]) -> None:
    """Replace functions that classes of the standard library and of numpy have taken when they were made."""
    classes = [getattr(pathlib, "_NormalAccessor", None)]  # Python 3.10
    classes += [getattr(glob, name, None) for name in ("_Globber", "_StringGlobber", "_GlobberBase")]
    for owner in filter(None, classes):
        for name, value in list(vars(owner).items()):
            function = value.__func__ if isinstance(value, staticmethod) else value
            if _is_in(function, ours):
                setattr(owner, name, staticmethod(ours[function]))
    closer: Any = vars(tempfile)["_TemporaryFileCloser"]
    for function in vars(closer).values():
        if isinstance(function, FunctionType) and function.__defaults__:
            defaults = function.__defaults__
            function.__defaults__ = tuple([ours[one] if _is_in(one, ours) else one for one in defaults])
    with contextlib.suppress(AttributeError):
        np.lib._datasource.DataSource.exists = lambda source, path: pathlib.Path(path).exists()  # type: ignore
        openers = np.lib._datasource._file_openers._file_openers  # type: ignore[attr-defined]
        openers[None] = ours.get(openers[None], openers[None])


def array_of_file(
    file: Any, dtype: Any = float, count: int = -1, sep: str = "", offset: int = 0, **_: Any
) -> Any:
    """Do what `np.fromfile` does, which needs a number of the system for its file."""
    stream = contextlib.nullcontext(file) if hasattr(file, "read") else pathlib.Path(file).open("rb")
    with stream as opened:
        opened.seek(offset, os.SEEK_CUR)
        if sep:
            return np.fromstring(opened.read().decode("ascii"), dtype, count, sep=sep)
        size = np.dtype(dtype).itemsize
        data = opened.read(count * size if count >= 0 else -1)
    return np.frombuffer(data, dtype, len(data) // size).copy()
