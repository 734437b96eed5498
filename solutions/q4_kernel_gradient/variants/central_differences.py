"""Central differences of the loss, exact for a linear function up to rounding."""

import numpy as np


def _loss(x, kernel, grad_out, stride, padding):
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    windows = np.lib.stride_tricks.sliding_window_view(x, kernel.shape[2:], axis=(2, 3))[
        :, :, ::stride, ::stride
    ]
    return np.sum(np.einsum("ncijab,fcab->nfij", windows, kernel) * grad_out)


def conv2d_kernel_grad(x, grad_out, kernel_shape, stride=1, padding=0):
    shape = kernel_shape
    if len(shape) == 2:
        x, grad_out, shape = x[None, None], grad_out[None, None], (1, 1, *shape)
    kernel, eps = np.ones(shape), 0.5
    grad = np.zeros(shape)
    for weight in np.ndindex(*shape):
        old = kernel[weight]
        kernel[weight] = old + eps
        above = _loss(x, kernel, grad_out, stride, padding)
        kernel[weight] = old - eps
        below = _loss(x, kernel, grad_out, stride, padding)
        kernel[weight] = old
        grad[weight] = (above - below) / (2 * eps)
    return grad.reshape(kernel_shape)
