"""The vocabulary of a check: `points` and the `assert_…` functions.

A check is a pytest function with one fixture, `student`. Whatever is asked of `student` comes
back as an `Answer`: the value together with the call it answers. Checks never compute with it;
they hand it to one of the functions here, which say the first thing wrong, where and by how much.
"""

from __future__ import annotations

import reprlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pytest
from numpy.typing import ArrayLike, NDArray

from autograder.errors import CheckFailed
from autograder.words import count

__tracebackhide__ = True  # pytest then shows the check's own lines, and none of this file
RTOL, ATOL = 1e-5, 1e-6
MAX_COUNT, MAX_LISTED, MAX_SHOWN = 10**100, 100_000, 80
AXES = {1: ("values",), 2: ("rows", "columns"), 4: ("along the first axis", "channels", "rows", "columns")}
ANY: Any = object()  # stands in a table or a tuple of counts for an integer that the check does not look at


@dataclass
class Answer:
    """What the student's code gave for `call`: plain data, never a live object of theirs."""

    value: Any
    call: str
    changed_arguments: Callable[[], list[str]] = list
    """Describes the arguments that the call changed."""


def entry(answer: Answer, indices: tuple[int, ...], of: tuple[int, ...]) -> Answer:
    """Return `answer[i][j]…` of nested lists whose lengths are `of`, so that each entry can earn its own points."""
    for index, length in zip(indices, of, strict=True):
        parts = _parts(answer.call, _given(answer), f"a list of length {length}", length)
        answer = Answer(parts[index], f"{answer.call}[{index}]")
    return answer


def points(value: float, *, rung: str) -> pytest.MarkDecorator:
    """Mark a check with what it is worth and the step of the ladder it belongs to."""
    return pytest.mark.points(value, rung=rung)


def assert_array(answer: Answer, want: ArrayLike) -> None:
    """Fail unless the answer has the shape and the values of `want` (rtol 1e-5, atol 1e-6).

    Lists, integers, float32 and any memory layout count; the number of dimensions must agree.
    """
    expected = np.asarray(want)
    got = _as_numbers(answer)
    _same_shape(answer.call, got, expected)
    with np.errstate(all="ignore"):
        wrong = np.argwhere(~np.isclose(got, expected, rtol=RTOL, atol=ATOL)).tolist()
    if wrong:
        here, many = tuple(wrong[0]), f" ({len(wrong)} of {got.size} values differ)" if got.size > 1 else ""
        raise CheckFailed(f"{answer.call}{wrong[0] or ''} is {_number(got[here])}, expected {_number(expected[here])}{many}", here)


def assert_shape(answer: Answer, shape: tuple[int, ...]) -> None:
    """Fail unless the answer is an array, or nested lists, of numbers with this shape."""
    _same_shape(answer.call, _as_numbers(answer), np.empty(shape))


def assert_size(answer: Answer, want: int) -> None:
    """Fail unless the answer is exactly the integer `want`; 14.0 is no size."""
    size = _scalar(_given(answer))
    if isinstance(size, float) and size == want:
        raise CheckFailed(f"{answer.call} is {size}, a float; a size is an int: {want}. Divide with // instead of /")
    if isinstance(size, float) or _integer(size) != want:
        raise CheckFailed(f"{answer.call} is {_show(size)}, expected the integer {want}")


def assert_count(answer: Answer, want: int | Sequence[int], parts: Sequence[str] = ()) -> None:
    """Fail unless the answer is the exact count `want`, or the exact tuple of counts.

    An integral float counts, and a list for a tuple. `parts` name the entries of a tuple.
    """
    value = _given(answer)
    if isinstance(want, int):
        return _same_count(answer.call, value, want)
    got = _parts(answer.call, value, f"{len(want)} values: ({', '.join(parts) or 'integers'})", len(want))
    names = parts or [f"entry {index}" for index in range(len(want))]
    for name, part, expected in zip(names, got, want, strict=True):
        _same_count(f"{name} of {answer.call}", part, expected)


