"""Everything is computed and returned in float32, as a deep-learning library would."""

import numpy as np


def zero_pad(x, padding):
    sides = [(0, 0)] * (x.ndim - 2) + [(padding, padding), (padding, padding)]
    return np.pad(x.astype(np.float32), sides, mode="constant")


def conv2d(x, kernel, stride=1, padding=0):
    x, kernel = zero_pad(x, padding), kernel.astype(np.float32)
    windows = np.lib.stride_tricks.sliding_window_view(x, kernel.shape[-2:], axis=(-2, -1))[
        ..., ::stride, ::stride, :, :
    ]
    return np.einsum("...hwij,ij->...hw" if x.ndim == 2 else "nchwij,fcij->nfhw", windows, kernel)
