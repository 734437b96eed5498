"""What each `assert_…` function accepts, and the one sentence with which it refuses."""

from __future__ import annotations

import time
from collections.abc import Callable
from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis.extra import numpy as hnp
from plain_data import DTYPES, LARGE, PLAIN_DATA, equals

from autograder.checks.assertions import (
    ANY,
    Points,
    assert_arguments_unchanged,
    assert_array,
    assert_count,
    assert_shape,
    assert_size,
    points,
)
from autograder.checks.result import CallResult
from autograder.errors import CheckFailed
from autograder.worker.plain import to_plain

GRID = [[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]
NONE = "f(x) is None. Did you forget to return it?"
HUGE = 10**200

REFUSED: list[tuple[Callable[..., None], Any, Any, str]] = [
    (assert_array, GRID, None, NONE),
    (
        assert_array, GRID, [[1, 2, 3], [4, 5]],
        "f(x) is a nested list whose rows have different lengths: row 0 has 3, row 1 has 2",
    ),
    (
        assert_array, GRID, [[[1, 2], [3]]],
        "f(x) is a nested list whose rows have different lengths, expected an array",
    ),
    (
        assert_array, GRID, [[1, 2, 3], 4],
        "f(x) is a nested list whose rows have different lengths, expected an array",
    ),
    (assert_array, GRID, [], "f(x) has shape (0,), expected (2, 3): 1 dimension instead of 2"),
    (assert_array, GRID, np.zeros((0, 3)), "f(x) has shape (0, 3), expected (2, 3): 0 rows instead of 2"),
    (assert_array, GRID, np.zeros((3, 2)), "f(x) has shape (3, 2), expected (2, 3): 3 rows instead of 2"),
    (assert_array, GRID, np.zeros((2, 2)), "f(x) has shape (2, 2), expected (2, 3): 2 columns instead of 3"),
    (assert_array, GRID, [GRID], "f(x) has shape (1, 2, 3), expected (2, 3): 3 dimensions instead of 2"),
    (
        assert_array, GRID, np.zeros((1,) * 9),
        "f(x) has shape (1, 1, 1, 1, 1, 1, …), expected (2, 3): 9 dimensions instead of 2",
    ),
    (
        assert_array, np.ones((2, 1)), np.ones((1, 1)),
        "f(x) has shape (1, 1), expected (2, 1): 1 row instead of 2",
    ),
    (assert_array, [[0.0]], np.zeros((0, 1)), "f(x) has shape (0, 1), expected (1, 1): 0 rows instead of 1"),
    (assert_array, [5.0, 5.0], 5.0, "f(x) is 5.0, expected an array of shape (2,)"),
    (assert_array, [5.0, 5.0], np.array(5.0), "f(x) is 5.0, expected an array of shape (2,)"),
    (assert_array, [5.0, 5.0], [5.0], "f(x) has shape (1,), expected (2,): 1 value instead of 2"),
    (
        assert_array, np.ones((1, 2, 3, 4)), np.ones((2, 2, 3, 4)),
        "f(x) has shape (2, 2, 3, 4), expected (1, 2, 3, 4): 2 along axis 0 instead of 1",
    ),
    (
        assert_array, np.ones((1, 2, 3, 4)), np.ones((1, 3, 3, 4)),
        "f(x) has shape (1, 3, 3, 4), expected (1, 2, 3, 4): 3 along axis 1 instead of 2",
    ),
    (
        assert_array, np.ones((1, 2, 3)), np.ones((1, 2, 2)),
        "f(x) has shape (1, 2, 2), expected (1, 2, 3): 2 along axis 2 instead of 3",
    ),
    (
        assert_array, GRID, [[1, 2, np.nan], [4, 5, 6]],
        "f(x)[0, 2] is nan, expected 3 (1 of 6 values is not finite)",
    ),
    (
        assert_array, GRID, [[1, 2, 3], [-np.inf, 5, 6]],
        "f(x)[1, 0] is -inf, expected 4 (1 of 6 values is not finite)",
    ),
    (
        assert_array, GRID, [[0, 2, 3], [np.nan, np.inf, 6]],
        "f(x)[1, 0] is nan, expected 4 (2 of 6 values are not finite)",
    ),
    (assert_array, GRID, [[1, 2, 3], [4, 5.5, 7]], "f(x)[1, 1] is 5.5, expected 5 (2 of 6 values differ)"),
    (
        assert_array, GRID, [[1, 2, 3], [4, 5, 6.0001]],
        "f(x)[1, 2] is 6.0001, expected 6 (1 of 6 values differs)",
    ),
    (assert_array, 3.0, 4, "f(x) is 4, expected 3"),
    (assert_array, [3.0], [4], "f(x)[0] is 4, expected 3"),
    (assert_array, [-1e308], [1e308], "f(x)[0] is 1e+308, expected -1e+308"),
    (assert_array, [2.0], [True], "f(x)[0] is True, expected 2"),
    (
        assert_array, [1.0], np.array([1 + 1j]),
        "f(x) has complex numbers, expected real ones; after a Fourier transform take .real",
    ),
    (
        assert_array, [1.0], np.array([complex(1, np.nan)]),
        "f(x) has complex numbers, expected real ones; after a Fourier transform take .real",
    ),
    (assert_array, GRID, "abc", "f(x) is 'abc', expected an array of numbers"),
    (assert_array, GRID, b"abc", "f(x) is b'abc', expected an array of numbers"),
    (assert_array, GRID, {"a": 1}, "f(x) is {'a': 1}, expected an array of numbers"),
    (
        assert_array, GRID, [[1, 2, 3], [4, 5, None]],
        "f(x) is [[1, 2, 3], [4, 5, None]], expected an array of numbers",
    ),
    (
        assert_array, GRID, ["x" * 500_000, *[""] * 90_000],
        "f(x) is a list of length 90001, expected an array of numbers",
    ),
    (assert_array, GRID, [[HUGE] * 3] * 2, "f(x) has a number that is too large for an array"),
    (assert_shape, (2, 3), None, NONE),
    (
        assert_shape, (2, 3), np.zeros((2, 2)),
        "f(x) has shape (2, 2), expected (2, 3): 2 columns instead of 3",
    ),
    (assert_shape, (2,), "ab", "f(x) is 'ab', expected an array of numbers"),
    (assert_size, 14, None, NONE),
    (assert_size, 14, 14.0, "f(x) is 14.0, a float; a size is an int: 14. Divide with // instead of /"),
    (
        assert_size, 14, np.array(14.0),
        "f(x) is 14.0, a float; a size is an int: 14. Divide with // instead of /",
    ),
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
    (assert_array, GRID, to_plain(np.vectorize(Fraction, otypes=[object])(GRID))),
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
]
ASSERTS: list[tuple[Callable[..., None], Any]] = [
    (assert_array, GRID),
    (assert_array, 3.0),
    (assert_shape, (2, 3)),
    (assert_size, 14),
    (assert_count, 7),
    (assert_count, (7, 8)),
]


@pytest.mark.parametrize(("check", "want", "value", "message"), REFUSED)
def test_a_wrong_result_is_refused_in_one_sentence(
    check: Callable[..., None], want: Any, value: Any, message: str
) -> None:
    """The first thing wrong, where, and by how much; word by word."""
    with pytest.raises(CheckFailed) as failure:
        check(CallResult(value, "f(x)"), want)

    assert str(failure.value) == message


@pytest.mark.parametrize(("check", "want", "value"), ACCEPTED)
def test_a_right_result_passes_in_any_form(check: Callable[..., None], want: Any, value: Any) -> None:
    """Lists, float32, Fractions and any memory layout count; so does whatever equals what is wanted."""
    check(CallResult(value, "f(x)"), want)


def test_the_parts_of_a_count_have_names() -> None:
    """A wrong entry of a tuple is called by its name."""
    with pytest.raises(CheckFailed, match=r"^f\(x\)\[1\] \(channels\) is 3, expected 4$"):
        assert_count(CallResult((2, 3), "f(x)"), (2, 4), parts=("costs", "channels"))
    with pytest.raises(CheckFailed, match=r"expected the tuple \(costs, channels\)$"):
        assert_count(CallResult(2, "f(x)"), (2, 4), parts=("costs", "channels"))


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
    assert vars(check)["worth"] == Points(2, "valid", for_reading=False)


@settings(max_examples=400, deadline=None)
@given(value=PLAIN_DATA)
def test_any_plain_data_is_refused_or_equal(value: Any) -> None:
    """Of whatever the wire can carry, an assert passes what is right, else says one short line, quickly."""
    for check, want in ASSERTS:
        start = time.perf_counter()
        try:
            check(CallResult(value, "f(x)"), want)
        except CheckFailed as failure:
            assert len(str(failure)) < 400 and "\n" not in str(failure)
        else:
            assert check is assert_shape or equals(value, want)
        assert time.perf_counter() - start < 0.5


@settings(max_examples=200, deadline=None)
@given(value=hnp.arrays(DTYPES, (2, 3)))
def test_an_array_passes_just_when_it_is_close(value: Any) -> None:
    """Of arrays of the right shape and any dtype, those that are close pass and no others."""
    close = np.array(np.abs(value.astype(complex) - np.array(GRID)) <= 1e-6 + 1e-5 * np.array(GRID)).all()
    try:
        assert_array(CallResult(value, "f(x)"), GRID)
    except CheckFailed:
        assert not close
    else:
        assert close


@pytest.mark.parametrize("value", LARGE, ids=lambda value: type(value).__name__)
def test_a_large_result_is_refused_quickly(value: Any) -> None:
    """The largest things that the wire can carry cost neither much time nor a long message."""
    for check, want in ASSERTS:
        start = time.perf_counter()
        with pytest.raises(CheckFailed) as failure:
            check(CallResult(value, "f(x)"), want)
        assert len(str(failure.value)) < 400
        assert time.perf_counter() - start < 2


AXES = {
    "en": {4: (None, "channel", "row", "column")},
    "fa": {4: (None, "کانال", "سطر", "ستون")},
}


@pytest.mark.parametrize(
    ("shape", "gap"),
    [
        ((2, 2, 3, 4), "2 along axis 0 instead of 1"),
        ((1, 1, 3, 4), "1 channel instead of 2"),
        ((1, 3, 3, 4), "3 channels instead of 2"),
        ((1, 2, 1, 4), "1 row instead of 3"),
        ((1, 2, 3, 5), "5 columns instead of 4"),
    ],
)
def test_an_exercise_names_its_axes(shape: tuple[int, ...], gap: str) -> None:
    """A wrong size is said with the exercise's own name of the axis, or with its number."""
    with pytest.raises(CheckFailed) as failure:
        assert_array(CallResult(np.ones(shape), "f(x)"), np.ones((1, 2, 3, 4)))

    assert failure.value.sentence(AXES).endswith(f": {gap}")


def test_axes_have_persian_names(monkeypatch: pytest.MonkeyPatch) -> None:
    """In Persian the exercise's Persian name of the axis is in the sentence."""
    monkeypatch.setenv("LANGUAGE", "fa")
    with pytest.raises(CheckFailed) as failure:
        assert_array(CallResult(np.ones((1, 3, 3, 4)), "f(x)"), np.ones((1, 2, 3, 4)))

    assert "کانال" in failure.value.sentence(AXES)
