"""What `import` means for a submission.

Nothing can be opened after the lockdown, so what honest code imports is loaded before it.
Any other module is replaced by a stand-in, which `stand_ins` describes. The modules that a submission brings
along are in `modules`.
"""

from __future__ import annotations

import ast
import contextlib
import importlib
import importlib.abc
import importlib.machinery
import sys
import types
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from typing import Any

from autograder.worker.in_place import run_in_place
from autograder.worker.packages import modules_of, required_names
from autograder.worker.stand_ins import AVAILABLE, INERT, StandIn

# What is loaded before the lockdown, as far as it is installed.
STANDARD = (
    "__future__ _strptime abc argparse array ast asyncio base64 bisect builtins bz2 calendar cmath codecs "
    "collections collections.abc concurrent.futures.thread configparser contextlib contextvars copy csv "
    "ctypes dataclasses datetime decimal difflib doctest encodings.ascii encodings.cp1252 encodings.cp1256 "
    "encodings.cp437 encodings.latin_1 encodings.utf_8 encodings.utf_8_sig encodings.utf_16 "
    "encodings.utf_16_le encodings.utf_32 enum errno fractions functools gc glob gzip hashlib heapq inspect "
    "io itertools json linecache locale logging lzma math numbers operator os os.path pathlib pickle "
    "platform pprint queue random re secrets shutil signal socket statistics string struct subprocess sys "
    "tempfile textwrap threading time timeit tokenize traceback tracemalloc types typing unicodedata "
    "unittest urllib.parse uuid warnings weakref zipfile zlib"
).split()
NUMERIC = (
    "numpy numpy.linalg numpy.fft numpy.random numpy.polynomial numpy.ma numpy.testing "
    "numpy.lib.stride_tricks numpy.typing numpy.exceptions numpy.dtypes numpy.char numpy.rec "
    "numpy.strings numpy.ctypeslib numpy.core"
).split()


def preload(packages: Iterable[str] = ()) -> None:
    """Import what honest code imports, as far as it is installed. With SciPy, a fork costs twice as much.

    Args:
        packages: What an exercise requires, as in `packages.NAMES`.
    """
    for name in [*STANDARD, *NUMERIC, *modules_of(packages)]:
        with contextlib.suppress(ImportError):
            importlib.import_module(name)
    for package in ("numpy", "scipy", "unittest"):
        stand_in_for_the_rest(package)
    run_in_place()
    importlib.import_module("autograder.worker.coroutines").use_timers()


def stand_in_for_the_rest(package: str) -> None:
    """Give a package stand-ins for the names that it loads when needed: `from numpy import *` needs all."""
    module = sys.modules.get(package)
    for name in getattr(module, "__all__", ()):
        if name not in vars(module):
            setattr(module, name, StandIn(f"{package}.{name}"))


class StandInFinder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Finds stand-ins for what the modules `importers` import, except for `available` packages.

    An import of a `guarded` package fails, since the submission has something to fall back on.
    """

    def __init__(self, importers: AbstractSet[str], available: AbstractSet[str], guarded: set[str]) -> None:
        inert = INERT - required_names()
        self.importers, self.available, self.guarded = importers, available - inert, guarded - inert
        self.made: list[str] = []

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: Any = None
    ) -> importlib.machinery.ModuleSpec | None:
        top = name.partition(".")[0]
        if top in self.available or importing_module() not in self.importers:
            return None  # available, or imported by a library
        if top in self.guarded:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)
        return self.stand_in_for(name)

    def stand_in_for(self, name: str) -> importlib.machinery.ModuleSpec:
        """Return what makes a stand-in for this module."""
        return importlib.machinery.ModuleSpec(name, self, is_package=True)

    def create_module(self, spec: importlib.machinery.ModuleSpec) -> types.ModuleType:
        self.made.append(spec.name)
        return StandIn(spec.name)

    def exec_module(self, module: types.ModuleType) -> None: ...


def importing_module() -> str:
    """Return the `__name__` of the module whose import is being handled."""
    frame = sys._getframe(2)
    while frame.f_back and "importlib" in frame.f_globals.get("__name__", ""):
        frame = frame.f_back
    return str(frame.f_globals.get("__name__"))


def apply_import_policy(
    importers: AbstractSet[str], guarded: set[str], served: AbstractSet[str] = frozenset()
) -> None:
    """Put a StandInFinder before the usual finders, and another one after them.

    The first is for packages that grading doesn't have, even if they are installed here. The last is for
    modules that this process can't load any more.

    Args:
        importers: The names of the modules whose imports it is about: those of the submission.
        guarded: Packages whose import fails. See StandInFinder.
        served: Modules and packages that the submission brings along.
    """
    earlier = [finder for finder in sys.meta_path if isinstance(finder, StandInFinder)]
    for name in [name for finder in earlier for name in finder.made]:
        sys.modules.pop(name, None)  # so that an import which is guarded now does not find it
    usual = [finder for finder in sys.meta_path if finder not in earlier]
    sys.meta_path[:] = [
        StandInFinder(importers, AVAILABLE | served | required_names(), guarded),
        *usual,
        StandInFinder(importers, served, guarded),
    ]


def guarded_imports(tree: ast.AST) -> set[str]:
    """Return the packages that some code imports only inside of `try` with a handler."""
    bodies = [node.body for node in ast.walk(tree) if isinstance(node, ast.Try) and node.handlers]
    inside = {node for body in bodies for statement in body for node in ast.walk(statement)}
    return packages(inside) - packages(set(ast.walk(tree)) - inside)


def packages(nodes: set[ast.AST]) -> set[str]:
    """Return the packages that these import statements name."""
    names = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    names |= {node.module for node in nodes if isinstance(node, ast.ImportFrom) and node.module}
    return {name.partition(".")[0] for name in names}
