"""Tables: `frame` makes one for a call, `assert_frame` compares one, column by column.

A student's DataFrame or Series is a `Frame` here, plain data. Nothing in the grader needs pandas for it.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np

from autograder.checks.assertions import ATOL, RTOL
from autograder.checks.result import CallResult, Place, Result, judge
from autograder.checks.values import value_of
from autograder.checks.wording import mismatch, number_text, show
from autograder.errors import AuthorError, CheckFailed
from autograder.i18n import N_, _, ngettext
from autograder.text import clean_text
from autograder.worker.frames import Column, Frame, cells_of, is_missing, texts_column

__tracebackhide__ = True  # pytest then shows the check's own lines, and none of this file
MOST_NAMES = 6
SORTS = {
    "numbers": N_("numbers"),
    "truths": N_("True and False"),
    "texts": N_("texts"),
    "times": N_("dates"),
    "durations": N_("durations"),
    "cells": N_("values of several kinds"),
}
"""What a column holds, in words."""
EPOCH, MICROSECOND = datetime.datetime(1970, 1, 1), datetime.timedelta(microseconds=1)
UTC = datetime.timezone.utc


def frame(columns: Mapping[Any, Sequence[Any]], index: Sequence[Any] | None = None) -> Frame:
    """Return a table for a call: where the student's code runs, it is a DataFrame.

    None stands for a missing cell.

    >>> assert_frame(student.tidy(frame({"name": ["Ann", None], "score": [1.5, 2]})), {"name": ["Ann"]})

    Args:
        columns: The cells of each column, by its name.
        index: The labels of the rows. By default 0, 1, 2, …
    """
    made = tuple(column_of(name, values) for name, values in columns.items())
    rows = len(made[0]) if made else len(index or ())
    labels = column_of(None, np.arange(rows) if index is None else index)
    for column in (*made, labels):
        if len(column) != rows:
            name = "the index" if column is labels else f"column {column.name!r}"
            raise AuthorError(f"frame(…): {name} has {len(column)} rows, the first column has {rows}")
    return Frame(False, made, (labels,))


def column_of(name: Any, values: Any) -> Column:
    """Return a column of the cells that an author writes."""
    if isinstance(values, np.ndarray) and values.ndim == 1 and values.dtype.kind in "biufc":
        return Column(name, values.dtype.name, "numbers", values.copy(), None)
    cells = list(values)
    kinds = {type(cell) for cell in cells if not is_missing(cell)}
    missing = np.array([is_missing(cell) for cell in cells], bool)
    if kinds == {str}:
        return texts_column(name, "object", cells)
    if kinds == {bool} and not missing.any():
        return Column(name, "bool", "numbers", np.array(cells, bool), None)
    if kinds == {int} and not missing.any() and max(map(abs, cells)) < 1 << 63:
        return Column(name, "int64", "numbers", np.array(cells, np.int64), None)
    if kinds and kinds <= {int, float}:
        numbers = [np.nan if gone else cell for cell, gone in zip(cells, missing, strict=True)]
        return Column(name, "float64", "numbers", np.array(numbers, np.float64), None)
    if kinds in ({datetime.datetime}, {datetime.timedelta}):
        return _counted(name, cells, missing)
    return Column(name, "object", "cells", [None if is_missing(cell) else cell for cell in cells], None)


def _counted(name: Any, cells: list[Any], missing: np.ndarray[Any, Any]) -> Column:
    """Return a column of dates or of durations, counted in microseconds."""
    first = next(cell for cell in cells if not is_missing(cell))
    kind, dtype = "durations", "timedelta64[us]"
    if isinstance(first, datetime.datetime):
        kind, dtype = "times", "datetime64[us]" if first.tzinfo is None else "datetime64[us, UTC]"
        start = EPOCH if first.tzinfo is None else EPOCH.replace(tzinfo=UTC)
        cells = [None if is_missing(cell) else cell - start for cell in cells]
    nothing = np.iinfo(np.int64).min
    counts = [nothing if is_missing(cell) else cell // MICROSECOND for cell in cells]
    return Column(name, dtype, kind, np.array(counts, np.int64), missing if missing.any() else None)


def assert_frame(
    result: Result | CallResult,
    want: Mapping[Any, Sequence[Any]] | Frame,
    *,
    ordered: bool = False,
    index: Sequence[Any] | None = None,
    rtol: float = RTOL,
    atol: float = ATOL,
) -> None:
    """Fail unless the result is a DataFrame with these columns and these cells, row by row.

    Say first which column is missing or too much, then the number of rows, then the first cell that differs.
    Numbers may differ as in `assert_close`. None and NaN stand for a missing cell.

    >>> assert_frame(student.tidy(raw), {"name": ["Ann", "Bob"], "score": [1.5, None]})
    >>> assert_frame(CallResult(frame({"a": [1, 2]}), "tidy(raw)"), {"a": [1, 3]})
    Traceback (most recent call last):
        ...
    autograder.errors.CheckFailed: tidy(raw)['a'] is 2 in row 1, expected 3

    Args:
        ordered: The columns must have this order, too.
        index: The labels of the rows, if they count.
        rtol, atol: A number may differ by `atol + rtol * |expected|`.
    """
    expected = want if isinstance(want, Frame) else frame(dict(want))
    labels = None if index is None else column_of(None, index)

    def assertion(known: CallResult) -> None:
        said = next(frame_differences(known, expected, ordered, labels, rtol, atol), None)
        if said:
            raise CheckFailed(said, call=known.call)

    judge(result, assertion)


def frame_differences(
    result: CallResult,
    expected: Frame,
    ordered: bool = False,
    labels: Column | None = None,
    rtol: float = RTOL,
    atol: float = ATOL,
) -> Iterator[str]:
    """Yield sentences about what is different, the first one first."""
    got = value_of(result)
    if not isinstance(got, Frame) or got.is_series != expected.is_series:
        want = _("a Series") if expected.is_series else _("a DataFrame")
        yield str(mismatch(result.call, got, want))
        return
    if not expected.is_series:
        yield from _names(result.call, got.names, expected.names, ordered)
    if len(got) != len(expected):
        yield _other_length(result.call, len(got), len(expected))
        return
    if labels is not None:
        level = got.index[0] if len(got.index) == 1 else Column(None, "object", "cells", [], None)
        yield from column_differences(str(Place(result, ".index")), level, labels, rtol, atol)
    for other in expected.columns:
        place = result.call if expected.is_series else str(Place(result, f"[{show(other.name)}]"))
        column = got.columns[0] if got.is_series else _named(got, other.name)
        if column is not None:
            yield from column_differences(place, column, other, rtol, atol)


def _named(table: Frame, name: Any) -> Column | None:
    return next((one for one in table.columns if one.name == name and type(one.name) is type(name)), None)


def _names(call: str, got: list[Any], expected: list[Any], ordered: bool) -> Iterator[str]:
    """Yield what is wrong with the names of columns."""
    for name in expected:
        if name not in got:
            text = _("{call} has no column {value}; it has {names}")
            yield text.format(call=call, value=show(name), names=_listed(got))
    wanted = set(expected)
    for index, name in enumerate(got[: len(expected) + 1]):
        if name not in wanted:
            yield _("{call} has the column {value}, which is not expected").format(
                call=call, value=show(name)
            )
        elif name in got[:index]:
            yield _("{call} has the column {value} twice").format(call=call, value=show(name))
    if ordered and got != expected:
        text = _("{call} has its columns in the order {names}, expected {want}")
        yield text.format(call=call, names=_listed(got), want=_listed(expected))


def _other_length(call: str, have: int, want: int) -> str:
    text = ngettext(
        "{call} has {have} row instead of {want}", "{call} has {have} rows instead of {want}", have
    )
    return text.format(call=call, have=f"{have:,}", want=f"{want:,}")


def _listed(names: list[Any]) -> str:
    shown = ", ".join(show(name) for name in names[:MOST_NAMES])
    return (f"{shown}, …" if len(names) > MOST_NAMES else shown) or _("none")


def column_differences(place: str, got: Column, expected: Column, rtol: float, atol: float) -> Iterator[str]:
    """Yield a sentence if a column differs: of another kind, of another length, or in a cell."""
    if len(got) != len(expected):
        yield _other_length(place, len(got), len(expected))
        return
    kinds = sort_of(got), sort_of(expected)
    if kinds[0] != kinds[1] and "cells" not in kinds and not (_is_empty(got) or _is_empty(expected)):
        text = _("{call} is a column of {value} ({type}), expected {want}")
        value, want = (_(SORTS[kind]) for kind in kinds)
        yield text.format(call=place, value=value, type=clean_text(got.dtype, 60), want=want)
        return
    wrong = different_rows(got, expected, rtol, atol)
    if len(wrong):
        row = int(wrong[0])
        value, want = (_cell_text(cells_of(_row(one, row))[0]) for one in (got, expected))
        text = _("{call} is {value} in row {row}, expected {want}")
        said = text.format(call=place, value=value, row=row, want=want)
        if len(wrong) > 1:
            remark = _("{count} of {size} cells differ").format(count=f"{len(wrong):,}", size=f"{len(got):,}")
            said = _("{text} ({remark})").format(text=said, remark=remark)
        yield said


def _cell_text(cell: Any) -> str:
    if is_missing(cell):
        return _("missing")
    if isinstance(cell, datetime.date | datetime.timedelta):
        return str(cell)
    return number_text(cell) if type(cell) is float else show(cell)


def sort_of(column: Column) -> str:
    """Return what a column holds: one of SORTS."""
    return "truths" if column.kind == "numbers" and column.data.dtype.kind == "b" else column.kind


def _is_empty(column: Column) -> bool:
    """Return whether a column has no cell that is there."""
    return bool(gone_in(column).all())


def gone_in(column: Column) -> np.ndarray[Any, Any]:
    """Return which cells of a column are missing."""
    if column.missing is not None:
        return column.missing
    if column.kind == "numbers" and column.data.dtype.kind in "fc":
        return np.asarray(np.isnan(column.data))
    if column.kind == "cells":
        return np.array([is_missing(cell) for cell in column.data], bool)
    return np.zeros(len(column), bool)


def different_rows(got: Column, expected: Column, rtol: float, atol: float) -> np.ndarray[Any, Any]:
    """Return the numbers of the rows in which two columns of one length differ."""
    gone, other_gone = gone_in(got), gone_in(expected)
    if got.kind == expected.kind == "numbers":
        with np.errstate(all="ignore"):
            same = np.isclose(got.data, expected.data, rtol=rtol, atol=atol)
    elif got.kind == expected.kind == "texts" and got.data[0] == expected.data[0]:
        same = got.data[1] == expected.data[1]
        same = same if same.all() else _equal_cells(got, expected, rtol, atol)
    else:
        same = _equal_cells(got, expected, rtol, atol)
    return np.flatnonzero(np.where(gone | other_gone, gone != other_gone, ~same))


def _equal_cells(got: Column, expected: Column, rtol: float, atol: float) -> np.ndarray[Any, Any]:
    from autograder.checks.differences import Rule, first_difference

    rule = Rule(rtol=rtol, atol=atol)
    pairs = zip(cells_of(got), cells_of(expected), strict=True)
    if got.kind == expected.kind != "cells":
        return np.fromiter((one == other for one, other in pairs), bool, len(got))
    return np.fromiter((first_difference(one, other, rule) is None for one, other in pairs), bool, len(got))


def _row(column: Column, row: int) -> Column:
    """Return the column of one row."""
    missing = None if column.missing is None else column.missing[row : row + 1]
    if column.kind == "texts":
        text, lengths = column.data
        start = int(lengths[:row].sum(dtype=np.int64))
        data: Any = (text[start : start + int(lengths[row])], lengths[row : row + 1])
    else:
        data = column.data[row : row + 1]
    return Column(column.name, column.dtype, column.kind, data, missing)


def same_frames(one: Frame, other: Frame) -> bool:
    """Return whether a check could not tell two tables apart."""
    if (one.is_series, len(one), one.names) != (other.is_series, len(other), other.names):
        return False
    pairs = zip((*one.columns, *one.index), (*other.columns, *other.index), strict=False)
    return len(one.index) == len(other.index) and all(
        sort_of(mine) == sort_of(theirs) and not len(different_rows(mine, theirs, RTOL, ATOL))
        for mine, theirs in pairs
    )
