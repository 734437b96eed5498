"""Stubs: the part of a solution that students get, with the rest for them to write.

A stub is made from the syntax tree, and in doubt making it fails: it copies what is known to be public, it
replaces what is known to be the solution, and it refuses everything else. Comments and markdown cells explain
the solution. They are not part of the syntax tree, so they are never copied.
"""

from __future__ import annotations

import ast
import io
import re
import tokenize
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from autograder.errors import AuthorError

MARKER = re.compile(r"^#[ \t]*%%[ \t]*(.*?)[ \t]*$", re.MULTILINE)
KINDS = {"": "code", "[markdown]": "markdown", 'tags=["given"]': "given"}
CONSTANT = (ast.Constant, ast.UnaryOp, ast.USub)
TYPE = (
    ast.Name,
    ast.Attribute,
    ast.Subscript,
    ast.Tuple,
    ast.List,
    ast.Constant,
    ast.BinOp,
    ast.BitOr,
    ast.Load,
)


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


def make_stub(file: Path, statement: str) -> Stub:
    """Return the stub of a solution. It keeps the imports that the stub or the statement uses.

    Raises AuthorError, with the line, for any Python statement that is not known to be safe.
    """
    try:
        maker = _StubMaker()
        for kind, text in _cells(file.read_text(encoding="utf-8")):
            maker.add_cell(kind, text)
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
        self._at_start = True

    def add_cell(self, kind: str, text: str) -> None:
        nodes = ast.parse(text).body
        if kind == "markdown" and nodes:
            _refuse(nodes[0], "this statement is in a markdown cell", "move the cell's marker")
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
        elif self._at_start and isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            self._docstring = _docstring(node, text)
        elif not (name := _defined_name(node)).startswith("_"):
            if name in self._public or name in self._given_names:
                _refuse(node, f"{name} is defined a second time", "keep one of the two")
            self._public[name] = (*self._given, _public_text(node, name, text))
            self._given = []

    def stub(self, statement: str) -> Stub:
        public = [cell for cells in self._public.values() for cell in cells]
        used = set(re.findall(r"\w+", " ".join([statement, *self._given, *public])))
        imports = (text for text, names in self._imports.items() if names & used or "__future__" in text)
        return Stub(
            self._docstring, tuple(imports), self._public, tuple(self._given), frozenset(self._given_names)
        )


def _cells(solution: str) -> Iterator[tuple[str, str]]:
    """Yield `(kind, text)` of each cell. Blank lines before each text keep its line numbers."""
    parts, lines = MARKER.split(solution), 0  # text, options, text, options, text…
    for options, text in zip(["", *parts[1::2]], parts[::2], strict=True):
        if options not in KINDS:
            remedy = f"use {' or '.join(filter(None, KINDS))}"
            _refuse(ast.Pass(lineno=lines + 1), f"the cell has unknown options {options!r}", remedy)
        yield KINDS[options], "\n" * lines + text
        lines += text.count("\n")


def _refuse(node: ast.AST, finding: str, remedy: str) -> NoReturn:
    raise AuthorError(f"line {getattr(node, 'lineno', 1)}: {finding}; {remedy}")


def _defined_name(node: ast.stmt) -> str:
    """Return the one name that a statement defines; refuse a statement of any other kind."""
    match node:
        case ast.FunctionDef(name=name, decorator_list=decorators) if not decorators or name.startswith("_"):
            return name
        case (
            ast.Assign(targets=[ast.Name(id=name)])
            | ast.AnnAssign(target=ast.Name(id=name), value=ast.expr())
        ):
            return name
    allowed = "write only imports, plain functions and NAME = value"
    remedy = f'{allowed}, or mark what is public with `# %% tags=["given"]`'
    _refuse(node, f"a statement of the kind {type(node).__name__} may give the solution away", remedy)


def _imported_names(node: ast.Import | ast.ImportFrom) -> set[str]:
    names = {alias.asname or alias.name.partition(".")[0] for alias in node.names}
    if "*" in names or (isinstance(node, ast.ImportFrom) and node.level):
        _refuse(node, "a star import or relative import brings in names unseen", "import them by name")
    return names


def _bound_names(node: ast.stmt) -> set[str]:
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        return {node.name}
    return {
        part.id for part in ast.walk(node) if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Store)
    }


def _public_text(node: ast.stmt, name: str, text: str) -> str:
    """Return the public text of a definition."""
    if isinstance(node, ast.FunctionDef):
        lines = [_signature(node, text)]
        if ast.get_docstring(node) is not None:
            lines.append(f"    {_docstring(node.body[0], text)}")
        lines.append(f'    raise NotImplementedError("{name}: write your code here")')
        return "\n".join(lines)
    if isinstance(node, ast.AnnAssign):
        _refuse_computed(node.annotation, TYPE)
        name = f"{name}: {ast.unparse(node.annotation)}"
    return f"{name} = ...  # write your answer here"


def _docstring(node: ast.stmt, text: str) -> str:
    """Return a docstring as it is written."""
    segment = ast.get_source_segment(text, node) or ""
    if not re.fullmatch(r'r?"""((?!""").)*"""', segment, re.DOTALL):
        _refuse(node, "this docstring is not one text in triple double quotes", "write it as one")
    return segment


def _signature(node: ast.FunctionDef, text: str) -> str:
    """Return the text from `def` to the colon before the body, without comments and blank lines."""
    for default in [*node.args.defaults, *filter(None, node.args.kw_defaults)]:
        _refuse_computed(default, CONSTANT)
    arguments = (part for part in ast.walk(node.args) if isinstance(part, ast.arg))
    for annotation in [*(argument.annotation for argument in arguments), node.returns]:
        _refuse_computed(annotation, TYPE)
    depth, kept = 0, []
    for token in tokenize.generate_tokens(io.StringIO(ast.get_source_segment(text, node)).readline):
        if token.type != tokenize.COMMENT:
            kept.append(token)
            depth += (token.string in "([{") - (token.string in ")]}")
            if token.string == ":" and depth == 0:
                break
    return "\n".join(line.rstrip() for line in tokenize.untokenize(kept).split("\n") if line.strip())


def _refuse_computed(part: ast.expr | None, kinds: tuple[type[ast.AST], ...]) -> None:
    """Refuse an expression that is made of anything but these kinds of nodes."""
    if part and not all(isinstance(inner, kinds) for inner in ast.walk(part)):
        remedy = "use constants for defaults, and the names of types"
        _refuse(part, "this part of a signature or type is computed", remedy)
