"""The wire carries plain data unchanged, and no byte string does more than raise a ProtocolError."""

from __future__ import annotations

import contextlib
import json
import math
import random
import struct
import time
import tracemalloc
from typing import Any

import fuzz_wire
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from autograder.session.request import Request
from autograder.worker import batch, wire
from autograder.worker.frames import Frame
from autograder.worker.plain import to_plain
from autograder.worker.tagged import parts_of

SCALARS = (
    st.none()
    | st.booleans()
    | st.integers(-(2**200), 2**200)
    | st.floats()
    | st.text(st.characters(), max_size=200)
)
KEYS = st.text(max_size=5) | st.integers() | st.booleans() | st.tuples(st.integers(), st.text(max_size=3))
SHAPES = st.lists(st.integers(0, 4), max_size=5).map(tuple)
LAYOUTS = st.sampled_from(
    [
        lambda array: array,
        np.asfortranarray,
        lambda array: array[..., ::2],
        lambda array: array[::-1] if array.ndim else array,
    ]
)


@st.composite
def arrays(draw: st.DrawFn) -> Any:
    dtype, shape = np.dtype(draw(st.sampled_from(sorted(wire.DTYPES)))), draw(SHAPES)
    size = math.prod(shape) * dtype.itemsize
    array = np.frombuffer(draw(st.binary(min_size=size, max_size=size)), dtype).reshape(shape)
    return draw(LAYOUTS)(array) if shape else array


PLAIN = st.recursive(
    SCALARS | st.complex_numbers() | st.binary() | arrays(),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.lists(inner, max_size=4).map(tuple)
        | st.dictionaries(KEYS, inner, max_size=4)
    ),
    max_leaves=12,
)


def frame(skeleton: Any, body: bytes = b"", *, extra: int = 0, shift: int = 0) -> bytes:
    """Return a frame of a skeleton written by hand, whose lengths may lie."""
    text = skeleton if isinstance(skeleton, bytes) else json.dumps(skeleton, separators=(",", ":")).encode()
    return struct.pack("<II", 8 + len(text) + len(body) + extra, len(text) + shift) + text + body


def same(one: Any, other: Any) -> bool:
    """Whether two values are of the same types and the same bits, whatever NaN thinks of itself."""
    if type(one) is not type(other):
        return False
    if isinstance(one, np.ndarray):
        return one.dtype == other.dtype and one.shape == other.shape and one.tobytes() == other.tobytes()
    if isinstance(one, dict):
        return same(list(one.items()), list(other.items()))
    if isinstance(one, list | tuple):
        return len(one) == len(other) and all(map(same, one, other))
    if isinstance(one, Frame):
        return same(parts_of(one), parts_of(other))
    if isinstance(one, complex):
        return same([one.real, one.imag], [other.real, other.imag])
    return one == other or (one != one and other != other)


@given(PLAIN)
@settings(max_examples=100, deadline=None)
def test_every_type_arrives_as_it_was_sent(value: Any) -> None:
    """Whatever is plain data comes back with the same types, shapes, dtypes and bits."""
    assert same(wire.decode(wire.encode(value)), value)


@given(st.lists(PLAIN, max_size=4))
@settings(max_examples=60, deadline=None)
def test_what_is_packed_arrives_as_in_a_frame(values: list[Any]) -> None:
    """The requests of a batch are the same data, in the same layout, as if each had come in a frame."""
    arrived = batch.unpack(batch.join(map(batch.pack, values), len(values)))

    assert same(arrived, values)
    assert layouts(arrived) == layouts([wire.decode(wire.encode(value)) for value in values])


def layouts(value: Any) -> Any:
    """Return how the arrays in a value lie in memory."""
    if isinstance(value, np.ndarray):
        return (
            value.flags.c_contiguous,
            value.flags.f_contiguous,
            value.strides,
            value.flags.writeable,
            value.flags.owndata,
        )
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list | tuple) else []
    return list(map(layouts, parts))


@given(st.lists(PLAIN, max_size=4))
@settings(max_examples=30, deadline=None)
def test_frames_in_a_row_are_split_again(values: list[Any]) -> None:
    """Frames are found in a row, from any start on; too few of them are a ProtocolError."""
    frames = list(map(wire.encode, values))
    row = b"".join(frames)

    assert batch.split_frames(b"before" + row + b"after", 6, len(frames)) == frames
    for data, many in ((row, len(frames) + 1), (row[:-1], len(frames) or 1)):
        with pytest.raises(wire.ProtocolError):
            batch.split_frames(data, 0, many)


