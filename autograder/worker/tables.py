"""Tables of pandas as frames, and frames as tables of pandas. Used where pandas is loaded."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np

from autograder.worker.classes import MRO
from autograder.worker.frames import (
    MAX_COLUMNS,
    MAX_ROWS,
    UNIT,
    Column,
    Frame,
    cells_of,
    is_name,
    texts_column,
)
from autograder.worker.wire import WireError

ToPlain = Callable[[Any, int], Any]


def pandas_here() -> Any:
    """Return pandas if this process has loaded it, else None."""
    module = sys.modules.get("pandas")
    return module if hasattr(module, "DataFrame") and hasattr(module, "__file__") else None


def is_table(value: Any) -> bool:
    """Return whether a value is a DataFrame or a Series, by its type and not by what it shows."""
    pandas = pandas_here()
    return pandas is not None and any(one in (pandas.DataFrame, pandas.Series) for one in MRO(type(value)))


def is_nothing(value: Any) -> bool:
    """Return whether a value is one of those with which pandas says that there is none."""
    pandas = pandas_here()
    return pandas is not None and (value is pandas.NaT or value is pandas.NA)


def frame_of(table: Any, to_plain: ToPlain, depth: int) -> Frame:
    """Return a DataFrame or a Series as plain data. Raises WireError for what can't be checked."""
    pandas = pandas_here()
    if len(table) > MAX_ROWS:
        raise WireError(f"too many parts: {MAX_ROWS:,}")
    index = table.index
    levels = [
        _column(pandas.Series(index.get_level_values(level)), name, to_plain, depth)
        for level, name in enumerate(index.names)
    ]
    if pandas.Series in MRO(type(table)):
        return Frame(True, (_column(table, table.name, to_plain, depth),), tuple(levels))
    if len(table.columns) > MAX_COLUMNS:
        raise WireError(f"too many parts: {MAX_COLUMNS:,}")
    columns = [
        _column(table.iloc[:, at], name, to_plain, depth) for at, name in enumerate(table.columns.tolist())
    ]
    return Frame(False, tuple(columns), tuple(levels))


def _column(series: Any, name: Any, to_plain: ToPlain, depth: int) -> Column:
    """Return one column as plain data."""
    pandas = pandas_here()
    name, dtype, array = _name(name), str(series.dtype), series.array
    if isinstance(series.dtype, pandas.CategoricalDtype):
        plain = _column(pandas.Series(np.asarray(series)), name, to_plain, depth)
        counted = plain.kind in ("times", "durations")  # whose dtype names the unit
        return plain if counted else replace(plain, dtype="category")
    if isinstance(series.dtype, pandas.DatetimeTZDtype):
        counts = series.dt.tz_convert("UTC").dt.tz_localize(None).to_numpy()
        return _counted(name, dtype, "times", counts)
    arrays = pandas.arrays
    if isinstance(array, arrays.IntegerArray | arrays.FloatingArray | arrays.BooleanArray):
        missing, kind = np.asarray(series.isna()), series.dtype.numpy_dtype
        numbers = series.to_numpy(dtype=kind, na_value=kind.type(0))
        return Column(name, dtype, "numbers", np.array(numbers), missing if missing.any() else None)
    if isinstance(series.dtype, pandas.StringDtype):
        return texts_column(name, dtype, series.to_numpy(dtype=object, na_value=None).tolist())
    if not isinstance(series.dtype, np.dtype):
        raise WireError(f"no column: {dtype[:60]}")
    values = series.to_numpy()
    if values.dtype.kind in "Mm":
        return _counted(name, dtype, "times" if values.dtype.kind == "M" else "durations", values)
    if values.dtype.kind in "biufc" and values.dtype.itemsize <= 16 and values.dtype.char not in "gG":
        return Column(name, dtype, "numbers", np.array(values), None)
    return _objects(name, dtype, values.tolist(), to_plain, depth)


def _counted(name: Any, dtype: str, kind: str, values: np.ndarray[Any, Any]) -> Column:
    if not UNIT.match(dtype):
        raise WireError(f"no column: {dtype[:60]}")
    missing = np.isnat(values)
    return Column(name, dtype, kind, np.array(values).view(np.int64), missing if missing.any() else None)


def _objects(name: Any, dtype: str, values: list[Any], to_plain: ToPlain, depth: int) -> Column:
    """Return a column of objects: of texts, if all of it is text or missing."""
    if all(type(value) is str or _is_missing(value) for value in values):
        return texts_column(name, dtype, values)
    if any(is_table(value) for value in values):
        raise WireError("no column: DataFrame")
    cells = [None if _is_missing(value) else to_plain(value, depth + 2) for value in values]
    return Column(name, dtype, "cells", cells, None)


def _is_missing(value: Any) -> bool:
    return value is None or (type(value) is float and value != value) or is_nothing(value)


def _name(name: Any) -> Any:
    """Return the name of a column as plain data. Raises WireError for one of another kind."""
    if type(name) is tuple:
        name = tuple(_name(part) for part in name)
    elif isinstance(name, np.generic):
        name = name.item()
    elif isinstance(name, str):
        name = str.__str__(name)
    if not is_name(name):
        if hasattr(name, "isoformat"):
            return str.__str__(name.isoformat())
        raise WireError(f"no column: {type(name).__name__[:60]}")
    return name


def table_of(frame: Frame) -> Any:
    """Return a frame that a check sends as a DataFrame, or as a Series."""
    import pandas

    levels = [pandas.Index(_values(one, pandas), name=one.name) for one in frame.index]
    index = levels[0] if len(levels) == 1 else pandas.MultiIndex.from_arrays(levels)
    if frame.is_series:
        return pandas.Series(_values(frame.columns[0], pandas), index=index, name=frame.columns[0].name)
    data = {at: _values(column, pandas) for at, column in enumerate(frame.columns)}
    table = pandas.DataFrame(data, index=index)
    names = frame.names
    tuples = bool(names) and all(type(name) is tuple for name in names)
    table.columns = pandas.MultiIndex.from_tuples(names) if tuples else pandas.Index(names)
    return table


def _values(column: Column, pandas: Any) -> Any:
    """Return the values of a column as pandas takes them."""
    if column.kind == "numbers":
        if column.missing is None:
            return column.data.copy()
        return pandas.array(cells_of(column), dtype=column.dtype)
    if column.kind in ("times", "durations"):
        found = UNIT.match(column.dtype)
        unit, zone = (found[1], found[2]) if found else ("ns", None)
        counts = column.data.view(f"{'M8' if column.kind == 'times' else 'm8'}[{unit}]")
        times = pandas.Series(counts)
        return times.dt.tz_localize("UTC").dt.tz_convert(zone).array if zone else times.array
    cells = cells_of(column)
    return pandas.Series(cells, dtype=object).array if column.kind == "cells" else pandas.Series(cells).array
