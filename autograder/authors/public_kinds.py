"""Which parts of a solution's syntax tree are known to be public, and the public text of a function.

Everything else is refused: what is not known may give the solution away.
"""

from __future__ import annotations

import ast
import io
import re
import tokenize
from typing import NoReturn

from autograder.errors import AuthorError

Kinds = tuple[type[ast.AST], ...]
CONSTANT: Kinds = (ast.Constant, ast.UnaryOp, ast.USub)
LITERAL: Kinds = (*CONSTANT, ast.Tuple, ast.List, ast.Set, ast.Dict, ast.Load)
TYPE: Kinds = (
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


def refuse(node: ast.AST, finding: str, remedy: str) -> NoReturn:
    raise AuthorError(f"line {getattr(node, 'lineno', 1)}: {finding}; {remedy}")


def refuse_computed(part: ast.expr | None, kinds: Kinds) -> None:
    """Refuse an expression that is made of anything but these kinds of nodes."""
    if part and not is_made_of(part, kinds):
        remedy = "use constants for defaults, and the names of types"
        refuse(part, "this part of a signature or type is computed", remedy)


def refuse_computed_arguments(call: ast.expr | None, kinds: Kinds) -> None:
    """Refuse a call whose arguments are made of anything but these kinds of nodes."""
    if isinstance(call, ast.Call):
        for argument in [*call.args, *(keyword.value for keyword in call.keywords)]:
            refuse_computed(argument, kinds)


def refuse_computed_parameters(node: ast.AST) -> None:
    """Refuse type parameters whose bound or default is computed, as in `def f[T: bound()](x: T)`."""
    for parameter in getattr(node, "type_params", []):
        for part in ("bound", "default_value"):
            refuse_computed(getattr(parameter, part, None), TYPE)


def is_made_of(part: ast.expr, kinds: Kinds) -> bool:
    return all(isinstance(inner, kinds) for inner in ast.walk(part))


def is_private(name: str) -> bool:
    """Whether a name is the solution's own: it begins with an underscore, and is no `__special__` name."""
    return name.startswith("_") and not (name.startswith("__") and name.endswith("__"))


def last_name(part: ast.expr) -> str:
    """Return the last name of `dataclass`, `dataclasses.dataclass` or `Generic[T]`; nothing for other code.

    >>> last_name(ast.parse("typing.Final[int]", mode="eval").body)
    'Final'
    """
    match part:
        case ast.Subscript(value=value):
            return last_name(value)
        case ast.Attribute(value=ast.Name() | ast.Attribute(), attr=name) | ast.Name(id=name):
            return name
    return ""


def called_name(part: ast.expr | None) -> str:
    """Return the last name of the function that an expression calls; nothing if it is no call."""
    return last_name(part.func) if isinstance(part, ast.Call) else ""


def docstring_text(node: ast.stmt, text: str) -> str:
    """Return a docstring as it is written."""
    segment = ast.get_source_segment(text, node) or ""
    if not re.fullmatch(r'r?"""((?!""").)*"""', segment, re.DOTALL):
        refuse(node, "this docstring is not one text in triple double quotes", "write it as one")
    return segment


def constant_text(node: ast.Assign | ast.AnnAssign, text: str) -> str:
    """Return a constant as its author laid it out; on one line if comments may be between its parts."""
    if not (node.value and is_made_of(node.value, LITERAL)):
        refuse(node, "this constant is computed", "write it as a literal, or mark it as given")
    segment = ast.get_source_segment(text, node) or "#"
    return ast.unparse(node) if "#" in segment else segment


def function_lines(node: ast.FunctionDef, text: str, name: str, indent: str = "") -> list[str]:
    """Return the lines of a function: signature and docstring as they are written, and no body.

    Args:
        name: Its name with the classes around it, as `Account.deposit`.
    """
    lines = [indent + _signature(node, text)]
    if ast.get_docstring(node) is not None:
        lines.append(f"{indent}    {docstring_text(node.body[0], text)}")
    lines.append(f'{indent}    raise NotImplementedError("{name}: write your code here")')
    return lines


def _signature(node: ast.FunctionDef, text: str) -> str:
    """Return the text from `def` to the colon before the body, without comments and blank lines."""
    for default in [*node.args.defaults, *filter(None, node.args.kw_defaults)]:
        refuse_computed(default, CONSTANT)
    arguments = (part for part in ast.walk(node.args) if isinstance(part, ast.arg))
    for annotation in [*(argument.annotation for argument in arguments), node.returns]:
        refuse_computed(annotation, TYPE)
    refuse_computed_parameters(node)
    depth, kept = 0, []
    segment = ast.get_source_segment(text, node) or ""
    for token in tokenize.generate_tokens(io.StringIO(segment).readline):
        if token.type != tokenize.COMMENT:
            kept.append(token)
            depth += (token.string in "([{") - (token.string in ")]}")
            if token.string == ":" and depth == 0:
                break
    return "\n".join(line.rstrip() for line in tokenize.untokenize(kept).split("\n") if line.strip())
