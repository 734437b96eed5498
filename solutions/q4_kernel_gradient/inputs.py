"""Inputs from simple to odd, on which a wrong function is compared with the answer to find its smallest
counterexample."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import numpy as np

from autograder.checks import assert_array
from autograder.exercises.inputs import Call, Inputs, counting, grid, odd, one_hot, sum_of_products
from autograder.results import Grid, Steps


def sizes(h: int, w: int) -> list[tuple[int, int, int, int]]:
    """Return every size of an image up to (h, w) with every size of a kernel that fits on it,
    the fewest numbers first."""
    images = product(range(1, h + 1), range(1, w + 1))
    found = [
        (*image, kh, kw) for image in images for kh in range(1, image[0] + 1) for kw in range(1, image[1] + 1)
    ]
    return sorted(found, key=lambda size: (size[0] * size[1] + size[2] * size[3], size[0]))


def output(h: int, w: int, kh: int, kw: int, stride: int = 1, padding: int = 0) -> tuple[int, int]:
    return (h + 2 * padding - kh) // stride + 1, (w + 2 * padding - kw) // stride + 1


def gradients() -> Iterator[Call]:
    yield from plain_gradients()
    yield from padded_and_strided_gradients()
    yield from batches()
    yield from odd_arrays()


def plain_gradients() -> Iterator[Call]:
    """Padding 0, stride 1: first only one output matters, then all do;
    then what is not so simple about numbers."""
    for h, w, kh, kw in sizes(3, 3):
        out = output(h, w, kh, kw)
        if np.prod(out) > 1:
            yield (counting(h, w), one_hot(*out), (kh, kw)), {}
        yield (counting(h, w), counting(*out, start=2), (kh, kw)), {}
    for value, upstream in [(-2, 3), (0.5, 3), (2, -3), (3, 0.5), (0.1234567, 1)]:
        yield (np.array([[float(value)]]), np.array([[float(upstream)]]), (1, 1)), {}
    yield (np.array([[1.0, 2.0]]), np.array([[1.0, -1.0]]), (1, 1)), {}
    yield (np.array([[1.0, 2.0, 5.0]]), np.array([[3.0, -1.0]]), (1, 2)), {}
    yield (np.array([[1.0, 30001.0]]), np.array([[1.0]]), (1, 2)), {}


def padded_and_strided_gradients() -> Iterator[Call]:
    small = [
        (1, 1, 1, 1),
        (1, 2, 1, 1),
        (2, 1, 1, 1),
        (1, 2, 1, 2),
        (2, 1, 2, 1),
        (1, 3, 1, 1),
        (3, 1, 1, 1),
        (1, 3, 1, 2),
        (3, 1, 2, 1),
        (1, 4, 1, 1),
    ]
    large = [
        (1, 4, 1, 2),
        (1, 5, 1, 2),
        (1, 5, 1, 3),
        (2, 3, 2, 2),
        (3, 3, 2, 2),
        (4, 4, 2, 2),
        (4, 5, 2, 3),
        (5, 7, 3, 2),
    ]
    for stride, padding in [(1, 1), (1, 2), (2, 0), (3, 0), (2, 1), (3, 1)]:
        options = {**({"stride": stride} if stride > 1 else {}), **({"padding": padding} if padding else {})}
        for h, w, kh, kw in [(1, 1, 3, 3)] * (padding > 0) + small + large:
            out = output(h, w, kh, kw, stride, padding)
            yield (counting(h, w), counting(*out, start=2), (kh, kw)), options
    yield (counting(2, 3), counting(2, 3, start=2), (1, 1)), {"stride": 2, "padding": 1}


def batches() -> Iterator[Call]:
    """Axes for images, channels and filters: first of length 1, then channels, filters, both, images,
    and all of them."""
    shapes = [(1, 1, 1, 1), (1, 2, 1, 1), (1, 2, 1, 2), (2, 3, 2, 2)]
    for n, c, f in [
        (1, 1, 1),
        (1, 2, 1),
        (1, 1, 2),
        (1, 2, 2),
        (1, 2, 3),
        (1, 3, 2),
        (2, 1, 1),
        (2, 2, 1),
        (2, 1, 2),
        (2, 3, 4),
    ]:
        for h, w, kh, kw in shapes:
            yield batch(n, c, f, h, w, kh, kw), {}
        yield batch(n, c, f, 1, 1, 1, 1, padding=1), {"padding": 1}
        yield batch(n, c, f, 1, 3, 1, 1, stride=2), {"stride": 2}
        yield batch(n, c, f, 3, 4, 2, 1, stride=2, padding=1), {"stride": 2, "padding": 1}
    yield (counting(1, 1, 1, 1), np.array([[[[2.0]], [[0.0]]]]), (2, 1, 1, 1)), {}


def batch(
    n: int, c: int, f: int, h: int, w: int, kh: int, kw: int, stride: int = 1, padding: int = 0
) -> tuple[object, ...]:
    out = output(h, w, kh, kw, stride, padding)
    return counting(n, c, h, w), counting(n, f, *out, start=2), (f, c, kh, kw)


def odd_arrays() -> Iterator[Call]:
    """Numbers of other types, and arrays that don't lie in memory row after row."""
    yield (np.array([[1]]), np.array([[0.5]]), (1, 1)), {}
    yield (np.array([[0.5]]), np.array([[1]]), (1, 1)), {}
    yield (np.array([[[[1]]]]), np.array([[[[0.5]]]]), (1, 1, 1, 1)), {}
    yield (np.array([[200]], dtype=np.uint8), np.array([[2]]), (1, 1)), {}
    image = np.array([[1, 2, 3], [4, 5, 6]])
    for x in odd(image):
        yield (x, np.array([[1.0, 10.0]]), (2, 2)), {}
        yield (x[np.newaxis, np.newaxis], np.array([[[[1.0, 10.0]]]]), (1, 1, 2, 2)), {}
    for upstream in odd(image):
        yield (counting(2, 4), upstream, (1, 2)), {}


