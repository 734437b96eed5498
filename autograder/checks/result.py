"""Results: what student code gives, as checks see it.

A check holds results that may not be there yet. What it does with one is noted, and done in the worker. An
assert gets the result when it is known, as a CallResult.
"""

from __future__ import annotations

import traceback
from collections.abc import Callable, Mapping
from contextvars import ContextVar
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple, NoReturn, Protocol, TypeAlias

from autograder.checks.wording import show
from autograder.errors import AuthorError, AutograderError, CheckFailed
from autograder.i18n import _
from autograder.worker.operations import Operation

__tracebackhide__ = True  # pytest then shows the check's own lines, and none of this file
OPERATORS = {
    "add": "+", "sub": "-", "mul": "*", "truediv": "/", "floordiv": "//", "mod": "%", "pow": "**",
    "matmul": "@", "lshift": "<<", "rshift": ">>", "and": "&", "or": "|", "xor": "^",
}  # fmt: skip
"""The operators that may have a result on either side."""
COMPARISONS = {"eq": "==", "ne": "!=", "lt": "<", "le": "<=", "gt": ">", "ge": ">="}
SIGNS = {"neg": "-", "pos": "+", "invert": "~"}

Assertion: TypeAlias = "Callable[[CallResult], None]"
"""Raises CheckFailed for a result that is wrong."""


@dataclass
class CallResult:
    """A result that is known, as an assert gets it: plain data, never a live object of the student's.

    >>> CallResult(3, "double(1.5)").call
    'double(1.5)'
    """

    value: Any
    call: str
    changed_arguments: Callable[[], list[str]] = list
    """Describes the arguments that the call changed."""


class CannotPlan(Exception):
    """A check looks into a result that is not there yet. It can only be run with a worker at hand."""


class Awaited(NamedTuple):
    """The exception that a check waits for."""

    kinds: tuple[str, ...]
    """What the worker calls the types of which it may be."""
    pattern: str
    """The regular expression that is looked for in its message."""


class Run(Protocol):
    """One run of a check: it notes what the check asks, in order."""

    def perform(self, kind: str, *operands: Any) -> Result:
        """Note an operation on results and plain data; return its result."""

    def judge(self, origin: Origin, assertion: Assertion, with_arguments: bool) -> None:
        """Note an assert on a result.

        Args:
            with_arguments: The assert also looks at `changed_arguments`.
        """

    def known(self, origin: Origin) -> CallResult:
        """Return a result as it is now. Raises CannotPlan where it is not there yet."""

    def begin_block(self, own: Mapping[str, Result]) -> None:
        """Begin a block of operations, of which one is expected to raise.

        Args:
            own: The types of exceptions of the student's own that count, by what they are called.
        """

    def end_block(self, assertion: Assertion, awaited: Awaited) -> None:
        """End the block, and note an assert on how it ended: with an exception that is awaited, or not."""

    def describe(self, operation: Operation) -> str:
        """Return an operation as messages show it."""


RUNNING: ContextVar[Run] = ContextVar("running check")
"""The check that is running, for the words of the vocabulary that get no result."""


@dataclass
class Origin:
    """Where a result comes from. `request` is what asks for it; None for a name that is not asked for yet."""

    run: Run
    operation: Operation
    request: Any = None


class Result:
    """What student code gave, or will give. Every name of it is the student's: `account.balance`.

    Calls, attributes, parts and operators give results again. They are carried out where the student's code
    runs. Hand a result to an `assert_…` function to look at it.

    >>> account = student.Account("Ann")
    >>> account
    <Account('Ann')>
    >>> assert_equal(account.balance + 1, 1)
    """

    __slots__ = ("__origin__",)
    __origin__: Origin
    __array_ufunc__ = None  # numpy then leaves operators to this class
    __hash__ = None  # type: ignore[assignment]

    def __init__(self, origin: Origin) -> None:
        object.__setattr__(self, "__origin__", origin)

    def __call__(self, *arguments: Any, **keywords: Any) -> Result:
        return self.__origin__.run.perform("call", self, list(arguments), keywords)

    def __getattr__(self, name: str) -> Result:
        if name.startswith("__") and name.endswith("__"):  # Python and numpy look for such names, too
            raise AttributeError(f"a result has no {name}; write builtin.getattr(result, {name!r})")
        return self.__origin__.run.perform("attribute", self, name)

    def __setattr__(self, name: str, value: Any) -> None:
        self.__origin__.run.perform("put", self, "attribute", name, value)

    def __getitem__(self, key: Any) -> Result:
        return self.__origin__.run.perform("operator", "getitem", self, key)

    def __setitem__(self, key: Any, value: Any) -> None:
        self.__origin__.run.perform("put", self, "item", key, value)

    def __repr__(self) -> str:
        return f"<{call_of(self)}>"

    def __bool__(self) -> NoReturn:
        raise AuthorError(_instead_of_assert(self))

    def __iter__(self) -> NoReturn:
        remedy = "name its parts, as result[0], or take the first ones with take(result, 3)"
        raise AuthorError(f"{call_of(self)} is not there yet, so a check can't go through it; {remedy}")

    def __contains__(self, item: object) -> NoReturn:
        remedy = "ask with assert_that, or builtin.list(…).count(…)"
        raise AuthorError(f"{call_of(self)} is not there yet, so `in` can't look into it; {remedy}")

    def __array__(self, *_arguments: Any, **_options: Any) -> NoReturn:
        remedy = "compare it with assert_array or assert_close, or ask with assert_that"
        raise AuthorError(f"{call_of(self)} is not there yet, so numpy can't compute with it; {remedy}")

    def __abs__(self) -> Result:
        return self.__origin__.run.perform("builtin", "abs", [self], {})

    def __round__(self, *digits: Any) -> Result:
        return self.__origin__.run.perform("builtin", "round", [self, *digits], {})

    def _not_yet(self) -> NoReturn:
        remedy = "ask the student's side, as builtin.len(result), builtin.int(result) or builtin.str(result)"
        raise AuthorError(f"{call_of(self)} is not there yet; {remedy}")

    __len__ = __int__ = __float__ = __index__ = __complex__ = __str__ = _not_yet


