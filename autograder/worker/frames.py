"""Frames: tables of pandas as plain data, by columns. Nothing in here needs pandas.

A column of numbers is an array. A column of texts is one buffer with the lengths of the texts. Dates are
counted from 1970, in the unit that the column's dtype names. All else is a list of cells.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timezone
from itertools import pairwise
from typing import Any

import numpy as np

MAX_ROWS, MAX_COLUMNS, MAX_LEVELS, MAX_DTYPE = 1_000_000, 1_000, 10, 200
MAX_DEPTH = 40  # of lists in a cell
KINDS = ("numbers", "times", "durations", "texts", "cells")
UNIT = re.compile(r"^(?:datetime64|timedelta64)\[(s|ms|us|ns)(?:, ([^\]]+))?\]$")
"""A dtype of dates or durations: its unit, and its time zone."""
NAMES = (type(None), bool, int, float, str)
"""What the name of a column may be, besides a tuple of these."""


@dataclass(frozen=True, eq=False)
class Column:
    """One column, or one level of an index.

    `dtype` is pandas's name of it. `data` depends on the kind: an array of `numbers`; of `times` and
    `durations` an array of int64; of `texts` one text and the array of their lengths; a list of `cells`.
    `missing` says which cells are missing. It is None if only NaN among the numbers says so.
    """

    name: Any
    dtype: str
    kind: str
    data: Any
    missing: np.ndarray[Any, Any] | None

    def __len__(self) -> int:
        return len(self.data[1] if self.kind == "texts" else self.data)


@dataclass(frozen=True, eq=False)
class Frame:
    """A DataFrame, or a Series, which has one column. `index` has a column for each of its levels."""

    is_series: bool
    columns: tuple[Column, ...]
    index: tuple[Column, ...]

    def __len__(self) -> int:
        """Return the number of rows."""
        return len(self.index[0])

    @property
    def names(self) -> list[Any]:
        return [column.name for column in self.columns]

    def column(self, name: Any) -> list[Any]:
        """Return the cells of the first column of a name. Raises KeyError if there is none."""
        found = [one for one in self.columns if one.name == name]
        if not found:
            raise KeyError(name)
        return cells_of(found[0])

    def __repr__(self) -> str:
        return f"series of {len(self)}" if self.is_series else f"{len(self)}x{len(self.columns)} frame"


def cells_of(column: Column) -> list[Any]:
    """Return the cells of a column as plain values. Missing ones are None, or NaN among numbers."""
    match column.kind:
        case "texts":
            text, lengths = column.data
            ends = [0, *np.cumsum(lengths).tolist()]
            cells = [text[start:end] for start, end in pairwise(ends)]
        case "times" | "durations":
            cells = list(_times(column))
        case _:
            cells = column.data if column.kind == "cells" else column.data.tolist()
    if column.missing is None:
        return cells
    return [None if gone else cell for cell, gone in zip(cells, column.missing.tolist(), strict=True)]


def _times(column: Column) -> Iterator[Any]:
    unit, zone = _unit(column.dtype)
    kind = "M8" if column.kind == "times" else "m8"
    for cell in column.data.view(f"{kind}[{unit}]").astype(f"{kind}[us]").tolist():
        yield cell.replace(tzinfo=timezone.utc) if zone and hasattr(cell, "replace") else cell


def _unit(dtype: str) -> tuple[str, str]:
    """Return the unit and the zone of a dtype. Raises ValueError for one that has none."""
    found = UNIT.match(dtype)
    if not found:
        raise ValueError("no dtype of dates")
    return found[1], found[2] or ""


def parts_of_frame(frame: Frame) -> list[Any]:
    """Return the parts of a frame as it crosses the wire."""
    columns, index = ([_parts_of(one) for one in some] for some in (frame.columns, frame.index))
    return [frame.is_series, columns, index]


def _parts_of(column: Column) -> list[Any]:
    data = column.data
    if column.kind == "texts":
        text, lengths = data
        data = [np.frombuffer(text.encode("utf-8", "surrogatepass"), np.uint8), lengths]
    return [column.name, column.dtype, column.kind, data, column.missing]


def frame_of_parts(is_series: bool, columns: list[Any], index: list[Any]) -> Frame:
    """Return the frame of its parts. Raises ValueError or TypeError if they make none."""
    if not 1 <= len(index) <= MAX_LEVELS or len(columns) > MAX_COLUMNS:
        raise ValueError("no index, or too many columns")
    made = tuple(_column_of(*parts) for parts in columns)
    levels = tuple(_column_of(*parts) for parts in index)
    if len({len(one) for one in (*made, *levels)}) != 1 or (is_series and len(made) != 1):
        raise ValueError("columns of different lengths")
    return Frame(is_series, made, levels)


def _column_of(name: Any, dtype: Any, kind: Any, data: Any, missing: Any) -> Column:
    if type(dtype) is not str or len(dtype) > MAX_DTYPE or kind not in KINDS or not is_name(name):
        raise ValueError("no column")
    if kind == "cells":
        rows = len(data) if type(data) is list and all(map(_is_cell, data)) else -1
    elif kind == "texts":
        data, rows = _text_of(*data)
    else:
        rows = _row_of_numbers(data, "biufc" if kind == "numbers" else "i")
        if kind != "numbers" and (data.dtype != np.int64 or not _unit(dtype)):
            raise ValueError("no dates")
    if not 0 <= rows <= MAX_ROWS:
        raise ValueError("too many rows")
    if missing is not None and (_row_of_numbers(missing, "b") != rows):
        raise ValueError("another number of missing cells")
    return Column(name, dtype, kind, data, missing)


def is_name(name: Any) -> bool:
    """Return whether a value can be the name of a column."""
    if type(name) is tuple:
        return len(name) <= MAX_LEVELS and all(type(part) in NAMES for part in name)
    return type(name) in NAMES


def _is_cell(value: Any, depth: int = 0) -> bool:
    """Return whether a value can be in a cell: plain data without tables in it."""
    if type(value) is dict:
        value = [*value.keys(), *value.values()]
    if type(value) in (list, tuple, set, frozenset):
        return depth < MAX_DEPTH and all(_is_cell(one, depth + 1) for one in value)
    return type(value) is not Frame


def _row_of_numbers(array: Any, kinds: str) -> int:
    """Return the length of an array of these kinds without further axes; -1 for all else."""
    fitting = type(array) is np.ndarray and array.ndim == 1 and array.dtype.kind in kinds
    return len(array) if fitting else -1


def _text_of(blob: Any, lengths: Any) -> tuple[tuple[str, Any], int]:
    if _row_of_numbers(blob, "u") < 0 or _row_of_numbers(lengths, "i") < 0:
        raise ValueError("no texts")
    text = str(blob.tobytes(), "utf-8", "surrogatepass")
    if (lengths < 0).any() or int(lengths.sum(dtype=np.int64)) != len(text):
        raise ValueError("texts of other lengths")
    return (text, lengths), len(lengths)


def texts_column(name: Any, dtype: str, values: list[Any]) -> Column:
    """Return a column of texts. Whatever is no text is missing."""
    missing = np.fromiter((type(value) is not str for value in values), bool, len(values))
    if missing.any():
        values = [value if type(value) is str else "" for value in values]
    lengths = np.fromiter(map(len, values), np.int32, len(values))
    return Column(name, dtype, "texts", ("".join(values), lengths), missing if missing.any() else None)


def is_missing(cell: Any) -> bool:
    """Return whether a plain cell is missing: None, or NaN."""
    return cell is None or (type(cell) is float and math.isnan(cell))
