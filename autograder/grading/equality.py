"""Whether two replies are the same answer, as far as a check could tell."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from typing import Any

import numpy as np

from autograder.checks.assertions import ATOL, RTOL, kind_of

SINGLE = (int, float, complex, str, bytes, type(None))


def equal_replies(mine: list[Any], theirs: list[Any]) -> bool:
    """Whether two replies are the same answer; of an exception its type and its text count."""
    if mine[:1] != theirs[:1] or len(mine) != len(theirs):
        return False
    return (
        bool(mine[1:3] == theirs[1:3])
        if mine[0] == "raised"
        else mine[0] != "value" or equal_values(mine[1], theirs[1])
    )


def alike(one: list[Any], other: list[Any], known: dict[tuple[int, int], bool]) -> bool:
    """Whether two replies are the same, which is looked up in `known` by their ids: both must be kept as long as it is."""
    if one is other:
        return True
    pair = id(one), id(other)
    if pair not in known:
        known[pair] = equal_replies(one, other)
    return known[pair]


def equal_values(mine: Any, theirs: Any) -> bool:
    """Whether a check could not tell two values apart, but for a number that is a float in one and an int in the other."""
    if isinstance(mine, SINGLE) or isinstance(theirs, SINGLE):
        if isinstance(mine, str) and isinstance(theirs, str):
            return kind_of(mine) == kind_of(theirs)
        numbers = isinstance(mine, float) and isinstance(theirs, float)
        return (
            _close(np.asarray(mine), np.asarray(theirs))
            if numbers
            else type(mine) is type(theirs) and bool(mine == theirs)
        )
    if _begins_with_number(mine) and _begins_with_number(theirs):
        with contextlib.suppress(ValueError):  # rows of different lengths
            arrays = np.asarray(mine), np.asarray(theirs)
            if all(array.dtype.kind in "biufc" for array in arrays):
                return _close(*arrays)
    if isinstance(mine, dict) and isinstance(theirs, dict):
        return mine.keys() == theirs.keys() and all(equal_values(mine[key], theirs[key]) for key in mine)
    if isinstance(mine, list | tuple) and isinstance(theirs, list | tuple):
        return len(mine) == len(theirs) and all(map(equal_values, _ordered(mine), _ordered(theirs)))
    return False


def _begins_with_number(value: Any) -> bool:
    while isinstance(value, list | tuple) and value:
        value = value[0]
    return isinstance(value, np.ndarray | int | float | complex)


def _ordered(values: Sequence[Any]) -> Sequence[Any]:
    """Return tuples of plain values in an order of their own, since they are the members of a set."""
    members = all(
        isinstance(one, tuple | list) and one and all(isinstance(part, int | str) for part in one)
        for one in values
    )
    return sorted(values, key=repr) if members else values


def _close(mine: np.ndarray[Any, Any], theirs: np.ndarray[Any, Any]) -> bool:
    if mine.shape != theirs.shape:
        return False
    if mine.size and "c" not in (mine.dtype.kind, theirs.dtype.kind):  # most that differ do so at once
        one, other = float(mine.flat[0]), float(theirs.flat[0])
        if abs(other - one) > ATOL + RTOL * abs(one):
            return False
    with np.errstate(all="ignore"):  # what isclose does, five times as fast where all numbers are finite
        near = np.abs(theirs * 1.0 - mine * 1.0) <= ATOL + RTOL * np.abs(mine)
        if near.all() or (np.isfinite(mine).all() and np.isfinite(theirs).all()):
            return bool(near.all())
        return bool(np.isclose(theirs, mine, rtol=RTOL, atol=ATOL, equal_nan=True).all())
