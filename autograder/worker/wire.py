"""The wire: plain data as a JSON skeleton followed by raw buffers. Never pickle, in either direction.

A frame is `<total length><skeleton length><skeleton><buffers>`, with the lengths as little-endian uint32.
The set of types is closed: None, bool, int, float, complex, str, bytes, list, tuple, set, frozenset, dict,
ndarray, and those of `tagged`. Operations are in requests only.
The skeleton takes its buffers in order and each once, so a frame can't ask for more memory than it brings.
Whatever is no valid frame raises ProtocolError and nothing else.

Each way has limits of its own. A reply has less of everything than a request: so whatever `decode` accepts
of a worker, `encode` accepts in any place of a request.

A whole batch of requests goes to a worker in one frame: see `batch`.
"""

from __future__ import annotations

import json
import math
import re
import struct
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import numpy as np

from autograder.worker.operations import Operation
from autograder.worker.tagged import NotCarried, operation_of_parts, parts_of, value_of_parts


class FrameLimits(NamedTuple):
    """How much a frame may hold.

    `parts` are the commas and opening brackets of the skeleton: no fewer than it has values.
    """

    frame_bytes: int
    skeleton_bytes: int
    parts: int
    depth: int


MAX_NODES, MAX_DEPTH, MAX_DIMENSIONS = 100_000, 52, 32  # a value 50 deep, in a reply
REPLY = FrameLimits(16 << 20, 1 << 20, MAX_NODES, MAX_DEPTH)
"""What the grader reads of a worker: a reply, or the replies to a batch in one buffer."""
REQUEST = FrameLimits(24 << 20, 8 << 20, 3 * MAX_NODES, 2 * MAX_DEPTH)
"""What a worker reads of the grader. A reply fits in, though numbers may be longer when written again."""
MAX_TEXT, MAX_ARRAY = 1 << 20, 8 << 20  # bytes of one text in UTF-8, and of one array, in a reply
MAX_SIDE = 16 << 20  # of an array along one axis
MAX_KEYS = 10_000  # of a dict or a set
MAX_ALIKE = 64  # keys of a dict with equal hashes: such keys can be chosen, and make it slow
MAX_DIGITS = 3_000  # of an int: less than Python's own limit
TOO_LONG = 10**MAX_DIGITS
LONG_NUMBER = re.compile(rf"(?<!\d)\d{{{MAX_DIGITS + 1}}}")  # tried only where a number begins
SHORT_TEXT = 64  # a longer text travels as a buffer, where no character takes more room than in UTF-8
DTYPES = {np.dtype(code).str: np.dtype(code) for code in "? i1 i2 i4 i8 u1 u2 u4 u8 f2 f4 f8 c8 c16".split()}
CODES = {dtype: code for code, dtype in DTYPES.items()}
TO_JSON = json.JSONEncoder(separators=(",", ":"), check_circular=False)
ATOMS, CONTAINERS = frozenset((type(None), bool, float)), frozenset((list, tuple, dict, set, frozenset))
SETS: dict[type, str] = {set: "S", frozenset: "F"}
MADE_SETS: dict[str, type[set[Any]] | type[frozenset[Any]]] = {"S": set, "F": frozenset}
KEYS = ATOMS | {int, str}  # keys of these types stay different keys when they are made plain
SMALL = 1 << 62  # ints between -SMALL and SMALL need not be measured
FILLER = 99  # lies between the elements of a strided array: who reads it as data gets a visibly wrong result


class ProtocolError(Exception):
    """The other side sent something that is no frame."""


class WireError(TypeError):
    """A value can't be sent. The message is a reason, a colon and a detail, for the grader to word."""


def encode(value: Any, to_plain: Callable[[Any, int], Any] | None = None) -> bytes:
    """Return the frame of `value`. Values of other types are turned into plain data by `to_plain`, if given.

    With `to_plain` it is a reply, else a request. Raises WireError for a type outside the closed set, and for
    too large a value.
    """
    encoder = _Encoder(to_plain, REPLY if to_plain else REQUEST)
    return _frame(TO_JSON.encode(encoder.skeleton(value, 0)).encode(), encoder.buffers, encoder.limits)


def _frame(skeleton: bytes, buffers: list[bytes], limits: FrameLimits) -> bytes:
    length = 8 + len(skeleton) + sum(map(len, buffers))
    if len(skeleton) > limits.skeleton_bytes or length > limits.frame_bytes:
        raise _too_large(length)
    if skeleton.count(b",") + skeleton.count(b"[") > limits.parts:
        raise WireError(f"too many parts: {limits.parts:,}")
    return b"".join([struct.pack("<II", length, len(skeleton)), skeleton, *buffers])


