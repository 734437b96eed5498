"""The solutions are right: proved by oracles that share no code with them."""

from __future__ import annotations

import importlib.util
import itertools
import json
import re
from pathlib import Path
from types import ModuleType
from typing import Any

import autograd
import autograd.numpy as anp
import numpy as np
import pytest

ROOT = Path(__file__).parents[2]
TABLES = json.loads((Path(__file__).parents[1] / "data" / "keras_tables.json").read_text(encoding="utf-8"))[
    "cases"
]
SHAPES = [((5, 7), (3, 2)), ((4, 4), (4, 4)), ((6, 9), (1, 3)), ((8, 5), (2, 5))]


def load(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, ROOT / "solutions" / name / f"{name}.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


Q1, Q2, Q3, Q4 = (
    load(name) for name in ("q1_convolution", "q2_pointwise", "q3_parameters", "q4_kernel_gradient")
)


@pytest.fixture
def rng() -> np.random.Generator:
    return np.random.default_rng(20)


def scipy_conv2d(x: Any, kernel: Any, stride: int, padding: int) -> Any:
    """Cross-correlate with scipy, image by image and channel by channel."""
    from scipy import signal  # takes a second

    x = np.pad(x, [(0, 0), (0, 0), (padding, padding), (padding, padding)])
    maps = [
        [
            sum(signal.correlate2d(plane, k, "valid") for plane, k in zip(image, filter_, strict=True))
            for filter_ in kernel
        ]
        for image in x
    ]
    return np.array(maps)[:, :, ::stride, ::stride]


def test_the_printed_solution_has_one_misprint() -> None:
    """The worked answer equals the source's table but for the misprinted cell, where 20 stands for 30."""
    from scipy import signal

    source = [
        [0, 20, -70, 30, 0],
        [0, 30, -60, 30, 0],
        [0, 30, -60, 30, 0],
        [0, 30, -60, 30, 0],
        [0, 20, -70, 20, 0],
    ]
    image, kernel = np.zeros((5, 5)), np.array([[1, 1, 1], [1, -8, 1], [1, 1, 1]])
    image[:, 2] = 10

    assert np.array_equal(Q1.laplacian_response, signal.correlate2d(image, kernel, "same"))
    assert np.argwhere(np.array(Q1.laplacian_response) != source).tolist() == [list(Q1.misprinted_cell)]
    assert np.array(Q1.laplacian_response)[Q1.misprinted_cell] == 20


def test_output_size_counts_the_places_a_kernel_fits() -> None:
    """output_size is the number of starts whose window lies in the padded image."""
    for n, kernel, stride, padding in itertools.product(range(1, 12), range(1, 6), range(1, 5), range(4)):
        if kernel <= n + 2 * padding:
            fits = [start for start in range(0, n + 2 * padding, stride) if start + kernel <= n + 2 * padding]
            assert Q1.output_size(n, kernel, stride=stride, padding=padding) == len(fits)


@pytest.mark.parametrize(("size", "window"), SHAPES)
def test_conv2d_is_scipys_cross_correlation(
    rng: np.random.Generator, size: tuple[int, int], window: tuple[int, int]
) -> None:
    """conv2d agrees with scipy for images, batches, channels, filters, strides and padding."""
    x, kernel = rng.normal(size=(3, 2, *size)), rng.normal(size=(4, 2, *window))
    for stride, padding in itertools.product((1, 2, 3), (0, 1, 2)):
        np.testing.assert_allclose(
            Q1.conv2d(x, kernel, stride=stride, padding=padding),
            scipy_conv2d(x, kernel, stride, padding),
            atol=1e-12,
        )
        flat = Q1.conv2d(x[0, 0], kernel[0, 0], stride=stride, padding=padding)
        np.testing.assert_allclose(
            flat, scipy_conv2d(x[:1, :1], kernel[:1, :1], stride, padding)[0, 0], atol=1e-12
        )


def test_zero_pad_is_numpys(rng: np.random.Generator) -> None:
    """zero_pad agrees with numpy.pad on the last two axes."""
    x = rng.normal(size=(2, 3, 4, 5))
    for padding in range(4):
        np.testing.assert_array_equal(
            Q1.zero_pad(x, padding), np.pad(x, [(0, 0), (0, 0), (padding, padding), (padding, padding)])
        )
        np.testing.assert_array_equal(Q1.zero_pad(x[0, 0], padding), np.pad(x[0, 0], padding))


def test_a_pointwise_convolution_is_a_product_of_matrices(rng: np.random.Generator) -> None:
    """conv1x1 is the matrix product at every pixel, and conv2d with a 1x1 kernel."""
    x, w = rng.normal(size=(2, 3, 4, 5)), rng.normal(size=(6, 3))

    np.testing.assert_allclose(Q2.conv1x1(x, w), np.einsum("fc,nchw->nfhw", w, x), atol=1e-12)
    np.testing.assert_allclose(Q2.conv1x1(x, w), Q1.conv2d(x, w[:, :, None, None]), atol=1e-12)


def test_a_bottleneck_without_its_inner_relu_would_be_one_matrix(rng: np.random.Generator) -> None:
    """If no value is negative in between, bottleneck equals conv1x1 with w2 @ w1; else it does not."""
    x, w1, w2 = (
        np.abs(rng.normal(size=(2, 4, 3, 5))),
        np.abs(rng.normal(size=(2, 4))),
        np.abs(rng.normal(size=(3, 2))),
    )

    np.testing.assert_allclose(Q2.bottleneck(x, w1, w2), Q2.conv1x1(x, w2 @ w1), atol=1e-12)
    assert not np.allclose(Q2.bottleneck(x, -w1, -w2), Q2.conv1x1(x, w2 @ w1))


def test_costs_are_what_a_loop_would_count() -> None:
    """direct_cost counts the innermost statement of the seven loops; the published figures come out."""
    h, w, c_in, c_out, k = 3, 4, 2, 5, 3
    assert Q2.direct_cost(h, w, c_in, c_out, k) == sum(
        1 for _ in itertools.product(*map(range, (h, w, c_out, c_in, k, k)))
    )
    assert Q2.direct_cost(28, 28, 192, 32, 5) == 120_422_400
    assert Q2.bottleneck_cost(28, 28, 192, 16, 32, 5) == 12_443_648
    assert Q2.inception_cost(28, 28, 192, 64, 96, 128, 16, 32, 32)[1] == 256


@pytest.mark.parametrize("case", TABLES, ids=lambda case: f"{len(case['layers'])} layers")
def test_summary_agrees_with_keras(case: dict[str, Any]) -> None:
    """Every row of every table that Keras printed comes out."""
    rows = Q3.summary(tuple(case["input"]), case["layers"])

    assert [[kind, list(shape), parameters] for kind, shape, parameters in rows] == case["rows"]


def test_the_source_table_is_the_hand_worked_one() -> None:
    """printed_table is the table of the source document."""
    want = [
        ("conv2d", (None, 14, 14, 16), 160),
        ("maxpool2d", (None, 7, 7, 16), 0),
        ("flatten", (None, 784), 0),
        ("dense", (None, 5), 3925),
    ]
    assert [(kind, tuple(shape), parameters) for kind, shape, parameters in Q3.printed_table] == want


def test_consistent_inputs_are_found_by_trying_them_all() -> None:
    """The inverse task gives every input that the summary maps to the row, and the six of the defaults."""
    for max_size, max_stride in ((32, 2), (45, 3), (16, 1), (60, 4)):
        tried = itertools.product(range(1, max_size + 1), range(1, max_stride + 1), ("valid", "same"))
        fits = [(n, s, p) for n, s, p in tried if (n >= 3 or p == "same") and places(n, s, p) == 14]
        assert sorted(map(tuple, Q3.consistent_inputs(max_size=max_size, max_stride=max_stride))) == sorted(
            fits
        )
    assert len(list(Q3.consistent_inputs())) == 6


def places(n: int, stride: int, padding: str) -> int:
    """Count the windows of a 3-wide kernel one by one; 'same' starts one at each step inside the image."""
    return sum(1 for start in range(0, n, stride) if padding == "same" or start + 3 <= n)


def test_coefficients_are_the_source_s() -> None:
    """coefficients are the four tables of the source document, and what one-hot upstream gradients pick."""
    x = np.array([[2.0, 3, 4], [3, 1, 5], [4, -1, -2]])
    assert np.array_equal(
        Q4.coefficients, [[[[2, 3], [3, 1]], [[3, 4], [1, 5]]], [[[3, 1], [4, -1]], [[1, 5], [-1, -2]]]]
    )
    for i, j in itertools.product(range(2), range(2)):
        upstream = np.zeros((2, 2))
        upstream[i, j] = 1
        np.testing.assert_array_equal(
            Q4.conv2d_kernel_grad(x, upstream, (2, 2)), np.array(Q4.coefficients)[:, :, i, j]
        )


@pytest.mark.parametrize(("size", "window"), SHAPES)
def test_the_kernel_gradient_is_autograds(
    rng: np.random.Generator, size: tuple[int, int], window: tuple[int, int]
) -> None:
    """conv2d_kernel_grad agrees with reverse-mode differentiation of a forward pass by the definition."""
    x = rng.normal(size=(3, 2, *size))
    kernel = rng.normal(size=(4, 2, *window))
    for stride, padding in itertools.product((1, 2, 3), (0, 1, 2)):
        grad_out = rng.normal(size=scipy_conv2d(x, kernel, stride, padding).shape)
        padded = np.pad(x, [(0, 0), (0, 0), (padding, padding), (padding, padding)])

        def loss(kernel: Any, padded: Any = padded, grad_out: Any = grad_out, stride: int = stride) -> Any:
            kh, kw = window
            spots = itertools.product(*map(range, grad_out.shape[2:]))
            patches = (
                (i, j, padded[:, None, :, i * stride : i * stride + kh, j * stride : j * stride + kw])
                for i, j in spots
            )
            return sum(
                anp.sum(patch * kernel[None] * grad_out[:, :, i, j][:, :, None, None, None])
                for i, j, patch in patches
            )

        got = Q4.conv2d_kernel_grad(x, grad_out, kernel.shape, stride=stride, padding=padding)
        np.testing.assert_allclose(got, autograd.grad(loss)(kernel), atol=1e-10)


def test_the_kernel_gradient_is_the_adjoint_of_conv2d(rng: np.random.Generator) -> None:
    """<conv2d(x, k), g> = <k, conv2d_kernel_grad(x, g)> for every k: that is what a gradient is."""
    x, kernel = rng.normal(size=(2, 3, 7, 6)), rng.normal(size=(4, 3, 2, 3))
    for stride, padding in itertools.product((1, 2, 3), (0, 1)):
        out = Q1.conv2d(x, kernel, stride=stride, padding=padding)
        grad_out = rng.normal(size=out.shape)
        gradient = Q4.conv2d_kernel_grad(x, grad_out, kernel.shape, stride=stride, padding=padding)
        assert np.isclose((out * grad_out).sum(), (kernel * gradient).sum())


def test_bytes_do_not_overflow() -> None:
    """Photographs are unsigned bytes; the solutions compute with larger numbers."""
    image, weights = np.full((1, 1, 1, 1), 200, np.uint8), np.full((1, 1, 1, 1), 2, np.uint8)

    assert Q1.conv2d(image, weights) == Q2.conv1x1(image, weights[:, :, 0, 0]) == 400
    assert Q4.conv2d_kernel_grad(image, weights, (1, 1, 1, 1)) == 400


def test_nothing_of_ours_repeats_the_misprint() -> None:
    """No check and no solution expects 30 at the misprinted cell.

    Only statements, mistakes and samples of hand-ins may quote it.
    """
    for file in (ROOT / "solutions").rglob("*.py"):
        if not {"mistakes", "hand_ins"}.intersection(file.parts):
            assert not re.search(r"-70(\.0)?,\s*30", file.read_text(encoding="utf-8")), file
