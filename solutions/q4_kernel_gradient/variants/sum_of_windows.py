"""One window after the other, each weighted by its upstream gradient,
for all filters and channels at once."""

import numpy as np


def conv2d_kernel_grad(x, grad_out, kernel_shape, stride=1, padding=0):
    one = x.ndim == 2
    if one:
        x, grad_out = x.reshape(1, 1, *x.shape), grad_out.reshape(1, 1, *grad_out.shape)
    n, c, h, w = x.shape
    padded = np.zeros((n, c, h + 2 * padding, w + 2 * padding))
    padded[:, :, padding : padding + h, padding : padding + w] = x
    kh, kw = kernel_shape[-2:]
    grad = 0.0
    for i in range(grad_out.shape[2]):
        for j in range(grad_out.shape[3]):
            window = padded[
                :, None, :, i * stride : i * stride + kh, j * stride : j * stride + kw
            ]  # (N, 1, C, KH, KW)
            grad = grad + (window * grad_out[:, :, i, j][:, :, None, None, None]).sum(
                axis=0
            )  # (F, C, KH, KW)
    return grad[0, 0] if one else grad
