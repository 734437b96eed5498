"""Requests for operations on results, and operations as messages show them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Any, Protocol

from autograder.checks.result import COMPARISONS, OPERATORS, SIGNS
from autograder.errors import Crashed, StudentError
from autograder.i18n import _, ngettext
from autograder.session.failures import NO_DATA, about, forged, is_stub_error
from autograder.session.request import Request, argument_text
from autograder.text import clean_text
from autograder.worker import wire
from autograder.worker.frames import Frame
from autograder.worker.operations import Operation, operations_in

BINARY = {
    f"{name}_" if name in ("and", "or") else name: sign for name, sign in OPERATORS.items()
} | COMPARISONS
MAX_ARGUMENTS = 160
CONTAINERS = (list, tuple, dict)


class Notes(Protocol):
    """What a request needs of the recorder that has noted it."""

    kept: set[int]
    operations: list[Operation]


class OperationRequest(Request):
    """A request for an operation. It is complete when all of its check is noted.

    A call of a function with plain data, whose result is looked at once, and the reading of a name are `call`
    and `get`: they can be asked of any worker at any time. All else is `do`, which depends on what the check
    did before.
    """

    def __init__(self, operation: Operation, notes: Notes) -> None:
        self.operation, self.notes = operation, notes
        self.revealed = False
        """Whether the reply brings the value."""
        self.typed: int | None = None
        """How many lines are typed for it; None where nothing is said of input."""
        self.written_by = ""
        """The name that was asked before: what a file holds is about that."""

    @cached_property
    def name(self) -> str:  # type: ignore[override]
        """The name of the submission that this is about: the first one. Empty if it is about none."""
        if self.operation.kind == "text_of":
            return self.written_by
        return _first_name(self.operation, self.notes.operations)

    @cached_property
    def request(self) -> list[Any]:
        operation = self.operation.with_kept(self.notes.kept)
        if self.revealed and operation.number < 0:
            match operation:
                case Operation("name", (name,)):
                    return ["get", name]
                case Operation("call", (Operation("name", (name,)), arguments, keywords)) if not any(
                    True for _ in operations_in([arguments, keywords])
                ) and not _tables_within([*arguments, *keywords.values()]):
                    return ["call", name, arguments, keywords]
        return ["do", operation, self.revealed]

    @cached_property
    def frame(self) -> bytes:  # type: ignore[override]
        return wire.encode(self.request)

    @cached_property
    def call(self) -> str:
        return operation_text(self.operation, self.notes.operations)

    @property
    def failing_call(self) -> str:
        inner = self.operation.operands[0] if self.operation.kind in ("printed", "figure") else self.operation
        return operation_text(inner, self.notes.operations)

    @cached_property
    def arguments(self) -> list[Any]:
        """The arguments of the call that this asks for."""
        return self.operation.operands[1] if self.operation.kind == "call" else []

    def read(self, reply: list[Any], problem: str) -> Any:
        if self.awaited is not None and (ended := how_it_ended(reply)):
            return ended
        if self.typed is not None and reply[:2] == ["raised", "EOFError"]:
            text = ngettext(
                "{call} asks for more input than the {count} line that is typed",
                "{call} asks for more input than the {count} lines that are typed",
                self.typed,
            )
            raise StudentError(text.format(call=self.failing_call, count=self.typed))
        value = super().read(reply, problem)
        if self.revealed and not _has_form(self.operation.kind, value):
            raise Crashed(about(self.call, forged()))
        return value

    @property
    def names(self) -> set[str]:
        return {str(one.operands[0]) for one in self.operation.inner() if one.kind == "name"}


def _tables_within(arguments: list[Any]) -> bool:
    """Return whether a table lies inside of another argument, where only an operation finds it."""
    inner = (one.values() if type(one) is dict else one for one in arguments if type(one) in CONTAINERS)
    return any(type(one) is Frame or _tables_within([one]) for some in inner for one in some)


def _has_form(kind: str, value: Any) -> bool:
    """Return whether a value has the form that the worker gives to what an operation finds out."""
    match kind, value:
        case "caught", list(names):
            return all(type(name) is str for name in names)
        case "same", [True, _one, _other]:
            return True
        case "same", [False, bool(), bool(), str(), str()]:
            return True
        case "printed" | "script" | "text_of", str():
            return True
        case "figure", dict():
            return True
    return kind not in ("caught", "same", "printed", "script", "text_of", "figure")


def how_it_ended(reply: list[Any]) -> list[Any]:
    """Return how a call ended that should raise: `["raised", names, type, message, …]` or `["gives", text]`.

    Empty for all else: a name that is missing, a function that is not written yet.
    """
    match reply:
        case ["value", value]:
            return ["gives", argument_text(value)]
        case ["unsendable", str(text)] if (reason := text.partition(": "))[0] in NO_DATA:
            return ["gives", f"{reason[2]} object" if reason[0] == "no data" else text]
        case ["raised", kind, message, *place, names] if not is_stub_error(kind, message):
            return ["raised", names, kind, message, *place]
    return []


def _first_name(operation: Operation, kept: Sequence[Operation]) -> str:
    for one in operation.inner():
        if one.kind == "name":
            return str(one.operands[0])
        if one.kind == "kept":
            name = _first_name(kept[one.operands[0]], kept)
            if name:
                return name
    return ""


def operation_text(operation: Operation, kept: Sequence[Operation]) -> str:
    """Return an operation as messages show it: `double([1, 2], times=3)[0]`.

    Args:
        kept: The operations whose values are kept, by number.
    """

    def text(value: Any) -> str:
        if type(value) is Operation:
            return operation_text(value, kept)
        if any(True for _ in operations_in(value)):
            return _nested(value)
        return argument_text(value)

    def _nested(value: Any) -> str:
        if type(value) is dict:
            return "{" + ", ".join(f"{key!r}: {text(one)}" for key, one in value.items()) + "}"
        opening, closing = "[]" if type(value) is list else "()"
        return opening + ", ".join(map(text, value)) + closing

    def called(arguments: Sequence[Any], keywords: dict[str, Any]) -> str:
        words = [*map(text, arguments), *(f"{key}={text(value)}" for key, value in keywords.items())]
        return f"({clean_text(', '.join(words), MAX_ARGUMENTS)})"

    match operation.kind, operation.operands:
        case "name" | "code" | "text_of", (name,):
            return str(name)
        case "kept", (number,):
            return text(kept[number])
        case "call", (function, arguments, keywords):
            return text(function) + called(arguments, keywords)
        case "builtin", (name, arguments, keywords):
            return str(name) + called(arguments, keywords)
        case "attribute", (value, name):
            return f"{_whole(value, text)}.{name}"
        case "operator", ("getitem", value, key):
            return f"{_whole(value, text)}[{text(key)}]"
        case "operator", (name, left, right):
            return f"{_whole(left, text)} {BINARY[name]} {_whole(right, text)}"
        case "operator", (name, value):
            return f"{SIGNS[name]}{_whole(value, text)}"
        case "slice", (start, stop, step):
            bounds = ["" if bound is None else text(bound) for bound in (start, stop)]
            return ":".join([*bounds, *([] if step is None else [text(step)])])
        case "put", (value, "attribute", name, item):
            return f"{text(value)}.{name} = {text(item)}"
        case "put", (value, _item, key, item):
            return f"{text(value)}[{text(key)}] = {text(item)}"
        case "take", (value, count):
            return f"take({text(value)}, {count})"
        case "printed", (value,):
            return _("what {call} prints").format(call=text(value))
        case "figure", (Operation("script"),):
            return _("the figure of the file")
        case "figure", (value,):
            return f"figure({text(value)})"
        case "script", _none:
            return _("what the file prints")
        case "value" | "same", (value, *_other):
            return text(value)
    return operation.kind


def _whole(value: Any, text: Any) -> str:
    """Return an operand in brackets if it is itself written with an operator."""
    binary = type(value) is Operation and value.kind == "operator" and value.operands[0] != "getitem"
    return f"({text(value)})" if binary else str(text(value))
