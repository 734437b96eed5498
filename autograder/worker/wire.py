"""The wire: plain data as a JSON skeleton followed by raw buffers. Never pickle, in either direction.

A frame is `<total length><skeleton length><skeleton><buffers>`, lengths as little-endian uint32. The set of types is
closed: None, bool, int, float, complex, str, bytes, list, tuple, dict and ndarray. The skeleton takes its buffers in order
and each once, so a frame can't ask for more memory than it brings. A hostile frame ends in a ProtocolError and in nothing else.
"""

from __future__ import annotations

import json
import math
import struct
from typing import Any

import numpy as np

MAX_FRAME, MAX_SKELETON, MAX_NODES, MAX_DEPTH, MAX_DIMENSIONS = 16 << 20, 1 << 20, 100_000, 40, 32
MAX_KEYS, MAX_BITS = 256, 10_000  # of a dict, since equal hashes can be chosen; of an int, less than Python's own limit
SHORT_TEXT = 64  # any other travels as a buffer, where no character takes more room than in UTF-8
DTYPES = {np.dtype(code).str: np.dtype(code) for code in "? i1 i2 i4 i8 u1 u2 u4 u8 f2 f4 f8 c8 c16".split()}
FILLER = 99  # lies between the elements of a strided array: reading it as data gives a visibly wrong answer


class ProtocolError(Exception):
    """The other side sent something that is no frame."""


class WireError(TypeError):
    """A value can't be sent. The message is a word for the reason, then a colon and a detail; the trusted side makes a sentence of it."""


def encode(value: Any) -> bytes:
    """Return the frame of `value`. Raises WireError for a type outside the closed set, or for too much."""
    encoder = _Encoder()
    skeleton = json.dumps(encoder.skeleton(value, 0), separators=(",", ":")).encode()
    length = 8 + len(skeleton) + encoder.size
    if len(skeleton) > MAX_SKELETON or length > MAX_FRAME:
        raise WireError(f"too large: {length / (1 << 20):.1f} MiB")
    return b"".join([struct.pack("<II", length, len(skeleton)), skeleton, *encoder.buffers])


def decode(frame: bytes) -> Any:
    """Return the value of a frame. Raises ProtocolError for every byte string that is not a frame."""
    try:
        total, length = struct.unpack_from("<II", frame)
        if total != len(frame) or length > min(MAX_SKELETON, total - 8):
            raise ProtocolError("lengths do not agree")
        decoder = _Decoder(memoryview(frame)[8 + length :])
        value = decoder.value(json.loads(frame[8 : 8 + length].decode("ascii")), 0)
    except (ValueError, TypeError, KeyError, OverflowError, RecursionError, MemoryError, struct.error) as error:
        raise ProtocolError(f"malformed frame: {type(error).__name__}") from None
    if decoder.body:
        raise ProtocolError("bytes are left over")
    return value


def frame_length(head: bytes) -> int:
    """Return the length of the frame that begins with these four bytes, itself included."""
    (length,) = struct.unpack("<I", head)
    if not 8 <= length <= MAX_FRAME:
        raise ProtocolError("frame length out of bounds")
    return int(length)


class _Encoder:
    def __init__(self) -> None:
        self.buffers: list[bytes] = []
        self.size = self.nodes = 0

    def skeleton(self, value: Any, depth: int) -> Any:
        """Return the JSON skeleton of a value; exact types only, so that no subclass gets special treatment."""
        self.nodes += 1
        if self.nodes > MAX_NODES or depth > MAX_DEPTH:
            raise WireError("too deep" if depth > MAX_DEPTH else f"too many parts: {MAX_NODES:,}")
        kind = type(value)
        if kind is str and not (len(value) <= SHORT_TEXT and value.isascii()):
            return {"s": self.buffer(value.encode("utf-8", "surrogatepass"))}
        if kind is int and value.bit_length() > MAX_BITS:
            raise WireError("too long an integer")
        if value is None or kind in (bool, int, float, str):
            return value
        if kind is list:
            return [self.skeleton(item, depth + 1) for item in value]
        if kind is tuple:
            return {"t": [self.skeleton(item, depth + 1) for item in value]}
        if kind is dict and len(value) <= MAX_KEYS:
            return {"d": [[self.skeleton(key, depth + 1), self.skeleton(item, depth + 1)] for key, item in value.items()]}
        if kind is np.ndarray:
            return {"a": self.array(value)}
        if kind is bytes:
            return {"b": self.buffer(value)}
        if kind is complex:
            return {"c": [value.real, value.imag]}
        raise WireError(f"too many parts: {MAX_KEYS}" if kind is dict else f"no data: {kind.__name__}")

    def array(self, array: np.ndarray[Any, Any]) -> list[Any]:
        dtype = array.dtype.newbyteorder("<")
        if dtype.str not in DTYPES or array.ndim > MAX_DIMENSIONS or max(array.shape, default=0) > MAX_FRAME:
            raise WireError(f"no data: array of {array.dtype.name[:40]} with {array.ndim} dimensions")
        layout = "C" if array.flags.c_contiguous else "F" if array.flags.f_contiguous else "S"
        self.buffer(array.astype(dtype, copy=False).tobytes())
        return [dtype.str, list(array.shape), layout]

    def buffer(self, data: bytes) -> int:
        self.buffers.append(data)
        self.size += len(data)
        return len(data)


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
        match tag, content:
            case "a", [str(code), list(shape), "C" | "F" | "S" as layout]:
                return self.array(DTYPES[code], shape, layout)
            case "t", list(items):
                return tuple(self.value(item, depth + 1) for item in items)
            case "d", list(pairs) if len(pairs) <= MAX_KEYS:
                found = {self.value(key, depth + 1): self.value(item, depth + 1) for key, item in pairs}
                if len(found) == len(pairs):
                    return found
            case "s", int(length):
                return str(self.take(length), "utf-8", "surrogatepass")
            case "b", int(length):
                return bytes(self.take(length))
            case "c", [float(real), float(imaginary)]:
                return complex(real, imaginary)
        raise ProtocolError("an unknown kind of value, or a key twice")

    def array(self, dtype: np.dtype[Any], shape: list[Any], layout: Any) -> np.ndarray[Any, Any]:
        if len(shape) > MAX_DIMENSIONS or not all(type(size) is int and 0 <= size <= MAX_FRAME for size in shape):
            raise ProtocolError("bad shape")
        array = np.ndarray(shape, dtype, self.take(math.prod(shape) * dtype.itemsize))
        if layout == "S" and shape:
            spaced = np.full((*shape[:-1], 2 * shape[-1]), FILLER, dtype)
            spaced[..., ::2] = array
            return spaced[..., ::2]
        return np.array(array, order="F" if layout == "F" else "C")

    def take(self, length: int) -> memoryview:
        """Return the next bytes of the body, which nothing else will get."""
        if not 0 <= length <= len(self.body):
            raise ProtocolError("a buffer reaches outside its frame")
        taken, self.body = self.body[:length], self.body[length:]
        return taken
