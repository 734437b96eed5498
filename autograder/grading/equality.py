"""Whether two replies are the same result, as far as a check could tell."""

from __future__ import annotations

import contextlib
import math
import re
from collections import ChainMap
from collections.abc import Callable, MutableMapping, Sequence
from datetime import date, time, timedelta
from decimal import Decimal
from fractions import Fraction
from functools import partial
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from autograder.checks.assertions import ATOL, RTOL
from autograder.checks.frames import same_frames
from autograder.checks.patterns import found_in_time
from autograder.checks.result import Awaited
from autograder.checks.values import numbers_left
from autograder.session.operations import how_it_ended
from autograder.worker import wire
from autograder.worker.frames import Frame

Reply = list[Any]
SINGLE = Fraction | Decimal | date | time | timedelta
UNMATCHED = "another message"
"""What stands among the types of an exception that lacks what its check looks for in the message."""
Canonical: TypeAlias = Callable[[str], str]
"""Returns the one form of a text that an exercise's checks do not tell apart, such as its lower case."""


class ReplyStore:
    """Replies, where equal bytes are one object, and which are the same. Each pair is compared once."""

    def __init__(self, base: ReplyStore | None = None, canonical: Canonical = str) -> None:
        """Make a store. It knows the replies in `base`, too, and never adds one to it."""
        self._canonical: Canonical = base._canonical if base else canonical
        self._by_frame: MutableMapping[bytes, Reply] = ChainMap({}, base._by_frame) if base else {}
        self._compared: dict[tuple[int, int], tuple[bool, Reply, Reply]] = {}
        """What came out by the ids of two replies. Both are kept, so the ids stay theirs."""

    def decoded(self, frame: bytes) -> Reply:
        """Return the reply that a frame holds."""
        return self._by_frame.get(frame) or self._by_frame.setdefault(frame, wire.decode(frame))

    def unified(self, frame: bytes, reply: Reply) -> Reply:
        """Return the reply of the same bytes that is in the store; this one, if there was none."""
        return self._by_frame.setdefault(frame, reply)

    def same(self, one: Reply, other: Reply) -> bool:
        """Return whether two replies are the same result."""
        if one is other:
            return True
        ids = id(one), id(other)
        if ids not in self._compared:
            self._compared[ids] = equal_replies(one, other, self._canonical), one, other
        return self._compared[ids][0]


def equal_replies(one: Reply, other: Reply, canonical: Canonical = str) -> bool:
    """Return whether two replies are the same. Of an exception, the type and the message count."""
    if one[:1] != other[:1] or len(one) != len(other):
        return False
    match one[0]:
        case "value" if _is_caught(one[1]) and _is_caught(other[1]):
            return _names(one) == _names(other)
        case "value":
            return equal_values(one[1], other[1], canonical)
        case "raised":
            return bool(one[1:3] == other[1:3])
    return True


def as_checked(reply: Reply, awaited: Awaited | None) -> Reply:
    """Return the reply to a call that should raise, in a form in which only that matters which a check sees.

    Of an exception this is what Python's own classes among its bases are called, which of those that are
    awaited it is, and whether its message is the awaited one.
    """
    ended = how_it_ended(reply) if awaited else []
    if not awaited or ended[:1] != ["raised"]:
        return reply
    raised, names, kind, message, *place = ended
    seen = [name for name in names if not name.startswith("student.") or name in awaited.kinds]
    if awaited.pattern and set(seen).intersection(awaited.kinds):
        if not found_in_time(re.compile(awaited.pattern).search, message):
            seen.append(UNMATCHED)
    return ["value", [raised, seen, kind, message, *place]]


def _is_caught(value: Any) -> bool:
    """Whether this is what the worker tells of an exception that a check waited for.

    Such exceptions are the same if their types are. Students word their messages as they like.
    """
    return type(value) is list and len(value) == 8 and value[0] == "raised" and type(value[1]) is list


