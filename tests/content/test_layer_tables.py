"""What the asserts of q3's tables accept, and the one sentence with which they refuse."""

from __future__ import annotations

import itertools
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hostile_replies import ANYWHERE, near_and_received, received, too_costly
from hypothesis import given, settings
from plain_data import LARGE, PLAIN_DATA, equals

from autograder.checks import ANY, CallResult, CheckFailed
from autograder.exercises.load import run_beside

TABLES = run_beside(Path(__file__).parents[2] / "solutions" / "q3_parameters" / "layer_tables.py")
assert_table, assert_sound, assert_complete, canonical = (
    TABLES[name] for name in ("assert_table", "assert_sound", "assert_complete", "canonical")
)
ROWS = [("conv2d", (None, 14, 14, 16), 160), ("dense", (None, 5), 3925)]
FITS = [(16, 1, "valid"), (14, 1, "same")]
NONE = "f(x) is None. Did you forget to return it?"
REFUSED: list[tuple[Callable[..., None], Any, Any, str]] = [
    (assert_table, ROWS, None, NONE),
    (assert_table, ROWS, "x", "f(x) is 'x', expected a table with a row for each layer"),
    (assert_table, ROWS, ROWS[:1], "f(x) has 1 row, expected 2 rows, one for each layer"),
    (assert_table, ROWS, [1, 2], "f(x)[0] is 1, expected (kind, output shape, parameters)"),
    (
        assert_table, ROWS, [("pool", (None, 14, 14, 16), 160), ROWS[1]],
        "f(x)[0] is of kind 'pool', expected 'conv2d'",
    ),
    (assert_table, ROWS, [(0, (None, 14, 14, 16), 160), ROWS[1]], "f(x)[0] is of kind 0, expected 'conv2d'"),
    (
        assert_table, ROWS, [ROWS[0], ("dense", (5,), 3925)],
        "f(x)[1] (dense) has output shape (5,), expected (None, 5)",
    ),
    (
        assert_table, ROWS, [ROWS[0], ("dense", (1, 5), 3925)],
        "f(x)[1] (dense) has output shape (1, 5), expected (None, 5)",
    ),
    (
        assert_table, ROWS, [ROWS[0], ("dense", (None, 5.0), 3925)],
        "f(x)[1] (dense) has output shape (None, 5.0); sizes are ints: divide with // instead of /",
    ),
    (
        assert_table, [("dense", (None, ANY), ANY)], [("dense", (5,), 1)],
        "f(x)[0] (dense) has output shape (5,), expected (None, any)",
    ),
    (
        assert_table, ROWS, [ROWS[0], ("dense", (None, 5), 3920)],
        "f(x)[1] (dense) has 3,920 parameters, expected 3,925",
    ),
    (assert_sound, FITS, None, NONE),
    (assert_sound, FITS, "x", "f(x) is 'x', expected a list of tuples such as (16, 1, 'valid')"),
    (assert_sound, FITS, [], "f(x) is empty"),
    (assert_sound, FITS, [[]], "f(x) lists [], which does not fit"),
    (assert_sound, FITS, [FITS[0], 5], "f(x) lists 5, which does not fit"),
    (assert_sound, FITS, [FITS[0], (15, 1, "same")], "f(x) lists (15, 1, 'same'), which does not fit"),
    (
        assert_sound, FITS, [FITS[0], (14, 1, "SAME")],
        "f(x) lists (14, 1, 'SAME'); upper and lower case count: write 'same'",
    ),
    (assert_sound, FITS, [["16", "1", "valid"]], "f(x) lists ['16', '1', 'valid'], which does not fit"),
    (assert_complete, FITS, None, NONE),
    (assert_complete, FITS, [], "f(x) has 0 of the 2 that fit; (16, 1, 'valid') is missing"),
    (assert_complete, FITS, FITS[:1], "f(x) has 1 of the 2 that fit; (14, 1, 'same') is missing"),
]  # fmt: skip
ACCEPTED: list[tuple[Callable[..., None], Any, Any]] = [
    (assert_table, ROWS, ROWS),
    (assert_table, ROWS, [["Conv2D", [None, 14, 14, 16], 160.0], ["Dense", (None, 5), 3925]]),
    (assert_sound, FITS, FITS[:1]),
    (assert_sound, FITS, [list(pair) for pair in reversed(FITS)]),
    (assert_complete, FITS, [(16.0, 1, "valid"), (9, 9, "x"), FITS[1]]),
]
ASSERTS: list[tuple[Callable[..., None], Any]] = [
    (assert_table, ROWS),
    (assert_sound, FITS),
    (assert_complete, FITS),
]