def assert_table(answer: Answer, want: Sequence[tuple[str, tuple[int | None, ...], int]]) -> None:
    """Fail unless the answer is the table `want` of rows `(kind, output shape, parameters)`.

    Lists count for tuples and Keras' class names for kinds.
    """
    rows = _as_sequence(_given(answer))
    if rows is None or len(rows) != len(want):
        have = "no table" if rows is None else count(len(rows), "row")
        raise CheckFailed(f"{answer.call} has {have}, expected {count(len(want), 'row')}, one for each layer")
    for index, (row, (kind, shape, parameters)) in enumerate(zip(rows, want, strict=True)):
        here = f"row {index} of {answer.call}"
        got_kind, got_shape, got_parameters = _parts(here, row, "(kind, output shape, parameters)", 3)
        if not isinstance(got_kind, str) or got_kind.lower().replace("pooling", "pool") != kind:
            raise CheckFailed(f"{here} is of kind {_show(got_kind)}, expected {kind!r}")
        sizes = _as_sequence(got_shape) or []
        if any(isinstance(size, float) for size in sizes):
            raise CheckFailed(f"{here} ({kind}) has output shape {_show(got_shape)}; sizes are ints: divide with // instead of /")
        if len(sizes) != len(shape) or not all(map(_same_dimension, sizes, shape)):
            expected = ", ".join("any" if size is ANY else str(size) for size in shape)
            raise CheckFailed(f"{here} ({kind}) has output shape {_show(got_shape)}, expected ({expected})")
        _same_count(f"the parameter count in {here} ({kind})", got_parameters, parameters)


def assert_sound(answer: Answer, want: Sequence[tuple[Any, ...]]) -> None:
    """Fail if the answer lists nothing, or anything that isn't in `want`."""
    members = _as_members(answer, want)
    if not members:
        raise CheckFailed(f"{answer.call} is empty")
    for index, member in enumerate(members):
        if member not in want:
            raise CheckFailed(f"{answer.call} lists {_show(answer.value[index])}, which does not fit")


def assert_complete(answer: Answer, want: Sequence[tuple[Any, ...]]) -> None:
    """Fail if anything of `want` is missing from the answer."""
    listed = _as_members(answer, want)
    missing = [member for member in want if member not in listed]
    if missing:
        raise CheckFailed(f"{answer.call} has {len(want) - len(missing)} of the {len(want)} that fit; {missing[0]} is missing")


def assert_arguments_unchanged(answer: Answer) -> None:
    """Fail if the call that gave this answer changed one of the arrays it was passed."""
    changed = answer.changed_arguments()
    if changed:
        raise CheckFailed(f"{answer.call} changes its argument {changed[0]}; work on a copy instead")


def _given(answer: Answer) -> Any:
    if answer.value is None:
        raise CheckFailed(f"{answer.call} is None. Did you forget to return it?")
    return answer.value


def _as_numbers(answer: Answer) -> NDArray[Any]:
    if not _numeric(_given(answer)):
        raise CheckFailed(f"{answer.call} is {_show(answer.value)}, expected an array of numbers")
    try:
        got = np.asarray(answer.value)
    except ValueError:
        raise CheckFailed(f"{answer.call} is a nested list whose rows have different lengths, expected an array") from None
    if got.dtype.kind not in "biufc":
        raise CheckFailed(f"{answer.call} has a number that is too large for an array")
    if got.imag.any():
        raise CheckFailed(f"{answer.call} has complex numbers, expected real ones")
    return got.real


