"""Stubs: the part of an answer that students get, with the rest for them to fill in.

Works on the syntax tree and fails closed: copies what it recognises as public, replaces what it recognises as an answer, and
refuses anything else. Comments and markdown cells explain the answer, so they are dropped before anything is copied.
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

MARKER = re.compile(r"#\s*%%\s*(.*)")
KINDS = {"": "code", "[markdown]": "markdown", 'tags=["given"]': "given"}
ANNOTATION = (ast.Name, ast.Attribute, ast.Subscript, ast.Tuple, ast.List, ast.Constant, ast.BinOp, ast.BitOr, ast.Load)


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
    answer, docstring, imports = _Answer(file), "", {}
    cells: dict[str, tuple[str, ...]] = {}
    given: list[str] = []
    given_names: set[str] = set()
    for kind, first, last in answer.sections():
        nodes = [node for node in answer.tree.body if first <= node.lineno <= last]
        answer.refuse_misplaced(kind, nodes, last)
        if kind == "given":
            given.append("\n".join(answer.lines[first:last]).strip())
            given_names |= {name for node in nodes for name in _bound_names(node)}
            continue
        for node in nodes:
            if node is answer.tree.body[0] and isinstance(node, ast.Expr):
                docstring = answer.docstring(answer.tree) or answer.refuse_kind(node)
            elif isinstance(node, ast.Import | ast.ImportFrom):
                imports[ast.unparse(node)] = answer.imported_names(node)
            elif not (name := answer.defined_name(node)).startswith("_"):
                if name in cells or name in given_names:
                    answer.refuse(node, f"{name} is defined a second time", "keep one of the two")
                cells[name], given = (*given, answer.stub(node, name)), []
    words = set(re.findall(r"\w+", " ".join([statement, *given, *(text for texts in cells.values() for text in texts)])))
    needed = tuple(text for text, names in imports.items() if names & words or "__future__" in text)
    return Stub(docstring, needed, cells, tuple(given), frozenset(given_names))


class _Answer:
    """An answer's lines and syntax tree; `bare` are the lines without comments, from which stubs are copied."""

    def __init__(self, file: Path) -> None:
        self.place, text = f"{file.parent.name}/{file.name}", file.read_text(encoding="utf-8")
        try:
            self.tree = ast.parse(text)
        except SyntaxError as error:
            raise AuthorError(f"{self.place}, line {error.lineno}: {error.msg}; the answer must run as it stands") from None
        self.lines = text.split("\n")
        self.bare = list(self.lines)
        self.tokens = list(tokenize.generate_tokens(io.StringIO(text).readline))
        self.comments = [token for token in self.tokens if token.type == tokenize.COMMENT]
        for row, column in (comment.start for comment in self.comments):
            self.bare[row - 1] = self.lines[row - 1][:column].rstrip()

    def refuse(self, node: ast.AST, finding: str, remedy: str) -> NoReturn:
        raise AuthorError(f"{self.place}, line {getattr(node, 'lineno', 1)}: {finding}; {remedy}")

    def refuse_kind(self, node: ast.AST) -> NoReturn:
        remedy = 'write only imports, plain functions and NAME = value, or mark what is public with `# %% tags=["given"]`'
        self.refuse(node, f"a statement of the kind {type(node).__name__} may give the answer away", remedy)

    def refuse_misplaced(self, kind: str, nodes: list[ast.stmt], last: int) -> None:
        for node in nodes:
            if kind == "markdown" or (node.end_lineno or 0) > last:
                self.refuse(node, "this statement is in a markdown cell, or a cell's marker is inside it", "move the marker")

    def sections(self) -> Iterator[tuple[str, int, int]]:
        """Yield `(kind, first line, last line)` of each cell, marker included; kinds are code, markdown and given."""
        markers = [(token.start, MARKER.match(token.string)) for token in self.comments]
        found = [(row, match[1].strip()) for (row, column), match in markers if match and column == 0]
        starts = [(1, ""), *found]
        for (first, options), last in zip(starts, [*(line - 1 for line, _ in found), len(self.lines)], strict=True):
            if options not in KINDS:
                self.refuse(ast.Pass(lineno=first), f"the cell has unknown options {options!r}", f"use {' or '.join(filter(None, KINDS))}")
            yield KINDS[options], first, last

    def defined_name(self, node: ast.stmt) -> str:
        """Return the one name that a statement defines; refuse a statement of any other kind."""
        match node:
            case ast.FunctionDef(name=name, decorator_list=decorators) if not decorators or name.startswith("_"):
                return name
            case ast.Assign(targets=[ast.Name(id=name)]) | ast.AnnAssign(target=ast.Name(id=name), value=ast.expr()):
                return name
        self.refuse_kind(node)

    def imported_names(self, node: ast.Import | ast.ImportFrom) -> set[str]:
        names = {alias.asname or alias.name.partition(".")[0] for alias in node.names}
        if "*" in names or (isinstance(node, ast.ImportFrom) and node.level):
            self.refuse(node, "a star import or relative import brings in names unseen", "import them by name")
        return names

    def stub(self, node: ast.stmt, name: str) -> str:
        """Return the public text of a definition."""
        if isinstance(node, ast.AnnAssign):
            self._check_annotation(node.annotation)
            return f"{name}: {self._text(node.annotation)} = ...  # write your answer here"
        if not isinstance(node, ast.FunctionDef):
            return f"{name} = ...  # write your answer here"
        self._check_signature(node)
        docstring = self.docstring(node)
        body = [f"    {text}" for text in (docstring, f'raise NotImplementedError("{name}: write your code here")') if text]
        return "\n".join([*self._signature(node), *body])

    def docstring(self, node: ast.Module | ast.FunctionDef) -> str:
        """Return a docstring as it is written, or nothing."""
        if ast.get_docstring(node) is None:
            return ""
        text = self._text(node.body[0])
        if not text.startswith(('"""', 'r"""')) or not text.endswith('"""') or text.count('"""') != 2:
            self.refuse(node.body[0], "this docstring is not one text in triple double quotes", "write it as one")
        return text

    def _text(self, node: ast.stmt | ast.expr) -> str:
        return ast.get_source_segment("\n".join(self.bare), node) or ""

    def _signature(self, node: ast.FunctionDef) -> list[str]:
        """Return the lines from `def` to the colon that ends the signature, as they are written."""
        depth, row, column = 0, 0, 0
        for token in self.tokens:
            if token.start >= (node.lineno, 0) and token.type == tokenize.OP:
                depth += (token.string in "([{") - (token.string in ")]}")
                if token.string == ":" and depth == 0:
                    row, column = token.end
                    break
        lines = [*self.bare[node.lineno - 1 : row - 1], self.lines[row - 1][:column]]
        return [line for line in lines if line.strip()]

    def _check_signature(self, node: ast.FunctionDef) -> None:
        for default in [*node.args.defaults, *filter(None, node.args.kw_defaults)]:
            if not isinstance(default.operand if isinstance(default, ast.UnaryOp) else default, ast.Constant):
                self.refuse(default, "this default is computed", "use a constant")
        for annotation in [*(part.annotation for part in ast.walk(node.args) if isinstance(part, ast.arg)), node.returns]:
            self._check_annotation(annotation)

    def _check_annotation(self, annotation: ast.expr | None) -> None:
        if annotation and not all(isinstance(part, ANNOTATION) for part in ast.walk(annotation)):
            self.refuse(annotation, "this annotation is computed", "use the name of a type")


def _bound_names(node: ast.stmt) -> set[str]:
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        return {node.name}
    return {part.id for part in ast.walk(node) if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Store)}
