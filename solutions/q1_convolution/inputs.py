"""Inputs from simple to odd, on which a wrong function is compared with the answer to find its smallest
counterexample."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import numpy as np

from autograder.checks import assert_array, assert_size
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


# output_size


def output_sizes() -> Iterator[Call]:
    for n in range(1, 6):
        for kernel in range(1, n + 1):
            yield (n, kernel), {}
    for n, kernel, padding in product((1, 2, 3), (1, 2, 3), (1, 2)):
        if kernel <= n + 2 * padding:
            yield (n, kernel), {"padding": padding}
    for n, stride in product(range(1, 7), (2, 3)):
        for kernel in range(1, min(n, 3) + 1):
            yield (n, kernel), {"stride": stride}
    for n, kernel, stride, padding in product((1, 2, 3, 4), (1, 2, 3), (2, 3), (1, 2)):
        yield (n, kernel), {"stride": stride, "padding": padding}


def explain_output_size(where: object, n: int, kernel: int, stride: int = 1, padding: int = 0) -> Steps:
    """Show the line once for each position, with the kernel on it. The formula would be the answer."""
    line = ["0"] * padding + ["x"] * n + ["0"] * padding
    size = (len(line) - kernel) // stride + 1
    positions = [(position, position * stride, 1, kernel) for position in range(size)]
    picture = grid("the kernel's positions, one a row", [line] * size, windows=positions)
    return Steps(((picture,),), (f"{size} {'position' if size == 1 else 'positions'}",))


# zero_pad


def padded_images() -> Iterator[Call]:
    shapes = [
        (1, 1),
        (1, 2),
        (2, 1),
        (2, 2),
        (2, 3),
        (1, 1, 1, 1),
        (1, 1, 1, 2),
        (1, 2, 1, 1),
        (2, 1, 1, 1),
        (2, 2, 2, 3),
    ]
    for padding, shape in product((1, 0, 2), shapes):
        yield (counting(*shape),), {"padding": padding}
    for start in (-1, 0.5):
        yield (counting(1, 2, start=start),), {"padding": 1}
    for x in odd(np.array([[1, 2, 3], [4, 5, 6]])):
        yield (x,), {"padding": 1}
    yield (np.array([[200]], dtype=np.uint8),), {"padding": 1}


def explain_zero_pad(where: tuple[int, ...] | None, x: np.ndarray, padding: int) -> Steps:
    planes = [where[:-2]] if where else list(np.ndindex(x.shape[:-2]))[:3]
    return Steps((tuple(grid(named("x", plane), x[plane]) for plane in planes),))


# conv2d


def convolutions() -> Iterator[Call]:
    yield from plain_convolutions()
    yield from padded_convolutions()
    yield from strided_convolutions()
    yield from batches()
    yield from odd_arrays()


def plain_convolutions() -> Iterator[Call]:
    """Padding 0, stride 1: a kernel that is 1 in one place, then one of counting numbers;
    then what is not so simple about numbers."""
    for h, w, kh, kw in sizes(3, 3):
        if (h, w) != (1, 1):
            yield (counting(h, w), one_hot(kh, kw)), {}
        yield (counting(h, w), counting(kh, kw, start=2)), {}
    image = np.array([[1.0, 2.0, 0.0, 1.0], [0.0, 1.0, 3.0, 1.0], [2.0, 0.0, 1.0, 1.0]])
    yield (image, np.array([[1.0, 0.0, 2.0], [0.0, 3.0, 0.0]])), {}
    for value, weight in [(-2, 3), (2, -3), (0.5, 3), (0.5, 0.5), (200, 2), (0.1234567, 1), (0.005, 0.01)]:
        yield (np.array([[float(value)]]), np.array([[float(weight)]])), {}
    yield (np.array([[1.0, 2.0]]), np.array([[1.0, -1.0]])), {}
    yield (np.array([[3.0, -1.0], [-2.0, 5.0]]), np.array([[1.0, -2.0], [0.5, 4.0]])), {}


def padded_convolutions() -> Iterator[Call]:
    smallest = [(1, 1, 1, 1), (1, 1, 1, 2), (1, 1, 2, 1), (1, 2, 1, 2), (2, 1, 2, 1)]
    for h, w, kh, kw in [*smallest, (1, 2, 2, 2), (2, 2, 2, 2)]:
        yield (counting(h, w), counting(kh, kw, start=2)), {"padding": 1}
    for h, w, kh, kw in [(1, 1, 3, 3), (1, 2, 3, 3), (2, 2, 3, 3), (2, 3, 2, 3), (3, 3, 3, 3)]:
        yield (counting(h, w), counting(kh, kw, start=2)), {"padding": 1}
    for h, w, kh, kw in [(1, 1, 1, 1), (1, 2, 1, 2), (1, 2, 2, 3), (2, 2, 3, 3)]:
        yield (counting(h, w), counting(kh, kw, start=2)), {"padding": 2}


def strided_convolutions() -> Iterator[Call]:
    small = [
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
        (1, 5, 1, 1),
        (1, 5, 1, 3),
        (2, 3, 2, 2),
        (3, 3, 1, 1),
        (3, 3, 2, 2),
        (4, 4, 2, 2),
        (4, 5, 2, 3),
        (5, 4, 1, 1),
        (5, 7, 2, 2),
    ]
    for stride, padding in [(2, 0), (3, 0), (2, 1), (3, 1), (2, 2)]:
        for h, w, kh, kw in small + large:
            yield (
                (counting(h, w), counting(kh, kw, start=2)),
                {"stride": stride, **({"padding": padding} if padding else {})},
            )


def batches() -> Iterator[Call]:
    """Axes for images, channels and filters: first of length 1, then channels, filters, both, images,
    and all of them."""
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
        for h, w, kh, kw in [(1, 1, 1, 1), (1, 2, 1, 1), (1, 2, 1, 2), (2, 2, 1, 1), (2, 3, 2, 2)]:
            yield (counting(n, c, h, w), counting(f, c, kh, kw, start=2)), {}
        yield (counting(n, c, 1, 1), counting(f, c, 1, 1, start=2)), {"padding": 1}
        yield (counting(n, c, 1, 3), counting(f, c, 1, 1, start=2)), {"stride": 2}
        yield (counting(n, c, 3, 4), counting(f, c, 2, 1, start=2)), {"stride": 2, "padding": 1}


def odd_arrays() -> Iterator[Call]:
    """Numbers of other types, and arrays that don't lie in memory row after row."""
    yield (np.array([[1]]), np.array([[0.5]])), {}
    yield (np.array([[0.5]]), np.array([[1]])), {}
    for value, weight, kind in [(200, 2, np.uint8), (200, 200, np.uint8), (100, 2, np.int8)]:
        yield (np.array([[value]], dtype=kind), np.array([[weight]], dtype=kind)), {}
    image = np.array([[1, 2, 3], [4, 5, 6]])
    for x in odd(image):
        yield (x, np.array([[1.0, 10.0]])), {}
        yield (x[np.newaxis, np.newaxis], np.array([[[[1.0, 10.0]]]])), {}
    for kernel in odd(image):
        yield (counting(3, 4), kernel), {}
    for kind, weight in [(np.uint8, np.uint8(3)), (np.uint8, 0.5), (np.int64, 0.5)]:
        x = np.array([[100 if kind is np.uint8 else 1]], dtype=kind)
        yield (x, np.array([[weight]])), {}
        yield (x[np.newaxis, np.newaxis], np.array([[[[weight]]]])), {}
    yield (np.array([[2_000_000_000]]), np.array([[2]])), {}
    yield (np.flip(np.array([[2.0, 1.0]])), np.array([[1.0]])), {}
    yield (counting(1, 1), np.array([[2.0]])), {"padding": 3}
    for same_sum in ([[1.0, 4.0]], [[3.0, 2.0]]):
        yield (np.array(same_sum), np.array([[1.0, 10.0]])), {}


