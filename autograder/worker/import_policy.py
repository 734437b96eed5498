"""What `import` means for a submission.

Nothing can be opened after the lockdown, so what honest code imports is loaded before it.
Plotting packages are replaced by an inert stand-in: it can be used like them and does nothing.
Any other module is replaced by one that raises ImportError when it is first used, not when it is imported.
"""

from __future__ import annotations

import ast
import contextlib
import importlib
import importlib.abc
import importlib.machinery
import sys
import types
from collections.abc import Callable, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import Any

# What is loaded before the lockdown, as far as it is installed.
STANDARD = (
    "__future__ _strptime abc argparse array ast base64 bisect builtins bz2 calendar cmath codecs "
    "collections collections.abc concurrent.futures.thread contextlib contextvars copy csv ctypes "
    "dataclasses datetime decimal difflib doctest encodings.ascii encodings.cp1252 encodings.latin_1 "
    "encodings.utf_8 encodings.utf_16 enum errno fractions functools gc glob hashlib heapq inspect io "
    "itertools json linecache locale logging lzma math numbers operator os os.path pathlib pickle "
    "platform pprint queue random re secrets shutil signal socket statistics string struct subprocess sys "
    "tempfile textwrap threading time timeit tokenize traceback tracemalloc types typing unicodedata "
    "unittest urllib.parse uuid warnings weakref zlib"
).split()
NUMERIC = (
    "numpy numpy.linalg numpy.fft numpy.random numpy.polynomial numpy.ma numpy.testing "
    "numpy.lib.stride_tricks numpy.typing numpy.exceptions numpy.dtypes numpy.char numpy.rec "
    "numpy.strings numpy.ctypeslib numpy.core"
).split()
SCIPY = (
    "scipy scipy.signal scipy.ndimage scipy.linalg scipy.fft scipy.fftpack scipy.sparse scipy.special "
    "scipy.stats scipy.optimize"
).split()
AVAILABLE = {"numpy", "scipy", "autograder"} | set(sys.stdlib_module_names)
"""Packages that grading has."""
INERT = {"matplotlib", "mpl_toolkits", "pylab", "plotly", "IPython", "ipywidgets", "otter", "tqdm"}
"""Packages for pictures and progress, which compute no results."""


def preload(scipy: bool) -> None:
    """Import what honest code imports, as far as it is installed. With SciPy, a fork costs twice as much."""
    for name in [*STANDARD, *NUMERIC, *(SCIPY if scipy else [])]:
        with contextlib.suppress(ImportError):
            importlib.import_module(name)
    for package in ("numpy", "scipy", "unittest"):
        stand_in_for_the_rest(package)


def stand_in_for_the_rest(package: str) -> None:
    """Give a package stand-ins for the names that it loads when needed: `from numpy import *` needs all."""
    module = sys.modules.get(package)
    for name in getattr(module, "__all__", ()):
        if name not in vars(module):
            setattr(module, name, StandIn(f"{package}.{name}"))


class Missing:
    """Stands for a name of a missing module. It can be named, say in an annotation, but not used."""

    def __init__(self, name: str) -> None:
        object.__setattr__(self, "_name", name)

    def __getattr__(self, name: str) -> Missing:
        if name.startswith("__"):
            raise AttributeError(name)
        return Missing(f"{self._name}.{name}")

    def __call__(self, *arguments: Any, **keywords: Any) -> Any:
        top, *parts = self._name.split(".")
        package = f"{top}.{parts[0]}" if top in AVAILABLE and parts else top  # of NumPy, a part is missing
        raise ImportError(f"{self._name} is used here, but {package} is not available at grading")

    def __instancecheck__(self, instance: object) -> bool:
        return False

    def __or__(self, other: object) -> Missing:
        return self

    __getitem__ = __ror__ = __or__
    __iter__ = __enter__ = __exit__ = __setattr__ = __add__ = __mul__ = __mro_entries__ = __call__


class Inert:
    """Stands for anything of a plotting package. Any use of it does nothing and returns another stand-in.

    A few functions return something else, which their callers unpack or iterate over: see RESULTS.
    """

    def __init__(self, name: str = "", items: Iterable[Any] = (), *others: Any, **keywords: Any) -> None:
        vars(self).update(_name=name, _items=items)

    def __call__(self, *arguments: Any, **keywords: Any) -> Any:
        result = RESULTS.get(self._name)
        return result(*arguments, **keywords) if result else self

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return Inert(name)

    def __iter__(self) -> Iterator[Any]:
        return iter(self._items)

    def __enter__(self, *_: Any) -> Inert:
        return self

    __getitem__ = __enter__

    def __exit__(self, *_: Any) -> None: ...

    __setattr__ = __setitem__ = __exit__


def progress(iterable: Iterable[Any] = (), *arguments: Any, **keywords: Any) -> Inert:
    """Return an inert progress bar that iterates over its argument."""
    return Inert("bar", iterable)


def subplots(
    nrows: int = 1, ncols: int = 1, *arguments: Any, squeeze: bool = True, **keywords: Any
) -> tuple[Inert, Any]:
    """Return as many inert axes as the real function would."""
    import numpy as np

    axes = np.array([[Inert() for _ in range(ncols)] for _ in range(nrows)], dtype=object)
    return Inert(), (axes[0, 0] if axes.size == 1 else axes.squeeze()) if squeeze else axes


RESULTS: dict[str, Callable[..., Any]] = {
    "subplots": subplots,
    "plot": lambda *_, **__: [Inert()],
    "tqdm": progress,
    "trange": lambda *stop, **_: progress(range(*stop)),
}


class StandIn(types.ModuleType):
    """A module whose every name is an Inert or a Missing."""

    def __getattr__(self, name: str) -> Any:
        if name == "__version__":
            return "0"
        if name.startswith("__"):
            raise AttributeError(name)
        if self.__name__.partition(".")[0] in INERT:
            return Inert(name)
        return Missing(f"{self.__name__}.{name}")


class StandInFinder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Finds stand-ins for what the modules `importers` import, except for `available` packages.

    An import of a `guarded` package fails, since the submission has something to fall back on.
    """

    def __init__(self, importers: AbstractSet[str], available: AbstractSet[str], guarded: set[str]) -> None:
        self.importers, self.available, self.guarded = importers, available - INERT, guarded - INERT
        self.made: list[str] = []

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: Any = None
    ) -> importlib.machinery.ModuleSpec | None:
        top = name.partition(".")[0]
        if top in self.available or importing_module() not in self.importers:
            return None  # available, or imported by a library
        if top in self.guarded:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)
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
        StandInFinder(importers, AVAILABLE | served, guarded),
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
