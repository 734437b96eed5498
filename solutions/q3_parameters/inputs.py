"""Inputs from simple to odd, on which a wrong function is compared with the answer to find its smallest counterexample."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import product
from typing import Any

from autograder.checking import Answer, assert_complete, assert_sound, assert_table
from autograder.counterexample import Call, Inputs
from autograder.records import Steps
from autograder.words import count

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
    """No layer that depends on another one first; then each key that may be there or not; then networks of two and more layers."""
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
    yield ((1, 1, 2), [FLATTEN, dense(3), dense(1)]), {}
    yield ((1, 1, 2), [conv(3, (1, 1)), conv(1, (1, 1))]), {}
    yield ((2, 2, 2), [pool((2, 2)), conv(1, (1, 1))]), {}
    yield ((2, 3, 1), [conv(2, (2, 2)), FLATTEN]), {}
    yield ((2, 3, 2), [pool((2, 1)), FLATTEN, dense(1)]), {}
    yield ((4, 5, 2), [conv(3, (2, 3), padding="same", stride=2), pool((2, 1), stride=1), FLATTEN, dense(2, use_bias=False), dense(3)]), {}


def explain_summary(where: object, input_shape: tuple[int, int, int], layers: list[dict[str, Any]]) -> Steps:
    """Write out each row of the table: its sizes and its parameters."""
    shape: tuple[int, ...] = input_shape
    lines = []
    for row, layer in enumerate(layers):
        lines.append(f"row {row}: {layer['kind']} gets {shape}")
        if layer["kind"] == "flatten":
            lines.append(f"  {'·'.join(map(str, shape))} = {math.prod(shape)} numbers")
            shape = (math.prod(shape),)
        elif layer["kind"] == "dense":
            bias, units = int(layer.get("use_bias", True)), layer["units"]
            lines.append(f"  {count(units, 'unit')}, {shape[0]} weights + {bias} bias for each: {units * (shape[0] + bias)} parameters")
            shape = (units,)
        else:
            shape = sliding(lines, shape, layer)
    return Steps((), tuple(lines))


def sliding(lines: list[str], shape: tuple[int, ...], layer: dict[str, Any]) -> tuple[int, ...]:
    """Write out a layer with a window; return the shape that it gives."""
    window = layer.get("kernel") or layer["pool"]
    stride, same = layer.get("stride", 1 if "kernel" in layer else None), layer.get("padding") == "same"
    sizes = []
    for name, n, k in zip(("rows", "columns"), shape, window, strict=False):
        step = stride or k
        sizes.append(-(-n // step) if same else (n - k) // step + 1)
        lines.append(f"  {name}: {f'{n} / {step}, rounded up' if same else f'({n} - {k}) // {step} + 1'} = {sizes[-1]}")
    if "pool" in layer:
        lines.append(f"  as many channels as before, {shape[2]}; nothing is learned")
        return (*sizes, shape[2])
    bias, (kh, kw), filters = int(layer.get("use_bias", True)), window, layer["filters"]
    total = filters * (kh * kw * shape[2] + bias)
    lines.append(f"  {count(filters, 'filter')}, {kh}·{kw}·{shape[2]} weights + {bias} bias for each: {total} parameters")
    return (*sizes, filters)


# consistent_inputs


def limits() -> Iterator[Call]:
    """First few candidates, then as many as by default, then more."""
    for size, stride in [(14, 1), (15, 1), (16, 1), (20, 1), (27, 1), (26, 2), (27, 2), (28, 2), (29, 2), (30, 2)]:
        yield (), {"max_size": size, "max_stride": stride}
    yield (), {}
    yield (), {"max_size": 45}
    for size, stride in [(41, 3), (45, 3), (14, 3), (60, 4)]:
        yield (), {"max_size": size, "max_stride": stride}


def assert_listed(answer: Answer, want: list[tuple[int, int, str]]) -> None:
    assert_sound(answer, want)
    assert_complete(answer, want)


def explain_consistent_inputs(where: object, max_size: int = 32, max_stride: int = 2) -> Steps:
    """Write out what fits, and one that does not for each stride and padding."""
    lines = []
    for stride, padding in product(range(1, max_stride + 1), ("valid", "same")):
        fits = [size for size in range(1, max_size + 1) if places(size, stride, padding) == 14]
        rule = f"(size - 3) // {stride} + 1" if padding == "valid" else f"size / {stride}, rounded up,"
        listed = " or ".join(map(str, fits))
        lines.append(f"stride {stride}, {padding}: {rule} is 14 for {f'size {listed}' if fits else f'no size up to {max_size}'}")
    return Steps((), tuple(lines))


def places(n: int, stride: int, padding: str) -> int:
    return -(-n // stride) if padding == "same" else (n - 3) // stride + 1


INPUTS = {
    "summary": Inputs(networks, assert_table, explain_summary),
    "consistent_inputs": Inputs(limits, assert_listed, explain_consistent_inputs),
}
