"""Returns rows as they are expected, but the last one is very long, or very deep."""

import numpy as np

EXPECT = "conv2d"


def conv2d(x, kernel, stride=1, padding=0):
    rows = [[0.0] * (x.shape[-1] - kernel.shape[-1] + 1)] * (x.shape[-2] - kernel.shape[-2])
    return tell([*rows, [np.zeros((1,) * 30)] * 20_000])


def zero_pad(x, padding):
    return tell([*[[0.0] * (x.shape[-1] + 2)] * (x.shape[-2] + 1), [0.0] * 90_000])