def _add_operators() -> None:
    def ordinary(name: str) -> Callable[[Result, Any], Result]:
        return lambda self, other: self.__origin__.run.perform("operator", name, self, other)

    def reflected(name: str) -> Callable[[Result, Any], Result]:
        return lambda self, other: self.__origin__.run.perform("operator", name, other, self)

    def of_one(name: str) -> Callable[[Result], Result]:
        return lambda self: self.__origin__.run.perform("operator", name, self)

    for name in OPERATORS:
        function = f"{name}_" if name in ("and", "or") else name
        setattr(Result, f"__{name}__", ordinary(function))
        setattr(Result, f"__r{name}__", reflected(function))
    for name in COMPARISONS:
        setattr(Result, f"__{name}__", ordinary(name))
    for name in SIGNS:
        setattr(Result, f"__{name}__", of_one(name))


_add_operators()


def origin_of(result: Result) -> Origin:
    return result.__origin__


def judge(result: Result | CallResult, assertion: Assertion, with_arguments: bool = False) -> None:
    """Run an assertion on a result: at once if it is known, else when it has come.

    Args:
        with_arguments: The assertion also looks at `changed_arguments`.
    """
    if isinstance(result, Result):
        origin_of(result).run.judge(origin_of(result), assertion, with_arguments)
    elif isinstance(result, CallResult):
        judge_known(assertion, result)
    else:
        shown = repr(result)[:60]
        raise AuthorError(f"an assert gets {shown}, which is no result; give it what student.… returns")


def judge_known(assertion: Assertion, result: CallResult) -> None:
    """Run an assertion on a result that is there. Raises CheckFailed also where the assertion itself fails.

    An author's assertion may not expect every value that student code can give. That must not become our
    fault: else a submission could turn its zero into an alarm. The author reads of it in the `note`.
    """
    try:
        assertion(result)
    except (AutograderError, CannotPlan):
        raise
    except Exception as error:
        text = _("{call} is {value}, which this check can't judge ({error})")
        message = text.format(call=result.call, value=show(result.value), error=type(error).__name__)
        raise CheckFailed(message, call=result.call, got=result.value, note=_note(error)) from error


def _note(error: Exception) -> str:
    """Tell an author which line of a check has not expected a value."""
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if Path(frame.filename).name.startswith("test_")]
    place = (own or frames)[-1]
    return f"{type(error).__name__}: {str(error)[:200]} (line {place.lineno} of {Path(place.filename).name})"


def known(result: Result | CallResult) -> CallResult:
    """Return a result with its value. Raises CannotPlan where it is not there yet."""
    if isinstance(result, CallResult):
        return result
    return origin_of(result).run.known(origin_of(result))


def call_of(result: Result | CallResult) -> str:
    """Return the call, or the name, whose result this is, as messages show it.

    >>> call_of(CallResult(3, "double(1.5)"))
    'double(1.5)'
    """
    if isinstance(result, CallResult):
        return result.call
    origin = origin_of(result)
    return origin.run.describe(origin.operation)


def _instead_of_assert(result: Result) -> str:
    """Return what to write instead of `assert student.f(1) == 2`."""
    operation, describe = origin_of(result).operation, origin_of(result).run.describe
    if operation.kind == "operator" and operation.operands[0] == "eq":
        _name, left, right = operation.operands
        sides = [describe(one) if isinstance(one, Operation) else repr(one) for one in (left, right)]
        line = f"assert_equal(student.{', '.join(sides)})"
    else:
        line = f"assert_equal(student.{call_of(result)}, True)"
    return f"a result is not there yet, so `assert`, `if` and `and` can't look at it; write {line}"


@dataclass(frozen=True)
class Place:
    """A part of a result, as messages name it. Its text is made only when it is needed.

    >>> str(Place(CallResult([1, 2], "pair()"), "[1]"))
    'pair()[1]'
    """

    result: CallResult
    part: str = ""

    def __str__(self) -> str:
        return f"{self.result.call}{self.part}"
