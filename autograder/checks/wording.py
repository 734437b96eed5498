"""Sentences that say how far a result is from what was expected, and values shown in a few words."""

from __future__ import annotations

import reprlib
from collections.abc import Mapping
from itertools import islice
from typing import Any

import numpy as np
from numpy.typing import NDArray

from autograder.errors import AxisNames, CheckFailed
from autograder.i18n import _, current_language, ngettext

MAX_COUNT, MAX_SHOWN = 10**100, 80


def number_text(value: Any) -> str:
    return f"{value:.7g}" if isinstance(value, float | np.floating) else str(value)


def shape_text(shape: tuple[int, ...]) -> str:
    return str(shape) if len(shape) <= 6 else f"({', '.join(map(str, shape[:6]))}, …)"


class ShortRepr(reprlib.Repr):
    """Shows an array inside a list by its shape. numpy's own text would be as long as the array."""

    left = MAX_SHOWN
    """How many values may still be shown: each takes a character at least, and a text is cut."""

    def repr1(self, x: Any, level: int) -> str:
        self.left -= 1
        return super().repr1(x, level) if self.left >= 0 else "…"

    def repr_dict(self, x: dict[Any, Any], level: int) -> str:
        """Show the first entries only; sorting the keys of a long dict would take longer."""
        return super().repr_dict(dict(islice(x.items(), MAX_SHOWN)) if len(x) > MAX_SHOWN else x, level)

    def repr_bytes(self, x: bytes, level: int) -> str:
        """Show both ends, as of other values with a long text, without making the text."""
        return self.repr_instance(x if len(x) <= MAX_SHOWN else x[:40] + x[-40:], level)

    def repr_ndarray(self, value: NDArray[Any], level: int) -> str:
        if not value.ndim:
            return self.repr1(value.item(), level)
        return _("array of shape {shape}").format(shape=shape_text(value.shape))


def show(value: Any) -> str:
    """Describe a value in a few words: an array by its shape, a long list by its length.

    >>> show([1, 2]), show(np.zeros((2, 3))), show("x" * 70)
    ('[1, 2]', 'an array of shape (2, 3)', 'a str of length 70')
    """
    if isinstance(value, np.ndarray) and value.ndim:
        return _("an array of shape {shape}").format(shape=shape_text(value.shape))
    if isinstance(value, list | tuple | dict | str | bytes) and len(value) > 60:
        return _("a {type} of length {length}").format(type=type(value).__name__, length=len(value))
    if isinstance(value, int) and abs(value) >= MAX_COUNT:
        return _("an integer of more than 100 digits")
    text = ShortRepr().repr(value)
    return text if len(text) <= MAX_SHOWN else f"{text[: MAX_SHOWN - 1]}…"


def ragged(call: str, value: Any) -> str:
    """Say that rows of nested lists differ in length. At the outermost level, say which rows."""
    lengths = [len(row) for row in value if isinstance(row, list | tuple)]
    if len(lengths) != len(value) or len(set(lengths)) == 1:
        text = _("{call} is a nested list whose rows have different lengths, expected an array")
        return text.format(call=call)
    index = next(index for index, length in enumerate(lengths) if length != lengths[0])
    text = _(
        "{call} is a nested list whose rows have different lengths: "
        "row 0 has {first}, row {index} has {other}"
    )
    return text.format(call=call, first=lengths[0], index=index, other=lengths[index])


def difference(
    call: str, got: NDArray[Any], expected: NDArray[Any], place: tuple[int, ...], infinite: int, wrong: int
) -> str:
    """Say what is wrong at one place, and how many places are like it.

    Args:
        infinite: How many values are not finite. If there are any, the place is one of them.
        wrong: How many values differ.
    """
    entry, value, want = f"{call}{list(place) or ''}", number_text(got[place]), number_text(expected[place])
    text = _("{call} is {value}, expected {want}").format(call=entry, value=value, want=want)
    if got.size == 1:
        return text
    if infinite:
        remark = ngettext(
            "{count} of {size} values is not finite", "{count} of {size} values are not finite", infinite
        )
    else:
        remark = ngettext("{count} of {size} values differs", "{count} of {size} values differ", wrong)
    remark = remark.format(count=infinite or wrong, size=got.size)
    return _("{text} ({remark})").format(text=text, remark=remark)


def mismatch(call: object, value: Any, expected: str) -> CheckFailed:
    """Return the error for a value that is something else than expected. `expected` is a few words.

    >>> str(mismatch("pair()[1]", "a", "an integer"))
    "pair()[1] is 'a', expected an integer"
    """
    text = _("{call} is {value}, expected {want}")
    message = text.format(call=call, value=show(value), want=expected)
    return CheckFailed(message, call=str(call), got=value, expected=expected)


def declared_axes(names: Mapping[str, Any]) -> AxisNames:
    """Return the names of axes that a file of checks declares: in `AXES`, and in Persian in `AXES_FA`.

    Raises ValueError unless each axis has an entry.

    >>> declared_axes({"AXES": {3: (None, "row", "column")}})["fa"]
    {3: (None, 'row', 'column')}
    """
    axes = {"en": names.get("AXES", {}), "fa": names.get("AXES_FA", names.get("AXES", {}))}
    for count, words in (item for named in axes.values() for item in named.items()):
        if len(words) != count:
            raise ValueError(f"AXES names {len(words)} of {count} axes; write None for one without a name")
    return axes


class ShapeMismatch(CheckFailed):
    """An array has another shape than expected. The message names the first axis that differs."""

    def __init__(
        self, call: str, have: tuple[int, ...], expected: tuple[int, ...], got: object = None
    ) -> None:
        self._call, self._have, self._shape, self._got = call, have, expected, got
        super().__init__(self.sentence({}), call=call, got=got, expected=expected)

    def sentence(self, axes: AxisNames) -> str:
        """Return the message, with the exercise's own names of axes."""
        if not self._have:
            want = _("an array of shape {shape}").format(shape=self._shape)
            return str(mismatch(self._call, self._got, want))
        text, shape = _("{call} has shape {shape}, expected {want}: {gap}"), shape_text(self._have)
        return text.format(call=self._call, shape=shape, want=self._shape, gap=self._gap(axes))

    def _gap(self, axes: AxisNames) -> str:
        have, want = self._have, self._shape
        if len(have) != len(want):
            count = len(have)
            text = ngettext(
                "{have} dimension instead of {want}", "{have} dimensions instead of {want}", count
            )
            return text.format(have=count, want=len(want))
        axis = next(axis for axis in range(len(have)) if have[axis] != want[axis])
        named = axes.get(current_language(), axes.get("en", {})).get(len(have))
        name = named[axis] if named else None
        text = _axis_text(axis, len(have), have[axis], name)
        return text.format(have=have[axis], want=want[axis], axis=axis, name=name)


def _axis_text(axis: int, dimensions: int, have: int, name: str | None) -> str:
    """Return the template of the words for a wrong size along one axis."""
    if name:
        return ngettext("{have} {name} instead of {want}", "{have} {name}s instead of {want}", have)
    match axis, dimensions:
        case 0, 1:
            return ngettext("{have} value instead of {want}", "{have} values instead of {want}", have)
        case 1, 2:
            return ngettext("{have} column instead of {want}", "{have} columns instead of {want}", have)
        case 0, 2:
            return ngettext("{have} row instead of {want}", "{have} rows instead of {want}", have)
    return _("{have} along axis {axis} instead of {want}")
