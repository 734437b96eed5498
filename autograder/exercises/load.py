"""Loading exercises and their checks from folders.

`solutions/<exercise>/` has everything, `assignments/<exercise>/` only what is public.
"""

from __future__ import annotations

import ast
import hashlib
import runpy
import site
import sys
import sysconfig
from collections.abc import Callable, Iterator, Mapping
from importlib.machinery import ModuleSpec, PathFinder
from importlib.util import spec_from_file_location
from pathlib import Path
from typing import Any

from autograder.checks.wording import declared_axes
from autograder.errors import AuthorError
from autograder.exercises.assignment import Assignment, Check
from autograder.exercises.course import exercise_folders as exercise_folders
from autograder.exercises.course import languages_of, read_course
from autograder.exercises.data_files import shared_files
from autograder.exercises.layout import (
    HIDDEN_CHECKS,
    check_files,
    settings_file,
    solution_file,
    texts_files,
)
from autograder.exercises.settings import read_settings
from autograder.exercises.slips import slip
from autograder.exercises.solution import parameters_in
from autograder.exercises.texts import read_texts

PACKAGE = __name__.partition(".")[0]
LIBRARIES = [sysconfig.get_path("purelib"), sysconfig.get_path("platlib"), site.getusersitepackages()]
"""The folders of installed packages."""


def find_assignment(name: str, solutions: Path) -> Assignment:
    """Return an exercise, or an assignment of the course, with its visible and hidden checks.

    Raises UsageError for an unknown name, AuthorError for checks that don't load or carry no points.
    """
    folders = read_course(solutions).folders(name)
    checks = [check for folder in folders for check in folder_checks(folder)]
    if not sum(check.points for check in checks):
        raise AuthorError(f"{name}: its checks carry no points")
    solutions_of = [solution_file(folder) for folder in folders]
    signatures = parameters_in(file.read_text(encoding="utf-8") for file in solutions_of if file.is_file())
    return Assignment(name, tuple(folders), tuple(checks), signatures, shared_files(folders))


def folder_checks(folder: Path) -> Iterator[Check]:
    """Yield the checks of an exercise's folder, visible ones first. Hidden checks may import the solution."""
    language = languages_of(folder.parent)[0]
    for file in check_files(folder):
        yield from file_checks(file, folder.name, hidden=file.name == HIDDEN_CHECKS, language=language)


def run_beside(file: Path) -> dict[str, Any]:
    """Run a file of an exercise, which may import the modules beside it; return its names.

    These modules are forgotten afterwards: another exercise may have one of the same name.
    """
    modules = {module.stem: module for module in modules_beside(file)}
    replaced = {name: sys.modules.pop(name) for name in modules if name in sys.modules}
    finder = _ModulesBeside(modules)
    sys.meta_path.insert(0, finder)
    try:
        return runpy.run_path(str(file))
    finally:
        sys.meta_path.remove(finder)
        for name in modules:
            sys.modules.pop(name, None)
        sys.modules.update(replaced)


class _ModulesBeside:
    """Finds these modules in their files, and no other module.

    `sys.path` has no say: with `python -m` the current folder is on it, which may hold what students sent.
    """

    def __init__(self, modules: Mapping[str, Path]) -> None:
        self.modules = modules

    def find_spec(self, name: str, path: object = None, target: object = None) -> ModuleSpec | None:
        return spec_from_file_location(name, self.modules[name]) if name in self.modules else None


def modules_beside(file: Path) -> list[Path]:
    """Return the modules beside a file that it imports, and those that these import, by their source.

    A module of the standard library or of an installed package comes first: a student's file named
    `random.py` never takes its place. A file that is no Python imports nothing.
    """
    found, queue = dict[Path, None](), [file]
    for current in queue:
        for name in _imported_names(current):
            path = file.parent / f"{name}.py"
            if path not in found and path.is_file() and not _is_library(name):
                found[path] = None
                queue.append(path)
    return list(found)


def _imported_names(file: Path) -> list[str]:
    """Return the top-level names that the `import` statements of a file name."""
    try:
        nodes = list(ast.walk(ast.parse(file.read_text(encoding="utf-8"))))
    except (SyntaxError, ValueError):  # ValueError: no UTF-8, or a null byte
        return []
    names = [alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names]
    names += [node.module for node in nodes if isinstance(node, ast.ImportFrom) and node.module]
    return [name.partition(".")[0] for name in names]


def _is_library(name: str) -> bool:
    ours = name in sys.stdlib_module_names or name == PACKAGE
    return ours or PathFinder.find_spec(name, LIBRARIES) is not None


def file_checks(file: Path, exercise: str, *, hidden: bool, language: str = "en") -> Iterator[Check]:
    """Yield the check functions of one file in the order they are written.

    Raises AuthorError for a file that does not load, and for a check without points or sentence.

    Args:
        language: That of the file. Its texts in further languages lie beside it.
    """
    try:
        digest_of = _digests(file.read_text(encoding="utf-8"))
        names = run_beside(file)
        axes = declared_axes(names)
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # whatever ends the loading, even sys.exit(), is for its author
        raise AuthorError(slip(error, file, "does not load")) from error
    if "LIMITS" in names:
        remedy = f"write them into {settings_file(file).name}, as [limits] and call_seconds = 5"
        raise AuthorError(f"{file.parent.name}/{file.name}: LIMITS are no longer read here; {remedy}")
    settings = read_settings(settings_file(file), language)
    texts = {language: read_texts(one) for language, one in texts_files(file).items()}
    for name, function in names.items():
        if name.startswith("test_"):
            worth, sentence = _declared(function, f"{file.name}: {name}")
            translations = {
                other: (found.sentences.get(name, sentence), found.rungs.get(worth.rung, worth.rung))
                for other, found in texts.items()
            }
            yield Check(
                exercise,
                name,
                sentence,
                worth.rung,
                worth.value,
                hidden,
                function,
                digest_of(name),
                worth.for_reading,
                settings.limits,
                frozenset(settings.requires),
                axes,
                {language: (sentence, worth.rung), **translations},
            )


def _declared(function: Any, where: str) -> tuple[Any, str]:
    """Return what `@points` says of a check, and its sentence. Raises AuthorError where one is missing."""
    worth = getattr(function, "worth", None)
    if worth is None or not function.__doc__:
        needed = "needs @points(…, rung=…) and a docstring, the sentence a student reads"
        raise AuthorError(f"{where} {needed}")
    return worth, " ".join(function.__doc__.split())


def _digests(source: str) -> Callable[[str], bytes]:
    """Return a function that gives the digest of a test function: of its source and of the file's other code.

    Other test functions don't count. So a change of one leaves the grades and random inputs of the others.
    """
    lines, shared, own = source.split("\n"), list[str](), dict[str, list[str]]()
    for node in ast.parse(source).body:
        decorators = getattr(node, "decorator_list", [])
        first = min([node.lineno, *(decorator.lineno for decorator in decorators)])
        is_test = isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
        part = own.setdefault(getattr(node, "name", ""), []) if is_test else shared
        part.append("\n".join(lines[first - 1 : node.end_lineno]))
    return lambda name: hashlib.sha256("\n".join([*shared, "", *own.get(name, [])]).encode()).digest()
