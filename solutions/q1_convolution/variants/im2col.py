"""Every window becomes a row of a matrix, and the convolution one matrix product."""

import numpy as np


def conv2d(x, kernel, stride=1, padding=0):
    if x.ndim == 2:
        return conv2d(
            x.reshape(1, 1, *x.shape), kernel.reshape(1, 1, *kernel.shape), stride, padding
        ).squeeze((0, 1))
    n, _, h, w = x.shape
    f, _, kh, kw = kernel.shape
    oh, ow = (h + 2 * padding - kh) // stride + 1, (w + 2 * padding - kw) // stride + 1
    x = np.pad(x.astype(float), ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    rows = [
        x[:, :, i * stride : i * stride + kh, j * stride : j * stride + kw].reshape(n, -1)
        for i in range(oh)
        for j in range(ow)
    ]
    columns = np.stack(rows, axis=1)  # (N, OH * OW, C * KH * KW)
    out = columns @ kernel.reshape(f, -1).T  # (N, OH * OW, F)
    return out.transpose(0, 2, 1).reshape(n, f, oh, ow)