def _too_large(length: int) -> WireError:
    return WireError(f"too large: {length / (1 << 20):.1f} MiB")


def decode(frame: bytes, limits: FrameLimits = REPLY) -> Any:
    """Return the value of a frame. Raises ProtocolError, and nothing else, for bytes that are no frame."""
    try:
        total, length = struct.unpack_from("<II", frame)
        if total != len(frame) or not length <= total - 8 <= limits.frame_bytes - 8:
            raise ProtocolError("lengths do not agree")
        skeleton = _bounded_skeleton(frame[8 : 8 + length], limits)
        decoder = _Decoder(memoryview(frame)[8 + length :], limits)
        value, end = json.JSONDecoder(object_hook=decoder.tagged).raw_decode(skeleton)
        if end != length:
            raise ProtocolError("more than a value")
        if skeleton.count("[") > limits.depth:  # else it can't be too deep
            _bound_depth(value, limits.depth)
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


def _bounded_skeleton(data: bytes, limits: FrameLimits) -> str:
    """Return a skeleton that is short, and has no more values and no longer numbers than it may."""
    if len(data) > limits.skeleton_bytes or data.count(b",") + data.count(b"[") > limits.parts:
        raise ProtocolError("too many values")
    skeleton = data.decode("ascii")
    if len(skeleton) > MAX_DIGITS and LONG_NUMBER.search(skeleton):
        raise ProtocolError("too long a number")
    return skeleton


def _bound_depth(value: Any, depth: int) -> None:
    """Raise ProtocolError if containers lie deeper in each other than `depth`."""
    if type(value) in CONTAINERS:
        if value and depth <= 0:
            raise ProtocolError("too deep values")
        for part in [*value, *value.values()] if type(value) is dict else value:  # a key may be deep, too
            if type(part) in CONTAINERS:
                _bound_depth(part, depth - 1)


def frame_length(first_bytes: bytes, limits: FrameLimits = REPLY) -> int:
    """Return the length of the frame that begins with these four bytes, which count too."""
    length = int.from_bytes(first_bytes, "little")
    if not 8 <= length <= limits.frame_bytes:
        raise ProtocolError("frame length out of bounds")
    return length


def layout_of(array: np.ndarray[Any, Any]) -> str:
    if array.flags.c_contiguous:
        return "C"
    return "F" if array.flags.f_contiguous else "N" if min(array.strides) < 0 else "S"


def with_layout(array: np.ndarray[Any, Any], layout: str) -> np.ndarray[Any, Any]:
    """Return a copy with that layout in memory: C, Fortran, strided, or with a negative step."""
    if layout == "N" and array.ndim:
        return np.flip(np.array(np.flip(array)))
    if layout == "S" and array.ndim:
        spaced = np.full((*array.shape[:-1], 2 * array.shape[-1]), FILLER, array.dtype)
        spaced[..., ::2] = array
        return spaced[..., ::2]
    return np.array(array, order="F" if layout == "F" else "C")


def different(keys: list[Any]) -> list[Any]:
    """Return keys of a dict or a set, unless many have equal hashes: such keys are chosen, and are slow."""
    if len(keys) > MAX_ALIKE and len({hash(key) for key in keys}) < len(keys) - MAX_ALIKE:
        raise ProtocolError("keys with equal hashes")
    return keys


