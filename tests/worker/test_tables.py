"""Tables cross the wire by columns; what makes none is refused before anything is computed from it."""

from __future__ import annotations

import time
from typing import Any

import numpy as np
import pytest

from autograder.checks import frame
from autograder.worker import batch, wire
from autograder.worker.frames import Frame, cells_of
from autograder.worker.plain import to_plain
from autograder.worker.tables import table_of
from autograder.worker.tagged import parts_of

COLUMN, INDEX = ([[name, "int64", "numbers", np.arange(2), None]] for name in ("a", None))
LIES: dict[str, Any] = {
    "no index": [False, [], []],
    "columns of other lengths": [False, [["a", "int64", "numbers", np.arange(3), None]], INDEX],
    "a series of two columns": [True, [*COLUMN, *COLUMN], INDEX],
    "an array of two axes": [False, [["a", "int64", "numbers", np.zeros((2, 2)), None]], INDEX],
    "an unknown kind": [False, [["a", "int64", "objects", np.arange(2), None]], INDEX],
    "a long dtype": [False, [["a", "x" * 201, "numbers", np.arange(2), None]], INDEX],
    "a list for a name": [False, [[["a"], "int64", "numbers", np.arange(2), None]], INDEX],
    "dates without a unit": [False, [["a", "int64", "times", np.arange(2), None]], INDEX],
    "dates that are floats": [False, [["a", "datetime64[ns]", "times", np.zeros(2), None]], INDEX],
    "texts beyond their buffer": [
        False, [["a", "str", "texts", [np.zeros(3, np.uint8), np.array([1, 9])], None]], INDEX
    ],
    "texts of negative lengths": [
        False, [["a", "str", "texts", [np.zeros(3, np.uint8), np.array([-1, 4])], None]], INDEX
    ],
    "no UTF-8": [
        False, [["a", "str", "texts", [np.full(2, 255, np.uint8), np.array([1, 1])], None]], INDEX
    ],
    "too few missing cells": [False, [["a", "int64", "numbers", np.arange(2), np.zeros(1, bool)]], INDEX],
    "a table in a cell": [False, [["a", "object", "cells", [frame({"a": [1]}), 1], None]], INDEX],
    "1,001 columns": [False, COLUMN * 1_001, INDEX],
    "too few parts": [False, [["a", "int64", "numbers"]], INDEX],
}  # fmt: skip


class Forged:
    """Stands for a table in a frame that nobody has checked."""


