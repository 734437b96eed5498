"""The public text of a class in a solution.

Public are its bases, fields, the signatures and docstrings of its methods, the members of an enumeration, and
literals that are declared as `Final` or `ClassVar`. The bodies of methods and other values are the solution.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from autograder.authors.public_kinds import (
    CONSTANT,
    LITERAL,
    TYPE,
    called_name,
    constant_text,
    docstring_text,
    function_lines,
    is_made_of,
    is_private,
    last_name,
    refuse,
    refuse_computed,
    refuse_computed_arguments,
    refuse_computed_parameters,
)

CLASS_DECORATORS = ("dataclass", "final", "runtime_checkable", "total_ordering", "unique")
METHOD_DECORATORS = ("abstractmethod", "classmethod", "property", "staticmethod")
ENUMERATIONS = ("Enum", "Flag", "IntEnum", "IntFlag", "StrEnum")
FACTORIES = ("dict", "list", "set")
SPECIAL_NAMES = ("__hash__", "__match_args__")
"""The values of these names are public. Those of others, such as `__slots__`, name what is private."""


def class_lines(node: ast.ClassDef, text: str, name: str, indent: str = "") -> tuple[list[str], bool]:
    """Return the lines of a class, and whether it is complete: then nothing of it is left to write.

    Args:
        name: Its name with the classes around it, as `School.Pupil`.
    """
    lines = [f"{indent}@{_decorator(part, CLASS_DECORATORS)}" for part in node.decorator_list]
    lines.append(f"{indent}{_header(node)}")
    members = _Members(node, text, name, f"{indent}    ")
    before: list[str] = []
    for part in members.parts():
        if before and (len(part) > 1 or len(before) > 1 or before[0].endswith('"""')):
            lines.append("")
        lines += part
        before = part
    return lines if before else [*lines, f"{indent}    pass"], members.complete


def _header(node: ast.ClassDef) -> str:
    """Return the line from `class` to the colon."""
    for part in [*node.bases, *(keyword.value for keyword in node.keywords)]:
        refuse_computed(part, TYPE)
    refuse_computed_parameters(node)
    fields = {**dict(ast.iter_fields(node)), "body": [ast.Pass()], "decorator_list": []}
    return ast.unparse(ast.ClassDef(**fields)).partition("\n")[0]


def _decorator(part: ast.expr, allowed: tuple[str, ...]) -> str:
    """Return the text of a decorator that is known to be public, with constants as its arguments."""
    called = part.func if isinstance(part, ast.Call) else part
    if isinstance(called, ast.Subscript) or last_name(called) not in allowed:
        remedy = f"students get only {', '.join(allowed)}"
        refuse(part, "this decorator may give the solution away", remedy)
    refuse_computed_arguments(part, CONSTANT)
    return ast.unparse(part)