@pytest.mark.parametrize("dtype", [">i4", ">f8", ">c16"])
def test_byte_order_is_not_part_of_a_value(dtype: str) -> None:
    """A big-endian array arrives with the same numbers, in the machine's order."""
    arrived = wire.decode(wire.encode(np.arange(5).astype(dtype)))
    assert arrived.tolist() == list(range(5)) and arrived.dtype.isnative


def test_layouts_arrive_as_layouts() -> None:
    """C, Fortran and strided arrays keep their layout and are writable. Reading across gaps shows."""
    grid = np.arange(24.0).reshape(4, 6)
    for array in (grid, np.asfortranarray(grid), grid[:, ::2], grid[::2], grid.T[::3]):
        arrived = wire.decode(wire.encode(array))
        flags = [(one.flags.c_contiguous, one.flags.f_contiguous) for one in (array, arrived)]
        assert flags[0] == flags[1] and arrived.flags.writeable and (arrived == array).all()
    strided = wire.decode(wire.encode(np.array([True, False, True, False])[::2]))
    assert np.lib.stride_tricks.as_strided(strided, (3,), (1,)).tolist() == [True, True, True]


UNSENDABLE = {
    "no data: ": [
        object(),
        {object()},
        np.float64(1),
        np.ma.array([1]),
        np.array([None]),
        np.array(["a"]),
        np.zeros(2, "M8[D]"),
        print,
    ],
    "too long an integer": [10**4_000],
    "too many parts: 10000": [dict.fromkeys(range(10_001)), set(range(10_001))],
}


@pytest.mark.parametrize("reason", UNSENDABLE)
def test_whatever_is_no_plain_data_is_refused_by_the_sender(reason: str) -> None:
    """A value outside the closed set, or too much of one inside, is a WireError that says why."""
    for value in UNSENDABLE[reason]:
        with pytest.raises(wire.WireError, match=reason):
            wire.encode(value)
    with pytest.raises(wire.WireError, match="dimensions"):
        wire.encode(np.zeros((0, 1 << 40)))


TOO_MUCH = {
    "too deep": json.loads("[" * 60 + "]" * 60),
    "too large: 9.0": np.zeros(9 << 20, bool),
    "too large: 2.0": "x" * (2 << 20),
    "too large: 17.0": b"x" * (17 << 20),
    "too large: 1.2": ["\\" * 60] * 10_000,
    "too many parts: 100,000": [0] * 100_000,
}


@pytest.mark.parametrize("reason", TOO_MUCH)
def test_a_reply_is_bounded_by_the_worker_that_sends_it(reason: str) -> None:
    """An honest reply that the grader would not read says why as a WireError. A request may be larger."""
    with pytest.raises(wire.WireError, match=reason):
        wire.encode(TOO_MUCH[reason], to_plain)
    assert wire.encode(["call", "f", [TOO_MUCH[reason]], {}])


