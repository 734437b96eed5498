"""Wrong solutions that once kept all points, or were told another mistake than theirs."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from autograder.exercises.load import find_assignment
from autograder.exercises.overlays import solution_source
from autograder.grading.grader import Grader
from autograder.results import Report
from autograder.sandbox.forked import Zygote
from autograder.sandbox.limits import Limits
from autograder.submissions.submission import Cell, Submission

pytestmark = pytest.mark.e2e  # a diagnosis asks all mistakes of an exercise
SOLUTIONS = Path(__file__).parents[2] / "solutions"


@dataclass(frozen=True)
class Wrong:
    """Code below the solution, the rungs that it loses, and the mistakes that are named."""

    exercise: str
    code: str
    lost: tuple[str, ...]
    named: tuple[str, ...]


BATCH_KEEPS_BYTES = """
_right = conv2d
def conv2d(x, kernel, stride=1, padding=0):
    if x.ndim == 2:
        return _right(x, kernel, stride, padding)
    x = np.pad(x, [(0, 0), (0, 0), (padding, padding), (padding, padding)])
    n, _, h, w = x.shape
    f, _, kh, kw = kernel.shape
    out = np.zeros((n, f, (h - kh) // stride + 1, (w - kw) // stride + 1))
    for a, b, i, j in np.ndindex(*out.shape):
        window = x[a, :, i * stride : i * stride + kh, j * stride : j * stride + kw]
        out[a, b, i, j] = np.sum(window * kernel[b])
    return out
"""
SPREAD_EVENLY = """
_right = conv2d
def conv2d(x, kernel, stride=1, padding=0):
    places = _right(x, kernel, 1, padding)
    oh, ow = _right(x, kernel, stride, padding).shape[-2:]
    rows = np.linspace(0, places.shape[-2] - 1, oh).astype(int)
    columns = np.linspace(0, places.shape[-1] - 1, ow).astype(int)
    return places[..., rows, :][..., columns]
"""
PRODUCT_OF_64_BITS = """
def direct_cost(h, w, c_in, c_out, k):
    return int(np.prod([h, w, c_in, c_out, k, k]))
def bottleneck_cost(h, w, c_in, c_mid, c_out, k):
    return direct_cost(h, w, c_in, c_mid, 1) + direct_cost(h, w, c_mid, c_out, k)
"""
IMAGE_CHANNELS_AND_BIAS = """
_right = summary
def summary(input_shape, layers):
    rows, channels = [], input_shape[2]
    for (kind, shape, learned), layer in zip(_right(input_shape, layers), layers):
        if kind == "conv2d":
            kh, kw = layer["kernel"]
            learned = layer["filters"] * (kh * kw * channels + layer.get("use_bias", True))
        if kind == "dense" and not layer.get("use_bias", True):
            learned += layer["units"]
        rows.append((kind, shape, learned))
    return rows
"""
UP_TO_FIVE = """
_right = consistent_inputs
def consistent_inputs(max_size=32, max_stride=2):
    return _right(max_size, min(max_stride, 5))
"""
TYPE_OF_THE_UPSTREAM = """
_right = conv2d_kernel_grad
def conv2d_kernel_grad(x, grad_out, kernel_shape, stride=1, padding=0):
    found = _right(x, grad_out, kernel_shape, stride, padding)
    return found if x.ndim == 4 else found.astype(grad_out.dtype)
"""
AVERAGED_AND_ONE_WAY = """
_right = conv2d_kernel_grad
def conv2d_kernel_grad(x, grad_out, kernel_shape, stride=1, padding=0):
    wide = np.zeros((*grad_out.shape[:-1], (grad_out.shape[-1] - 1) * stride + 1))
    wide[..., ::stride] = grad_out
    return _right(x, wide, kernel_shape, padding=padding) / (len(x) if x.ndim == 4 else 1)
"""
CASES = {
    "only batches keep bytes": Wrong(
        "q1_convolution", BATCH_KEEPS_BYTES, ("batch", "manners"), ("batches_overflow",)
    ),
    "windows spread evenly": Wrong("q1_convolution", SPREAD_EVENLY, ("stride", "batch"), ()),
    "64 bits": Wrong("q2_pointwise", PRODUCT_OF_64_BITS, ("costs", "inception"), ("overflows_64_bits",)),
    "two in one network": Wrong(
        "q3_parameters",
        IMAGE_CHANNELS_AND_BIAS,
        ("summary",),
        (
            "conv_reads_channels_of_the_image",
            "conv_reads_channels_of_the_image + dense_use_bias_ignored",
            "dense_use_bias_ignored",
        ),
    ),
    "strides up to five": Wrong("q3_parameters", UP_TO_FIVE, ("inverse",), ("inverse_strides_up_to_five",)),
    "type of the upstream gradient": Wrong(
        "q4_kernel_gradient", TYPE_OF_THE_UPSTREAM, ("general",), ("type_of_the_upstream_gradient",)
    ),
    "averaged, and strided one way": Wrong(
        "q4_kernel_gradient",
        AVERAGED_AND_ONE_WAY,
        ("channels", "stride"),
        ("batch_average", "stride_on_columns_only", "batch_average + stride_on_columns_only"),
    ),
}


def graded(zygote: Zygote, case: Wrong) -> Report:
    assignment = find_assignment(case.exercise, SOLUTIONS)
    source = solution_source(SOLUTIONS / case.exercise) + case.code
    submission = Submission("wrong", "wrong.py", (Cell("wrong.py", source),))
    return Grader(assignment, zygote.worker, Limits()).grade(submission)


@pytest.mark.parametrize("name", CASES)
def test_it_loses_where_it_is_wrong_and_is_told_its_own_mistake(zygote: Zygote, name: str) -> None:
    """It loses on its own rungs only, and no mistake is named but those that it makes."""
    case = CASES[name]

    report = graded(zygote, case)

    lost = dict.fromkeys(result.rung for result in report.lacking if result.max_points)
    assert set(lost) == set(case.lost)
    assert {result.mistake for result in report.lacking if result.mistake} == set(case.named)
