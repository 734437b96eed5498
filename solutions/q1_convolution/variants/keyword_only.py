"""Stride and padding can be given by name only."""

import numpy as np


def output_size(n, kernel, *, stride=1, padding=0):
    return (n + 2 * padding - kernel + stride) // stride


def zero_pad(x, *, padding):
    for axis in (-2, -1):
        zeros = np.zeros_like(np.take(x, [0] * padding, axis=axis))
        x = np.concatenate([zeros, x, zeros], axis=axis)
    return x


def conv2d(x, kernel, *, stride=1, padding=0):
    x, (kh, kw) = zero_pad(x.astype(float), padding=padding), kernel.shape[-2:]
    windows = np.lib.stride_tricks.sliding_window_view(x, (kh, kw), axis=(-2, -1))[
        ..., ::stride, ::stride, :, :
    ]
    return np.einsum("hwij,ij->hw" if x.ndim == 2 else "nchwij,fcij->nfhw", windows, kernel)
