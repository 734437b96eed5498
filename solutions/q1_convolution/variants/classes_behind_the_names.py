"""The names hold classes whose __new__ returns the result."""

import numpy as np


class output_size:
    def __new__(cls, n, kernel, stride=1, padding=0):
        return 1 + divmod(n - kernel + 2 * padding, stride)[0]


class zero_pad:
    def __new__(cls, x, padding):
        wide = np.concatenate(
            [np.zeros((*x.shape[:-1], padding)), x, np.zeros((*x.shape[:-1], padding))], axis=-1
        )
        lid = np.zeros((*x.shape[:-2], padding, wide.shape[-1]))
        return np.concatenate([lid, wide, lid], axis=-2)


class conv2d:
    def __new__(cls, x, kernel, stride=1, padding=0):
        x, (kh, kw) = zero_pad(x, padding), kernel.shape[-2:]
        windows = np.lib.stride_tricks.sliding_window_view(x, (kh, kw), axis=(-2, -1))[
            ..., ::stride, ::stride, :, :
        ]
        if x.ndim == 2:
            return np.tensordot(windows, kernel)
        return np.moveaxis(np.tensordot(windows, kernel, ((1, 4, 5), (1, 2, 3))), -1, 1)
