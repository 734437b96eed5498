"""The wire: plain data as a JSON skeleton followed by raw buffers. Never pickle, in either direction.

A frame is `<total length><skeleton length><skeleton><buffers>`, with the lengths as little-endian uint32.
The set of types is closed: None, bool, int, float, complex, str, bytes, list, tuple, dict and ndarray.
The skeleton takes its buffers in order and each once, so a frame can't ask for more memory than it brings.
Whatever is no valid frame raises ProtocolError and nothing else.

A whole batch of requests goes to a worker in one frame: see `batch`.
"""

from __future__ import annotations

import json
import math
import struct
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

MAX_FRAME, MAX_SKELETON, MAX_NODES, MAX_DEPTH, MAX_DIMENSIONS = 16 << 20, 1 << 20, 100_000, 40, 32
MAX_KEYS = 256  # of a dict: keys with equal hashes can be chosen, and make it slow
MAX_BITS = 10_000  # of an int: less than Python's own limit for its decimal digits
SHORT_TEXT = 64  # a longer text travels as a buffer, where no character takes more room than in UTF-8
DTYPES = {np.dtype(code).str: np.dtype(code) for code in "? i1 i2 i4 i8 u1 u2 u4 u8 f2 f4 f8 c8 c16".split()}
CODES = {dtype: code for code, dtype in DTYPES.items()}
TO_JSON = json.JSONEncoder(separators=(",", ":"), check_circular=False)
ATOMS, CONTAINERS = frozenset((type(None), bool, float)), frozenset((list, tuple, dict))
KEYS = ATOMS | {int, str}  # keys of these types stay different keys when they are made plain
SMALL = 1 << 62  # ints between -SMALL and SMALL need not be measured
FILLER = 99  # lies between the elements of a strided array: who reads it as data gets a visibly wrong result


class ProtocolError(Exception):
    """The other side sent something that is no frame."""


class WireError(TypeError):
    """A value can't be sent. The message is a reason, a colon and a detail, for the grader to word."""


def encode(value: Any, to_plain: Callable[[Any, int], Any] | None = None) -> bytes:
    """Return the frame of `value`. Values of other types are turned into plain data by `to_plain`, if given.

    Raises WireError for a type outside the closed set, and for too large a value.
    """
    encoder = _Encoder(to_plain)
    return _frame(TO_JSON.encode(encoder.skeleton(value, 0)).encode(), encoder.buffers)


def _frame(skeleton: bytes, buffers: list[bytes]) -> bytes:
    length = 8 + len(skeleton) + sum(map(len, buffers))
    if len(skeleton) > MAX_SKELETON or length > MAX_FRAME:
        raise WireError(f"too large: {length / (1 << 20):.1f} MiB")
    if skeleton.count(b",") > MAX_NODES:
        raise WireError(f"too many parts: {MAX_NODES:,}")
    return b"".join([struct.pack("<II", length, len(skeleton)), skeleton, *buffers])


def decode(frame: bytes) -> Any:
    """Return the value of a frame. Raises ProtocolError, and nothing else, for bytes that are no frame."""
    try:
        total, length = struct.unpack_from("<II", frame)
        if total != len(frame) or length > min(MAX_SKELETON, total - 8):
            raise ProtocolError("lengths do not agree")
        decoder, skeleton = _Decoder(memoryview(frame)[8 + length :]), frame[8 : 8 + length].decode("ascii")
        if skeleton.count(",") > MAX_NODES:
            raise ProtocolError("too many values")
        value, end = json.JSONDecoder(object_hook=decoder.tagged).raw_decode(skeleton)
        if end != length:
            raise ProtocolError("more than a value")
        if skeleton.count("[") > MAX_DEPTH:  # else it can't be too deep
            _bound_depth(value, 0)
    except (
        ValueError,
        TypeError,
        KeyError,
        OverflowError,
        RecursionError,
        MemoryError,
        struct.error,
    ) as error:
        raise ProtocolError(f"malformed frame: {type(error).__name__}") from None
    if decoder.body:
        raise ProtocolError("bytes are left over")
    return value


def _bound_depth(value: Any, depth: int) -> None:
    if type(value) in CONTAINERS:
        if value and depth >= MAX_DEPTH:
            raise ProtocolError("too deep values")
        for part in [*value, *value.values()] if type(value) is dict else value:  # a key may be deep, too
            _bound_depth(part, depth + 1)


def frame_length(first_bytes: bytes) -> int:
    """Return the length of the frame that begins with these four bytes, which count too."""
    length = int.from_bytes(first_bytes, "little")
    if not 8 <= length <= MAX_FRAME:
        raise ProtocolError("frame length out of bounds")
    return length


def layout_of(array: np.ndarray[Any, Any]) -> str:
    return "C" if array.flags.c_contiguous else "F" if array.flags.f_contiguous else "S"


