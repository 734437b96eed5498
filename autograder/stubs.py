"""Stubs: the part of an answer that students get to fill in.

Works on the syntax tree and fails closed. What it recognises as public it copies, what it recognises as an answer it replaces,
and anything else it refuses. Comments and markdown cells explain the answer, so they are dropped before anything is copied.
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


def make_stub(file: Path) -> Stub:
    """Return the stub of an answer. Raises AuthorError, with the line, for any statement that is not known to be safe."""
    answer = _Answer(file)
    docstring, imports, cells = "", [], dict[str, tuple[str, ...]]()
    given: list[str] = []
    given_names: set[str] = set()
    for kind, first, last in answer.sections():
        nodes = [node for node in answer.tree.body if first <= node.lineno <= last]
        if kind == "given":
            given.append("\n".join(answer.text.splitlines()[first:last]).strip())
            given_names |= {name for node in nodes for name in _bound_names(node)}
            nodes = [node for node in nodes if (node.end_lineno or 0) > last]
        for node in nodes:
            if kind != "code" or (node.end_lineno or 0) > last:
                answer.refuse(node, "this statement stands in a markdown cell or reaches over a cell's marker", "move the marker")
            if node is answer.tree.body[0] and isinstance(node, ast.Expr):
                docstring = answer.docstring(answer.tree) or answer.refuse_kind(node)
            elif isinstance(node, ast.Import | ast.ImportFrom):
                imports.append(answer.public_import(node))
            elif not (name := answer.defined_name(node)).startswith("_"):
                if name in cells or name in given_names:
                    answer.refuse(node, f"{name} is defined a second time", "keep one of the two")
                cells[name], given = (*given, answer.stub(node, name)), []
    published = {word for cell in [*given, *(text for texts in cells.values() for text in texts)] for word in re.findall(r"\w+", cell)}
    needed = tuple(text for text, names in imports if names & (published | {"annotations"}))
    return Stub(docstring, needed, cells, tuple(given), frozenset(given_names))


class _Answer:
    """An answer's text and syntax tree; `bare` is the text without its comments, from which all copies are taken."""

    def __init__(self, file: Path) -> None:
        self.file, self.text = file, file.read_text(encoding="utf-8")
        try:
            self.tree = ast.parse(self.text)
        except SyntaxError as error:
            raise AuthorError(f"{file.parent.name}/{file.name}, line {error.lineno}: {error.msg}. The answer must run as it stands") from None
        tokens = tokenize.generate_tokens(io.StringIO(self.text).readline)
        self.comments = [token for token in tokens if token.type == tokenize.COMMENT]
        lines = self.text.split("\n")
        for comment in self.comments:
            row, column = comment.start
            lines[row - 1] = lines[row - 1][:column].rstrip()
        self.bare = "\n".join(lines)

    def refuse(self, node: ast.AST, finding: str, remedy: str) -> NoReturn:
        line = getattr(node, "lineno", 1)
        raise AuthorError(f"{self.file.parent.name}/{self.file.name}, line {line}: {finding}, so it is not published; {remedy}")

    def refuse_kind(self, node: ast.AST) -> NoReturn:
        kind = type(node).__name__
        remedy = 'use only imports, undecorated functions and NAME = value, or mark the cell `# %% tags=["given"]` if students may read it'
        self.refuse(node, f"a statement of the kind {kind} may give the answer away", remedy)

    def sections(self) -> Iterator[tuple[str, int, int]]:
        """Yield `(kind, first line, last line)` of each cell, marker included; kinds are code, markdown and given."""
        starts = [(1, "")]
        for comment in self.comments:
            if comment.start[1] == 0 and (match := MARKER.match(comment.string)):
                starts.append((comment.start[0], match[1].strip()))
        ends = [*(line - 1 for line, _ in starts[1:]), len(self.text.splitlines())]
        for (first, options), last in zip(starts, ends, strict=True):
            if options not in KINDS:
                self.refuse(ast.Pass(lineno=first), f"the cell marker's {options!r} is unknown", f"use one of {', '.join(f'# %% {known}' for known in KINDS)}")
            yield KINDS[options], first, last

    def defined_name(self, node: ast.stmt) -> str:
        """Return the one name that a statement defines; refuse a statement of any other kind."""
        match node:
            case ast.FunctionDef(name=name, decorator_list=decorators) if not decorators or name.startswith("_"):
                return name
            case ast.Assign(targets=[ast.Name(id=name)]) | ast.AnnAssign(target=ast.Name(id=name), value=ast.expr()):
                return name
        self.refuse_kind(node)

    def stub(self, node: ast.stmt, name: str) -> str:
        """Return the public text of a definition."""
        if isinstance(node, ast.FunctionDef):
            self._check_signature(node)
            lines = [line.rstrip() for line in self._between(node, node.body[0]).splitlines() if line.strip()]
            docstring = self.docstring(node)
            return "\n".join([*lines, *([f"    {docstring}"] if docstring else []), f'    raise NotImplementedError("{name}: write your code here")'])
        annotation = ""
        if isinstance(node, ast.AnnAssign):
            self._check_annotation(node.annotation)
            annotation = f": {ast.get_source_segment(self.bare, node.annotation)}"
        return f"{name}{annotation} = ...  # write your answer here"

    def docstring(self, node: ast.Module | ast.FunctionDef) -> str:
        """Return a docstring as it is written, or nothing."""
        if ast.get_docstring(node) is None:
            return ""
        text = ast.get_source_segment(self.bare, node.body[0]) or ""
        if not text.startswith(('"""', 'r"""')) or not text.endswith('"""') or text.count('"""') != 2:
            self.refuse(node.body[0], "this docstring is not one text in triple double quotes", "write it as one")
        return text

    def public_import(self, node: ast.Import | ast.ImportFrom) -> tuple[str, set[str]]:
        """Return an import's text and the names that it binds."""
        names = {alias.asname or alias.name.partition(".")[0] for alias in node.names}
        if "*" in names or getattr(node, "level", 0):
            self.refuse(node, "a star import or a relative import brings in names unseen", "import them by name")
        return ast.unparse(node), names

    def _between(self, node: ast.stmt, end: ast.stmt) -> str:
        part = ast.Pass(lineno=node.lineno, col_offset=node.col_offset, end_lineno=end.lineno, end_col_offset=end.col_offset)
        return ast.get_source_segment(self.bare, part) or ""

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