EIGHT = b"12345678"
HOSTILE = {
    "nothing": b"",
    "half a head": b"\1\2\3",
    "a length too long": frame(0, extra=1),
    "a length too short": frame(0, b"12", extra=-1),
    "a skeleton longer than its frame": frame(0, shift=5),
    "a skeleton of 4 GiB": struct.pack("<II", 9, 0xFFFFFFFF) + b"0",
    "no skeleton": frame(b""),
    "no JSON": frame(b"{]"),
    "JSON and more": frame(b"0 0"),
    "UTF-16": frame('"a"'.encode("utf-16")),
    "UTF-8 outside ASCII": frame(b'"\xc3\xa9"'),
    "a million brackets": frame(b"[" * (1 << 20)),
    "a million empty lists": frame(b"[" + b"[]," * 300_000 + b"0]"),
    "a million numbers": frame(b"[" + b"1.5," * 200_000 + b"0]"),
    "sixty lists in lists": frame(b"[" * 60 + b"]" * 60),
    "sixty tuples in tuples": frame(b'{"t":[' * 60 + b"]}" * 60),
    "sixty tuples in a key": frame(b'{"d":[[' + b'{"t":[' * 60 + b"]}" * 60 + b",1]]}"),
    "an integer of a million digits": frame(b"9" * (1 << 20)),
    "no tag": frame({}),
    "two tags": frame({"t": [], "d": []}),
    "an unknown tag": frame({"x": []}),
    "a method's name as a tag": frame({"take": 1}),
    "a tuple of no list": frame({"t": 1}),
    "a tuple of a text": frame({"t": "abc"}),
    "a dict of no list": frame({"d": {"a": 1}}),
    "a dict of triples": frame({"d": [[1, 2, 3]]}),
    "a dict of numbers": frame({"d": [1]}),
    "a list as a key": frame({"d": [[[1], 2]]}),
    "an array as a key": frame({"d": [[{"a": ["<f8", [1], "C"]}, 2]]}, EIGHT),
    "a key twice": frame({"d": [["a", 1], ["a", 2]]}),
    "keys that are equal": frame({"d": [[1, 1], [1.0, 2]]}),
    "keys whose hashes are equal": frame({"d": [[index * (2**61 - 1), 0] for index in range(20_000)]}),
    "a hundred keys whose hashes are equal": frame({"d": [[index * (2**61 - 1), 0] for index in range(100)]}),
    "an integer of 3,001 digits": frame(b"9" * 3001),
    "a fraction of 3,001 digits": frame(b"0." + b"9" * 3001),
    "half a million lists in lists": frame(b"[" + b"[[[[[[[[[[]]]]]]]]]]," * 49_000 + b"0]"),
    "a text of 2 MiB": frame({"s": 2 << 20}, bytes(2 << 20)),
    "an array of 9 MiB": frame({"a": ["|b1", [9 << 20], "C"]}, bytes(9 << 20)),
    "complex texts": frame({"c": ["1", "2"]}),
    "three complex parts": frame({"c": [1.0, 2.0, 3.0]}),
    "a huge complex part": frame({"c": [10**400, 0]}),
    "bytes of negative length": frame({"b": -1}, b"12"),
    "bytes beyond the frame": frame({"b": 3}, b"12"),
    "bytes of a float length": frame({"b": 1.0}, b"1"),
    "the same bytes twice": frame([{"b": 2}, {"b": 2}], b"12"),
    "a text that is no UTF-8": frame({"s": 1}, b"\xff"),
    "bytes left over": frame(0, EIGHT),
    "an array of too few parts": frame({"a": ["<f8", [1]]}, EIGHT),
    "an array of objects": frame({"a": ["|O", [1], "C"]}, EIGHT),
    "an array of texts": frame({"a": ["<U2", [1], "C"]}, EIGHT),
    "an array of records": frame({"a": ["f8,f8", [1], "C"]}, EIGHT),
    "a dtype that is no text": frame({"a": [["f8"], [1], "C"]}, EIGHT),
    "an unknown layout": frame({"a": ["<f8", [1], "X"]}, EIGHT),
    "a shape that is no list": frame({"a": ["<f8", 1, "C"]}, EIGHT),
    "a shape with a negative size": frame({"a": ["<f8", [-1, -1], "C"]}, EIGHT),
    "a shape with a float": frame({"a": ["<f8", [1.0], "C"]}, EIGHT),
    "a shape with a bool": frame({"a": ["<f8", [True], "C"]}, EIGHT),
    "a shape larger than its bytes": frame({"a": ["<f8", [1 << 24], "S"]}, EIGHT),
    "a shape whose product overflows": frame({"a": ["<f8", [1 << 24] * 8, "C"]}, EIGHT),
    "no elements, and no end of them": frame({"a": ["<f8", [0, *[1 << 24] * 8], "C"]}),
    "no elements, spaced": frame({"a": ["<f8", [0, *[1 << 24] * 8], "S"]}),
    "seventy dimensions": frame({"a": ["<f8", [1] * 70, "C"]}, EIGHT),
    "25,000 arrays of the same 15 MiB": frame([{"a": ["|u1", [15 << 20], "C"]}] * 25_000, bytes(15 << 20)),
}


@pytest.mark.parametrize("case", HOSTILE)
def test_hostile_frames_end_in_a_protocol_error(case: str) -> None:
    """A frame made to mislead raises ProtocolError, soon, and takes little more memory than it brought."""
    tracemalloc.start()
    start = time.monotonic()
    try:
        with pytest.raises(wire.ProtocolError):
            wire.decode(HOSTILE[case])
        assert tracemalloc.get_traced_memory()[1] < 48 << 20
        assert time.monotonic() - start < 5  # tracing and a busy machine included
    finally:
        tracemalloc.stop()


@given(
    st.binary(max_size=64) | PLAIN.map(wire.encode),
    st.lists(st.tuples(st.integers(0, 300), st.sampled_from(b'\0\1\xff"[]{}:,-9ftn')), max_size=5),
)
@settings(max_examples=150, deadline=None)
def test_damaged_frames_decode_or_raise_a_protocol_error(data: bytes, damage: list[tuple[int, int]]) -> None:
    """Random bytes and damaged frames are a value that can be sent again, or a ProtocolError."""
    damaged = bytearray(data)
    for place, byte in damage:
        if place < len(damaged):
            damaged[place] = byte
    try:
        value = wire.decode(bytes(damaged))
    except wire.ProtocolError:
        return
    assert same(wire.decode(wire.encode(value)), value)


