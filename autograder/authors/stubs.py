"""Stubs: the part of a solution that students get, with the rest for them to write.

A stub is made from the syntax tree, and in doubt making it fails: it copies what is known to be public, it
replaces what is known to be the solution, and it refuses everything else. Comments and markdown cells explain
the solution. They are not part of the syntax tree, so they are never copied.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from autograder.authors.public_classes import class_lines
from autograder.authors.public_kinds import (
    LITERAL,
    TYPE,
    called_name,
    constant_text,
    docstring_text,
    function_lines,
    last_name,
    refuse,
    refuse_computed,
    refuse_computed_arguments,
    refuse_computed_parameters,
)
from autograder.errors import AuthorError
from autograder.exercises.solution import acts, cells, is_main_guard, is_text

KINDS_OF_TYPES = ("NewType", "TypeVar", "namedtuple")


@dataclass(frozen=True)
class Stub:
    """The public part of a solution.

    `cells` are the code cells of each public name: the given cells before it, then its own.
    `rest` are the given cells after the last name. `given_names` are the names that given cells define.
    """

    docstring: str
    imports: tuple[str, ...]
    cells: dict[str, tuple[str, ...]]
    rest: tuple[str, ...]
    given_names: frozenset[str]
    is_script: bool = False
    """Whether the solution is a script. Then `rest` has all of its cells."""


def make_stub(file: Path, statement: str) -> Stub:
    """Return the stub of a solution. It keeps the imports that the stub or the statement uses.

    Raises AuthorError, with the line, for any Python statement that is not known to be safe.
    """
    try:
        found = [(kind, text, ast.parse(text).body) for kind, text in cells(file.read_text(encoding="utf-8"))]
        script = acts([node for kind, _text, nodes in found if kind == "code" for node in nodes])
        maker = _ScriptStubMaker(file.stem) if script else _StubMaker()
        for kind, text, nodes in found:
            maker.add_cell(kind, text, nodes)
        return maker.stub(statement)
    except SyntaxError as error:
        remedy = "make it run as it stands, with no cell's marker inside a statement"
        reason = f"line {error.lineno}: {error.msg}; {remedy}"
    except AuthorError as error:
        reason = str(error)
    raise AuthorError(f"{file.parent.name}/{file.name}, {reason}")


class _StubMaker:
    """Collects the public part of a solution, cell by cell."""

    def __init__(self) -> None:
        self._docstring = ""
        self._imports = dict[str, set[str]]()
        self._public = dict[str, tuple[str, ...]]()
        self._given = list[str]()  # cells that no public name follows yet
        self._given_names = set[str]()
        self._private_names = set[str]()
        self._at_start = True

    def add_cell(self, kind: str, text: str, nodes: Sequence[ast.stmt]) -> None:
        if kind == "markdown" and nodes:
            refuse(nodes[0], "this statement is in a markdown cell", "move the cell's marker")
        if kind == "given":
            self._given.append(text.strip())
            self._given_names |= {name for node in nodes for name in _bound_names(node)}
            self._at_start = False
            return
        for node in nodes:
            self._add_statement(node, text)
            self._at_start = False

    def _add_statement(self, node: ast.stmt, text: str) -> None:
        if isinstance(node, ast.Import | ast.ImportFrom):
            self._imports[ast.unparse(node)] = _imported_names(node)
        elif self._at_start and is_text(node):
            self._docstring = docstring_text(node, text)
        else:
            self._add_work(node, text)

    def _add_work(self, node: ast.stmt, text: str) -> None:
        """Add a statement of the solution itself."""
        found = None if is_main_guard(node) else _definition(node, text)
        if not found:
            self._private_names |= _bound_names(node)
            return
        if found.name in self._public or found.name in self._given_names:
            refuse(node, f"{found.name} is defined a second time", "keep one of the two")
        self._refuse_private_names(node, found)
        if found.complete:
            self._given.append(found.text)
            self._given_names.add(found.name)
        else:
            self._public[found.name] = (*self._given, found.text)
            self._given = []

    def _refuse_private_names(self, node: ast.stmt, found: _Definition) -> None:
        """Refuse a public definition that would not run without what students do not get."""
        names = {part.id for part in ast.walk(ast.parse(found.text)) if isinstance(part, ast.Name)}
        for name in sorted(names & self._private_names):
            remedy = "name it without an underscore, or mark it as given"
            refuse(node, f"{found.name} needs {name}, which students don't get", remedy)

    def stub(self, statement: str) -> Stub:
        public = [cell for cells in self._public.values() for cell in cells]
        used = set(re.findall(r"\w+", " ".join([statement, *self._given, *public])))
        imports = (text for text, names in self._imports.items() if names & used or "__future__" in text)
        return Stub(
            self._docstring,
            tuple(imports),
            self._public,
            tuple(self._given),
            frozenset(self._given_names),
            isinstance(self, _ScriptStubMaker),
        )


class _ScriptStubMaker(_StubMaker):
    """Collects the public part of a script: what it does is replaced, between one given cell and the next."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._to_write = f'raise NotImplementedError("{name}: write your code here")'

    def _add_work(self, node: ast.stmt, text: str) -> None:
        if self._given[-1:] != [self._to_write]:
            self._given.append(self._to_write)


