"""Whatever a student's code returns becomes exact plain data, or an error that says what it is instead."""

from __future__ import annotations

import array
import collections
import dataclasses
import datetime
import decimal
import enum
import fractions
import itertools
import numbers
import random
from typing import Any

import numpy as np
import pytest

from autograder.worker import wire
from autograder.worker.plain import MAX_TEXT, Unwritten, text_of, to_plain


class LyingInt(int):
    def __eq__(self, other: object) -> bool:
        return True

    __hash__ = int.__hash__

    def __index__(self) -> int:
        return 99


class LyingFloat(float):
    def __repr__(self) -> str:
        return "1.0"

    def __eq__(self, other: object) -> bool:
        return True

    __hash__ = float.__hash__


class LyingText(str):
    def __str__(self) -> str:
        return "right"


class LyingList(list):  # type: ignore[type-arg]
    def __len__(self) -> int:
        return 3

    def __eq__(self, other: object) -> bool:
        return True


class LyingDict(dict):  # type: ignore[type-arg]
    def items(self) -> Any:
        return [("right", 1)]


class LyingArray(np.ndarray):  # type: ignore[type-arg]
    @property
    def shape(self) -> Any:
        return (2, 2)

    def __array_function__(self, *arguments: Any) -> Any:
        return True

    def __array_ufunc__(self, *arguments: Any, **keywords: Any) -> Any:
        return True


class Convertible:
    def __array__(self, dtype: Any = None, copy: Any = None) -> Any:
        return np.array([1.0, 2.0])


class Kind(str, enum.Enum):
    CONV = "conv2d"


class Number(enum.IntEnum):
    ONE = 1


Pair = collections.namedtuple("Pair", "a b")


class OwnFraction(fractions.Fraction):
    pass


cells = np.array([[fractions.Fraction(1, 2), decimal.Decimal(3)], [4, np.float32(5)]], dtype=object)

DATA = {
    "None": (None, None),
    "a bool": (np.bool_(True), True),
    "an int that lies": (LyingInt(3), 3),
    "a float that lies": (LyingFloat(3.5), 3.5),
    "a text that lies": (LyingText("wrong"), "wrong"),
    "a list that lies": (LyingList([1]), [1]),
    "a dict that lies": (LyingDict({"wrong": 2}), {"wrong": 2}),
    "an array that lies": (np.array([3.0]).view(LyingArray), np.array([3.0])),
    "an enum of texts": (Kind.CONV, "conv2d"),
    "an enum of ints": (Number.ONE, 1),
    "numpy scalars": (
        [np.float64(1.5), np.int8(3), np.complex64(1j), np.str_("a"), np.bytes_(b"b")],
        [1.5, 3, 1j, "a", b"b"],
    ),
    "long doubles": ([np.longdouble(1.5), np.array([1.5], "g")], [1.5, np.array([1.5])]),
    "complex long doubles": (np.array([1j], "G"), np.array([1j])),
    "a half": (np.float16(0.5), 0.5),
    "a matrix": (np.array([[1, 2]]).view(np.matrix), np.array([[1, 2]])),
    "an array of no dimensions": (np.array(3.0), np.array(3.0)),
    "an empty array": (np.zeros((0, 3)), np.zeros((0, 3))),
    "a strided array": (np.arange(6)[::2], np.array([0, 2, 4])),
    "an array of numbers of all kinds": (cells, [[fractions.Fraction(1, 2), decimal.Decimal(3)], [4, 5.0]]),
    "a ragged array of objects": (np.array([[1], [2, 3]], dtype=object), [[1], [2, 3]]),
    "an array of texts": (np.array(["a", "b"]), ["a", "b"]),
    "a thing with __array__": (Convertible(), np.array([1.0, 2.0])),
    "a named tuple": (Pair(1, (2,)), (1, (2,))),
    "a set": ({3}, {3}),
    "a frozen set as a key": ({frozenset([3]): 1}, {frozenset([3]): 1}),
    "a transposed array": (np.arange(6).reshape(2, 3).T, np.arange(6).reshape(2, 3).T.copy()),
    "a range": (range(3), [0, 1, 2]),
    "a generator": ((number for number in (1, 2)), [1, 2]),
    "a map": (map(abs, [-1]), [1]),
    "a deque and its kin": (
        [collections.deque([1]), array.array("d", [1.0]), {"a": 1}.values()],
        [[1], [1.0], [1]],
    ),
    "bytes and their kin": ([b"a", bytearray(b"a"), memoryview(b"a")], [b"a", [97], [97]]),
    "a fraction": (fractions.Fraction(4, 6), fractions.Fraction(2, 3)),
    "a fraction of another make": (OwnFraction(1, 2), fractions.Fraction(1, 2)),
    "a decimal": (decimal.Decimal("0.50"), decimal.Decimal("0.50")),
    "a date": (datetime.date(2024, 2, 29), datetime.date(2024, 2, 29)),
    "a date and a time": (
        datetime.datetime(2024, 2, 29, 1, 2, 3, 4),
        datetime.datetime(2024, 2, 29, 1, 2, 3, 4),
    ),
    "a span of time": (datetime.timedelta(-1, 5), datetime.timedelta(-1, 5)),
}