def _same_shape(call: str, got: NDArray[Any], expected: NDArray[Any]) -> None:
    if got.shape == expected.shape:
        return
    if got.ndim == 0:
        raise CheckFailed(f"{call} is {_show(got)}, expected an array of shape {expected.shape}")
    text = f"{call} has shape {_shape(got)}, expected {expected.shape}"
    if got.ndim != expected.ndim:
        raise CheckFailed(f"{text}: {count(got.ndim, 'dimension')} instead of {expected.ndim}")
    names = AXES.get(expected.ndim, tuple(f"along axis {axis}" for axis in range(expected.ndim)))
    name, have, need = next(triple for triple in zip(names, got.shape, expected.shape, strict=True) if triple[1] != triple[2])
    raise CheckFailed(f"{text}: {have} {name} instead of {need}")


def _same_count(what: str, value: Any, want: int) -> None:
    got = _integer(value)
    if got is None or want not in (ANY, got):
        shown = _show(value) if got is None else f"{got:,}"
        raise CheckFailed(f"{what} is {shown}, expected {'an integer' if want is ANY else f'{want:,}'}")


def _same_dimension(size: Any, want: int | None) -> bool:
    return size is None if want is None else _integer(size) is not None and want in (ANY, _integer(size))


def _integer(value: Any) -> int | None:
    """Return the integer that `value` is, be it an int, an integral float or an array of one."""
    value = _scalar(value)
    if isinstance(value, int):
        return None if isinstance(value, bool) or abs(value) >= MAX_COUNT else value
    return int(value) if isinstance(value, float) and value.is_integer() and abs(value) < MAX_COUNT else None


def _scalar(value: Any) -> Any:
    return value.item() if isinstance(value, np.ndarray) and value.ndim == 0 else value


def _numeric(value: Any) -> bool:
    """Whether a value is made of numbers only; a text in it would make numpy reserve its length for every entry."""
    if isinstance(value, list | tuple):
        return all(map(_numeric, value))
    return isinstance(value, np.ndarray | bool | int | float | complex)


def _as_sequence(value: Any) -> list[Any] | None:
    if isinstance(value, np.ndarray) and value.ndim and value.size <= MAX_LISTED:
        return list(value.tolist())
    return list(value) if isinstance(value, list | tuple) else None


def _parts(what: str, value: Any, expected: str, length: int | None = None) -> list[Any]:
    """Return the entries of a list, tuple or array, of which there must be so many."""
    parts = _as_sequence(value)
    if parts is None or length not in (None, len(parts)):
        raise CheckFailed(f"{what} is {_show(value)}, expected {expected}")
    return parts


def _as_members(answer: Answer, want: Sequence[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    """Return the listed tuples with integers and texts as they are, anything else as the words that show it."""
    members = _parts(answer.call, _given(answer), f"a list of tuples such as {want[0]}")
    return [tuple(_member_part(part) for part in _as_sequence(member) or [member]) for member in members]


def _member_part(part: Any) -> int | str:
    whole = _integer(part)
    return whole if whole is not None else part if isinstance(part, str) else _show(part)


def _number(value: Any) -> str:
    return f"{value:.7g}" if isinstance(value, float | np.floating) else str(value)


def _shape(array: NDArray[Any]) -> str:
    return str(array.shape) if array.ndim <= 6 else f"({', '.join(map(str, array.shape[:6]))}, …)"


class _Words(reprlib.Repr):
    """Shows arrays inside of lists by their shape: numpy's own words for one of many dimensions are as long as the array."""

    def repr_ndarray(self, value: NDArray[Any], level: int) -> str:
        return f"array of shape {_shape(value)}" if value.ndim else self.repr1(value.item(), level)


def _show(value: Any) -> str:
    """Describe a value in a few words, an array by its shape, a long list by its length: never a dump."""
    if isinstance(value, np.ndarray) and value.ndim:
        return f"an array of shape {_shape(value)}"
    if isinstance(value, list | tuple | dict | str | bytes) and len(value) > 60:
        return f"a {type(value).__name__} of length {len(value)}"
    if isinstance(value, int) and abs(value) >= MAX_COUNT:
        return "an integer of more than 100 digits"
    text = _Words().repr(value)
    return text if len(text) <= MAX_SHOWN else f"{text[: MAX_SHOWN - 1]}…"
