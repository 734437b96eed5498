"""Turning whatever a student's code returns into plain data: exact builtin types and exact ndarrays."""

from __future__ import annotations

import itertools
import math
import numbers
from collections.abc import Callable, Iterable
from typing import Any

import numpy as np

from autograder.worker import wire
from autograder.worker.stand_ins import STAND_INS, package_of
from autograder.worker.tables import frame_of, is_nothing, is_table
from autograder.worker.tagged import PARTS, value_of_parts

MAX_TEXT, MAX_ITEMS = 2_000, wire.MAX_NODES
ATOMS = frozenset((type(None), bool, int, float, str))
EXACT: dict[type, Callable[[Any], Any]] = {
    int: int,
    float: float,
    complex: complex,
    str: str.__str__,
    bytes: bytes,
}


DATA = ATOMS | {complex, bytes, *PARTS}


class Unwritten(Exception):
    """The value is still the `...` of the stub."""


def to_plain(value: Any, depth: int = 0) -> Any:
    """Return the plain data that `value` stands for.

    Subclasses lose what they add, numbers of any kind become int or float, iterables become lists.
    Raises WireError for what is no data, and Unwritten for a `...`.
    """
    if type(value) in ATOMS:
        return value
    if value is Ellipsis:
        raise Unwritten
    if isinstance(value, STAND_INS):
        raise wire.WireError(f"stand-in: {text_of(package_of(value))}")
    if depth > wire.MAX_DEPTH:
        raise wire.WireError("too deep")
    if isinstance(value, np.ndarray | np.generic):
        return array_to_plain(value, depth)
    if type(value) is list or type(value) is tuple:
        return type(value)(
            [one if type(one) in ATOMS else to_plain(one, depth + 1) for one in value[:MAX_ITEMS]]
        )
    exact = next((kind for kind in EXACT if isinstance(value, kind)), None)
    if exact:
        return EXACT[exact](value)
    if isinstance(value, dict):
        return {to_plain(key, depth + 1): to_plain(item, depth + 1) for key, item in dict.items(value)}
    if isinstance(value, tuple):
        return tuple(to_plain(item, depth + 1) for item in tuple.__iter__(value))
    if isinstance(value, set | frozenset):
        if isinstance(value, set):
            return {to_plain(item, depth + 1) for item in set.__iter__(value)}
        return frozenset([to_plain(item, depth + 1) for item in frozenset.__iter__(value)])
    if is_nothing(value):
        return None
    if is_table(value):
        return frame_of(value, to_plain, depth)
    tagged = next((kind for kind in PARTS if isinstance(value, kind)), None)
    if tagged:
        return value if type(value) is tagged else value_of_parts(tagged.__name__, *PARTS[tagged](value))
    if isinstance(value, numbers.Number):
        return number_to_plain(value)
    if hasattr(value, "__array__"):
        return array_to_plain(np.asarray(value), depth)
    if isinstance(value, Iterable):
        return [
            to_plain(item, depth + 1) for item in itertools.islice(value, MAX_ITEMS)
        ]  # with the list itself one too many
    raise wire.WireError(f"no data: {text_of(type(value).__name__)}")


def number_to_plain(value: Any) -> int | float:
    """Return the int or float that a number of another type equals."""
    number = float(value)
    return int(value) if math.isfinite(number) and value == int(value) else number


def is_data(value: Any, depth: int = 0) -> bool:
    """Return whether a value is plain data as it stands, with no object of the student's in it."""
    kind = type(value)
    if kind in DATA:
        return True
    if kind is np.ndarray or isinstance(value, np.generic):
        return bool(value.dtype.kind in "biufc")
    if depth > wire.MAX_DEPTH:
        return False
    if kind is dict:
        return all(is_data(one, depth + 1) for pair in value.items() for one in pair)
    if kind in (list, tuple, set, frozenset):
        return all(is_data(one, depth + 1) for one in value)
    return is_table(value) or is_nothing(value)


def array_to_plain(value: Any, depth: int) -> Any:
    """Return an exact, contiguous array of a kind that can be sent; lists for objects or texts."""
    if isinstance(value, np.ma.MaskedArray):
        raise wire.WireError("masked array")
    array = np.array(value, order="C", subok=False)
    if array.dtype.kind in "OUST":
        return to_plain(array.tolist(), depth + 1)
    if array.dtype.char in "gG":  # long doubles
        array = array.astype(np.float64 if array.dtype.kind == "f" else np.complex128)
    return to_plain(array.item(), depth + 1) if isinstance(value, np.generic) else array


def text_of(thing: object) -> str:
    """Return str(thing), cut to MAX_TEXT; "(no message)" if that raises."""
    try:
        return str.__str__(str(thing))[:MAX_TEXT]
    except BaseException:  # noqa: BLE001 - __str__ is the student's code too
        return "(no message)"
