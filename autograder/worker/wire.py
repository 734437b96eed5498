"""The wire: plain data as a JSON skeleton followed by raw buffers. Never pickle, in either direction.

A frame is `<total length><skeleton length><skeleton><buffers>`, lengths as little-endian uint32. The set of types is
closed: None, bool, int, float, complex, str, bytes, list, tuple, dict and ndarray. The skeleton takes its buffers in order
and each once, so a frame can't ask for more memory than it brings. A hostile frame ends in a ProtocolError and in nothing else.

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
MAX_KEYS, MAX_BITS = (
    256,
    10_000,
)  # of a dict, since equal hashes can be chosen; of an int, less than Python's own limit
SHORT_TEXT = 64  # any other travels as a buffer, where no character takes more room than in UTF-8
DTYPES = {np.dtype(code).str: np.dtype(code) for code in "? i1 i2 i4 i8 u1 u2 u4 u8 f2 f4 f8 c8 c16".split()}
CODES = {dtype: code for code, dtype in DTYPES.items()}
TO_JSON = json.JSONEncoder(separators=(",", ":"), check_circular=False)
ATOMS, CONTAINERS = frozenset((type(None), bool, float)), frozenset((list, tuple, dict))
KEYS = ATOMS | {int, str}  # none of them becomes another when it is made plain
SMALL = 1 << 62  # the ints in between needn't be measured
FILLER = 99  # lies between the elements of a strided array: reading it as data gives a visibly wrong answer


class ProtocolError(Exception):
    """The other side sent something that is no frame."""


class WireError(TypeError):
    """A value can't be sent. The message is a word for the reason, then a colon and a detail; the trusted side makes a sentence of it."""


def encode(value: Any, to_plain: Callable[[Any, int], Any] | None = None) -> bytes:
    """Return the frame of `value`; `to_plain` makes data of what is none, if that is wanted.

    Raises WireError for a type outside the closed set, or for too much.
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
    """Return the value of a frame. Raises ProtocolError for every byte string that is not a frame."""
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
        for one in [*value, *value.values()] if type(value) is dict else value:  # a key may be deep, too
            _bound_depth(one, depth + 1)


def frame_length(head: bytes) -> int:
    """Return the length of the frame that begins with these four bytes, itself included."""
    length = int.from_bytes(head, "little")
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
        """Return the JSON skeleton of a value; exact types only, so that no subclass gets special treatment."""
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
            one
            if type(one) in ATOMS or (type(one) is int and -SMALL < one < SMALL)
            else self.skeleton(one, depth)
            for one in values
        ]

    def array(self, array: np.ndarray[Any, Any]) -> list[Any]:
        native = array if array.dtype in CODES else array.astype(array.dtype.newbyteorder("="))
        code = CODES.get(native.dtype)
        if not code or array.ndim > MAX_DIMENSIONS or max(array.shape, default=0) > MAX_FRAME:
            raise WireError(f"no data: array of {array.dtype.name[:40]} with {array.ndim} dimensions")
        self.buffer(native.tobytes())
        return [
            code,
            list(array.shape),
            "C" if self.to_plain else layout_of(array),
        ]  # what is made plain is laid out anew

    def buffer(self, data: bytes) -> int:
        self.buffers.append(data)
        return len(data)


class _Decoder:
    """Makes values of what has a tag, from the innermost on and in the order in which the skeleton has them."""

    def __init__(self, body: memoryview) -> None:
        self.body = body

    def tagged(self, node: dict[str, Any]) -> Any:
        ((tag, given),) = node.items()
        if type(given) is not (int if tag in ("s", "b") else list):
            raise ProtocolError("a value of no known form")
        content: Any = given
        if tag == "a":
            code, shape, layout = content
            return self.array(DTYPES[code], shape, layout)
        if tag == "t":
            return tuple(content)
        if tag == "d" and len(content) <= MAX_KEYS and all(type(pair) is list for pair in content):
            found = dict(content)
            if len(found) == len(content):
                return found
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
