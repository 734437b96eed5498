"""Batches: many requests in one message, and the frames of their replies in a row.

The requests come from the grader, which a worker trusts. So they travel as marshal writes them: that is
faster than frames, and has no checks. Replies come from a worker, which nobody trusts. So each is a frame.
"""

from __future__ import annotations

import marshal
import struct
import sys
from collections.abc import Iterable
from typing import Any

import numpy as np

from autograder.worker.operations import Operation
from autograder.worker.tagged import parts_of, value_of_parts
from autograder.worker.wire import (
    CONTAINERS,
    DTYPES,
    SETS,
    ProtocolError,
    frame_length,
    layout_of,
    with_layout,
)

MARSHALLED = frozenset((type(None), bool, int, float, complex, bytes))
MARSHAL_VERSION = 2  # the last one without references between values: what is packed can be joined


def pack(request: Any) -> bytes:
    """Return the bytes of one request, to be joined with others. One request may be sent to many workers."""
    return marshal.dumps(_without_arrays(request), MARSHAL_VERSION)


def join(packed_requests: Iterable[bytes], count: int) -> bytes:
    """Return the message of `count` packed requests. An element of `packed_requests` may hold several."""
    return b"".join([b"[", struct.pack("<i", count), *packed_requests])


def unpack(message: bytes) -> list[Any]:
    """Return the requests of a message. Only for bytes from the grader: marshal trusts its input."""
    requests: list[Any] = _with_arrays(marshal.loads(message))
    return requests


def split_frames(row: bytes, start: int, count: int) -> list[bytes]:
    """Return the `count` frames that follow each other in `row` from `start` on.

    Raises ProtocolError where there are fewer of them.
    """
    frames = list[bytes]()
    for _ in range(count):
        end = start + frame_length(row[start : start + 4])
        frames.append(row[start:end])
        start = end
    if start > len(row):
        raise ProtocolError("a frame reaches outside its row")
    return frames


def _without_arrays(value: Any) -> Any:
    """Replace what marshal can't write by a tuple that begins with `...`. No plain data holds a `...`."""
    if type(value) is np.ndarray:
        return ..., value.dtype.str, value.shape, layout_of(value), value.tobytes()
    if type(value) is Operation:
        return ..., None, value.kind, _without_arrays(value.operands), value.number
    if type(value) is str:
        return sys.intern(value)  # marshal keeps this property: the worker looks names up faster
    if type(value) is dict:
        return {_without_arrays(key): _without_arrays(item) for key, item in value.items()}
    if type(value) in CONTAINERS:
        return type(value)(map(_without_arrays, value))
    parts = None if type(value) in MARSHALLED else parts_of(value)
    return (..., True, *map(_without_arrays, parts)) if parts else value


def _with_arrays(value: Any) -> Any:
    """Undo `_without_arrays`. Lists and dicts are changed in place."""
    if type(value) in SETS:
        return type(value)([_with_arrays(item) if type(item) in CONTAINERS else item for item in value])
    if type(value) is not tuple:
        for key, item in value.items() if type(value) is dict else enumerate(value):
            if type(item) in CONTAINERS:
                value[key] = _with_arrays(item)
        return value
    if value and value[0] is ...:
        if value[1] is None:
            return Operation(value[2], _with_arrays(value[3]), value[4])
        if value[1] is True:
            return value_of_parts(
                *[_with_arrays(one) if type(one) in CONTAINERS else one for one in value[2:]]
            )
        _, code, shape, layout, data = value
        return with_layout(np.ndarray(shape, DTYPES[code], data), layout)
    return tuple([_with_arrays(item) if type(item) in CONTAINERS else item for item in value])