class _Members:
    """What students get of the members of one class. `complete` is right once all parts are made."""

    def __init__(self, node: ast.ClassDef, text: str, name: str, indent: str) -> None:
        self.node, self.text, self.name, self.indent = node, text, name, indent
        bases = {last_name(base) for base in node.bases}
        decorators = {called_name(part) or last_name(part) for part in node.decorator_list}
        self.has_fields = "dataclass" in decorators or "NamedTuple" in bases
        """Whether its annotated names are the parameters of the class."""
        self.is_enumeration = not bases.isdisjoint(ENUMERATIONS)
        self.complete = True

    def parts(self) -> Iterator[list[str]]:
        """Yield the lines of each member that students get."""
        for index, member in enumerate(self.node.body):
            match member:
                case ast.Expr(value=ast.Constant(value=str())) if index == 0:
                    yield [self.indent + docstring_text(member, self.text)]
                case ast.Pass():
                    pass
                case ast.Expr(value=ast.Constant(value=value)) if value is ...:
                    pass
                case ast.FunctionDef(name=name) | ast.ClassDef(name=name) if is_private(name):
                    pass
                case ast.FunctionDef() | ast.ClassDef():
                    yield self._defined(member)
                case ast.AnnAssign(target=ast.Name(id=name)):
                    yield from self._annotated(member, name)
                case ast.Assign(targets=[ast.Name(id=name)]):
                    yield from self._assigned(member, name)
                case _:
                    kind = type(member).__name__
                    remedy = "in a class, write only methods, fields and NAME = value"
                    refuse(member, f"a statement of the kind {kind} may give the solution away", remedy)

    def _defined(self, node: ast.FunctionDef | ast.ClassDef) -> list[str]:
        """Return the lines of a method or of a class inside."""
        name = f"{self.name}.{node.name}"
        if isinstance(node, ast.ClassDef):
            lines, complete = class_lines(node, self.text, name, self.indent)
            self.complete &= complete
            return lines
        self.complete = False
        properties = [f"{node.name}.setter", f"{node.name}.deleter"]
        texts = [
            ast.unparse(part) if ast.unparse(part) in properties else _decorator(part, METHOD_DECORATORS)
            for part in node.decorator_list
        ]
        decorators = [f"{self.indent}@{text}" for text in texts]
        return [*decorators, *function_lines(node, self.text, name, self.indent)]

    def _annotated(self, node: ast.AnnAssign, name: str) -> Iterator[list[str]]:
        """Yield the lines of `name: type` or `name: type = value`."""
        refuse_computed(node.annotation, TYPE)
        kind, is_separator = (
            last_name(node.annotation),
            name == "_" and last_name(node.annotation) == "KW_ONLY",
        )
        if is_private(name) and not is_separator:
            self._refuse_private_parameter(node, name, kind)
        elif node.value is None:
            yield [self.indent + ast.unparse(node)]
        elif kind in ("ClassVar", "Final"):
            yield [self.indent + constant_text(node, self.text)]
        elif self.has_fields:
            self._refuse_computed_default(node)
            yield [self.indent + ast.unparse(node)]
        else:
            yield self._to_write(f"{name}: {ast.unparse(node.annotation)}")

    def _assigned(self, node: ast.Assign, name: str) -> Iterator[list[str]]:
        """Yield the lines of `name = value`."""
        if name in SPECIAL_NAMES and is_made_of(node.value, LITERAL):
            yield [self.indent + constant_text(node, self.text)]
        elif name.startswith("__") and name.endswith("__") and name != "__slots__":
            remedy = "write a method, or declare a constant as Final"
            refuse(node, f"this value of {name} may give the solution away", remedy)
        elif self.is_enumeration and not name.startswith("_"):
            if called_name(node.value) != "auto" or ast.unparse(node.value).rpartition("(")[2] != ")":
                refuse_computed(node.value, LITERAL)
            yield [self.indent + ast.unparse(node)]
        elif not name.startswith("_"):
            yield self._to_write(name)

    def _to_write(self, target: str) -> list[str]:
        self.complete = False
        return [f"{self.indent}{target} = ...  # write your answer here"]

    def _refuse_private_parameter(self, node: ast.AnnAssign, name: str, kind: str) -> None:
        """Refuse a private field that is a parameter of the class: without it students get another class."""
        initialised = not (
            isinstance(node.value, ast.Call)
            and any(
                keyword.arg == "init" and ast.unparse(keyword.value) == "False"
                for keyword in node.value.keywords
            )
        )
        if self.has_fields and kind != "ClassVar" and initialised:
            remedy = "name it without an underscore, or declare it with field(init=False)"
            refuse(node, f"{name} is private and a parameter of {self.name}", remedy)

    def _refuse_computed_default(self, node: ast.AnnAssign) -> None:
        """Refuse the default of a field that is neither a literal nor `field(…)` of constants."""
        if called_name(node.value) != "field" or not isinstance(node.value, ast.Call):
            refuse_computed(node.value, LITERAL)
            return
        for keyword in node.value.keywords:
            factory = keyword.arg == "default_factory" and last_name(keyword.value) in FACTORIES
            if not factory:
                refuse_computed(keyword.value, LITERAL)
        for argument in node.value.args:
            refuse_computed(argument, LITERAL)
