"""Nothing but loops over single numbers, down to the last axis."""

import numpy as np


def conv2d_kernel_grad(x, grad_out, kernel_shape, stride=1, padding=0):
    if len(kernel_shape) == 2:
        grad = conv2d_kernel_grad(
            x[np.newaxis, np.newaxis],
            grad_out[np.newaxis, np.newaxis],
            (1, 1, *kernel_shape),
            stride,
            padding,
        )
        return grad[0, 0]
    images, channels, h, w = x.shape
    filters, _, kh, kw = kernel_shape
    _, _, oh, ow = grad_out.shape
    grad = np.zeros(kernel_shape)
    for n in range(images):
        for f in range(filters):
            for i in range(oh):
                for j in range(ow):
                    for c in range(channels):
                        for a in range(kh):
                            for b in range(kw):
                                row = i * stride + a - padding
                                column = j * stride + b - padding
                                if 0 <= row < h and 0 <= column < w:
                                    grad[f, c, a, b] += grad_out[n, f, i, j] * x[n, c, row, column]
    return grad
