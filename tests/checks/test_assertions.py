"""What each `assert_…` function accepts, and the one sentence with which it refuses."""

from __future__ import annotations

import time
from collections.abc import Callable
from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from autograder.checks.assertions import (
    ANY,
    Value,
    assert_arguments_unchanged,
    assert_array,
    assert_complete,
    assert_count,
    assert_shape,
    assert_size,
    assert_sound,
    assert_table,
    entry,
    points,
)
from autograder.checks.result import CallResult
from autograder.errors import CheckFailed
from autograder.worker import wire
from autograder.worker.plain import plain

GRID = [[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]
ROWS = [("conv2d", (None, 14, 14, 16), 160), ("dense", (None, 5), 3925)]
FITS = [(16, 1, "valid"), (14, 1, "same")]
NONE = "f(x) is None. Did you forget to return it?"
HUGE = 10**200

REFUSED: list[tuple[Callable[..., None], Any, Any, str]] = [
    (assert_array, GRID, None, NONE),
    (assert_array, GRID, [[1, 2, 3], [4, 5]], "f(x) is a nested list whose rows have different lengths: row 0 has 3, row 1 has 2"),
    (assert_array, GRID, [[[1, 2], [3]]], "f(x) is a nested list whose rows have different lengths, expected an array"),
    (assert_array, GRID, [[1, 2, 3], 4], "f(x) is a nested list whose rows have different lengths, expected an array"),
    (assert_array, GRID, [], "f(x) has shape (0,), expected (2, 3): 1 dimension instead of 2"),
    (assert_array, GRID, np.zeros((0, 3)), "f(x) has shape (0, 3), expected (2, 3): 0 rows instead of 2"),
    (assert_array, GRID, np.zeros((3, 2)), "f(x) has shape (3, 2), expected (2, 3): 3 rows instead of 2"),
    (assert_array, GRID, np.zeros((2, 2)), "f(x) has shape (2, 2), expected (2, 3): 2 columns instead of 3"),
    (assert_array, GRID, [GRID], "f(x) has shape (1, 2, 3), expected (2, 3): 3 dimensions instead of 2"),
    (assert_array, GRID, np.zeros((1,) * 9), "f(x) has shape (1, 1, 1, 1, 1, 1, …), expected (2, 3): 9 dimensions instead of 2"),
    (assert_array, np.ones((2, 1)), np.ones((1, 1)), "f(x) has shape (1, 1), expected (2, 1): 1 row instead of 2"),
    (assert_array, [[0.0]], np.zeros((0, 1)), "f(x) has shape (0, 1), expected (1, 1): 0 rows instead of 1"),
    (assert_array, [5.0, 5.0], 5.0, "f(x) is 5.0, expected an array of shape (2,)"),
    (assert_array, [5.0, 5.0], np.array(5.0), "f(x) is 5.0, expected an array of shape (2,)"),
    (assert_array, [5.0, 5.0], [5.0], "f(x) has shape (1,), expected (2,): 1 value instead of 2"),
    (assert_array, np.ones((1, 2, 3, 4)), np.ones((2, 2, 3, 4)), "f(x) has shape (2, 2, 3, 4), expected (1, 2, 3, 4): 2 along axis 0 instead of 1"),  # noqa: E501
    (assert_array, np.ones((1, 2, 3, 4)), np.ones((1, 3, 3, 4)), "f(x) has shape (1, 3, 3, 4), expected (1, 2, 3, 4): 3 channels instead of 2"),  # noqa: E501
    (assert_array, np.ones((1, 2, 3)), np.ones((1, 2, 2)), "f(x) has shape (1, 2, 2), expected (1, 2, 3): 2 along axis 2 instead of 3"),
    (assert_array, GRID, [[1, 2, np.nan], [4, 5, 6]], "f(x)[0, 2] is nan, expected 3 (1 of 6 values is not finite)"),
    (assert_array, GRID, [[1, 2, 3], [-np.inf, 5, 6]], "f(x)[1, 0] is -inf, expected 4 (1 of 6 values is not finite)"),
    (assert_array, GRID, [[0, 2, 3], [np.nan, np.inf, 6]], "f(x)[1, 0] is nan, expected 4 (2 of 6 values are not finite)"),
    (assert_array, GRID, [[1, 2, 3], [4, 5.5, 7]], "f(x)[1, 1] is 5.5, expected 5 (2 of 6 values differ)"),
    (assert_array, GRID, [[1, 2, 3], [4, 5, 6.0001]], "f(x)[1, 2] is 6.0001, expected 6 (1 of 6 values differs)"),
    (assert_array, 3.0, 4, "f(x) is 4, expected 3"),
    (assert_array, [3.0], [4], "f(x)[0] is 4, expected 3"),
    (assert_array, [-1e308], [1e308], "f(x)[0] is 1e+308, expected -1e+308"),
    (assert_array, [2.0], [True], "f(x)[0] is True, expected 2"),
    (assert_array, [1.0], np.array([1 + 1j]), "f(x) has complex numbers, expected real ones; after a Fourier transform take .real"),
    (assert_array, [1.0], np.array([complex(1, np.nan)]), "f(x) has complex numbers, expected real ones; after a Fourier transform take .real"),  # noqa: E501
    (assert_array, GRID, "abc", "f(x) is 'abc', expected an array of numbers"),
    (assert_array, GRID, b"abc", "f(x) is b'abc', expected an array of numbers"),
    (assert_array, GRID, {"a": 1}, "f(x) is {'a': 1}, expected an array of numbers"),
    (assert_array, GRID, [[1, 2, 3], [4, 5, None]], "f(x) is [[1, 2, 3], [4, 5, None]], expected an array of numbers"),
    (assert_array, GRID, ["x" * 500_000, *[""] * 90_000], "f(x) is a list of length 90001, expected an array of numbers"),
    (assert_array, GRID, [[HUGE] * 3] * 2, "f(x) has a number that is too large for an array"),
    (assert_shape, (2, 3), None, NONE),
    (assert_shape, (2, 3), np.zeros((2, 2)), "f(x) has shape (2, 2), expected (2, 3): 2 columns instead of 3"),
    (assert_shape, (2,), "ab", "f(x) is 'ab', expected an array of numbers"),
    (assert_size, 14, None, NONE),
    (assert_size, 14, 14.0, "f(x) is 14.0, a float; a size is an int: 14. Divide with // instead of /"),
    (assert_size, 14, np.array(14.0), "f(x) is 14.0, a float; a size is an int: 14. Divide with // instead of /"),
    (assert_size, 14, 13.0, "f(x) is 13.0, expected the integer 14"),
    (assert_size, 14, 13, "f(x) is 13, expected the integer 14"),
    (assert_size, 1, True, "f(x) is True, expected the integer 1"),
    (assert_size, 14, "14", "f(x) is '14', expected the integer 14"),
    (assert_size, 14, np.array([14]), "f(x) is an array of shape (1,), expected the integer 14"),
    (assert_size, 14, HUGE, "f(x) is an integer of more than 100 digits, expected the integer 14"),
    (assert_count, 1_234_567, None, NONE),
    (assert_count, 1_234_567, 1_234_566, "f(x) is 1,234,566, expected 1,234,567"),
    (assert_count, 1_234_567, 12.5, "f(x) is 12.5, expected 1,234,567"),
    (assert_count, 1, True, "f(x) is True, expected 1"),
    (assert_count, 1, float("inf"), "f(x) is inf, expected 1"),
    (assert_count, 1, [1], "f(x) is [1], expected 1"),
    (assert_count, 1, HUGE, "f(x) is an integer of more than 100 digits, expected 1"),
    (assert_count, (7, 8), None, NONE),
    (assert_count, (7, 8), 7, "f(x) is 7, expected 2 integers"),
    (assert_count, (7, 8), (7, 8, 9), "f(x) is (7, 8, 9), expected 2 integers"),
    (assert_count, (7, 8), (7, 9), "f(x)[1] is 9, expected 8"),
    (assert_count, (7, ANY), (7, "x"), "f(x)[1] is 'x', expected an integer"),
    (assert_table, ROWS, None, NONE),
    (assert_table, ROWS, "x", "f(x) is 'x', expected a table with a row for each layer"),
    (assert_table, ROWS, ROWS[:1], "f(x) has 1 row, expected 2 rows, one for each layer"),
    (assert_table, ROWS, [1, 2], "f(x)[0] is 1, expected (kind, output shape, parameters)"),
    (assert_table, ROWS, [("pool", (None, 14, 14, 16), 160), ROWS[1]], "f(x)[0] is of kind 'pool', expected 'conv2d'"),
    (assert_table, ROWS, [(0, (None, 14, 14, 16), 160), ROWS[1]], "f(x)[0] is of kind 0, expected 'conv2d'"),
    (assert_table, ROWS, [ROWS[0], ("dense", (5,), 3925)], "f(x)[1] (dense) has output shape (5,), expected (None, 5)"),
    (assert_table, ROWS, [ROWS[0], ("dense", (1, 5), 3925)], "f(x)[1] (dense) has output shape (1, 5), expected (None, 5)"),
    (assert_table, ROWS, [ROWS[0], ("dense", (None, 5.0), 3925)], "f(x)[1] (dense) has output shape (None, 5.0); sizes are ints: divide with // instead of /"),  # noqa: E501
    (assert_table, [("dense", (None, ANY), ANY)], [("dense", (5,), 1)], "f(x)[0] (dense) has output shape (5,), expected (None, any)"),
    (assert_table, ROWS, [ROWS[0], ("dense", (None, 5), 3920)], "f(x)[1] (dense) has 3,920 parameters, expected 3,925"),
    (assert_sound, FITS, None, NONE),
    (assert_sound, FITS, "x", "f(x) is 'x', expected a list of tuples such as (16, 1, 'valid')"),
    (assert_sound, FITS, [], "f(x) is empty"),
    (assert_sound, FITS, [[]], "f(x) lists [], which does not fit"),
    (assert_sound, FITS, [FITS[0], 5], "f(x) lists 5, which does not fit"),
    (assert_sound, FITS, [FITS[0], (15, 1, "same")], "f(x) lists (15, 1, 'same'), which does not fit"),
    (assert_sound, FITS, [["16", "1", "valid"]], "f(x) lists ['16', '1', 'valid'], which does not fit"),
    (assert_complete, FITS, None, NONE),
    (assert_complete, FITS, [], "f(x) has 0 of the 2 that fit; (16, 1, 'valid') is missing"),
    (assert_complete, FITS, FITS[:1], "f(x) has 1 of the 2 that fit; (14, 1, 'same') is missing"),
]  # fmt: skip
ACCEPTED: list[tuple[Callable[..., None], Any, Any]] = [
    (assert_array, GRID, GRID),
    (assert_array, GRID, tuple(map(tuple, GRID))),
    (assert_array, GRID, np.array(GRID, np.float32)),
    (assert_array, GRID, np.array(GRID, np.uint8)),
    (assert_array, GRID, np.asfortranarray(GRID)),
    (assert_array, GRID, np.array(GRID) + 0j),
    (assert_array, GRID, [np.array(row) for row in GRID]),
    (assert_array, GRID, np.array(GRID) * (1 + 9e-6)),
    (assert_array, GRID, plain(np.vectorize(Fraction, otypes=[object])(GRID))),
    (assert_array, [0.0, 1.0], [False, True]),
    (assert_array, 3.0, np.array(3)),
    (assert_array, np.zeros((0, 2)), np.zeros((0, 2))),
    (assert_shape, (2, 3), GRID),
    (assert_size, 14, 14),
    (assert_size, 14, np.array(14)),
    (assert_count, 14, 14.0),
    (assert_count, 10**30, 10**30),
    (assert_count, (7, 8), [7.0, 8]),
    (assert_count, (7, ANY), np.array([7, 1])),
    (assert_table, ROWS, ROWS),
    (assert_table, ROWS, [["Conv2D", [None, 14, 14, 16], 160.0], ["Dense", (None, 5), 3925]]),
    (assert_sound, FITS, FITS[:1]),
    (assert_sound, FITS, [list(pair) for pair in reversed(FITS)]),
    (assert_complete, FITS, [(16.0, 1, "valid"), (9, 9, "x"), FITS[1]]),
]
ASSERTS: list[tuple[Callable[..., None], Any]] = [
    (assert_array, GRID),
    (assert_array, 3.0),
    (assert_shape, (2, 3)),
    (assert_size, 14),
    (assert_count, 7),
    (assert_count, (7, 8)),
    (assert_table, ROWS),
    (assert_sound, FITS),
    (assert_complete, FITS),
]


@pytest.mark.parametrize(("check", "want", "value", "message"), REFUSED)
def test_a_wrong_answer_is_refused_in_one_sentence(
    check: Callable[..., None], want: Any, value: Any, message: str
) -> None:
    """The first thing wrong, where, and by how much; word by word."""
    with pytest.raises(CheckFailed) as failure:
        check(CallResult(value, "f(x)"), want)

    assert str(failure.value) == message


@pytest.mark.parametrize(("check", "want", "value"), ACCEPTED)
def test_a_right_answer_passes_in_any_form(check: Callable[..., None], want: Any, value: Any) -> None:
    """Lists, float32, Fractions, any memory layout and Keras' names count; so does whatever equals what is wanted."""
    check(CallResult(value, "f(x)"), want)


def test_the_parts_of_a_count_have_names() -> None:
    """A wrong entry of a tuple is called by its name."""
    with pytest.raises(CheckFailed, match=r"^f\(x\)\[1\] \(channels\) is 3, expected 4$"):
        assert_count(CallResult((2, 3), "f(x)"), (2, 4), parts=("costs", "channels"))
    with pytest.raises(CheckFailed, match=r"expected the tuple \(costs, channels\)$"):
        assert_count(CallResult(2, "f(x)"), (2, 4), parts=("costs", "channels"))


@pytest.mark.parametrize(
    ("value", "message"),
    [
        (None, NONE),
        (7, "f(x) is 7, expected a list of length 2"),
        ("ab", "f(x) is 'ab', expected a list of length 2"),
        ([1, 2, 3], "f(x) is [1, 2, 3], expected a list of length 2"),
        ([1, 2], "f(x)[1] is 2, expected a list of length 2"),
        (np.zeros((1, 2)), "f(x) is an array of shape (1, 2), expected a list of length 2"),
    ],
)
def test_an_entry_that_is_not_there_is_refused(value: Any, message: str) -> None:
    """`entry` needs the lengths all the way down."""
    with pytest.raises(CheckFailed) as failure:
        entry(CallResult(value, "f(x)"), (1, 0), of=(2, 2))

    assert str(failure.value) == message


def test_an_entry_is_an_answer_of_its_own() -> None:
    """An entry has its own call, and no arguments that it could have changed."""
    part = entry(CallResult([[1, 2], [3, 4]], "table"), (1, 0), of=(2, 2))

    assert (part.value, part.call, part.changed_arguments()) == (3, "table[1][0]", [])


def test_a_changed_argument_is_named() -> None:
    """The first changed argument is in the message; an unchanged one passes."""
    assert_arguments_unchanged(CallResult(0, "f(x)"))
    with pytest.raises(
        CheckFailed,
        match=r"^f\(x\) changes its argument \[1, 2\]; work on a copy instead, as x.copy\(\) makes it$",
    ):
        assert_arguments_unchanged(CallResult(0, "f(x)", lambda: ["[1, 2]", "[3]"]))


def test_points_mark_a_check() -> None:
    """`points` notes what a check is worth and its rung, and leaves the function itself as it is."""

    def check() -> None: ...

    assert points(2, rung="valid")(check) is check
    assert vars(check)["worth"] == Value(2, "valid", for_reading=False)


scalars = (
    st.none() | st.booleans() | st.integers(-(10**400), 10**400) | st.sampled_from([7, 8, 14, 14.0, "valid", "conv2d"])
    | st.floats() | st.complex_numbers() | st.text(max_size=80) | st.binary(max_size=80)
)  # fmt: skip
dtypes = st.sampled_from([dtype.str for dtype in wire.DTYPES.values()])
arrays = hnp.arrays(dtypes, hnp.array_shapes(min_dims=0, max_dims=5, min_side=0, max_side=4))
keys = st.none() | st.booleans() | st.integers() | st.text(max_size=9) | st.tuples(st.integers())
plain_data = st.recursive(
    scalars | arrays,
    lambda inner: (
        st.lists(inner, max_size=6)
        | st.lists(inner, max_size=4).map(tuple)
        | st.dictionaries(keys, inner, max_size=4)
    ),
    max_leaves=20,
)


@settings(max_examples=400, deadline=None)
@given(value=plain_data)
def test_any_plain_data_is_refused_or_equal(value: Any) -> None:
    """Whatever the wire can carry, each assert returns for a right value, else raises CheckFailed, quickly, in one short line."""
    for check, want in ASSERTS:
        start = time.perf_counter()
        try:
            check(CallResult(value, "f(x)"), want)
        except CheckFailed as failure:
            assert len(str(failure)) < 400 and "\n" not in str(failure)
        else:
            assert check in (assert_shape, assert_sound, assert_complete) or equals(value, want)
        assert time.perf_counter() - start < 0.5


@settings(max_examples=200, deadline=None)
@given(value=hnp.arrays(dtypes, (2, 3)))
def test_an_array_passes_just_when_it_is_close(value: Any) -> None:
    """Of arrays of the right shape, whatever their dtype, none that is wrong passes and none that is right fails."""
    close = np.array(np.abs(value.astype(complex) - np.array(GRID)) <= 1e-6 + 1e-5 * np.array(GRID)).all()
    try:
        assert_array(CallResult(value, "f(x)"), GRID)
    except CheckFailed:
        assert not close
    else:
        assert close


def equals(value: Any, want: Any) -> bool:
    """Compare in another way than the code under test: as nested lists of Python numbers."""
    if isinstance(value, np.ndarray):
        return equals(value.tolist(), want)
    if isinstance(want, list | tuple):
        return isinstance(value, list | tuple) and len(value) == len(want) and all(map(equals, value, want))
    if isinstance(want, str):
        return isinstance(value, str) and value.lower() == want
    return value is None if want is None else abs(value - want) <= 1e-6 + 1e-5 * abs(want)


@pytest.mark.parametrize(
    "value",
    [
        np.zeros((2,) * 20, np.uint8),
        [np.zeros((2,) * 20, np.uint8)],
        [[np.zeros((2,) * 20, np.uint8)] * 3] * 3,
        np.zeros(8_000_000, np.uint8),
        [np.zeros((1, 0) * 10)],
        {0: np.zeros((2,) * 20, np.uint8)},
        [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]],
        ["x" * 900_000],
        [b"x" * 8_000_000],
        [(16, 1, "same")] * 30_000,
        list(range(90_000)),
        [10**4000] * 20,
    ],
    ids=lambda value: type(value).__name__,
)
def test_a_large_answer_is_refused_quickly(value: Any) -> None:
    """The largest things that the wire can carry cost neither much time nor a long message."""
    for check, want in ASSERTS:
        start = time.perf_counter()
        with pytest.raises(CheckFailed) as failure:
            check(CallResult(value, "f(x)"), want)
        assert len(str(failure.value)) < 400
        assert time.perf_counter() - start < 2