def explain(
    where: tuple[int, ...] | None,
    x: np.ndarray,
    grad_out: np.ndarray,
    kernel_shape: tuple[int, ...],
    stride: int = 1,
    padding: int = 0,
) -> Steps:
    """Show the pixels that the weight met, one for each output, and the upstream gradient: image by image."""
    single = x.ndim == 2
    images, upstream = (
        (x[np.newaxis, np.newaxis], grad_out[np.newaxis, np.newaxis]) if single else (x, grad_out)
    )
    images = np.pad(images, [(0, 0), (0, 0), (padding, padding), (padding, padding)])
    f, c, a, b = (0, 0, *where) if where and single else where or (0, 0, 0, 0)
    oh, ow = upstream.shape[2:]
    met = (
        [(a, b, oh, ow)]
        if stride == 1
        else [(a + stride * i, b + stride * j, 1, 1) for i in range(oh) for j in range(ow)]
    )

    rows, pixels = (
        list[tuple[Grid, ...]](),
        images[:, c, a : a + stride * oh : stride, b : b + stride * ow : stride].astype(float),
    )
    for n in range(len(images)):
        title = f"{'x' if single else f'x[{n}, {c}]'}{', padded' * (padding > 0)}"
        image = grid(title, images[n, c], windows=met if where else [], frame=padding)
        name = "grad_out" if single else f"grad_out[{n}, {f}]"
        gradient = grid(name, upstream[n, f], tone="amber", sign="×")
        products = grid("products", pixels[n] * upstream[n, f], tone="grey", sign="=")
        rows.append((image, gradient, products) if where else (image, gradient))
    return Steps(tuple(rows), (sum_of_products(pixels, upstream[:, f]),) if where else ())


INPUTS = {"conv2d_kernel_grad": Inputs(gradients, assert_array, explain)}
