"""No reply of a worker, whatever its shape, makes an assert slow or large."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Any, NamedTuple

import numpy as np
import pytest
from hostile_replies import ANYWHERE, near_and_received, received, too_costly

from autograder import checks
from autograder.checks import (
    ANY,
    CallResult,
    assert_arguments_unchanged,
    assert_array,
    assert_close,
    assert_count,
    assert_equal,
    assert_frame,
    assert_match,
    assert_shape,
    assert_size,
    assert_that,
    frame,
)
from autograder.session.request import Request

PLAIN = [
    "One for Ann.",
    "Name | MP\n-----|---\nAnn  |  3\n",
    [1, [2.5, None], ("a", True)],
    {"a": 1, "b": [2, {"c": "d"}], 3: b"x"},
    {1, 2, "c"},
    Fraction(1, 3),
    Decimal("1.50"),
    datetime.datetime(2024, 2, 29),
]
TABLE = frame(
    {
        "name": ["Ann", "Bob", None],
        "score": [1, 2.5, None],
        "day": [datetime.datetime(2026, 1, 2), None, None],
    }
)
NESTED = {"a": [0.5, 2], "b": np.arange(12.0).reshape(3, 4)}
PICTURE, SENT = np.arange(12.0).reshape(3, 4), [np.zeros((5, 5)), [1, 2], {"a": 1}]


class Row(NamedTuple):
    """A use of an assert: how it judges a result, and a value that it expects."""

    judge: Callable[[CallResult], None]
    expected: Any


def arguments(expected: list[Any]) -> Row:
    """Return the row in which a worker says what it has made of these arguments."""

    def judge(result: CallResult) -> None:
        request = Request("f", "call", "f", expected, {})
        assert_arguments_unchanged(CallResult(None, "f(…)", lambda: request.changed(result.value)))

    return Row(judge, expected)


ROWS: dict[str, list[Row]] = {
    "assert_arguments_unchanged": [arguments(SENT), arguments([])],
    "assert_array": [
        Row(lambda result: assert_array(result, PICTURE), PICTURE),
        Row(lambda result: assert_array(result, 2.5), 2.5),
        Row(lambda result: assert_array(result, np.zeros((6, 7, 8))), np.zeros((6, 7, 8))),
        Row(lambda result: assert_array(result, np.zeros((0, 3))), np.zeros((0, 3))),
    ],
    "assert_close": [
        Row(lambda result: assert_close(result, PICTURE), PICTURE),
        Row(
            lambda result: assert_close(result, {"a": [0.5, 2], "b": PICTURE}), {"a": [0.5, 2], "b": PICTURE}
        ),
    ],
    "assert_equal": [
        Row(lambda result, want=want: assert_equal(result, want), want)
        for want in PLAIN  # type: ignore[misc]
    ],
    "assert_frame": [
        Row(lambda result: assert_frame(result, TABLE, ordered=True, index=[0, 1, 2]), TABLE),
        Row(lambda result: assert_frame(result, {"a": ["x", None]}), frame({"a": ["x", None]})),
    ],
    "assert_match": [Row(lambda result: assert_match(result, r"[A-Z]{2}\d{3}"), "AB123")],
    "assert_that": [Row(lambda result: assert_that(result, lambda value: value == [3], "is not [3]"), [3])],
    "assert_count": [
        Row(lambda result: assert_count(result, 7), 7),
        Row(lambda result: assert_count(result, (3, ANY), parts=("rows", "columns")), (3, 4)),
    ],
    "assert_shape": [Row(lambda result: assert_shape(result, (3, 4)), PICTURE)],
    "assert_size": [Row(lambda result: assert_size(result, 4), 4)],
}
"""The uses of each assert. Add rows for yours: its usual arguments, and a result that passes."""


def test_every_assert_has_rows() -> None:
    """An assert that is added to the vocabulary is tried with hostile replies, too."""
    asserts = {name for name in checks.__all__ if name.startswith("assert_")}

    assert asserts <= ROWS.keys(), f"add rows to {__name__}.ROWS for {sorted(asserts - ROWS.keys())}"


CASES = [
    pytest.param(row, id=f"{name}-{index}") for name, rows in ROWS.items() for index, row in enumerate(rows)
]


@pytest.mark.e2e
@pytest.mark.parametrize("row", CASES)
def test_no_reply_that_begins_as_expected_costs_much(row: Row) -> None:
    """What is expected passes. What begins like it, and goes on for long, is refused at its first misfit."""
    row.judge(CallResult(row.expected, "f(x)"))

    values = near_and_received(row.expected)
    assert too_costly(lambda value: row.judge(CallResult(value, "f(x)")), values) == []


@pytest.mark.e2e
@pytest.mark.parametrize("label", ANYWHERE)
def test_no_reply_of_any_shape_costs_much(label: str) -> None:
    """Judging takes at most 50 ms and 32 MiB, and raises nothing but an Outcome; so does showing a value."""
    value = received(ANYWHERE[label]())

    for name, rows in ROWS.items():
        for row in rows:
            judged = too_costly(lambda value, row=row: row.judge(CallResult(value, "f(x)")), [(name, value)])
            assert judged == []
    assert too_costly(show, [("show", value), ("show a list", [value])]) == []


def show(value: Any) -> None:
    assert len(checks.show(value)) <= 80
