"""A solution as its author writes it, in percent cells: what its cells are, and whether it is a script."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import cache
from types import ModuleType
from typing import Any, cast

from autograder.errors import AuthorError

MARKER = re.compile(r"^#[ \t]*%%[ \t]*(.*?)[ \t]*$", re.MULTILINE)
KINDS = {"": "code", "[markdown]": "markdown", 'tags=["given"]': "given"}
PLAIN = (ast.Import, ast.ImportFrom, ast.FunctionDef, ast.ClassDef, ast.Assign, ast.AnnAssign)
"""The statements of a solution that is no script."""


def cells(solution: str) -> Iterator[tuple[str, str]]:
    """Yield `(kind, text)` of each cell. Blank lines before each text keep its line numbers.

    Raises AuthorError for a cell of an unknown kind.
    """
    parts, lines = MARKER.split(solution), 0  # text, options, text, options, text…
    for options, text in zip(["", *parts[1::2]], parts[::2], strict=True):
        if options not in KINDS:
            remedy = f"use {' or '.join(filter(None, KINDS))}"
            raise AuthorError(f"line {lines + 1}: the cell has unknown options {options!r}; {remedy}")
        yield KINDS[options], "\n" * lines + text
        lines += text.count("\n")


@cache
def is_script(solution: str) -> bool:
    """Whether a solution is a script: it acts when it is run, and defines no public function or class.

    Nothing of a script is published but its docstring and given cells, so a wrong guess gives nothing away.
    """
    try:
        code = [text for kind, text in cells(solution) if kind == "code"]
        return acts([node for text in code for node in ast.parse(text).body])
    except (AuthorError, SyntaxError):
        return False


def acts(nodes: Sequence[ast.stmt]) -> bool:
    """Whether these statements are those of a script."""
    definitions = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
    if any(isinstance(node, definitions) and not node.name.startswith("_") for node in nodes):
        return False
    others = [node for node in nodes if not isinstance(node, PLAIN) and not is_text(node)]
    values = any(isinstance(node, ast.Assign | ast.AnnAssign) for node in nodes)
    return any(not is_main_guard(node) for node in others) or (bool(others) and not values)


def parameters_in(sources: Iterable[str]) -> dict[str, list[str]]:
    """Return the names of the parameters of all functions at the top of some sources.

    >>> parameters_in(["def double(x, times=2): ..."])
    {'double': ['x', 'times']}
    """
    found = dict[str, list[str]]()
    for source in sources:
        with suppress(SyntaxError):  # what is wrong with a solution is said where it is run
            for node in ast.parse(source).body:
                if isinstance(node, ast.FunctionDef):
                    every = (*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs)
                    found[node.name] = [one.arg for one in every]
    return found


def is_text(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def is_main_guard(node: ast.stmt) -> bool:
    """Whether a statement is `if __name__ == "__main__":` without `else`."""
    return isinstance(node, ast.If) and not node.orelse and ast.unparse(node.test) == "__name__ == '__main__'"


class _Names:
    """Has some names as its attributes, as a module has."""

    def __init__(self, names: dict[str, Any]) -> None:
        self.__dict__ = names


@contextmanager
def as_module(names: dict[str, Any]) -> Iterator[None]:
    """Let these names be those of the module that their `__name__` says, unless there is one of that name.

    A dataclass whose fields have annotations as texts looks for them there, while the class is made.
    """
    name = names["__name__"]
    if name in sys.modules:
        yield
        return
    sys.modules[name] = cast(ModuleType, _Names(names))
    try:
        yield
    finally:
        sys.modules.pop(name, None)
