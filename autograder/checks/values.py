"""Reading the value of a result, for asserts. What a value is not is said in a sentence, as CheckFailed."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from autograder.checks.result import CallResult
from autograder.checks.wording import MAX_COUNT, mismatch, ragged
from autograder.errors import CheckFailed
from autograder.i18n import _

__tracebackhide__ = True  # pytest then shows the check's own lines, and none of this file
MAX_LISTED = 100_000  # entries of an array that is read as a list


def value_of(result: CallResult) -> Any:
    """Return the value of a result. Raises CheckFailed for None, which is mostly a forgotten `return`.

    >>> value_of(CallResult([1, 2], "pair()"))
    [1, 2]
    """
    if result.value is None:
        called = "(" in result.call
        forgotten = _("{call} is None. Did you forget to return it?")
        text = forgotten if called else _("{call} is None, expected a value")
        raise CheckFailed(text.format(call=result.call), call=result.call)
    return result.value


def as_numbers(result: CallResult) -> NDArray[Any]:
    """Return a result as an array of real numbers. Raises CheckFailed, which says what it is instead.

    >>> as_numbers(CallResult([[1, 2], [3, 4]], "table()")).shape
    (2, 2)
    """
    value = value_of(result)
    if not _has_numbers_only(value):
        raise mismatch(result.call, value, _("an array of numbers"))
    try:
        array = np.asarray(value)
    except ValueError:
        raise CheckFailed(ragged(result.call, value), call=result.call, got=value) from None
    if array.dtype.kind not in "biufc":
        text = _("{call} has a number that is too large for an array")
        raise CheckFailed(text.format(call=result.call), call=result.call, got=value)
    if array.dtype.kind == "c" and array.imag.any():
        text = _("{call} has complex numbers, expected real ones; after a Fourier transform take .real")
        raise CheckFailed(text.format(call=result.call), call=result.call, got=value)
    return array.real


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


def as_list(value: Any) -> list[Any] | None:
    """Return the entries of a list, a tuple or an array. None for any other value.

    >>> as_list((1, 2)), as_list("ab")
    ([1, 2], None)
    """
    if isinstance(value, np.ndarray) and value.ndim and value.size <= MAX_LISTED:
        return list(value.tolist())
    return list(value) if isinstance(value, list | tuple) else None


def as_scalar(value: Any) -> Any:
    """Return the number in an array without axes, and any other value as it is."""
    return value.item() if isinstance(value, np.ndarray) and value.ndim == 0 else value


def _has_numbers_only(value: Any) -> bool:
    """Whether a value is made of numbers only.

    Of a text among them, numpy would reserve the length in every entry.
    """
    if isinstance(value, list | tuple):
        return all(map(_has_numbers_only, value))
    return isinstance(value, np.ndarray | bool | int | float | complex)
