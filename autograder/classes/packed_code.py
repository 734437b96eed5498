"""The code of a submission as it is kept in the journal: JSON of labels and sources, compressed."""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Iterable

from autograder.submissions.submission import Cell

MAX_UNPACKED = 64 << 20
"""Bytes. No submission that can be read has so many."""


def pack(cells: Iterable[Cell]) -> bytes:
    """Return cells as bytes. Like in JSON, a lone surrogate is escaped."""
    return zlib.compress(json.dumps([(cell.label, cell.source) for cell in cells]).encode())


def unpack(packed: bytes) -> tuple[Cell, ...]:
    """Return what `pack` was given. Raises sqlite3.DatabaseError if the bytes are damaged."""
    try:
        whole = zlib.decompressobj()
        text = whole.decompress(packed, MAX_UNPACKED)
        if not whole.eof:
            raise ValueError("too much, or not all")
        return tuple(Cell(str(label), str(source)) for label, source in json.loads(text))
    except (zlib.error, ValueError, TypeError) as error:
        raise sqlite3.DatabaseError(f"the code of a submission is damaged ({error})") from None
