"""Plain data of every kind that a worker can send, for tests of asserts."""

from __future__ import annotations

from typing import Any

import numpy as np
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from autograder.worker import wire

SCALARS = (
    st.none() | st.booleans() | st.integers(-(10**400), 10**400)
    | st.sampled_from([7, 8, 14, 14.0, "valid", "conv2d"])
    | st.floats() | st.complex_numbers() | st.text(max_size=80) | st.binary(max_size=80)
)  # fmt: skip
DTYPES = st.sampled_from([dtype.str for dtype in wire.DTYPES.values()])
ARRAYS = hnp.arrays(DTYPES, hnp.array_shapes(min_dims=0, max_dims=5, min_side=0, max_side=4))
KEYS = st.none() | st.booleans() | st.integers() | st.text(max_size=9) | st.tuples(st.integers())
PLAIN_DATA = st.recursive(
    SCALARS | ARRAYS,
    lambda inner: (
        st.lists(inner, max_size=6)
        | st.lists(inner, max_size=4).map(tuple)
        | st.dictionaries(KEYS, inner, max_size=4)
    ),
    max_leaves=20,
)
LARGE: list[Any] = [
    np.zeros((2,) * 20, np.uint8),
    [np.zeros((2,) * 20, np.uint8)],
    [[np.zeros((2,) * 20, np.uint8)] * 3] * 3,
    np.zeros(8_000_000, np.uint8),
    [np.zeros((1, 0) * 10)],
    {0: np.zeros((2,) * 20, np.uint8)},
    [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]],
    ["x" * 900_000],
    [b"x" * 8_000_000],
    [(16, 1, "same")] * 30_000,
    list(range(90_000)),
    [10**4000] * 20,
]


def equals(value: Any, want: Any) -> bool:
    """Compare in another way than the code under test: as nested lists of Python numbers."""
    if isinstance(value, np.ndarray):
        return equals(value.tolist(), want)
    if isinstance(want, list | tuple):
        return isinstance(value, list | tuple) and len(value) == len(want) and all(map(equals, value, want))
    if isinstance(want, str):
        return isinstance(value, str) and value.lower() == want
    return value is None if want is None else abs(value - want) <= 1e-6 + 1e-5 * abs(want)
