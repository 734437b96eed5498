"""Values that a worker may send to make judging slow or large, and what judging one costs.

Each of them fits in a reply. `near(expected)` makes more of them: they begin as expected, and go on.
"""

from __future__ import annotations

import contextlib
import time
import tracemalloc
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Any

import numpy as np

from autograder.errors import Outcome
from autograder.worker import wire
from autograder.worker.frames import MAX_COLUMNS, MAX_ROWS, Column, Frame, texts_column
from autograder.worker.plain import to_plain

MAX_SECONDS, MAX_BYTES = 0.05, 32 << 20
"""What one assert may take on the trusted side, beyond decoding the reply."""
LONG = 10**2999


def nested(value: Any, depth: int) -> Any:
    for _ in range(depth):
        value = [value]
    return value


def wide(width: int, depth: int) -> Any:
    """Return lists in lists, `width` in each, `depth` deep."""
    return [wide(width, depth - 1) for _ in range(width)] if depth else 1.5


def numbers(rows: int, name: Any = None) -> Column:
    return Column(name, "int64", "numbers", np.zeros(rows, np.int8), None)


def table(*columns: Column) -> Frame:
    return Frame(False, columns, (numbers(len(columns[0])),))


def series(column: Column) -> Frame:
    return Frame(True, (column,), (numbers(len(column)),))


BOOLS, HALVES = np.zeros(100_000, bool), np.zeros(4 << 20, np.float16)
ANYWHERE: dict[str, Callable[[], Any]] = {
    "nothing": lambda: None,
    "a float16 array of 8 MiB": lambda: HALVES,
    "a bool array of 8 MiB": lambda: np.zeros(8 << 20, bool),
    "a complex array of 8 MiB": lambda: np.zeros(1 << 20, np.complex64) + 1j,
    "an array of 20 axes": lambda: np.zeros((2,) * 20, np.uint8),
    "an array of NaN": lambda: np.full(1 << 20, np.nan),
    "an array of two million rows": lambda: np.zeros((2 << 20, 2), np.uint8),
    "an array without entries": lambda: np.zeros((0, 1 << 24)),
    "80 arrays of 100,000 bools": lambda: [BOOLS] * 80,
    "a float16 array and a complex number": lambda: [HALVES, 1j],
    "a float16 array beside a complex one": lambda: [HALVES, np.zeros(4 << 20, bool), np.zeros(1, "c16")],
    "20,000 arrays without axes": lambda: [np.array(1.0)] * 20_000,
    "20,000 arrays of one entry": lambda: [np.zeros(1, np.float16)] * 20_000,
    "20,000 empty arrays": lambda: [np.zeros(0)] * 20_000,
    "99,000 integers": lambda: list(range(99_000)),
    "99,000 numbers of all kinds": lambda: [1, 1.5, True] * 33_000,
    "99,000 nothings": lambda: [None] * 99_000,
    "32,000 tuples": lambda: [(16, 1, "same")] * 20_000,
    "300 rows of 300": lambda: [[1.5] * 300] * 300,
    "300 rows, the last one longer": lambda: [*[[1.5] * 300] * 300, [1.5]],
    "49,000 empty lists": lambda: [[]] * 49_000,
    "lists in lists in lists": lambda: wide(9, 5),
    "lists 39 deep": lambda: nested(1, 39),
    "many lists 39 deep": lambda: [nested(1, 37)] * 2_000,
    "300 integers of 3,000 digits": lambda: [LONG] * 300,
    "an integer of 3,000 digits": lambda: LONG,
    "a text of 1 MiB": lambda: "a" * (1 << 20),
    "a text of wide characters": lambda: "😀" * (1 << 18),
    "15 texts of 1 MiB": lambda: ["a" * (1 << 20)] * 15,
    "a text among numbers": lambda: [1.0, "a" * (1 << 20), 2.0],
    "50,000 texts": lambda: [f"{index:020}" for index in range(40_000)],
    "lines": lambda: "\n" * (1 << 20),
    "bytes of 15 MiB": lambda: bytes(15 << 20),
    "bytes of 15 MiB in a list": lambda: [bytes(15 << 20)],
    "a dict of 256 texts": lambda: {f"{index:0200}": "x" * 1_000 for index in range(256)},
    "a dict of equal hashes": lambda: {index * (2**61 - 1): 0 for index in range(wire.MAX_ALIKE)},
    "300 dicts": lambda: [dict.fromkeys(range(100), 0)] * 300,
    "a dict of arrays": lambda: {index: BOOLS for index in range(80)},
    "keys that are tuples": lambda: {(0,) * 90 + (index,): 0 for index in range(256)},
    "a dict of 10,000 keys": lambda: dict.fromkeys(range(wire.MAX_KEYS), 0),
    "a set of 10,000 texts": lambda: {str(index) for index in range(wire.MAX_KEYS)},
    "a fraction of 3,000 digits": lambda: Fraction(10**2_999 + 1, 10**2_999),
    "a decimal with a large exponent": lambda: Decimal("1e9999"),
    "a frame of a million rows": lambda: table(numbers(MAX_ROWS, "a"), numbers(MAX_ROWS, "b")),
    "a frame of 1,000 columns": lambda: table(*[numbers(3, index) for index in range(MAX_COLUMNS)]),
    "a frame of the same column": lambda: table(*[numbers(3, "name")] * 300),
    "a series of a million numbers": lambda: series(numbers(MAX_ROWS)),
    "a series of 500,000 texts": lambda: series(texts_column(None, "str", ["name"] * 500_000)),
    "a series of 30,000 cells": lambda: series(Column(None, "x", "cells", [[1], "a", {}] * 10_000, None)),
    "a series of one text of 8 MiB": lambda: series(texts_column("a", "str", ["x" * (8 << 20)])),
    "a column with a long name": lambda: table(numbers(2, "n" * (1 << 20))),
    "a series of dates out of bounds": lambda: series(
        Column(None, "datetime64[s]", "times", np.full(100_000, 1 << 60), None)
    ),
    "a figure with 100,000 points": lambda: {"title": "", "axes": [{"lines": [{"x": np.zeros(100_000)}]}]},
    "infinity": lambda: float("inf"),
    "a complex NaN": lambda: complex("nan+nanj"),
}