@pytest.mark.parametrize(("check", "want", "value", "message"), REFUSED)
def test_a_wrong_table_is_refused_in_one_sentence(
    check: Callable[..., None], want: Any, value: Any, message: str
) -> None:
    """The first thing wrong, where, and by how much; word by word."""
    with pytest.raises(CheckFailed) as failure:
        check(CallResult(value, "f(x)"), want)

    assert str(failure.value) == message


@pytest.mark.parametrize(("check", "want", "value"), ACCEPTED)
def test_a_right_table_passes_in_any_form(check: Callable[..., None], want: Any, value: Any) -> None:
    """Lists, integral floats and class names of layers count."""
    check(CallResult(value, "f(x)"), want)


@settings(max_examples=400, deadline=None)
@given(value=PLAIN_DATA)
def test_any_plain_data_is_refused_or_equal(value: Any) -> None:
    """Whatever the wire can carry, each assert passes a right value, else raises CheckFailed, quickly."""
    for check, want in ASSERTS:
        start = time.perf_counter()
        try:
            check(CallResult(value, "f(x)"), want)
        except CheckFailed as failure:
            assert len(str(failure)) < 400 and "\n" not in str(failure)
        else:
            assert check in (assert_sound, assert_complete) or equals(value, want)
        assert time.perf_counter() - start < 0.5


@pytest.mark.parametrize("value", LARGE, ids=lambda value: type(value).__name__)
def test_a_large_result_is_refused_quickly(value: Any) -> None:
    """The largest things that the wire can carry cost neither much time nor a long message."""
    for check, want in ASSERTS:
        start = time.perf_counter()
        with pytest.raises(CheckFailed) as failure:
            check(CallResult(value, "f(x)"), want)
        assert len(str(failure.value)) < 400
        assert time.perf_counter() - start < 2


def test_every_sentence_exists_in_persian(monkeypatch: pytest.MonkeyPatch) -> None:
    """In Persian each refusal is in Persian, with the same values in it."""
    monkeypatch.setenv("LANGUAGE", "fa")
    for check, want, value, message in REFUSED:
        with pytest.raises(CheckFailed) as failure:
            check(CallResult(value, "f(x)"), want)
        assert any("\u0600" < character < "\u06ff" for character in str(failure.value)), message


def test_class_names_of_layers_have_one_canonical_form() -> None:
    """MaxPooling2D is maxpool2d for a diagnosis, as it is for the checks."""
    assert canonical("MaxPooling2D") == canonical("maxpool2d") == "maxpool2d"


NEAR = [(assert_table, ROWS), (assert_sound, FITS), (assert_complete, FITS), (assert_sound, FITS * 10)]


@pytest.mark.e2e
@pytest.mark.parametrize(("check", "want"), NEAR)
def test_no_reply_costs_much(check: Callable[..., None], want: Any) -> None:
    """What a worker may send is judged within 50 ms and 32 MiB, also if it begins as the solution does."""
    anything = ((label, received(make())) for label, make in ANYWHERE.items())
    values = itertools.chain(anything, near_and_received(want))

    assert too_costly(lambda value: check(CallResult(value, "f(x)"), want), values) == []
