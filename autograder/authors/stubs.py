"""Stubs: the part of an answer that students get, with the rest for them to fill in.

Works on the syntax tree and fails closed: copies what it recognises as public, replaces what it recognises as an answer, and
refuses anything else. Comments and markdown cells explain the answer, and are not in the tree.
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
    """The public part of an answer: `cells` holds each public name's code cells, given ones first, and `rest` what follows them."""

    docstring: str
    imports: tuple[str, ...]
    cells: dict[str, tuple[str, ...]]
    rest: tuple[str, ...]
    given_names: frozenset[str]


def make_stub(file: Path, statement: str) -> Stub:
    """Return an answer's stub. Imports stay where the stub or the statement uses them.

    Raises AuthorError, with the line, for any statement that is not known to be safe.
    """
    try:
        return _stub(file.read_text(encoding="utf-8"), statement)
    except SyntaxError as error:
        reason = f"line {error.lineno}: {error.msg}; make it run as it stands, with no cell's marker inside a statement"
    except AuthorError as error:
        reason = str(error)
    raise AuthorError(f"{file.parent.name}/{file.name}, {reason}")


def _stub(answer: str, statement: str) -> Stub:
    imports, cells = dict[str, set[str]](), dict[str, tuple[str, ...]]()
    docstring, at_start, given, given_names = "", True, list[str](), set[str]()
    for kind, text in _sections(answer):
        nodes = ast.parse(text).body
        if kind == "markdown" and nodes:
            _refuse(nodes[0], "this statement is in a markdown cell", "move the cell's marker")
        if kind == "given":
            given.append(text.strip())
            given_names |= {name for node in nodes for name in _bound_names(node)}
            nodes, at_start = [], False
        for node in nodes:
            if isinstance(node, ast.Import | ast.ImportFrom):
                imports[ast.unparse(node)] = _imported_names(node)
            elif at_start and isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
                docstring = _docstring(node, text)
            elif not (name := _defined_name(node)).startswith("_"):
                if name in cells or name in given_names:
                    _refuse(node, f"{name} is defined a second time", "keep one of the two")
                cells[name], given = (*given, _public(node, name, text)), []
            at_start = False
    words = set(
        re.findall(
            r"\w+", " ".join([statement, *given, *(cell for group in cells.values() for cell in group)])
        )
    )
    needed = tuple(text for text, names in imports.items() if names & words or "__future__" in text)
    return Stub(docstring, needed, cells, tuple(given), frozenset(given_names))


def _sections(answer: str) -> Iterator[tuple[str, str]]:
    """Yield `(kind, text)` of each cell; blank lines in front of the text keep the numbers of its lines."""
    parts, lines = MARKER.split(answer), 0  # text, options, text, options, text…
    for options, text in zip(["", *parts[1::2]], parts[::2], strict=True):
        if options not in KINDS:
            _refuse(
                ast.Pass(lineno=lines + 1),
                f"the cell has unknown options {options!r}",
                f"use {' or '.join(filter(None, KINDS))}",
            )
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
    remedy = 'write only imports, plain functions and NAME = value, or mark what is public with `# %% tags=["given"]`'
    _refuse(node, f"a statement of the kind {type(node).__name__} may give the answer away", remedy)


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


def _public(node: ast.stmt, name: str, text: str) -> str:
    """Return the public text of a definition."""
    if isinstance(node, ast.FunctionDef):
        docstring = _docstring(node.body[0], text) if ast.get_docstring(node) is not None else ""
        body = [
            f"    {line}"
            for line in (docstring, f'raise NotImplementedError("{name}: write your code here")')
            if line
        ]
        return "\n".join([_signature(node, text), *body])
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
    """Return what leads from `def` to the colon before the body, as it is laid out, but without comments and blank lines."""
    for default in [*node.args.defaults, *filter(None, node.args.kw_defaults)]:
        _refuse_computed(default, CONSTANT)
    for annotation in [
        *(part.annotation for part in ast.walk(node.args) if isinstance(part, ast.arg)),
        node.returns,
    ]:
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
    if part and not all(isinstance(inner, kinds) for inner in ast.walk(part)):
        _refuse(
            part,
            "this part of a signature or type is computed",
            "use constants for defaults, and the names of types",
        )
