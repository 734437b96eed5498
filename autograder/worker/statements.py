"""A source as top-level statements: where one fails, the others can still be run.

The common case never gets here: a source that does not fail is compiled and run as a whole.
"""

from __future__ import annotations
import __future__

import ast
import contextlib
import functools
import operator
import types
from collections.abc import Iterator, Sequence

MAX_CUTS = 20
"""How often a source with a syntax error is cut shorter, to find the complete statements before it."""
SCOPES = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda)
FUTURES = functools.reduce(
    operator.or_, (getattr(__future__, name).compiler_flag for name in __future__.all_feature_names)
)
"""The compiler flags of all that `from __future__ import …` can name."""


def complete_statements(source: str, line: int) -> str:
    """Return what is complete before the syntax error that a source has in this line."""
    lines = source.split("\n")
    starts = [at for at, text in enumerate(lines[:line]) if text[:1].strip() and text[0] not in "#)]}"]
    for at in starts[: -MAX_CUTS - 1 : -1]:
        beginning = "\n".join(lines[:at])
        with contextlib.suppress(SyntaxError):
            ast.parse(beginning)
            return beginning
    return ""


def future_flags(statements: Sequence[ast.stmt]) -> int:
    """Return the compiler flags of all `from __future__ import …`."""
    names = [
        alias.name
        for statement in statements
        if isinstance(statement, ast.ImportFrom) and statement.module == "__future__"
        for alias in statement.names
    ]
    features = [getattr(__future__, name, None) for name in names]
    return sum({feature.compiler_flag for feature in features if feature})


def lines_of(statement: ast.stmt) -> range:
    """Return the lines of a statement. Its decorators belong to it."""
    decorators = getattr(statement, "decorator_list", ())
    first = min([statement.lineno, *(decorator.lineno for decorator in decorators)])
    return range(first, (statement.end_lineno or first) + 1)


def failed_statement(
    statements: Sequence[ast.stmt], code: types.CodeType, trace: types.TracebackType | None
) -> int | None:
    """Return the index of the statement in which running the `code` of them all has ended.

    Where several are in one line and Python does not tell columns (3.10), it is the last of that line.
    """
    while trace and trace.tb_frame.f_code is not code:
        trace = trace.tb_next
    if trace is None:
        return None
    found = [at for at, one in enumerate(statements) if trace.tb_lineno in lines_of(one)]
    if len(found) > 1 and (place := _position(code, trace.tb_lasti)):
        found = [at for at in found if _start(statements[at]) <= place] or found
    return found[-1] if found else None


def _position(code: types.CodeType, instruction: int) -> tuple[int, int] | None:
    """Return the line and column of an instruction, if Python tells them."""
    if not hasattr(code, "co_positions"):
        return None
    line, _, column, _ = list(code.co_positions())[instruction // 2]
    return None if line is None or column is None else (line, column)


def _start(statement: ast.stmt) -> tuple[int, int]:
    return statement.lineno, statement.col_offset


def bound_names(statement: ast.stmt) -> Iterator[str]:
    """Yield the names that a statement would bind, had it not failed; `*` for whatever a module has."""
    if isinstance(statement, SCOPES):
        yield statement.name
        return
    nodes: list[ast.AST] = [statement]
    for node in nodes:
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id
        elif isinstance(node, ast.alias):
            yield node.asname or node.name.partition(".")[0]
        elif isinstance(node, SCOPES) and not isinstance(node, ast.Lambda):
            yield node.name
        if not isinstance(node, SCOPES):
            nodes += ast.iter_child_nodes(node)
