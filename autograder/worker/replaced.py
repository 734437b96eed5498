"""How the functions of a table of files take the place of the real ones, for a while or for good."""

from __future__ import annotations

import builtins
import contextlib
import glob
import io
import os
import pathlib
import shutil
import sys
import tempfile
import threading
from collections.abc import Callable, Iterable, Iterator
from types import FunctionType, ModuleType
from typing import Any

import numpy as np

from autograder.worker.file_functions import FileFunctions
from autograder.worker.file_table import TEMPORARY, FileTable
from autograder.worker.memory_files import Opener

IN_THEIR_PLACE = """access chdir chmod chown close fstat fsync getcwd getcwdb lchown link listdir listxattr
lseek lstat mkdir mkfifo mknod open read readlink remove removexattr rename replace rmdir scandir setxattr
stat symlink truncate unlink utime write""".split()
"""The functions of `os` that are replaced, as far as this system has them."""
IN_FORCE = threading.RLock()
"""Held while another table than the machine's files is in force in this process."""
NOT_OURS = ("posix", "nt", "_io", "importlib", "_frozen_importlib")
"""Modules that keep the real functions: those that import modules, and those that the real ones come from."""


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
        self.modules = list[tuple[dict[str, Any], dict[str, Any], dict[str, Any]]]()
        """The names of a module, with the real functions and with ours."""
        self._note(os, in_os)
        self._note(io, ["open"])
        self._note(builtins, ["open"])
        self._note(np, ["fromfile"])

    def _note(self, module: ModuleType, names: Iterable[str]) -> None:
        """Note a module in which functions of these names are replaced."""
        real = {name: getattr(module, name) for name in names}
        self.modules.append((vars(module), real, {name: self.functions[one] for name, one in real.items()}))

    @contextlib.contextmanager
    def in_force(self) -> Iterator[None]:
        """Let code see the table's files, until the end of the block. One block at a time is in force."""
        with IN_FORCE:
            for names, _real, ours in self.modules:
                names.update(ours)
            try:
                yield
            finally:
                for names, real, _ours in self.modules:
                    names.update(real)

    def install(self) -> None:
        """Let all code of this process see the table's files, and no others. It can't be undone."""
        for name, module in list(sys.modules.items()):
            if isinstance(module, ModuleType) and not name.startswith((*NOT_OURS, "autograder.")):
                self._note(module, [key for key, one in vars(module).items() if _is_in(one, self.functions)])
        for names, _real, ours in self.modules:
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
