"""Mistakes whose replies depend on earlier calls, and that do not say so.

A diagnosis asks a mistake each request once for a whole class, in the order in which submissions need it. So
what a mistake remembers would change what others are told. With REMEMBERS it is never asked.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Sequence

from autograder.exercises.assignment import Assignment
from autograder.grading.catalogue import Catalogue, Inquiry, MistakeStack, ask, inquiries
from autograder.grading.check_run import requests_of
from autograder.grading.equality import Reply


def remembering_problems(assignment: Assignment, catalogue: Catalogue) -> Iterator[str]:
    """Find mistakes that reply differently when the requests of all checks are asked in another order."""
    asked = [
        one for check in assignment.checks for one in inquiries(requests_of(check, catalogue.new_handler()))
    ]
    unlike = dict.fromkeys(asked)
    for mistake in catalogue.steady[1:]:
        if may_remember(mistake[0].source) and _remembers(catalogue, mistake, list(unlike)):
            yield f"mistakes/{mistake[0].name} remembers earlier calls; declare REMEMBERS = True"


def _remembers(catalogue: Catalogue, mistake: MistakeStack, asked: Sequence[Inquiry]) -> bool:
    def replies(order: Iterable[Inquiry]) -> dict[Inquiry, Reply]:
        handler = catalogue.new_handler(*mistake)
        return {one: ask(handler, one, catalogue.store) for one in order}

    try:
        forwards, backwards = replies(asked), replies(reversed(asked))
    except Exception:  # noqa: BLE001 - a mistake that does not load is a problem of its own, and is told
        return False
    return any(not catalogue.store.same(forwards[one], backwards[one]) for one in asked)


def may_remember(source: str) -> bool:
    """Whether code has a place where it could keep something: all others need not be asked.

    >>> may_remember("def f(x, k=1): return x * k"), may_remember("def f(x, seen=[]): seen.append(x)")
    (False, True)
    """
    tree = ast.parse(source)
    return any(map(_keeps, tree.body)) or any(map(_can_keep, ast.walk(tree)))


def _keeps(statement: ast.stmt) -> bool:
    """Whether a statement binds a name of the module to something that can be changed."""
    if not isinstance(statement, ast.Assign | ast.AnnAssign) or statement.value is None:
        return False
    try:
        return isinstance(ast.literal_eval(statement.value), list | dict | set)
    except ValueError:
        return True


def _can_keep(node: ast.AST) -> bool:
    match node:
        case ast.Global() | ast.ClassDef():
            return True
        case ast.FunctionDef():
            defaults = [one for one in (*node.args.defaults, *node.args.kw_defaults) if one]
            return bool(node.decorator_list) or not all(isinstance(one, ast.Constant) for one in defaults)
        case ast.Assign() | ast.AugAssign():
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            return any(isinstance(one, ast.Attribute) for one in targets)
    return False