def exact(one: Any, other: Any) -> bool:
    """Whether two values are equal and of the same, builtin types all the way down."""
    if type(one) is not type(other):
        return False
    if isinstance(one, np.ndarray):
        return one.dtype == other.dtype and one.shape == other.shape and one.tobytes() == other.tobytes()
    if isinstance(one, dict):
        return exact(list(one.items()), list(other.items()))
    if isinstance(one, list | tuple):
        return len(one) == len(other) and all(map(exact, one, other))
    return bool(one == other)


@pytest.mark.parametrize("case", DATA)
def test_data_of_any_make_becomes_exact_plain_data(case: str) -> None:
    """Subclasses lose what they add, numbers become ints and floats, iterables lists, at any depth."""
    value, expected = DATA[case]
    assert exact(wire.decode(wire.encode(["value", value], to_plain)), ["value", expected])


def cyclic() -> Any:
    ring: list[Any] = []
    ring.append(ring)
    return ring


class Claimant:
    """Says that it is an array."""

    @property
    def __class__(self) -> Any:  # type: ignore[override]
        return np.ndarray


@dataclasses.dataclass
class Record:
    value: int = 1


REFUSED = {
    "a cyclic list": (cyclic, "too deep"),
    "a masked array": (lambda: np.ma.array([1, 2], mask=[True, False]), "masked array"),
    "an endless generator": (itertools.count, "too many parts: 100,000"),
    "a dataclass": (Record, "no data: Record"),
    "a function": (lambda: print, "no data: builtin_function"),
    "a long decimal": (lambda: decimal.Decimal("1e999999"), "too long an integer"),
    "an array of dates": (lambda: np.zeros(2, "M8[D]"), "datetime64"),
    "a structured array": (lambda: np.zeros(2, "i4,f8"), "no data: array"),
    "an array of objects": (lambda: np.array([Record()]), "no data: Record"),
    "a thing that says it is an array": (Claimant, "too deep"),
    "a module": (lambda: random, "no data: module"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_no_data_is_refused_by_its_name(case: str) -> None:
    """A value that stands for no plain data raises WireError, which says what it is."""
    make, reason = REFUSED[case]
    with pytest.raises(wire.WireError, match=reason):
        wire.encode(make(), to_plain)


@pytest.mark.parametrize(
    "value", [..., [1, ...], (1, [...]), {"a": ...}, np.array([1, ...], dtype=object)], ids=repr
)
def test_dots_anywhere_are_not_written_yet(value: Any) -> None:
    """A `...` at any depth is the stub's own, so the answer counts as not written."""
    with pytest.raises(Unwritten):
        wire.encode(value, to_plain)


class Evil:
    """Raises whatever it is asked."""

    def __str__(self) -> str:
        raise SystemExit

    __iter__ = __len__ = __array__ = __float__ = __str__


class EvilList(list):  # type: ignore[type-arg]
    def __iter__(self) -> Any:
        raise KeyError("no")


class EvilNumber(numbers.Number):
    def __float__(self) -> float:
        raise ZeroDivisionError


@pytest.mark.parametrize("value", [Evil(), EvilList(), EvilNumber()], ids=lambda value: type(value).__name__)
def test_what_a_value_s_own_methods_raise_is_the_student_s_error(value: Any) -> None:
    """A method that raises while its value is read raises through, as it would in the student's own call."""
    with pytest.raises((SystemExit, KeyError, ZeroDivisionError)):
        to_plain(value)


TEXTS = {
    "an error": (ValueError("wrong"), "wrong"),
    "a lying text": (LyingText("wrong"), "right"),
    "no text": (Evil(), "(no message)"),
    "a text without end": ("x" * 10_000_000, "x" * MAX_TEXT),
}


@pytest.mark.parametrize("case", TEXTS)
def test_the_text_of_anything_is_bounded_and_exact(case: str) -> None:
    """str() of anything comes back as an exact, bounded text, whatever __str__ does."""
    thing, expected = TEXTS[case]
    assert text_of(thing) == expected and type(text_of(thing)) is str
