"""The output is linear in the kernel: the entry of a weight is the loss of a kernel that is 1 there and 0
elsewhere."""

import numpy as np


def _conv2d(x, kernel, stride, padding):
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    kh, kw = kernel.shape[2:]
    oh, ow = (x.shape[2] - kh) // stride + 1, (x.shape[3] - kw) // stride + 1
    out = np.zeros((x.shape[0], kernel.shape[0], oh, ow))
    for i in range(oh):
        for j in range(ow):
            out[:, :, i, j] = np.einsum(
                "ncab,fcab->nf", x[:, :, i * stride : i * stride + kh, j * stride : j * stride + kw], kernel
            )
    return out


def conv2d_kernel_grad(x, grad_out, kernel_shape, stride=1, padding=0):
    if x.ndim == 2:
        return conv2d_kernel_grad(
            x[None, None], grad_out[None, None], (1, 1, *kernel_shape), stride, padding
        )[0, 0]
    grad = np.zeros(kernel_shape)
    for weight in np.ndindex(*kernel_shape):
        kernel = np.zeros(kernel_shape)
        kernel[weight] = 1
        grad[weight] = np.sum(_conv2d(x, kernel, stride, padding) * grad_out)
    return grad
