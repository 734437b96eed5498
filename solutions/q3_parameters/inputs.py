"""Inputs from simple to odd. On them a wrong function is compared with the solution."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import Any

from layer_tables import assert_complete, assert_sound, assert_table, canonical

from autograder.checks.result import CallResult
from autograder.exercises.inputs import Call, Inputs

# summary

IMAGES = [(1, 1, 1), (1, 1, 2), (2, 2, 1), (2, 3, 1), (3, 2, 2), (4, 5, 2)]
FLATTEN = {"kind": "flatten"}


def conv(filters: int, kernel: tuple[int, int], **others: Any) -> dict[str, Any]:
    return {"kind": "conv2d", "filters": filters, "kernel": kernel, **others}


def pool(window: tuple[int, int], **others: Any) -> dict[str, Any]:
    return {"kind": "maxpool2d", "pool": window, **others}


def dense(units: int, **others: Any) -> dict[str, Any]:
    return {"kind": "dense", "units": units, **others}


def networks() -> Iterator[Call]:
    """Yield networks: of one layer first, then with each optional key, then of two and more layers."""
    for image in IMAGES:
        yield (image, [FLATTEN]), {}
    for image, filters, kernel in product(IMAGES, (1, 2), ((1, 1), (1, 2), (2, 1))):
        if kernel[0] <= image[0] and kernel[1] <= image[1]:
            yield (image, [conv(filters, kernel)]), {}
    for stride, padding, image, window in product(
        (1, 2, 3), ("valid", "same"), [(2, 2, 1), (2, 3, 1), (4, 5, 1), (7, 6, 2)], ((1, 1), (2, 2), (2, 1))
    ):
        yield (image, [conv(1, window, stride=stride, padding=padding)]), {}
    for image, window in product([(2, 2, 1), (2, 3, 2), (4, 5, 2)], ((1, 2), (2, 1), (2, 2))):
        yield (image, [pool(window)]), {}
        yield (image, [pool(window, stride=None, padding="valid")]), {}
        yield (image, [pool(window, padding="same")]), {}
        yield (image, [pool(window, stride=1)]), {}
        yield (image, [pool(window, stride=3, padding="same")]), {}
    for bias in (True, False):
        yield ((1, 1, 1), [conv(2, (1, 1), stride=1, padding="valid", use_bias=bias)]), {}
    for units in (1, 2):
        yield ((1, 1, 1), [FLATTEN, dense(units)]), {}
        yield ((1, 2, 3), [FLATTEN, dense(units)]), {}
        yield ((1, 2, 3), [FLATTEN, dense(units, use_bias=True)]), {}
        yield ((1, 2, 3), [FLATTEN, dense(units, use_bias=False)]), {}
    yield ((7, 7, 1), [conv(1, (1, 1), stride=4)]), {}
    yield ((1, 1, 2), [FLATTEN, dense(3), dense(1)]), {}
    yield ((1, 1, 2), [conv(3, (1, 1)), conv(1, (1, 1))]), {}
    yield ((1, 1, 2), [conv(3, (1, 1)), conv(3, (1, 1))]), {}
    yield ((1, 1, 1), [conv(2, (1, 1), use_bias=False), conv(3, (1, 1))]), {}
    yield ((2, 2, 2), [pool((2, 2)), conv(1, (1, 1))]), {}
    yield ((1, 1, 1), [conv(2, (1, 1)), conv(3, (1, 1)), conv(1, (1, 1))]), {}
    yield ((2, 3, 1), [conv(2, (2, 2)), FLATTEN]), {}
    yield ((2, 3, 2), [pool((2, 1)), FLATTEN, dense(1)]), {}
    yield (
        (
            (4, 5, 2),
            [
                conv(3, (2, 3), padding="same", stride=2),
                pool((2, 1), stride=1),
                FLATTEN,
                dense(2, use_bias=False),
                dense(3),
            ],
        ),
        {},
    )


# consistent_inputs


def limits() -> Iterator[Call]:
    """First few candidates, then as many as by default, then more."""
    for size, stride in [
        (14, 1),
        (15, 1),
        (16, 1),
        (20, 1),
        (27, 1),
        (26, 2),
        (27, 2),
        (28, 2),
        (29, 2),
        (30, 2),
    ]:
        yield (), {"max_size": size, "max_stride": stride}
    yield (), {}
    yield (), {"max_size": 45}
    for size, stride in [(41, 3), (45, 3), (14, 3), (60, 4), (84, 6), (13, 1)]:
        yield (), {"max_size": size, "max_stride": stride}


def assert_listed(answer: CallResult, want: list[tuple[int, int, str]]) -> None:
    assert_sound(answer, want)
    assert_complete(answer, want)


# Nothing is explained: the rules of sizes and parameters are the answer.
INPUTS = {
    "summary": Inputs(networks, assert_table),
    "consistent_inputs": Inputs(limits, assert_listed),
}
CANONICAL = canonical  # checks do not tell MaxPooling2D from maxpool2d
