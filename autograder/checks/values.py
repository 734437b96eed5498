"""Reading the value of a result, for asserts. What a value is not is said in a sentence, as CheckFailed.

A worker may send anything. So number and kind are compared with what is expected before anything is
converted: no result of any shape may take more than a few milliseconds and MiB.
"""

from __future__ import annotations

import contextlib
import math
from decimal import Decimal
from fractions import Fraction
from typing import Any

import numpy as np
from numpy.typing import NDArray

from autograder.checks.result import CallResult, Result, known
from autograder.checks.wording import MAX_COUNT, ShapeMismatch, mismatch, ragged
from autograder.errors import CheckFailed
from autograder.i18n import _
from autograder.worker.frames import Frame

__tracebackhide__ = True  # pytest then shows the check's own lines, and none of this file
MAX_LISTED = 100_000  # entries of an array that is read as a list
NUMBERS = (bool, int, float, complex, Fraction, Decimal)
MAX_CONVERTED = 10_000  # numbers in nested lists that become an array, whatever was expected


def value_of(result: Result | CallResult) -> Any:
    """Return the value of a result. Raises CheckFailed for None, which is mostly a forgotten `return`.

    In a check, rather hand the result to an assert: a check that looks into it is asked call by call.

    >>> value_of(CallResult([1, 2], "pair()"))
    [1, 2]
    """
    result = known(result)
    if result.value is None:
        called = "(" in result.call
        forgotten = _("{call} is None. Did you forget to return it?")
        text = forgotten if called else _("{call} is None, expected a value")
        raise CheckFailed(text.format(call=result.call), call=result.call)
    return result.value


def as_numbers(result: CallResult, shape: tuple[int, ...] | None = None) -> NDArray[Any]:
    """Return a result as an array of real numbers. Raises CheckFailed, which says what it is instead.

    Args:
        shape: The shape that is expected. A result of another shape is refused, a large one unread.

    >>> as_numbers(CallResult([[1, 2], [3, 4]], "table()")).shape
    (2, 2)
    """
    value = value_of(result)
    if isinstance(value, Frame):
        value = _numbers_of(result, value, shape)
    array = value if isinstance(value, np.ndarray) else _converted(result, value, shape)
    if array.dtype.kind == "c" and array.imag.any():
        text = _("{call} has complex numbers, expected real ones; after a Fourier transform take .real")
        raise CheckFailed(text.format(call=result.call), call=result.call, got=value)
    if shape is not None and array.shape != shape:
        raise ShapeMismatch(result.call, array.shape, shape, array)
    return array.real


def _numbers_of(result: CallResult, table: Frame, shape: tuple[int, ...] | None) -> NDArray[Any]:
    """Return the numbers of a table: of a Series a row of them. Raises CheckFailed if there is more in it."""
    if any(one.kind != "numbers" or one.missing is not None for one in table.columns):
        raise mismatch(result.call, table, _("an array of numbers"))
    have = (len(table),) if table.is_series else (len(table), len(table.columns))
    if shape not in (None, have):
        raise ShapeMismatch(result.call, have, shape or ())
    columns = [one.data for one in table.columns]
    return columns[0] if table.is_series else np.column_stack(columns) if columns else np.zeros(have)


def _converted(result: CallResult, value: Any, shape: tuple[int, ...] | None) -> NDArray[Any]:
    """Return the array of a number, or of nested lists of numbers, unless they are longer than needed."""
    most = MAX_LISTED if shape is None else max(MAX_CONVERTED, 2 * math.prod(shape))
    left = numbers_left(value, most)
    if left is None:
        raise mismatch(result.call, value, _("an array of numbers"))
    if left < 0:
        raise _too_many(result, value, shape)
    try:
        array = np.asarray(value)
    except ValueError:
        raise CheckFailed(ragged(result.call, value), call=result.call, got=value) from None
    if array.dtype.kind == "O":
        array = np.asarray(_with_floats(value))
    if array.dtype.kind not in "biufc":
        text = _("{call} has a number that is too large for an array")
        raise CheckFailed(text.format(call=result.call), call=result.call, got=value)
    return array


def numbers_left(value: Any, most: int) -> int | None:
    """Return how many numbers less than `most` a value has; None if something else is in it.

    It stops where there are more: then the number is negative. Of a text, numpy would reserve the length in
    every entry.
    """
    if isinstance(value, np.ndarray):
        return most - max(1, value.size)
    if not isinstance(value, list | tuple):
        return most - 1 if isinstance(value, NUMBERS) else None
    left: int | None = most - 1
    for item in value:
        left = numbers_left(item, left) if left is not None else None
        if left is None or left < 0:
            return left
    return left


def _too_many(result: CallResult, value: Any, shape: tuple[int, ...] | None) -> CheckFailed:
    """Say what nested lists of very many numbers look like along their first entries."""
    sizes, first = list[int](), value
    while isinstance(first, list | tuple):
        sizes, first = [*sizes, len(first)], first[0] if first else None
    looks = (*sizes, *(first.shape if isinstance(first, np.ndarray) else ()))
    if shape is None or looks == shape:
        text = _("{call} has too many entries to be checked (more than {detail})")
        most = MAX_LISTED if shape is None else math.prod(shape)
        return CheckFailed(text.format(call=result.call, detail=f"{most:,}"), call=result.call)
    return ShapeMismatch(result.call, looks, shape)


def as_integer(value: Any) -> int | None:
    """Return the integer that a value is: an int, an integral float, or either in an array without axes.

    None for any other value, True and False among them.

    >>> as_integer(3.0), as_integer(3.5), as_integer(True), as_integer("3")
    (3, None, None, None)
    """
    value = as_scalar(value)
    if isinstance(value, int):
        return None if isinstance(value, bool) or abs(value) >= MAX_COUNT else value
    whole = isinstance(value, float) and value.is_integer() and abs(value) < MAX_COUNT
    return int(value) if whole else None


def as_list(value: Any, length: int | None = None) -> list[Any] | None:
    """Return the entries of a list, a tuple, a set or an array. None for any other value.

    Args:
        length: How many are expected. A value of another length, or a very large array, is None, unread.

    >>> as_list((1, 2)), as_list("ab"), as_list([1, 2], length=3)
    ([1, 2], None, None)
    """
    array = isinstance(value, np.ndarray) and value.ndim > 0 and value.size <= MAX_LISTED
    if not (array or isinstance(value, list | tuple | set | frozenset)) or length not in (None, len(value)):
        return None
    return list(value.tolist() if array else value)


def as_scalar(value: Any) -> Any:
    """Return the number in an array without axes, or as a float or int; any other value as it is."""
    if isinstance(value, Fraction | Decimal):
        return _number(value)
    return value.item() if isinstance(value, np.ndarray) and value.ndim == 0 else value


def _number(value: Fraction | Decimal) -> int | float:
    """Return the int that a fraction or a decimal equals, or the float next to it."""
    with contextlib.suppress(OverflowError, ValueError):  # infinite, or no number
        if value == int(value):
            return int(value)
    try:
        return float(value)
    except OverflowError:
        return math.inf


def _with_floats(value: Any) -> Any:
    """Return nested lists in which fractions and decimals are ints or floats."""
    if isinstance(value, list | tuple):
        return [_with_floats(item) for item in value]
    return _number(value) if isinstance(value, Fraction | Decimal) else value
