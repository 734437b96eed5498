"""Finding `assert student.f(1) == 2` in checks: Python's own assert can't look into a result.

While grading, a check is run before there are results, so such an assert means nothing. What is found is said
with the line to write instead.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass

FIXTURE = "student"
CLOSE = ("allclose", "isclose", "approx")


@dataclass(frozen=True)
class BareAssert:
    """A bare assert about a result: the check that it is in, its line, and what to write instead."""

    check: str
    line: int
    remedy: str

    @property
    def sentence(self) -> str:
        return f"a bare assert can't look into a result; write {self.remedy}"


def bare_asserts(source: str) -> Iterator[BareAssert]:
    """Yield the bare asserts about results in the source of a file of checks; none if it is no Python."""
    try:
        tree = ast.parse(source)
    except SyntaxError:
        return
    for function in tree.body:
        if isinstance(function, ast.FunctionDef) and function.name.startswith("test_"):
            results = _names_of_results(function)
            for node in ast.walk(function):
                if isinstance(node, ast.Assert) and _names(node.test) & results:
                    yield BareAssert(function.name, node.lineno, _remedy(node.test, results))


def _names_of_results(function: ast.FunctionDef) -> set[str]:
    """Return the names in a check that stand for results: those that are assigned from `student`."""
    results, before = {FIXTURE}, 0
    while len(results) > before:
        before = len(results)
        for node in ast.walk(function):
            match node:
                case ast.Assign(targets=targets, value=value) if _names(value) & results:
                    results |= {name for target in targets for name in _names(target)}
                case ast.For(target=target, iter=value) if _names(value) & results:
                    results |= _names(target)
    return results


def _names(node: ast.AST) -> set[str]:
    return {part.id for part in ast.walk(node) if isinstance(part, ast.Name)}


def _remedy(test: ast.expr, results: set[str]) -> str:
    """Return the assert of the vocabulary that says what a bare assert means."""
    match test:
        case ast.Compare(left=left, ops=[ast.Eq() | ast.Is()], comparators=[right]):
            got, expected = (left, right) if _names(left) & results else (right, left)
            name = "assert_close" if _has_float(expected) else "assert_equal"
            return f"{name}({ast.unparse(got)}, {ast.unparse(expected)})"
        case ast.Call(func=function, args=[got, expected, *_]) if _last_name(function) in CLOSE:
            return f"assert_close({ast.unparse(got)}, {ast.unparse(expected)})"
        case ast.UnaryOp(op=ast.Not(), operand=got):
            return f"assert_equal({ast.unparse(got)}, False)"
        case ast.Call() | ast.Name() | ast.Attribute() if not _is_of_python(test):
            return f"assert_equal({ast.unparse(test)}, True)"
    got = next(
        (
            part
            for part in ast.walk(test)
            if isinstance(part, ast.Call | ast.Name) and _names(part) & results and not _is_of_python(part)
        ),
        test,
    )
    text = ast.unparse(got)
    predicate = ast.unparse(test).replace(text, "value")
    return f'assert_that({text}, lambda value: {predicate}, "is not what it should be")'


def _has_float(node: ast.expr) -> bool:
    return any(isinstance(part, ast.Constant) and type(part.value) is float for part in ast.walk(node))


def _last_name(function: ast.expr) -> str:
    return ast.unparse(function).rpartition(".")[2]


def _is_of_python(node: ast.expr) -> bool:
    """Whether a node calls a function such as `len` or `isinstance`, and no student's."""
    return isinstance(node, ast.Call) and FIXTURE not in _names(node.func)