@dataclass(frozen=True)
class _Definition:
    """What students get of one definition. Of one that is `complete` there is nothing left to write."""

    name: str
    text: str
    complete: bool = False


def _definition(node: ast.stmt, text: str) -> _Definition | None:
    """Return what students get of a statement; None if they get nothing of it."""
    match node:
        case ast.FunctionDef(name=name) | ast.ClassDef(name=name) if name.startswith("_"):
            return None
        case ast.FunctionDef(name=name, decorator_list=[]):
            return _Definition(name, "\n".join(function_lines(node, text, name)))
        case ast.ClassDef(name=name):
            lines, complete = class_lines(node, text, name)
            return _Definition(name, "\n".join(lines), complete)
        case ast.Assign(targets=[ast.Name(id=name)]):
            return None if name.startswith("_") else _value(node, name)
        case ast.AnnAssign(target=ast.Name(id=name), value=ast.expr()):
            return None if name.startswith("_") else _annotated_value(node, name, text)
    if type(node).__name__ == "TypeAlias":  # `type X = …`, which is new in Python 3.12
        refuse_computed(vars(node)["value"], TYPE)
        refuse_computed_parameters(node)
        return _Definition(vars(node)["name"].id, ast.unparse(node), complete=True)
    allowed = "write only imports, plain functions, classes and NAME = value"
    remedy = f'{allowed}, or mark what is public with `# %% tags=["given"]`'
    refuse(node, f"a statement of the kind {type(node).__name__} may give the solution away", remedy)


def _value(node: ast.Assign, name: str) -> _Definition:
    """Return a type such as `T = TypeVar("T")` as it is. Any other value is the solution."""
    if called_name(node.value) in KINDS_OF_TYPES:
        refuse_computed_arguments(node.value, (*TYPE, *LITERAL))
        return _Definition(name, ast.unparse(node), complete=True)
    return _Definition(name, f"{name} = ...  # write your answer here")


def _annotated_value(node: ast.AnnAssign, name: str, text: str) -> _Definition:
    """Return a constant or a type alias as it is. Any other value is the solution."""
    refuse_computed(node.annotation, TYPE)
    kind = last_name(node.annotation)
    if kind == "TypeAlias":
        refuse_computed(node.value, TYPE)
        return _Definition(name, ast.unparse(node), complete=True)
    if kind == "Final":
        return _Definition(name, constant_text(node, text), complete=True)
    target = f"{name}: {ast.unparse(node.annotation)}"
    return _Definition(name, f"{target} = ...  # write your answer here")


def _imported_names(node: ast.Import | ast.ImportFrom) -> set[str]:
    names = {alias.asname or alias.name.partition(".")[0] for alias in node.names}
    if "*" in names or (isinstance(node, ast.ImportFrom) and node.level):
        refuse(node, "a star import or relative import brings in names unseen", "import them by name")
    return names


def _bound_names(node: ast.stmt) -> set[str]:
    """Return the names that a statement of a given cell or of the solution defines."""
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        return {node.name}
    return {
        part.id for part in ast.walk(node) if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Store)
    }
