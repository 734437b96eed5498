"""`assert_frame` says the first thing that is wrong with a table: a column, the rows, a cell."""

from __future__ import annotations

from datetime import datetime, timezone
from typing import Any

import numpy as np
import pytest

from autograder.checks import (
    CallResult,
    CheckFailed,
    assert_array,
    assert_close,
    assert_equal,
    assert_frame,
    frame,
)
from autograder.checks.frames import column_of, same_frames
from autograder.errors import AuthorError
from autograder.grading.equality import equal_values
from autograder.session.request import Request
from autograder.worker import wire
from autograder.worker.frames import Frame

DAY = datetime(2026, 1, 2)


def series(values: Any) -> Frame:
    column = column_of("a", values)
    return Frame(True, (column,), (column_of(None, np.arange(len(column))),))


PASS = {
    "an int for its float": ({"a": [1, 2]}, {"a": [1.0, 2.0000001]}, {}),
    "missing cells of all kinds": (
        {"a": [None, 1.5], "b": ["x", None]},
        {"a": [float("nan"), 1.5], "b": ["x", None]},
        {},
    ),
    "columns in another order": ({"b": [1], "a": ["x"]}, {"a": ["x"], "b": [1]}, {}),
    "cells of several kinds": ({"a": [1, "x", [2]]}, {"a": [1, "x", [2]]}, {}),
    "a column that is all missing": ({"a": [None, None]}, {"a": [None, None]}, {}),
    "dates": ({"a": [DAY, None]}, {"a": [DAY, None]}, {}),
    "dates with a zone": (
        {"a": [DAY.replace(tzinfo=timezone.utc)]},
        {"a": [DAY.replace(tzinfo=timezone.utc)]},
        {},
    ),
    "no rows": ({"a": []}, {"a": []}, {}),
}  # fmt: skip


@pytest.mark.parametrize("case", PASS)
def test_what_is_expected_passes(case: str) -> None:
    """The order of columns does not count, nor how a missing cell is written."""
    got, want, options = PASS[case]

    assert_frame(CallResult(frame(got), "tidy(raw)"), want, **options)


FAIL = {
    "a column is missing": ({"b": [1]}, {"a": [1]}, {}, "tidy(raw) has no column 'a'; it has 'b'"),
    "a column is too much": (
        {"a": [1], "b": [1]},
        {"a": [1]},
        {},
        "tidy(raw) has the column 'b', which is not expected",
    ),
    "another order, if it counts": (
        {"b": [1], "a": [1]},
        {"a": [1], "b": [1]},
        {"ordered": True},
        "tidy(raw) has its columns in the order 'b', 'a', expected 'a', 'b'",
    ),
    "rows come before cells": ({"a": [5]}, {"a": [1, 2]}, {}, "tidy(raw) has 1 row instead of 2"),
    "one cell": ({"a": [1, 2]}, {"a": [1, 3]}, {}, "tidy(raw)['a'] is 2 in row 1, expected 3"),
    "several cells": (
        {"a": ["x", "y", "z"]},
        {"a": ["x", "b", "c"]},
        {},
        "tidy(raw)['a'] is 'y' in row 1, expected 'b' (2 of 3 cells differ)",
    ),
    "texts of other lengths": (
        {"a": ["xy", "z"]},
        {"a": ["x", "yz"]},
        {},
        "tidy(raw)['a'] is 'xy' in row 0, expected 'x' (2 of 2 cells differ)",
    ),
    "a missing cell": ({"a": [1, None]}, {"a": [1, 2]}, {}, "tidy(raw)['a'] is missing in row 1, expected 2"),
    "a cell that should be missing": (
        {"a": ["x", "y"]},
        {"a": ["x", None]},
        {},
        "tidy(raw)['a'] is 'y' in row 1, expected missing",
    ),
    "texts for numbers": (
        {"a": ["1", "2"]},
        {"a": [1, 2]},
        {},
        "tidy(raw)['a'] is a column of texts (object), expected numbers",
    ),
    "numbers for truths": (
        {"a": [1, 0]},
        {"a": [True, False]},
        {},
        "tidy(raw)['a'] is a column of numbers (int64), expected True and False",
    ),
    "another date": (
        {"a": [DAY]},
        {"a": [datetime(2026, 2, 1)]},
        {},
        "tidy(raw)['a'] is 2026-01-02 00:00:00 in row 0, expected 2026-02-01 00:00:00",
    ),
    "other labels, if they count": (
        {"a": [1, 2]},
        {"a": [1, 2]},
        {"index": ["x", "y"]},
        "tidy(raw).index is a column of numbers (int64), expected texts",
    ),
}


