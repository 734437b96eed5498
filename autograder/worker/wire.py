"""The wire: plain data as a JSON skeleton followed by raw array buffers. Never pickle, in either direction.

A frame is `<total length><skeleton length><skeleton><buffers>`, lengths as little-endian uint32. The set of
types is closed: None, bool, int, float, complex, str, bytes, list, tuple, dict and ndarray. Everything that
is read is bounded before anything is allocated, so a hostile frame ends in a ProtocolError and in nothing else.
"""

from __future__ import annotations

import json
import struct
from typing import Any

import numpy as np

MAX_FRAME, MAX_SKELETON, MAX_NODES, MAX_DEPTH = 16 << 20, 1 << 20, 100_000, 40
DTYPES = {np.dtype(code).str: np.dtype(code) for code in "? i1 i2 i4 i8 u1 u2 u4 u8 f2 f4 f8 c8 c16".split()}
FILLER = 99  # lies between the elements of a strided array: reading it as data gives a visibly wrong answer


class ProtocolError(Exception):
    """The other side sent something that is no frame."""


class WireError(TypeError):
    """A value can't be sent; the message says why."""


def encode(value: Any) -> bytes:
    """Return the frame of `value`. Raises WireError for a type outside the closed set, or for too much."""
    buffers: list[bytes] = []
    skeleton = json.dumps(_Encoder(buffers).skeleton(value, 0), separators=(",", ":")).encode()
    body = b"".join(buffers)
    if len(skeleton) > MAX_SKELETON or 8 + len(skeleton) + len(body) > MAX_FRAME:
        raise WireError(f"it is too large to be sent ({(len(skeleton) + len(body)) >> 20} MiB)")
    return struct.pack("<II", 8 + len(skeleton) + len(body), len(skeleton)) + skeleton + body


def decode(frame: bytes) -> Any:
    """Return the value of a frame. Raises ProtocolError for every byte string that is not a frame."""
    try:
        total, length = struct.unpack_from("<II", frame)
        if total != len(frame) or length > min(MAX_SKELETON, total - 8):
            raise ProtocolError("lengths do not agree")
        decoder = _Decoder(memoryview(frame)[8 + length :])
        return decoder.value(json.loads(frame[8 : 8 + length]), 0)
    except (ValueError, TypeError, KeyError, OverflowError, RecursionError, struct.error) as error:
        raise ProtocolError(f"malformed frame: {type(error).__name__}") from None


def frame_length(head: bytes) -> int:
    """Return the length of the frame that begins with these four bytes, itself included."""
    (length,) = struct.unpack("<I", head)
    if not 8 <= length <= MAX_FRAME:
        raise ProtocolError("frame length out of bounds")
    return int(length)


class _Encoder:
    def __init__(self, buffers: list[bytes]) -> None:
        self.buffers, self.offset = buffers, 0

    def skeleton(self, value: Any, depth: int) -> Any:
        """Return the JSON skeleton of a value; exact types only, so that no subclass gets special treatment."""
        if depth > MAX_DEPTH:
            raise WireError("it is nested too deep")
        kind = type(value)
        if value is None or kind in (bool, int, float, str):
            return value
        if kind is list:
            return [self.skeleton(item, depth + 1) for item in value]
        if kind is tuple:
            return {"t": [self.skeleton(item, depth + 1) for item in value]}
        if kind is dict:
            return {"d": [[self.skeleton(key, depth + 1), self.skeleton(item, depth + 1)] for key, item in value.items()]}
        if kind is np.ndarray:
            return {"a": self.array(value)}
        if kind is bytes:
            return {"b": [self.buffer(value), len(value)]}
        if kind is complex:
            return {"c": [value.real, value.imag]}
        raise WireError(f"a value of type {kind.__name__} is not plain data")

    def array(self, array: np.ndarray[Any, Any]) -> list[Any]:
        dtype = array.dtype.newbyteorder("<")
        if dtype.str not in DTYPES:
            raise WireError(f"an array of dtype {array.dtype} is not plain data")
        layout = "C" if array.flags.c_contiguous else "F" if array.flags.f_contiguous else "S"
        return [dtype.str, list(array.shape), self.buffer(array.astype(dtype, copy=False).tobytes()), layout]

    def buffer(self, data: bytes) -> int:
        self.buffers.append(data)
        self.offset += len(data)
        return self.offset - len(data)


class _Decoder:
    def __init__(self, body: memoryview) -> None:
        self.body, self.nodes = body, 0

    def value(self, node: Any, depth: int) -> Any:
        self.nodes += 1
        if self.nodes > MAX_NODES or depth > MAX_DEPTH:
            raise ProtocolError("too many or too deep values")
        if type(node) is list:
            return [self.value(item, depth + 1) for item in node]
        if type(node) is not dict:
            return node
        ((tag, content),) = node.items()
        return getattr(self, {"t": "tuple", "d": "dict", "a": "array", "b": "bytes", "c": "complex"}[tag])(content, depth + 1)

    def tuple(self, content: list[Any], depth: int) -> Any:
        return tuple(self.value(item, depth) for item in content)

    def dict(self, content: list[list[Any]], depth: int) -> Any:
        return {self.value(key, depth): self.value(item, depth) for key, item in content}

    def complex(self, content: list[float], depth: int) -> complex:
        real, imaginary = content
        return complex(real, imaginary)

    def bytes(self, content: list[int], depth: int) -> bytes:
        offset, length = content
        return bytes(self.slice(offset, length))

    def array(self, content: list[Any], depth: int) -> np.ndarray[Any, Any]:
        code, shape, offset, layout = content
        dtype, count = DTYPES[code], 1
        if len(shape) > 32:
            raise ProtocolError("too many dimensions")
        for size in shape:
            if type(size) is not int or not 0 <= size <= MAX_FRAME:
                raise ProtocolError("bad shape")
            count = min(count * size, MAX_FRAME + 1)
        array = np.ndarray(shape, dtype, bytes(self.slice(offset, count * dtype.itemsize)))
        if layout == "S" and array.ndim:
            spaced = np.full((*array.shape[:-1], 2 * array.shape[-1]), FILLER).astype(dtype)
            spaced[..., ::2] = array
            return spaced[..., ::2]
        return np.array(array, order="F" if layout == "F" else "C")

    def slice(self, offset: int, length: int) -> memoryview:
        if type(offset) is not int or type(length) is not int or offset < 0 or length < 0 or offset + length > len(self.body):
            raise ProtocolError("a buffer reaches outside its frame")
        return self.body[offset : offset + length]