def with_layout(array: np.ndarray[Any, Any], layout: str) -> np.ndarray[Any, Any]:
    """Return a copy with that layout in memory: C, Fortran, or strided."""
    if layout == "S" and array.ndim:
        spaced = np.full((*array.shape[:-1], 2 * array.shape[-1]), FILLER, array.dtype)
        spaced[..., ::2] = array
        return spaced[..., ::2]
    return np.array(array, order="F" if layout == "F" else "C")


class _Encoder:
    def __init__(self, to_plain: Callable[[Any, int], Any] | None) -> None:
        self.buffers: list[bytes] = []
        self.nodes, self.to_plain = 1, to_plain

    def skeleton(self, value: Any, depth: int) -> Any:
        """Return the JSON skeleton of a value. Only exact types count: a subclass may lie about itself."""
        kind = type(value)
        if kind in ATOMS or (kind is str and len(value) <= SHORT_TEXT and value.isascii()):
            return value
        if kind is int and value.bit_length() <= MAX_BITS:
            return value
        if kind is list:
            return self.skeletons(value, depth + 1)
        if kind is np.ndarray and (value.dtype in CODES or not self.to_plain):
            return {"a": self.array(value)}
        if kind is tuple:
            return {"t": self.skeletons(value, depth + 1)}
        if (
            kind is dict
            and len(value) <= MAX_KEYS
            and (not self.to_plain or KEYS.issuperset(map(type, value)))
        ):
            return {"d": [self.skeletons(pair, depth + 1) for pair in value.items()]}
        if kind is str:
            return {"s": self.buffer(value.encode("utf-8", "surrogatepass"))}
        if kind is bytes:
            return {"b": self.buffer(value)}
        if kind is complex:
            return {"c": [value.real, value.imag]}
        if kind is int:
            raise WireError("too long an integer")
        if self.to_plain:
            to_plain, self.to_plain = self.to_plain, None
            made = self.skeleton(to_plain(value, depth), depth)
            self.to_plain = to_plain
            return made
        raise WireError(f"too many parts: {MAX_KEYS}" if kind is dict else f"no data: {kind.__name__}")

    def skeletons(self, values: Sequence[Any], depth: int) -> list[Any]:
        self.nodes += len(values)
        if self.nodes > MAX_NODES or (values and depth > MAX_DEPTH):
            raise WireError("too deep" if depth > MAX_DEPTH else f"too many parts: {MAX_NODES:,}")
        return [
            value
            if type(value) in ATOMS or (type(value) is int and -SMALL < value < SMALL)
            else self.skeleton(value, depth)
            for value in values
        ]

    def array(self, array: np.ndarray[Any, Any]) -> list[Any]:
        native = array if array.dtype in CODES else array.astype(array.dtype.newbyteorder("="))
        code = CODES.get(native.dtype)
        if not code or array.ndim > MAX_DIMENSIONS or max(array.shape, default=0) > MAX_FRAME:
            raise WireError(f"no data: array of {array.dtype.name[:40]} with {array.ndim} dimensions")
        self.buffer(native.tobytes())
        layout = "C" if self.to_plain else layout_of(array)  # what is made plain is laid out anew
        return [code, list(array.shape), layout]

    def buffer(self, data: bytes) -> int:
        self.buffers.append(data)
        return len(data)


class _Decoder:
    """Makes the values that have a tag, in the order of the skeleton, inner ones first."""

    def __init__(self, body: memoryview) -> None:
        self.body = body

    def tagged(self, node: dict[str, Any]) -> Any:
        ((tag, checked),) = node.items()
        if type(checked) is not (int if tag in ("s", "b") else list):
            raise ProtocolError("a value of no known form")
        content: Any = checked  # a list or an int, depending on the tag
        if tag == "a":
            code, shape, layout = content
            return self.array(DTYPES[code], shape, layout)
        if tag == "t":
            return tuple(content)
        if tag == "d" and len(content) <= MAX_KEYS and all(type(pair) is list for pair in content):
            decoded = dict(content)
            if len(decoded) == len(content):
                return decoded
        if tag == "s":
            return str(self.take(content), "utf-8", "surrogatepass")
        if tag == "b":
            return bytes(self.take(content))
        if tag == "c":
            real, imaginary = content
            if type(real) is float and type(imaginary) is float:
                return complex(real, imaginary)
        raise ProtocolError("an unknown kind of value, or a key twice")

    def array(self, dtype: np.dtype[Any], shape: list[Any], layout: Any) -> np.ndarray[Any, Any]:
        if type(shape) is not list or len(shape) > MAX_DIMENSIONS or layout not in ("C", "F", "S"):
            raise ProtocolError("bad shape")
        for size in shape:
            if type(size) is not int or not 0 <= size <= MAX_FRAME:
                raise ProtocolError("bad shape")
        return with_layout(np.ndarray(shape, dtype, self.take(math.prod(shape) * dtype.itemsize)), layout)

    def take(self, length: int) -> memoryview:
        """Return the next bytes of the body, which nothing else will get."""
        if not 0 <= length <= len(self.body):
            raise ProtocolError("a buffer reaches outside its frame")
        taken, self.body = self.body[:length], self.body[length:]
        return taken