def named(name: str, index: tuple[int, ...]) -> str:
    return f"{name}[{', '.join(map(str, index))}]" if index else name


def explain_conv2d(
    where: tuple[int, ...] | None, x: np.ndarray, kernel: np.ndarray, stride: int = 1, padding: int = 0
) -> Steps:
    """Show the window that gives the entry, the kernel on it and the products, channel by channel;
    without an entry, image and kernel."""
    single = x.ndim == 2
    images, filters = (x[np.newaxis, np.newaxis], kernel[np.newaxis, np.newaxis]) if single else (x, kernel)
    images = np.pad(images, [(0, 0), (0, 0), (padding, padding), (padding, padding)])
    n, f, i, j = (0, 0, *where) if where and single else where or (0, 0, 0, 0)
    kh, kw = filters.shape[2:]
    corner = (i * stride, j * stride, kh, kw)

    rows, windows = (
        list[tuple[Grid, ...]](),
        images[n, :, corner[0] : corner[0] + kh, corner[1] : corner[1] + kw].astype(float),
    )
    for c in range(images.shape[1]):
        title = f"{'x' if single else f'x[{n}, {c}]'}{', padded' * (padding > 0)}"
        image = grid(title, images[n, c], windows=[corner] if where else [], frame=padding)
        name = "kernel" if single else f"kernel[{f}, {c}]"
        weights = grid(name, filters[f, c], tone="amber", sign="×")
        products = grid("products", windows[c] * filters[f, c], tone="grey", sign="=")
        rows.append((image, weights, products) if where else (image, weights))
    return Steps(tuple(rows), (sum_of_products(windows, filters[f]),) if where else ())


INPUTS = {
    "output_size": Inputs(output_sizes, assert_size, explain_output_size),
    "zero_pad": Inputs(padded_images, assert_array, explain_zero_pad),
    "conv2d": Inputs(convolutions, assert_array, explain_conv2d),
}