"""What a worker may send, whatever is expected."""


def near(expected: Any) -> Iterator[tuple[str, Any]]:
    """Yield values that begin as expected: with more, larger, or other entries behind."""
    if isinstance(expected, np.ndarray):
        expected = expected.tolist()
    if isinstance(expected, list | tuple) and expected:
        huge = np.zeros(8 << 20, bool)
        yield "the right entries and 80 arrays", [*expected, *[np.zeros(100_000, bool)] * 80]
        yield "the right entries and 50,000 zeros", [*expected, *[0] * 50_000]
        yield "the right entries 2,000 times", list(expected) * 2_000
        yield "the last entry is huge", [*expected[:-1], huge]
        yield "the first entry is huge", [huge, *expected[1:]]
        yield "the last entry is 50,000 long", [*expected[:-1], [0.0] * 50_000]
        yield "the last entry is text", [*expected[:-1], "a" * (1 << 20)]
        for index, entry in enumerate(expected[:3]):
            for label, value in near(entry):
                yield f"[{index}]: {label}", [*expected[:index], value, *expected[index + 1 :]]
    elif isinstance(expected, dict):
        yield "the right keys and 100 more", expected | {f"more {index}": 0 for index in range(100)}
        for key, entry in expected.items():
            for label, value in near(entry):
                yield f"[{key!r}]: {label}", {**expected, key: value}
    elif isinstance(expected, Frame):
        yield "a million rows", table(*[numbers(MAX_ROWS, name) for name in expected.names])
        yield "300 more columns", table(*expected.columns, *[numbers(len(expected), at) for at in range(300)])
        huge_texts = [*["x"] * (len(expected) - 1), "y" * (7 << 20)]
        yield "a huge text", table(*[texts_column(name, "str", huge_texts) for name in expected.names])
        lists = [[[1.5] * 5_000] * len(expected)] * 2
        cells = [Column(name, "object", "cells", lists[0], None) for name in expected.names]
        yield "lists in the cells", table(*cells)
    elif isinstance(expected, str):
        yield "the right text and 1 MiB", expected + "a" * (1 << 19)
        yield "the right text, many times", expected * ((1 << 19) // max(1, len(expected)))


def received(value: Any) -> Any:
    """Return the value as the grader decodes it from a worker's reply."""
    return wire.decode(wire.encode(value, to_plain))


def cost(judge: Callable[[Any], object], value: Any, enough: float = MAX_SECONDS) -> tuple[float, int]:
    """Return the CPU seconds and the bytes that judging a value takes. It must end, or raise an Outcome.

    Args:
        enough: If it takes longer, it is tried again: a busy machine is no fault of the value.
    """

    def run() -> None:
        try:
            judge(value)
        except Outcome as outcome:
            assert len(str(outcome)) < 2_000

    run()  # what is made once, such as a catalogue of sentences, is no cost of this value
    tracemalloc.start()
    try:
        run()
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    seconds = []
    for _ in range(3):
        start = time.thread_time()
        run()
        seconds.append(time.thread_time() - start)
        if seconds[-1] < enough:
            break
    return min(seconds), peak


def too_costly(judge: Callable[[Any], None], values: Iterable[tuple[str, Any]]) -> list[str]:
    """Return a line for each labelled value that costs more to judge than it may."""
    lines = []
    for label, value in values:
        seconds, peak = cost(judge, value)
        if seconds > MAX_SECONDS or peak > MAX_BYTES:
            lines.append(f"{label}: {1000 * seconds:.0f} ms, {peak / (1 << 20):.1f} MiB")
    return lines


def near_and_received(expected: Any) -> Iterator[tuple[str, Any]]:
    """Yield what is near a value, as far as it fits in a reply."""
    for label, value in near(expected):
        with contextlib.suppress(wire.WireError):
            yield label, received(value)