@pytest.mark.parametrize("case", LIES)
def test_what_makes_no_table_is_no_frame(case: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The decoder raises ProtocolError for every table whose parts do not fit together."""

    def forged(value: Any) -> Any:
        return ["Frame", *LIES[case]] if type(value) is Forged else parts_of(value)

    monkeypatch.setattr(wire, "parts_of", forged)
    sent = wire.encode(["value", Forged()], to_plain)
    monkeypatch.undo()

    with pytest.raises(wire.ProtocolError):
        wire.decode(sent)


def test_a_table_of_ours_reaches_the_worker() -> None:
    """In a frame and in a batch, a table arrives as it was sent."""
    sent = frame({"a": [1, 2], "b": ["é", None], "c": [None, 1.5]}, index=["x", "y"])
    (request,) = batch.unpack(batch.join([batch.pack(["call", "f", [sent], {}])], 1))
    for arrived in (request[2][0], wire.decode(wire.encode(sent), wire.REQUEST)):
        assert [cells_of(one) for one in (*arrived.columns[:2], *arrived.index)] == [
            [1, 2],
            ["é", None],
            ["x", "y"],
        ]
        assert arrived.names == ["a", "b", "c"] and not arrived.is_series


def crossed(value: Any) -> Any:
    return wire.decode(wire.encode(["value", value], to_plain))[1]


@pytest.mark.e2e
def test_tables_of_pandas_cross_with_all_that_they_hold() -> None:
    """Texts, truths, missing cells, dates, categories, several levels: each column keeps its kind."""
    pd = pytest.importorskip("pandas")

    class Own(pd.DataFrame):
        """A subclass, which is a DataFrame as well."""

    table = Own(
        {
            "a": pd.array([1, None, 3], dtype="Int64"),
            "b": ["x", None, "é"],
            "c": pd.Categorical(["u", "v", None]),
            "d": pd.to_datetime(["2026-01-01", None, "2026-07-01"]).tz_localize("Europe/Berlin"),
            ("e", 1): [True, False, True],
            "f": pd.array([True, None, False], dtype="boolean"),
            "g": pd.to_timedelta([1, 2, None], unit="h"),
            "h": [1, "x", [2]],
        },
        index=pd.MultiIndex.from_tuples([("p", 1), ("p", 2), ("q", 1)], names=["one", None]),
    )
    table["i"] = table["b"].astype("string")
    got = crossed(table)

    assert [one.kind for one in got.columns] == [
        "numbers", "texts", "texts", "times", "numbers", "numbers", "durations", "cells", "texts"
    ]  # fmt: skip
    assert got.names == ["a", "b", "c", "d", ("e", 1), "f", "g", "h", "i"]
    assert got.column("a") == [1, None, 3] and got.column("c") == ["u", "v", None]
    assert [day and day.isoformat() for day in got.column("d")] == [
        "2025-12-31T23:00:00+00:00", None, "2026-06-30T22:00:00+00:00"
    ]  # fmt: skip
    assert got.column("f") == [True, None, False] and got.column("h") == [1, "x", [2]]
    assert [cells_of(level) for level in got.index] == [["p", "p", "q"], [1, 2, 1]]
    assert [level.name for level in got.index] == ["one", None]
    back = table_of(wire.decode(wire.encode(got), wire.REQUEST))
    assert back.shape == table.shape and str(back["d"].dtype) == str(table["d"].dtype)
    assert crossed(pd.NaT) is None and crossed(pd.NA) is None and crossed([table["b"]])[0].is_series


@pytest.mark.e2e
@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("pd.Series(pd.period_range('2026', periods=2, freq='D'))", "no column: period[D]"),
        ("pd.DataFrame({'a': [pd.DataFrame()]})", "no column: DataFrame"),
        ("pd.DataFrame(np.zeros((1, 1_001)))", "too many parts: 1,000"),
        ("pd.DataFrame({'a': np.zeros(1_000_001, np.int8)})", "too many parts: 1,000,000"),
        ("pd.DataFrame({'a': np.zeros(2 << 20 >> 1)})", "too large: 8.0 MiB"),
    ],
)
def test_what_cannot_be_checked_is_refused_with_a_reason(source: str, reason: str) -> None:
    """Kinds that no check knows, tables in cells, and too many of anything are refused in the worker."""
    pd = pytest.importorskip("pandas")
    if reason.startswith("too large"):
        source = "pd.DataFrame({'a': np.zeros(1_000_000), 'b': ['x' * 9] * 1_000_000})"
        reason = "too large: 8.6 MiB"

    with pytest.raises(wire.WireError) as caught:
        wire.encode(["value", eval(source, {"pd": pd, "np": np})], to_plain)
    assert str(caught.value) == reason


@pytest.mark.e2e
def test_10_000_rows_of_eight_columns_cross_in_20_milliseconds() -> None:
    """Half of the columns hold texts. Encoding and decoding take less than 20 ms of CPU time together."""
    pd = pytest.importorskip("pandas")
    rows = 10_000
    texts = {f"text {at}": [f"{at} name {row}" for row in range(rows)] for at in range(4)}
    texts["text 3"] = [None if row % 3 else text for row, text in enumerate(texts["text 3"])]
    table = pd.DataFrame({**texts, **{f"number {at}": np.arange(rows) / 7 for at in range(4)}})
    seconds = []
    for _ in range(10):
        start = time.process_time()
        got = crossed(table)
        seconds.append(time.process_time() - start)

    assert isinstance(got, Frame) and len(got) == rows and len(got.columns) == 8
    assert min(seconds) < 0.02
