"""The modules that a submission brings along: imported from memory, since a worker can open no file.

Only the submission's own code finds them. None of them can take the place of Python's own modules or of a
package that grading has: `numpy.py` in a submission is never imported.
"""

from __future__ import annotations

import importlib.abc
import importlib.machinery
import sys
import types
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeAlias

from autograder.worker.file_table import HOME
from autograder.worker.import_policy import importing_module
from autograder.worker.stand_ins import available

PACKAGE_FILE = ".__init__"
"""The end of the dotted path of a package's own file."""
RunModule: TypeAlias = "Callable[[str, str, dict[str, Any]], None]"
"""Runs a module: its label, its source, its namespace. A line that fails raises nothing, and is noted."""


class SubmittedModules(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Finds and runs the modules of a submission, for code of the submission only."""

    def __init__(self, importer: str, modules: Mapping[str, str], run_module: RunModule) -> None:
        """Make modules importable, by the sources of their dotted paths.

        Args:
            importer: The `__name__` of the code that may import them, besides themselves.
        """
        there = available()
        own = {name: source for name, source in modules.items() if name.partition(".")[0] not in there}
        self.sources = {name.removesuffix(PACKAGE_FILE): source for name, source in own.items()}
        self.labels = {name.removesuffix(PACKAGE_FILE): label_of(name) for name in own}
        self.packages = {name.removesuffix(PACKAGE_FILE) for name in own if name.endswith(PACKAGE_FILE)}
        for name in own:
            parents = name.split(".")[:-1]
            self.packages |= {".".join(parents[:length]) for length in range(1, len(parents) + 1)}
        self.names = self.sources.keys() | self.packages
        self.importers = {importer, *self.names}
        self.run_module = run_module

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: Any = None
    ) -> importlib.machinery.ModuleSpec | None:
        if name.partition(".")[0] not in self.names or importing_module() not in self.importers:
            return None
        if name not in self.names:
            raise ModuleNotFoundError(f"{name} is not in the submission", name=name)
        return importlib.machinery.ModuleSpec(name, self, is_package=name in self.packages)

    def exec_module(self, module: types.ModuleType) -> None:
        name = module.__name__
        if name not in self.sources:
            return  # a folder without a file of its own
        module.__file__ = f"{HOME}/{self.labels[name]}"
        self.run_module(self.labels[name], self.sources[name], vars(module))


def label_of(name: str) -> str:
    """Return the path of a module's file, by its dotted path: `tools/pad.py` for `tools.pad`."""
    return f"{name.replace('.', '/')}.py"


def serve_modules(importer: str, modules: Mapping[str, str], run_module: RunModule) -> SubmittedModules:
    """Make the modules of a submission importable, and no longer those of one that was loaded before."""
    earlier = [finder for finder in sys.meta_path if isinstance(finder, SubmittedModules)]
    finder = SubmittedModules(importer, modules, run_module)
    for name in finder.names.union(*(other.names for other in earlier)):
        sys.modules.pop(name, None)
    sys.meta_path[:] = [finder, *(other for other in sys.meta_path if other not in earlier)]
    return finder
