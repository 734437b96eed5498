"""The vocabulary of a check: `points` and the `assert_…` functions.

A check is a pytest function with one fixture, `student`. What student code gives comes back as a
CallResult: the value and the call. A check does not compute with it. It hands it to a function of this
module, which says the first thing that is wrong, where, and by how much.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Concatenate, ParamSpec, TypeAlias, TypeVar

import numpy as np
from numpy.typing import ArrayLike, NDArray

from autograder.checks.result import CallResult, Place, Result, judge
from autograder.checks.values import as_integer, as_list, as_numbers, as_scalar, value_of
from autograder.checks.wording import ShapeMismatch, difference, mismatch, show
from autograder.errors import CheckFailed
from autograder.i18n import N_, _

__tracebackhide__ = True  # pytest then shows the check's own lines, and none of this file
RTOL, ATOL = 1e-5, 1e-6
Expected = ParamSpec("Expected")
Test = TypeVar("Test", bound=Callable[..., None])
AnyResult: TypeAlias = Result | CallResult
ANY: Any = object()
"""Stands for an integer that a check does not look at: `assert_count(student.shape(x), (3, ANY))`."""


def assertion(
    function: Callable[Concatenate[CallResult, Expected], None],
) -> Callable[Concatenate[AnyResult, Expected], None]:
    """Make an assert for checks of a function that raises CheckFailed for a wrong result.

    While grading, a check runs before its results are there. The assert then runs later, with copies of
    what it was given. If it raises anything else for a value, the check fails, and the author is told.

    >>> @assertion
    ... def assert_even(result):
    ...     if value_of(result) % 2:
    ...         raise CheckFailed(f"{result.call} is {show(result.value)}, expected an even number")
    >>> assert_even(CallResult(3, "double(1.5)"))
    Traceback (most recent call last):
        ...
    autograder.errors.CheckFailed: double(1.5) is 3, expected an even number
    """

    @functools.wraps(function)
    def noted(result: AnyResult, /, *arguments: Expected.args, **options: Expected.kwargs) -> None:
        kept, named = copied(arguments), {name: copied(value) for name, value in options.items()}

        def assertion_on(known: CallResult) -> None:
            function(known, *kept, **named)

        judge(result, assertion_on)

    return noted


def copied(value: Any) -> Any:
    """Return a copy of what a check expects: the check may change its own afterwards."""
    if type(value) is list:
        return [copied(item) for item in value]
    if type(value) is tuple:
        return tuple([copied(item) for item in value])
    if type(value) is dict:
        return {key: copied(item) for key, item in value.items()}
    return value.copy() if isinstance(value, np.ndarray | set) else value


@dataclass(frozen=True)
class Points:
    """What `points` says of a check."""

    value: float
    rung: str
    for_reading: bool


def points(value: float, *, rung: str, for_reading: bool = False) -> Callable[[Test], Test]:
    """Mark a check with its points and with its rung, the step of the exercise that it belongs to.

    Args:
        for_reading: The check says more clearly what other checks find, too. Any other check must find a
            mistake that no other finds.

    >>> @points(2, rung="one row")
    ... def test_double(student):
    ...     "double gives twice the array."
    ...     assert_array(student.double(np.array([1.0, 2.5])), [2.0, 5.0])
    """

    def mark(check: Test) -> Test:
        setattr(check, "worth", Points(value, rung, for_reading))  # noqa: B010 - no attribute of functions
        return check

    return mark


def assert_array(result: AnyResult, want: ArrayLike) -> None:
    """Fail unless the result has the shape and the values of `want` (rtol 1e-5, atol 1e-6).

    Lists, integers, float32 and any memory layout count. The number of dimensions must agree, and all values
    must be finite.

    >>> assert_array(CallResult([2, 5], "double([1, 2.5])"), [2.0, 5.0])
    >>> assert_array(CallResult([2, 4], "double([1, 2.5])"), [2.0, 5.0])
    Traceback (most recent call last):
        ...
    autograder.errors.CheckFailed: double([1, 2.5])[1] is 4, expected 5 (1 of 2 values differs)
    """
    expected = np.array(want)
    judge(result, lambda known: _same_array(known, expected))


def _same_array(result: CallResult, expected: NDArray[Any]) -> None:
    try:
        got = as_numbers(result, expected.shape)
    except ShapeMismatch as error:
        error.expected = expected  # not only its shape: a small one is drawn
        raise
    if (got == expected).all() and np.isfinite(got).all():  # the usual case, and much faster than isclose
        return
    with np.errstate(all="ignore"):
        wrong = ~np.isclose(got, expected, rtol=RTOL, atol=ATOL)
    infinite = ~np.isfinite(got)
    if infinite.any() or wrong.any():
        first = (infinite if infinite.any() else wrong).argmax()
        place = tuple(map(int, np.unravel_index(first, got.shape)))
        counts = int(infinite.sum()), int(wrong.sum())
        message = difference(result.call, got, expected, place, *counts)
        raise CheckFailed(message, call=result.call, got=got, expected=expected, place=place)


@assertion
def assert_shape(result: CallResult, shape: tuple[int, ...]) -> None:
    """Fail unless the result is an array, or nested lists, of numbers with this shape.

    >>> assert_shape(CallResult([[1, 2, 3]], "table"), (1, 3))
    """
    as_numbers(result, tuple(shape))


@assertion
def assert_size(result: CallResult, want: int) -> None:
    """Fail unless the result is exactly the integer `want`. The float 14.0 is no size.

    >>> assert_size(CallResult(4.0, "half(8)"), 4)
    Traceback (most recent call last):
        ...
    autograder.errors.CheckFailed: half(8) is 4.0, a float; a size is an int: 4. Divide with // instead of /
    """
    size = as_scalar(value_of(result))
    if isinstance(size, float) and size == want:
        text = _("{call} is {value}, a float; a size is an int: {want}. Divide with // instead of /")
        raise CheckFailed(text.format(call=result.call, value=size, want=want), call=result.call)
    if isinstance(size, float) or as_integer(size) != want:
        text = _("{call} is {value}, expected the integer {want}")
        raise CheckFailed(text.format(call=result.call, value=show(size), want=want), call=result.call)


@assertion
def assert_count(result: CallResult, want: int | Sequence[int], parts: Sequence[str] = ()) -> None:
    """Fail unless the result is the exact count `want`, or the exact tuple of counts.

    An integral float counts, and a list for a tuple.

    Args:
        parts: Names of the entries of a tuple, for messages.

    >>> assert_count(CallResult((3, 4), "shape(x)"), (3, ANY), parts=("rows", "columns"))
    >>> assert_count(CallResult((3, 4), "shape(x)"), (3, 5), parts=("rows", "columns"))
    Traceback (most recent call last):
        ...
    autograder.errors.CheckFailed: shape(x)[1] (columns) is 4, expected 5
    """
    value = value_of(result)
    if isinstance(want, int):
        return _same_count(Place(result), value, want)
    expected = N_("the tuple ({names})") if parts else N_("{length} integers")
    items = _items(Place(result), value, expected, len(want), names=", ".join(parts))
    for index, (item, count) in enumerate(zip(items, want, strict=True)):
        name = f" ({parts[index]})" if parts else ""
        _same_count(Place(result, f"[{index}]{name}"), item, count)


def assert_arguments_unchanged(result: AnyResult) -> None:
    """Fail if the call changed one of the arrays, lists or dicts that it was passed.

    >>> assert_arguments_unchanged(CallResult(None, "double([1])", lambda: ["[1]"]))
    Traceback (most recent call last):
        ...
    autograder.errors.CheckFailed: double([1]) changes its argument [1]; work on a copy instead, ...
    """
    judge(result, _arguments_unchanged, with_arguments=True)


def _arguments_unchanged(result: CallResult) -> None:
    changed = result.changed_arguments()
    if changed:
        text = _("{call} changes its argument {value}; work on a copy instead, as x.copy() makes it")
        raise CheckFailed(text.format(call=result.call, value=changed[0]), call=result.call)


def _same_count(place: Place, value: Any, want: int) -> None:
    got = as_integer(value)
    if got is None or want not in (ANY, got):
        expected = _("an integer") if want is ANY else f"{want:,}"
        text, shown = _("{call} is {value}, expected {want}"), show(value) if got is None else f"{got:,}"
        raise CheckFailed(text.format(call=place, value=shown, want=expected), got=value, expected=want)


def _items(place: Place, value: Any, expected: str, length: int, **words: Any) -> list[Any]:
    """Return the entries of a list, tuple or array. Raises CheckFailed unless there are `length`."""
    items = as_list(value, length)
    if items is None:
        raise mismatch(place, value, _(expected).format(length=length, **words))
    return items