def assert_can_be_sent_anywhere(value: Any) -> None:
    """Encode, and pack, a request with this value in each of its places; it must arrive as it is."""
    for arguments, keywords in (([value], {}), ([], {"key": value}), ([1, [({"in": value}, 2)]], {})):
        request = ["call", "f", arguments, keywords]
        assert same(wire.decode(wire.encode([2**48, *request]), wire.REQUEST), [2**48, *request])
        assert same(Request("f", *request).request, request)
        assert same(batch.unpack(batch.join([batch.pack(request)], 1)), [request])


AT_THE_LIMIT = {
    "short numbers that get long": frame(b"[" + b"1e15," * 99_998 + b"0]"),
    "an integer of 3,000 digits": frame([int("9" * 3000), -int("9" * 3000)]),
    "many long integers": frame([int("9" * 3000)] * 300),
    "commas that are no commas": frame(b'["' + rb"\u002c" * 174_000 + b'"]'),
    "many texts of commas": frame(b"[" + b'"' + (rb"\u002c" * 60 + b'","') * 2_500 + b'"]'),
    "characters that get buffers": frame(b'["' + rb'\u07ff","' * 90_000 + b'"]'),
    "lists in lists": frame(b"[" + b"[[[]]]," * 24_000 + b"0]"),
    "52 lists": frame(b"[" * 52 + b"]" * 52),
    "52 tuples": frame(b'{"t":[' * 52 + b"]}" * 52),
    "a key of tuples": frame(b'{"d":[[' + b'{"t":[' * 50 + b"]}" * 50 + b",1]]}"),
    "a dict of 256 keys": frame({"d": [[index, 0] for index in range(256)]}),
    "bytes of 15 MiB": frame({"b": 15 << 20}, bytes(15 << 20)),
    "an array of 8 MiB": frame({"a": ["|b1", [8 << 20], "S"]}, bytes(8 << 20)),
    "a text of 1 MiB": frame({"s": 1 << 20}, "ä".encode() * (1 << 19)),
    "numbers that are none": frame(b"[NaN,Infinity,-Infinity,1e999,-0,-0.0]"),
    "an array of 32 dimensions": frame({"a": ["<f8", [1] * 32, "F"]}, EIGHT),
    "1,000 arrays without elements": frame([{"a": ["<f8", [0, 1 << 24], "C"]}] * 1_000),
    "surrogates": frame(rb'["\ud800","\udfff\ud800"]'),
}


@pytest.mark.e2e
@pytest.mark.parametrize("case", AT_THE_LIMIT)
def test_a_reply_at_a_limit_can_be_sent_in_every_place_of_a_request(case: str) -> None:
    """What is as long, as many or as deep as a reply may be still fits into any place of a request."""
    assert_can_be_sent_anywhere(wire.decode(AT_THE_LIMIT[case]))


@given(st.integers(0, 2**32))
@settings(max_examples=25, deadline=None)
def test_whatever_decodes_can_be_sent_in_every_place_of_a_request(seed: int) -> None:
    """Of damaged frames, too: what the grader accepts of a worker, it can put into a request."""
    for data in fuzz_wire.frames(40, random.Random(seed)):
        with contextlib.suppress(wire.ProtocolError):
            assert_can_be_sent_anywhere(wire.decode(data))


@pytest.mark.nightly
def test_a_million_damaged_frames_do_no_harm() -> None:
    """No crash, no hang, no growth."""
    assert fuzz_wire.main(1_000_000) == 0


JUNK = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-3, 40)
    | st.floats()
    | st.sampled_from(["<f8", "|b1", "C", "S", "|O", 1 << 63, 10**30]),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from("tdabcsx"), inner, min_size=1, max_size=1)
    ),
    max_leaves=10,
)


@given(JUNK, st.binary(max_size=40))
@settings(max_examples=150, deadline=None)
def test_well_formed_json_of_any_shape_decodes_or_raises_a_protocol_error(skeleton: Any, body: bytes) -> None:
    """A skeleton of the right letters in the wrong places is a value or a ProtocolError."""
    with contextlib.suppress(wire.ProtocolError):
        assert_can_be_sent_anywhere(wire.decode(frame(skeleton, body)))


@pytest.mark.parametrize("length", [0, 7, (16 << 20) + 1, 0xFFFFFFFF])
def test_a_frame_s_length_is_bounded_before_it_is_read(length: int) -> None:
    """Four bytes that announce less than a head or more than 16 MiB raise ProtocolError."""
    with pytest.raises(wire.ProtocolError):
        wire.frame_length(struct.pack("<I", length))
