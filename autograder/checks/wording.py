"""Sentences that say how far a result is from what was expected, and values shown in a few words."""

from __future__ import annotations

import reprlib
from typing import Any

import numpy as np
from numpy.typing import NDArray

from autograder.i18n import _, ngettext

MAX_COUNT, MAX_SHOWN = 10**100, 80


def number_text(value: Any) -> str:
    return f"{value:.7g}" if isinstance(value, float | np.floating) else str(value)


def shape_text(array: NDArray[Any]) -> str:
    return str(array.shape) if array.ndim <= 6 else f"({', '.join(map(str, array.shape[:6]))}, …)"


class ShortRepr(reprlib.Repr):
    """Shows arrays inside of lists by their shape: numpy's own words for one of many dimensions are as long as the array."""

    def repr_ndarray(self, value: NDArray[Any], level: int) -> str:
        return (
            _("array of shape {shape}").format(shape=shape_text(value))
            if value.ndim
            else self.repr1(value.item(), level)
        )


def show(value: Any) -> str:
    """Describe a value in a few words, an array by its shape, a long list by its length: never a dump."""
    if isinstance(value, np.ndarray) and value.ndim:
        return _("an array of shape {shape}").format(shape=shape_text(value))
    if isinstance(value, list | tuple | dict | str | bytes) and len(value) > 60:
        return _("a {type} of length {length}").format(type=type(value).__name__, length=len(value))
    if isinstance(value, int) and abs(value) >= MAX_COUNT:
        return _("an integer of more than 100 digits")
    text = ShortRepr().repr(value)
    return text if len(text) <= MAX_SHOWN else f"{text[: MAX_SHOWN - 1]}…"


def ragged(call: str, value: Any) -> str:
    """Say that the rows of nested lists have different lengths, and which do, if that is so at the outermost level."""
    lengths = [len(row) for row in value if isinstance(row, list | tuple)]
    if len(lengths) != len(value) or len(set(lengths)) == 1:
        return _("{call} is a nested list whose rows have different lengths, expected an array").format(
            call=call
        )
    index = next(index for index, length in enumerate(lengths) if length != lengths[0])
    text = _(
        "{call} is a nested list whose rows have different lengths: row 0 has {first}, row {index} has {other}"
    )
    return text.format(call=call, first=lengths[0], index=index, other=lengths[index])


def difference(
    call: str, got: NDArray[Any], expected: NDArray[Any], here: tuple[int, ...], infinite: int, wrong: int
) -> str:
    """Say what is wrong at one place, and how many places are like it."""
    place, value, want = f"{call}{list(here) or ''}", number_text(got[here]), number_text(expected[here])
    text = _("{call} is {value}, expected {want}").format(call=place, value=value, want=want)
    if got.size == 1:
        return text
    if infinite:
        remark = ngettext(
            "{count} of {size} values is not finite", "{count} of {size} values are not finite", infinite
        )
    else:
        remark = ngettext("{count} of {size} values differs", "{count} of {size} values differ", wrong)
    return _("{text} ({remark})").format(
        text=text, remark=remark.format(count=infinite or wrong, size=got.size)
    )


def wrong_kind(what: str, value: Any, expected: str) -> str:
    return _("{call} is {value}, expected {want}").format(call=what, value=show(value), want=expected)


def shape_gap(call: str, got: NDArray[Any], expected: NDArray[Any]) -> str:
    """Say in which axis two shapes differ, or that their numbers of axes do."""
    if got.ndim == 0:
        return wrong_kind(call, got, _("an array of shape {shape}").format(shape=expected.shape))
    if got.ndim != expected.ndim:
        gap = ngettext("{have} dimension instead of {want}", "{have} dimensions instead of {want}", got.ndim)
        gap = gap.format(have=got.ndim, want=expected.ndim)
    else:
        axis = next(axis for axis in range(got.ndim) if got.shape[axis] != expected.shape[axis])
        gap = _axis_gap(axis, got.ndim, got.shape[axis]).format(
            have=got.shape[axis], want=expected.shape[axis], axis=axis
        )
    text = _("{call} has shape {shape}, expected {want}: {gap}")
    return text.format(call=call, shape=shape_text(got), want=expected.shape, gap=gap)


def _axis_gap(axis: int, dimensions: int, have: int) -> str:
    """Return the template for a wrong size along an axis that has a name of its own, or only its number."""
    match axis - dimensions, dimensions:
        case -1, 1:
            return ngettext("{have} value instead of {want}", "{have} values instead of {want}", have)
        case -1, 2 | 4:
            return ngettext("{have} column instead of {want}", "{have} columns instead of {want}", have)
        case -2, 2 | 4:
            return ngettext("{have} row instead of {want}", "{have} rows instead of {want}", have)
        case -3, 4:
            return ngettext("{have} channel instead of {want}", "{have} channels instead of {want}", have)
    return _("{have} along axis {axis} instead of {want}")
