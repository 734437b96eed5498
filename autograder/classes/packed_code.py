"""What the journal keeps of a submission besides its results, compressed: its code, and what it cost."""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Iterable, Mapping
from typing import Any

from autograder.submissions.submission import Cell

FAST = 1  # a third of the time of zlib's usual level, for a tenth more bytes
MAX_UNPACKED = 64 << 20
"""Bytes. No submission that can be read has so many."""


def pack(cells: Iterable[Cell]) -> bytes:
    """Return cells as bytes. A lone surrogate is escaped, as JSON does."""
    return _packed([(cell.label, cell.source) for cell in cells])


def unpack(packed: bytes) -> tuple[Cell, ...]:
    """Return what `pack` was given. Raises sqlite3.DatabaseError if the bytes are damaged."""
    try:
        return tuple(Cell(str(label), str(source)) for label, source in _unpacked(packed))
    except (zlib.error, ValueError, TypeError) as error:
        raise sqlite3.DatabaseError(f"the code of a submission is damaged ({error})") from None


def pack_numbers(numbers: Mapping[str, float]) -> bytes:
    """Return numbers by name as bytes, to a millionth."""
    return _packed({name: round(number, 6) for name, number in numbers.items()})


def unpack_numbers(packed: bytes) -> dict[str, float]:
    """Return what `pack_numbers` was given. Raises sqlite3.DatabaseError if the bytes are damaged."""
    try:
        return {str(name): float(number) for name, number in _unpacked(packed).items()}
    except (zlib.error, ValueError, TypeError, AttributeError) as error:
        raise sqlite3.DatabaseError(f"the costs of a submission are damaged ({error})") from None


def _packed(value: Any) -> bytes:
    return zlib.compress(json.dumps(value, separators=(",", ":")).encode(), FAST)


def _unpacked(packed: bytes) -> Any:
    whole = zlib.decompressobj()
    text = whole.decompress(packed, MAX_UNPACKED)
    if not whole.eof:
        raise ValueError("it is too long, or its end is missing")
    return json.loads(text)
