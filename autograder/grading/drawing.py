"""What a counterexample shows: its call as Python, and grids of what is expected and what was got."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

import numpy as np

from autograder.checks import as_numbers
from autograder.checks.result import CallResult
from autograder.errors import CheckFailed
from autograder.exercises.inputs import Array, Call, Tone, grid
from autograder.results import Grid
from autograder.worker.frames import Frame, cells_of
from autograder.worker.wire import FILLER

MAX_SIDE, MAX_PLANES = 8, 3


def comparison_grids(expected: Any, got: Any, where: tuple[int, ...] | None) -> tuple[Grid, ...]:
    """Return grids of both arrays: the plane of the entry that is wrong, or of each the first planes."""
    if not isinstance(expected, np.ndarray) or (where is not None and expected.size == 1):
        return ()
    grids = [*planes("expected", "green", expected, where)]
    try:
        grids += planes("got", "red", as_numbers(CallResult(got, "")), where)
    except CheckFailed:  # no array of numbers: the message says what it is
        pass
    return tuple(grids)


def planes(name: str, tone: Tone, array: Array, where: tuple[int, ...] | None) -> Iterator[Grid]:
    """Yield the planes of an array that is small enough, with the entry that is wrong outlined."""
    if array.ndim not in (1, 2, 3, 4) or array.size == 0 or max(array.shape[-2:]) > MAX_SIDE:
        return
    array = np.atleast_2d(array)
    planes = [where[:-2]] if where else islice(np.ndindex(array.shape[:-2]), MAX_PLANES)
    row_and_column = (0, *where)[-2:] if where else ()
    for index in planes:
        title = f"{name}[{', '.join(map(str, index))}]" if index else name
        yield grid(title, array[index], tone=tone, windows=[(*row_and_column, 1, 1)] if where else [])


def call_as_code(function: str, call: Call) -> str:
    """Return a call as Python that can be copied."""
    arguments, keywords = call
    words = [*map(_literal, arguments), *(f"{name}={_literal(value)}" for name, value in keywords.items())]
    return f"{function}({', '.join(words)})"


def _literal(value: Any) -> str:
    """Return a value as Python; an array with its type and its layout in memory, as the wire carries it."""
    if isinstance(value, Frame):
        return f"pd.DataFrame({ {one.name: cells_of(one) for one in value.columns}!r})"
    if not isinstance(value, np.ndarray):
        return repr(value)
    kind = "" if value.dtype in (np.float64, np.int64) else f", dtype=np.{value.dtype.name}"
    if value.flags.c_contiguous:
        return f"np.array({_lists(value)}{kind})"
    if value.flags.f_contiguous:
        return f"np.array({_lists(value.T)}{kind}).T"
    if min(value.strides) < 0:
        return f"np.flip(np.array({_lists(np.flip(value))}{kind}))"
    spaced = np.full((*value.shape[:-1], 2 * value.shape[-1]), FILLER, value.dtype)
    spaced[..., ::2] = value
    return f"np.array({_lists(spaced)}{kind})[..., ::2]"


def _lists(array: Array) -> str:
    return re.sub(r"\.0\b", ".", str(array.tolist()))
