"""Objects: the values of a submission that a check goes on to use, and what it does with them.

They stay here, in the process that may be lost. The grader knows them by number. Only what a request reveals
crosses, as plain data.
"""

from __future__ import annotations

import builtins
import contextlib
import io
import itertools
import operator
import sys
from collections.abc import Callable, Sequence
from types import FunctionType
from typing import Any, Protocol

from autograder.worker.capture import Capture, typed_in
from autograder.worker.classes import MRO, exception_type, has_equality, is_instance
from autograder.worker.drawings import OwnFigures, plain_figure
from autograder.worker.expressions import evaluated
from autograder.worker.file_table import FileTable
from autograder.worker.frames import Frame
from autograder.worker.memory_files import text_at
from autograder.worker.operations import Operation, operations_in
from autograder.worker.plain import Unwritten, is_data, text_of
from autograder.worker.tables import is_table, table_of
from autograder.worker.wire import WireError

MAX_KEPT = 1_000
SAFE = """abs all any ascii bin bool bytearray bytes callable chr complex delattr dict dir divmod enumerate
filter float format frozenset getattr hasattr hash hex int isinstance issubclass iter len list map max
min next oct ord pow range repr reversed round set setattr slice sorted str sum tuple type vars zip"""
BUILTINS: dict[str, Callable[..., Any]] = {name: getattr(builtins, name) for name in SAFE.split()}
"""What `builtin.…` may name. They are taken before any student's code has run."""
OPERATORS: dict[str, Callable[..., Any]] = {
    name: getattr(operator, name)
    for name in """add sub mul truediv floordiv mod pow matmul lshift rshift and_ or_ xor neg pos invert
    eq ne lt le gt ge getitem""".split()
}
PLAIN_CONTAINERS = frozenset((type(None), bool, int, float, str, list, tuple, dict, set))
MOST_NAMES = 10
CALLS = ("call", "builtin")


def _only_pass() -> None:
    pass


def _only_docstring() -> None:
    """Say what it will do."""


EMPTY_BODIES = frozenset(one.__code__.co_code for one in (_only_pass, _only_docstring))
"""The bytecode of functions that nobody has written yet."""


class Absent(Exception):
    """The submission has no such name. The arguments are a similar name that it has, or "", and the name."""


class DescribedError(Exception):
    """The student's code has raised before. The first argument describes it, as `describe_error` does."""


class Submission(Protocol):
    """What objects need of the handler of requests."""

    trusted: bool
    namespace: dict[str, Any]
    files: FileTable | None
    run_again: Callable[[], list[list[Any]]] | None
    """Runs the file as a program, with new names; returns how it failed."""

    def find(self, name: str) -> Any: ...
    def describe_error(self, error: BaseException) -> list[Any]: ...


