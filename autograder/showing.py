"""Showing a student's values in a few words: an array by its shape, a long list by its length, never a dump."""

from __future__ import annotations

import reprlib
from typing import Any

import numpy as np
from numpy.typing import NDArray

from autograder.language import _

MAX_COUNT, MAX_SHOWN = 10**100, 80


def number_text(value: Any) -> str:
    return f"{value:.7g}" if isinstance(value, float | np.floating) else str(value)


def shape_text(array: NDArray[Any]) -> str:
    return str(array.shape) if array.ndim <= 6 else f"({', '.join(map(str, array.shape[:6]))}, …)"


class Words(reprlib.Repr):
    """Shows arrays inside of lists by their shape: numpy's own words for one of many dimensions are as long as the array."""

    def repr_ndarray(self, value: NDArray[Any], level: int) -> str:
        return _("array of shape {shape}").format(shape=shape_text(value)) if value.ndim else self.repr1(value.item(), level)


def show(value: Any) -> str:
    """Describe a value in a few words, an array by its shape, a long list by its length: never a dump."""
    if isinstance(value, np.ndarray) and value.ndim:
        return _("an array of shape {shape}").format(shape=shape_text(value))
    if isinstance(value, list | tuple | dict | str | bytes) and len(value) > 60:
        return _("a {type} of length {length}").format(type=type(value).__name__, length=len(value))
    if isinstance(value, int) and abs(value) >= MAX_COUNT:
        return _("an integer of more than 100 digits")
    text = Words().repr(value)
    return text if len(text) <= MAX_SHOWN else f"{text[: MAX_SHOWN - 1]}…"
