"""The windows are a view made by as_strided, with strides read from the array itself."""

import numpy as np
from numpy.lib.stride_tricks import as_strided

edge, middle = [0, 20, -70, 20, 0], [0, 30, -60, 30, 0]
laplacian_response = np.array([edge, middle, middle, middle, edge], dtype=np.float32)
misprinted_cell = np.array([0, 3])


def conv2d(x, kernel, stride=1, padding=0):
    x = np.pad(x, [(0, 0)] * (x.ndim - 2) + [(padding, padding)] * 2).astype(np.float64)
    *outer, h, w = x.shape
    kh, kw = kernel.shape[-2:]
    oh, ow = (h - kh) // stride + 1, (w - kw) // stride + 1
    *so, sh, sw = x.strides
    windows = as_strided(
        x, (*outer, oh, ow, kh, kw), (*so, sh * stride, sw * stride, sh, sw), writeable=False
    )
    if not outer:
        return (windows * kernel).sum(axis=(-2, -1))
    return (windows[:, None] * kernel[None, :, :, None, None]).sum(axis=(2, 5, 6))
