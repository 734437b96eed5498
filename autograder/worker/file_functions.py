"""The functions of `os` for the files of a table.

`os.path`, `pathlib`, `glob`, `shutil` and `tempfile` are built on them, so these need nothing more.
"""

from __future__ import annotations

import contextlib
import errno
import os
import stat
from typing import Any

from autograder.worker.file_table import Entry, FileTable, failure
from autograder.worker.memory_files import Opener


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