def _names(reply: Reply) -> set[str]:
    """Return what an exception's class and its bases are called."""
    return {name for name in reply[1][1] if type(name) is str}


def equal_values(one: Any, other: Any, canonical: Canonical = str) -> bool:
    """Return whether a check could not tell two values apart, except that an int is not a float here.

    Numbers are equal within the checks' tolerance, and NaN to NaN. A list, a tuple and an array of the same
    numbers are equal. One of the values may come from a worker: the other one bounds what this takes.
    """
    equal = partial(equal_values, canonical=canonical)
    if isinstance(one, Frame) or isinstance(other, Frame):
        return isinstance(one, Frame) and isinstance(other, Frame) and same_frames(one, other)
    if isinstance(one, float) and isinstance(other, float):
        return _close(np.asarray(one), np.asarray(other))
    if isinstance(one, str) and isinstance(other, str):
        return canonical(one) == canonical(other)
    if _is_single(one) or _is_single(other):
        return type(one) is type(other) and bool(one == other)
    if isinstance(one, set | frozenset) and isinstance(other, set | frozenset):
        return one == other
    one, other = (list(value) if isinstance(value, set | frozenset) else value for value in (one, other))
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(equal(one[key], other[key]) for key in one)
    lengths = _lengths(one)
    if lengths is None or lengths != _lengths(other):
        return False
    left, right = _as_array(one, lengths), _as_array(other, lengths)
    if left is not None and right is not None:
        return _close(left, right)
    if isinstance(one, list | tuple) and isinstance(other, list | tuple):
        return all(map(equal, *_ordered(one, other)))
    return False


def _is_single(value: Any) -> bool:
    return value is None or isinstance(value, int | float | complex | str | bytes | SINGLE)


def _lengths(value: Any) -> tuple[int, ...] | None:
    """Return the lengths of nested lists along their first entries: of an array, its shape."""
    lengths = list[int]()
    while isinstance(value, list | tuple):
        lengths.append(len(value))
        value = value[0] if value else 0
    return (*lengths, *value.shape) if isinstance(value, np.ndarray) else tuple(lengths) or None


def _as_array(value: Any, lengths: tuple[int, ...]) -> NDArray[Any] | None:
    """Return an array of numbers, also for nested lists of them with these lengths; None for all else."""
    if isinstance(value, np.ndarray):
        return value
    left = numbers_left(value, 3 * math.prod(lengths))  # lists count, too
    if not left or left < 0:
        return None
    with contextlib.suppress(ValueError):  # rows of different lengths
        array = np.asarray(value)
        return array if array.dtype.kind in "biufc" else None
    return None


def _ordered(one: Sequence[Any], other: Sequence[Any]) -> tuple[Sequence[Any], Sequence[Any]]:
    """Return tuples of integers and texts sorted: checks take a list of them for a set. All else stays."""
    if _are_members(one) and _are_members(other) and sorted(map(len, one)) == sorted(map(len, other)):
        return sorted(one, key=repr), sorted(other, key=repr)
    return one, other


def _are_members(values: Sequence[Any]) -> bool:
    return all(
        isinstance(value, tuple | list) and value and all(isinstance(part, int | str) for part in value)
        for value in values
    )


def _close(one: NDArray[Any], other: NDArray[Any]) -> bool:
    if one.shape != other.shape:
        return False
    if one.size and "c" not in (one.dtype.kind, other.dtype.kind):
        first, its_twin = float(one.flat[0]), float(other.flat[0])
        if abs(its_twin - first) > ATOL + RTOL * abs(first):  # most arrays that differ do so here already
            return False
    with np.errstate(all="ignore"):  # what isclose does, five times as fast where all numbers are finite
        near = np.abs(other * 1.0 - one * 1.0) <= ATOL + RTOL * np.abs(one)
        if near.all() or (np.isfinite(one).all() and np.isfinite(other).all()):
            return bool(near.all())
        return bool(np.isclose(other, one, rtol=RTOL, atol=ATOL, equal_nan=True).all())
