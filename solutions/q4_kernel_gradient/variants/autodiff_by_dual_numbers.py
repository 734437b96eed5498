"""Forward-mode differentiation: each weight carries its own derivative, complex-step style,
through the forward pass."""

import numpy as np


def conv2d_kernel_grad(x, grad_out, kernel_shape, stride=1, padding=0):
    shape = (1, 1, *kernel_shape) if len(kernel_shape) == 2 else kernel_shape
    x = x.reshape((1,) * (4 - x.ndim) + x.shape)
    up = grad_out.reshape((1,) * (4 - grad_out.ndim) + grad_out.shape)
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    kh, kw = shape[2:]
    grad = np.empty(shape)
    for weight in np.ndindex(*shape):
        kernel = np.ones(shape, dtype=complex)
        kernel[weight] += 1e-20j
        loss = 0
        for i in range(up.shape[2]):
            for j in range(up.shape[3]):
                window = x[
                    :, None, :, i * stride : i * stride + kh, j * stride : j * stride + kw
                ]  # (N, 1, C, KH, KW)
                loss += np.sum((window * kernel[None]).sum(axis=(2, 3, 4)) * up[:, :, i, j])
        grad[weight] = loss.imag / 1e-20
    return grad.reshape(kernel_shape)
