"""im2col: one matrix product, as the libraries do it."""

import numpy as np


def conv2d_kernel_grad(x, grad_out, kernel_shape, stride=1, padding=0):
    if x.ndim == 2:
        return conv2d_kernel_grad(
            x[None, None], grad_out[None, None], (1, 1, *kernel_shape), stride, padding
        )[0, 0]
    f, _, kh, kw = kernel_shape
    n, _, oh, ow = grad_out.shape
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    columns = []
    for i in range(oh):
        for j in range(ow):
            columns.append(x[:, :, i * stride : i * stride + kh, j * stride : j * stride + kw].reshape(n, -1))
    columns = np.concatenate(columns)  # (OH * OW * N, C * KH * KW)
    rows = grad_out.transpose(1, 2, 3, 0).reshape(f, -1)  # (F, OH * OW * N)
    return (rows @ columns).reshape(kernel_shape)