@pytest.mark.parametrize("case", FAIL)
def test_the_first_thing_that_is_wrong_is_said(case: str) -> None:
    """Columns come before rows, rows before cells; a cell is named by its column and its row."""
    got, want, options, sentence = FAIL[case]

    with pytest.raises(CheckFailed) as caught:
        assert_frame(CallResult(frame(got), "tidy(raw)"), want, **options)
    assert str(caught.value) == sentence


@pytest.mark.parametrize("value", [3, [1], {"a": [1]}, None, series([1])])
def test_what_is_no_table_is_told(value: Any) -> None:
    """A result of another kind is no DataFrame, and nothing of it is read."""
    with pytest.raises(CheckFailed, match=r"^tidy\(raw\) is "):
        assert_frame(CallResult(value, "tidy(raw)"), {"a": [1]})


def test_a_series_is_compared_with_its_cells() -> None:
    """assert_equal, assert_close and assert_array take a Series for a list."""
    assert_equal(CallResult(series(["x", None]), "f()"), ["x", None])
    assert_close(CallResult(series([1.5, 2.5]), "f()"), [1.5, 2.5])
    assert_array(CallResult(series([1.5, 2.5]), "f()"), [1.5, 2.5])
    assert_array(CallResult(frame({"a": [1, 2], "b": [3, 4]}), "f()"), [[1, 3], [2, 4]])
    assert_equal(CallResult(frame({"a": [1, 2]}), "f()"), frame({"a": [1.0, 2.0]}))
    for assertion, want, sentence in (
        (assert_equal, [1.5, 2.6], "f() is 2.5 in row 1, expected 2.6"),
        (assert_close, [1.5], "f() has 2 rows instead of 1"),
        (assert_equal, "x", "f() is series of 2, expected 'x'"),
    ):
        with pytest.raises(CheckFailed) as caught:
            assertion(CallResult(series([1.5, 2.5]), "f()"), want)
        assert str(caught.value) == sentence


def test_a_table_of_other_lengths_is_its_author_s_error() -> None:
    """`frame` refuses columns of different lengths, and names the one."""
    with pytest.raises(AuthorError, match="column 'b' has 1 rows, the first column has 2"):
        frame({"a": [1, 2], "b": [1]})


def test_tables_are_shown_and_compared_in_requests() -> None:
    """A small table is shown whole, a larger one by its size; one that was changed is said to be."""
    small, large = frame({"a": [1, None]}), frame({"a": range(20)})
    request = Request("f", "call", "f", [small, large], {})

    assert request.call == "f(frame({'a': [1.0, nan]}), 20x1 frame)"
    assert request.changed([small, large]) == []
    assert request.changed([small, frame({"a": [*range(19), 0]})]) == ["20x1 frame"]


def test_equal_tables_are_one_result() -> None:
    """A diagnosis takes two replies for one if no check could tell their tables apart."""
    one, other = frame({"a": [1, 2], "b": ["x", None]}), frame({"a": [1.0, 2.0], "b": ["x", None]})

    assert equal_values(one, other) and same_frames(one, wire.decode(wire.encode(other)))
    assert not equal_values(one, frame({"a": [1, 2], "b": ["x", "y"]}))
    assert not equal_values(one, {"a": [1, 2]}) and not equal_values([1, 2], series([1, 2]))
