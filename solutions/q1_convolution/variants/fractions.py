"""Exact arithmetic with fractions; the results are object arrays."""

from fractions import Fraction

import numpy as np


def _exact(x):
    return np.array([Fraction(float(value)) for value in x.ravel()], dtype=object).reshape(x.shape)


def zero_pad(x, padding):
    out = np.full(
        (*x.shape[:-2], x.shape[-2] + 2 * padding, x.shape[-1] + 2 * padding), Fraction(0), dtype=object
    )
    out[..., padding : padding + x.shape[-2], padding : padding + x.shape[-1]] = _exact(x)
    return out


def conv2d(x, kernel, stride=1, padding=0):
    x, kernel = zero_pad(x, padding), _exact(kernel)
    kh, kw = kernel.shape[-2:]
    oh, ow = range(0, x.shape[-2] - kh + 1, stride), range(0, x.shape[-1] - kw + 1, stride)
    if x.ndim == 2:
        return np.array([[(x[i : i + kh, j : j + kw] * kernel).sum() for j in ow] for i in oh], dtype=object)
    return np.array(
        [[[[(m[:, i : i + kh, j : j + kw] * k).sum() for j in ow] for i in oh] for k in kernel] for m in x],
        dtype=object,
    )