class Objects:
    """Carries out operations for one check after another.

    Args:
        submission: Where names are found.
    """

    def __init__(self, submission: Submission) -> None:
        self.submission = submission
        self.values: dict[int, Any] = {}
        self.printed: dict[int, Capture] = {}
        self.last_printed = Capture()
        """What the last call printed."""
        self.figures: dict[int, Any] = {}
        self.last_figure: Any = None
        """What the last call has drawn."""
        self.compared = set[type]()
        """The classes whose `==` has decided. Of our own code only: what it costs would be a submission's."""
        self.typed: io.StringIO | None = None
        """What `input()` will read, if a check has said it."""
        self.arguments: list[Any] = []
        """The arguments of the last call."""
        self.sent: list[Any] = []
        """The same as they were sent. Those that hold objects can't be compared."""
        self.raised: type = object
        """The class of the exception that ended a request last."""

    def do(self, operation: Operation, revealed: bool) -> Any:
        """Carry out an operation. Return its value if it is to be `revealed`."""
        with self.reading():
            value = self.evaluate(operation)
        return value if revealed else None

    def reading(self) -> contextlib.AbstractContextManager[None]:
        """Let `input()` read what a check has typed. Our own code never reads the command's input."""
        typed = io.StringIO() if self.typed is None and self.submission.trusted else self.typed
        if typed is None:
            return contextlib.nullcontext()
        return typed_in(typed, replace_input=self.submission.trusted)

    def evaluate(self, operation: Operation) -> Any:
        perform = getattr(self, f"do_{operation.kind}")
        value = perform(*operation.operands)
        if operation.number >= 0:
            self.keep(operation, value)
        if value is Ellipsis:
            raise Unwritten
        return value

    def keep(self, operation: Operation, value: Any) -> None:
        """Keep the value of an operation, and what it has printed."""
        if len(self.values) >= MAX_KEPT:
            oldest = next(iter(self.values))
            del self.values[oldest], self.printed[oldest], self.figures[oldest]
        self.values[operation.number] = value
        called = operation.kind in CALLS
        self.printed[operation.number] = self.last_printed if called else Capture()
        self.figures[operation.number] = self.last_figure if called else None

    def resolve(self, value: Any) -> Any:
        """Return an operand in which operations are replaced by their values."""
        kind = type(value)
        if kind is Operation:
            return self.evaluate(value)
        if kind is list or kind is tuple:
            return kind([self.resolve(one) for one in value])
        if kind is dict:
            return {key: self.resolve(one) for key, one in value.items()}
        return table_of(value) if kind is Frame else value

    def do_kept(self, number: int) -> Any:
        if number not in self.values:
            raise WireError(f"no longer there: {number}")
        return self.values[number]

    def do_value(self, value: Any) -> Any:
        return self.resolve(value)

    def do_name(self, name: str) -> Any:
        return self.submission.find(name)

    def do_call(self, function: Operation, arguments: list[Any], keywords: dict[str, Any]) -> Any:
        called = self.evaluate(function)
        if function.kind == "name" and not callable(called):
            raise WireError(f"no function: {text_of(type(called).__name__)}")
        resolved = [self.resolve(one) for one in arguments]
        named = {name: self.resolve(one) for name, one in keywords.items()}
        self.arguments = resolved
        self.sent = arguments
        result = self.captured(called, resolved, named)
        return written(called, result) if function.kind == "name" else result

    def captured(self, called: Callable[..., Any], arguments: list[Any], keywords: dict[str, Any]) -> Any:
        """Call a function; keep what it prints and draws."""
        before = sys.stdout
        self.last_printed = sys.stdout = Capture(None if self.submission.trusted else before)
        try:
            with OwnFigures() as drawn:
                result = called(*arguments, **keywords)
            self.last_figure = drawn.figure
            return result
        finally:
            sys.stdout = before

    def arguments_after(self) -> list[Any]:
        """Return the arguments of the last call as it left them, None for those with objects."""
        pairs = zip(self.arguments, self.sent, strict=True)
        return [None if any(True for _ in operations_in(sent)) else after for after, sent in pairs]

    def do_caught(self, own_types: dict[str, Operation]) -> list[str]:
        """Return which types of the submission's own the exception is that was raised last.

        Args:
            own_types: Where they are, by what they are called.
        """
        own = {name: exception_type(self.evaluate(one), name) for name, one in own_types.items()}
        bases = MRO(self.raised)
        return [name for name, kind in own.items() if any(kind is one for one in bases)]

    def do_attribute(self, value: Any, name: str) -> Any:
        return getattr(self.resolve(value), name)

    def do_put(self, value: Any, name: str, key: Any, item: Any) -> None:
        """Set an attribute or an item."""
        put = setattr if name == "attribute" else operator.setitem
        put(self.resolve(value), self.resolve(key), self.resolve(item))

    def do_operator(self, name: str, *operands: Any) -> Any:
        resolved = [self.resolve(one) for one in operands]
        if name == "getitem" and (type(resolved[0]) in PLAIN_CONTAINERS or is_table(resolved[0])):
            return part_of(*resolved)
        if name == "eq":
            self.note_compared(resolved[0])
        return OPERATORS[name](*resolved)

    def note_compared(self, value: Any) -> None:
        if self.submission.trusted:
            self.compared.add(type(value))

    def do_slice(self, *bounds: Any) -> slice:
        return slice(*[self.resolve(one) for one in bounds])

    def do_builtin(self, name: str, arguments: list[Any], keywords: dict[str, Any]) -> Any:
        resolved = [self.resolve(one) for one in arguments]
        named = {key: self.resolve(one) for key, one in keywords.items()}
        called = is_instance if name == "isinstance" else BUILTINS[name]
        return self.captured(called, resolved, named)

    def do_take(self, value: Any, count: int) -> list[Any]:
        return list(itertools.islice(self.resolve(value), count))

    def do_same(self, one: Any, other: Any) -> list[Any]:
        """Compare two values: data are sent both, of objects the student's own `==` decides."""
        left, right = self.resolve(one), self.resolve(other)
        if is_data(left) and is_data(right):
            return [True, left, right]
        self.note_compared(left)
        decided = has_equality(type(left)) or has_equality(type(right))
        return [False, bool(left == right), decided, shown(left), shown(right)]

    def do_code(self, source: str) -> Any:
        return evaluated(source)

    def do_printed(self, value: Operation) -> str:
        """Return what an operation printed: a kept one, or this one now."""
        if value.kind == "kept":
            self.do_kept(*value.operands)
            return self.printed[value.operands[0]].text
        self.last_printed = Capture()
        self.evaluate(value)
        return self.last_printed.text

    def do_figure(self, value: Operation) -> dict[str, Any]:
        """Return what the figure shows that an operation gave, or has drawn: a kept one, or this one now."""
        if value.kind == "kept":
            return plain_figure(self.do_kept(*value.operands), self.figures[value.operands[0]])
        self.last_figure = None
        return plain_figure(self.evaluate(value), self.last_figure)

    def do_script(self) -> str:
        """Run the file as a program; return what it prints."""
        if self.submission.run_again is None:
            raise WireError("no program")
        if self.submission.files:
            self.submission.files.empty_scratch()  # what it wrote while it was loaded is not there yet
        failures = self.captured(self.submission.run_again, [], {})
        if failures:
            raise DescribedError(failures[0])
        return self.last_printed.text

    def do_text_of(self, name: str) -> str:
        return text_at(self.submission.files, name)

    def do_typed(self, lines: Sequence[str] | None) -> None:
        self.typed = None if lines is None else io.StringIO("".join(f"{line}\n" for line in lines))

    def do_forget(self) -> None:
        self.values.clear()
        self.printed.clear()
        self.figures.clear()
        self.last_figure = self.typed = None


def written(function: Callable[..., Any], result: Any) -> Any:
    """Return a function's result. Raises Unwritten if its body is `pass`, `...` or its docstring alone."""
    if result is None and type(function) is FunctionType and function.__code__.co_code in EMPTY_BODIES:
        raise Unwritten
    return result


def part_of(value: Any, key: Any) -> Any:
    """Return `value[key]` of plain data. Raises WireError if it is not there, which says what is instead."""
    try:
        return value[key]
    except (TypeError, LookupError):
        if is_table(value):
            names = text_of(list(value.keys()[:MOST_NAMES]))
            raise WireError(f"no part: {type(value).__name__} with {names}") from None
        length = f" of length {len(value)}" if hasattr(value, "__len__") else ""
        raise WireError(f"no part: {type(value).__name__}{length}") from None


def shown(value: object) -> str:
    """Return a short text for a value, without its address in memory."""
    try:
        text = str.__str__(repr(value))
    except BaseException:  # noqa: BLE001 - __repr__ is the student's code too
        text = ""
    plain = text and " object at 0x" not in text
    return text_of(text) if plain else f"{text_of(type(value).__name__)} object"