class _Encoder:
    def __init__(self, to_plain: Callable[[Any, int], Any] | None, limits: FrameLimits) -> None:
        self.buffers: list[bytes] = []
        self.limits = limits
        self.nodes, self.to_plain = 1, to_plain

    def skeleton(self, value: Any, depth: int) -> Any:
        """Return the JSON skeleton of a value. Only exact types count: a subclass may lie about itself."""
        kind = type(value)
        if kind in ATOMS or (kind is str and len(value) <= SHORT_TEXT and value.isascii()):
            return value
        if kind is int and -TOO_LONG < value < TOO_LONG:
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
            return {"s": self.buffer(value.encode("utf-8", "surrogatepass"), MAX_TEXT)}
        if kind is bytes:
            return {"b": self.buffer(value, self.limits.frame_bytes)}
        if kind is complex:
            return {"c": [value.real, value.imag]}
        if kind is int:
            raise WireError("too long an integer")
        if (
            kind in SETS
            and len(value) <= MAX_KEYS
            and (not self.to_plain or KEYS.issuperset(map(type, value)))
        ):
            return {SETS[kind]: self.skeletons(list(value), depth + 1)}
        if kind is Operation and not self.to_plain:
            return {"o": self.skeletons([value.kind, value.operands, value.number], depth + 1)}
        try:
            parts = parts_of(value)
        except NotCarried as error:
            raise WireError(str(error)) from None
        if parts:
            return {"x": self.skeletons(parts, depth + 1)}
        if self.to_plain:
            to_plain, self.to_plain = self.to_plain, None
            made = self.skeleton(to_plain(value, depth), depth)
            self.to_plain = to_plain
            return made
        many = kind is dict or kind in SETS
        raise WireError(f"too many parts: {MAX_KEYS}" if many else f"no data: {kind.__name__}")

    def skeletons(self, values: Sequence[Any], depth: int) -> list[Any]:
        self.nodes += len(values)
        if self.nodes > self.limits.parts or (values and depth > self.limits.depth):
            too_deep = depth > self.limits.depth
            raise WireError("too deep" if too_deep else f"too many parts: {self.limits.parts:,}")
        return [
            value
            if type(value) in ATOMS or (type(value) is int and -SMALL < value < SMALL)
            else self.skeleton(value, depth)
            for value in values
        ]

    def array(self, array: np.ndarray[Any, Any]) -> list[Any]:
        native = array if array.dtype in CODES else array.astype(array.dtype.newbyteorder("="))
        code = CODES.get(native.dtype)
        if not code or array.ndim > MAX_DIMENSIONS or max(array.shape, default=0) > MAX_SIDE:
            raise WireError(f"no data: array of {array.dtype.name[:40]} with {array.ndim} dimensions")
        self.buffer(native.tobytes(), MAX_ARRAY)
        layout = "C" if self.to_plain else layout_of(array)  # what is made plain is laid out anew
        return [code, list(array.shape), layout]

    def buffer(self, data: bytes, longest: int) -> int:
        """Add a buffer; return its length. One kind of value has a limit of its own in replies."""
        if len(data) > longest and self.limits is REPLY:
            raise _too_large(len(data))
        self.buffers.append(data)
        return len(data)


class _Decoder:
    """Makes the values that have a tag, in the order of the skeleton, inner ones first."""

    def __init__(self, body: memoryview, limits: FrameLimits) -> None:
        self.body, self.limits = body, limits

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
            return self.dict(content)
        if tag == "s":
            return str(self.take(content, MAX_TEXT), "utf-8", "surrogatepass")
        if tag == "b":
            return bytes(self.take(content, self.limits.frame_bytes))
        if tag == "c":
            real, imaginary = content
            if type(real) is float and type(imaginary) is float:
                return complex(real, imaginary)
        if tag in MADE_SETS and len(content) <= MAX_KEYS:
            members = MADE_SETS[tag](different(content))
            if len(members) == len(content):
                return members
        if tag == "x":
            return value_of_parts(*content)
        if tag == "o" and self.limits is REQUEST:
            return operation_of_parts(*content)
        raise ProtocolError("an unknown kind of value")

    def dict(self, pairs: list[Any]) -> dict[Any, Any]:
        """Return the dict of these pairs."""
        if len(pairs) > MAX_ALIKE:
            different([key for key, _ in pairs])
        decoded = dict(pairs)
        if len(decoded) != len(pairs):
            raise ProtocolError("a key twice")
        return decoded

    def array(self, dtype: np.dtype[Any], shape: list[Any], layout: Any) -> np.ndarray[Any, Any]:
        if type(shape) is not list or len(shape) > MAX_DIMENSIONS or layout not in ("C", "F", "S", "N"):
            raise ProtocolError("bad shape")
        for size in shape:
            if type(size) is not int or not 0 <= size <= MAX_SIDE:
                raise ProtocolError("bad shape")
        data = self.take(math.prod(shape) * dtype.itemsize, MAX_ARRAY)
        return with_layout(np.ndarray(shape, dtype, data), layout)

    def take(self, length: int, longest: int) -> memoryview:
        """Return the next bytes of the body, which nothing else will get. In a reply, `longest` counts."""
        if not 0 <= length <= len(self.body) or (length > longest and self.limits is REPLY):
            raise ProtocolError("a buffer reaches outside its frame")
        taken, self.body = self.body[:length], self.body[length:]
        return taken
