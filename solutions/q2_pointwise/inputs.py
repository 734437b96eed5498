"""Inputs from simple to odd, on which a wrong function is compared with the answer to find its smallest
counterexample."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import Any

import numpy as np

from autograder.checks import assert_array, assert_count
from autograder.exercises.inputs import Call, Inputs, counting, grid, odd, sum_of_products
from autograder.results import Grid, Steps

# conv1x1


def pointwise() -> Iterator[Call]:
    """One pixel first, with more and more channels and filters; then more pixels, then more images."""
    for n, h, w in [
        (1, 1, 1),
        (1, 1, 2),
        (1, 2, 1),
        (1, 2, 2),
        (1, 2, 3),
        (2, 1, 1),
        (2, 1, 2),
        (2, 2, 3),
        (3, 1, 2),
    ]:
        for f, f1 in [(1, 1), (2, 1), (1, 2), (2, 2), (2, 3), (3, 2)]:
            yield (counting(n, f, h, w), counting(f1, f, start=2)), {}
    yield (counting(1, 1, 1, 1), np.array([[-2.0]])), {}
    yield (counting(1, 2, 1, 1), np.array([[1.0, -1.0]])), {}
    yield (np.full((1, 1, 1, 1), 0.5), np.array([[3.0]])), {}
    yield (np.full((1, 1, 1, 1), 1), np.array([[0.5]])), {}
    yield (np.full((1, 1, 1, 1), 0.5), np.array([[3]])), {}
    yield (np.full((1, 1, 1, 1), 0.1234567), np.array([[1.0]])), {}
    for x in odd(np.array([[[[1, 2, 3]], [[4, 5, 6]]]])):
        yield (x, np.array([[1.0, 10.0]])), {}
    for w in odd(np.array([[1, 2, 3], [4, 5, 6]])):
        yield (counting(1, 3, 1, 2), w), {}


def explain_conv1x1(where: tuple[int, ...] | None, x: np.ndarray, w: np.ndarray) -> Steps:
    """Show the pixel in each channel, the row of w that weighs it, and the products."""
    if not where:
        return Steps((tuple(channels(x, 0, None)), (grid("w", w, tone="amber"),)))
    n, g, i, j = where
    pixel, weights = x[n, :, i, j].astype(float), w[g].astype(float)
    row = (
        grid("the pixel", [pixel]),
        grid(f"row {g} of w", [weights], tone="amber", sign="×"),
        grid("products", [pixel * weights], tone="grey", sign="="),
    )
    return Steps((tuple(channels(x, n, (i, j, 1, 1))), row), (sum_of_products(pixel, weights),))


def channels(x: np.ndarray, n: int, window: tuple[int, int, int, int] | None) -> list[Grid]:
    return [grid(f"x[{n}, {c}]", plane, windows=[window] if window else []) for c, plane in enumerate(x[n])]


# bottleneck


def bottlenecks() -> Iterator[Call]:
    """Positive numbers, where no ReLU shows; then negative ones at each place;
    then larger shapes and negative images."""
    one, ways = counting(1, 1, 1, 1), [(1, 2), (-1, 2), (1, -2), (-1, -2)]
    for a, b in ways:
        yield (one, np.array([[float(a)]]), np.array([[float(b)]])), {}
    for a, b in ways:
        yield (-one, np.array([[float(a)]]), np.array([[float(b)]])), {}
    for f, m, f1 in [(2, 1, 1), (1, 2, 1), (1, 1, 2), (2, 2, 2), (3, 2, 4), (2, 3, 2)]:
        for h, w, n in [(1, 1, 1), (1, 2, 1), (1, 1, 2), (2, 3, 2)]:
            yield (counting(n, f, h, w), counting(m, f), counting(f1, m, start=2)), {}
            yield (
                (
                    counting(n, f, h, w),
                    last_row_negative(counting(m, f)),
                    last_row_negative(counting(f1, m, start=2)),
                ),
                {},
            )
    for x in odd(np.array([[[[1, 2, 3]], [[4, 5, 6]]]])):
        yield (x, np.array([[0.5, 1.0], [1.0, -1.0]]), np.array([[1.0, 2.0]])), {}


def last_row_negative(w: np.ndarray) -> np.ndarray:
    return np.concatenate([w[:-1], -w[-1:]])


def explain_bottleneck(where: tuple[int, ...] | None, x: np.ndarray, w1: np.ndarray, w2: np.ndarray) -> Steps:
    """Show the pixel, and write out what each of the two layers makes of it."""
    matrices = (grid("w1", w1, tone="amber"), grid("w2", w2, tone="amber"))
    if not where:
        return Steps((tuple(channels(x, 0, None)), matrices))
    n, g, i, j = where
    pixel = x[n, :, i, j].astype(float)
    hidden = w1.astype(float) @ pixel
    lines = [
        f"hidden {m}: {sum_of_products(pixel, row)}{after_relu(value)}"
        for m, (row, value) in enumerate(zip(w1, hidden, strict=True))
    ]
    rest = np.maximum(hidden, 0)
    lines.append(f"output {g}: {sum_of_products(rest, w2[g])}{after_relu(rest @ w2[g])}")
    return Steps((tuple(channels(x, n, (i, j, 1, 1))), matrices), tuple(lines))


def after_relu(value: float) -> str:
    return f", after the ReLU {max(value, 0):g}"


# the costs

LARGE = [
    (1, 1, 4097, 4097, 1),  # too many for single precision
    (1, 1, 1 << 16, 1 << 16, 1),  # for 32 bits
    (1, 1, 100_000_001, 100_000_003, 1),  # for floats
    (1, 1, 1 << 32, 1 << 32, 1),  # for 64 bits
]


def direct_costs() -> Iterator[Call]:
    for h, w, c_in, c_out, k in product((1, 2), (1, 3), (1, 2), (1, 3), (1, 3)):
        yield (h, w, c_in, c_out, k), {}
    for sizes in [(1, 1, 1, 1, 2), (4, 6, 2, 5, 3), (6, 5, 3, 2, 5), *LARGE]:
        yield sizes, {}


def bottleneck_costs() -> Iterator[Call]:
    for h, w, c_in, c_mid, c_out, k in product((1, 2), (1, 3), (1, 2), (1, 2), (1, 3), (1, 3)):
        yield (h, w, c_in, c_mid, c_out, k), {}
    for sizes in [
        (1, 1, 1, 1, 1, 2),
        (1, 1, 3, 2, 1, 1),
        (4, 6, 10, 2, 5, 3),
        (5, 6, 7, 3, 4, 5),
        *((h, w, c_in, c_out, 1, 1) for h, w, c_in, c_out, _ in LARGE),
    ]:
        yield sizes, {}


def inception_costs() -> Iterator[Call]:
    """All ones; then one number after the other is two; then unequal numbers."""
    ones = (1,) * 9
    yield ones, {}
    for place in (2, 3, 5, 7, 8, 4, 6, 0, 1):
        yield (*ones[:place], 2, *ones[place + 1 :]), {}
    for sizes in [(1, 1, 2, 3, 4, 5, 6, 7, 8), (2, 3, 4, 5, 2, 6, 3, 7, 1), (6, 9, 10, 4, 5, 8, 3, 2, 7)]:
        yield sizes, {}


def assert_inception(answer: Any, want: tuple[int, int]) -> None:
    assert_count(answer, want, parts=("multiplications", "output_channels"))


# Costs are shown without steps: these would be the formula, which is the answer.
INPUTS = {
    "conv1x1": Inputs(pointwise, assert_array, explain_conv1x1),
    "bottleneck": Inputs(bottlenecks, assert_array, explain_bottleneck),
    "direct_cost": Inputs(direct_costs, assert_count),
    "bottleneck_cost": Inputs(bottleneck_costs, assert_count),
    "inception_cost": Inputs(inception_costs, assert_inception),
}
