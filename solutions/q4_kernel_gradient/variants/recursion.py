"""Recursion over images, filters, channels and rows of the output."""

import numpy as np


def conv2d_kernel_grad(x, grad_out, kernel_shape, stride=1, padding=0):
    if padding:
        around = [(0, 0)] * (x.ndim - 2) + [(padding, padding)] * 2
        return conv2d_kernel_grad(np.pad(x, around), grad_out, kernel_shape, stride)
    if x.ndim == 4 and len(x) > 1:
        head = conv2d_kernel_grad(x[:1], grad_out[:1], kernel_shape, stride)
        return head + conv2d_kernel_grad(x[1:], grad_out[1:], kernel_shape, stride)
    if x.ndim == 4:
        f, c, kh, kw = kernel_shape
        return np.stack(
            [
                np.stack([conv2d_kernel_grad(x[0, k], grad_out[0, g], (kh, kw), stride) for k in range(c)])
                for g in range(f)
            ]
        )
    if len(grad_out) > 1:
        head = conv2d_kernel_grad(x, grad_out[:1], kernel_shape, stride)
        return head + conv2d_kernel_grad(x[stride:], grad_out[1:], kernel_shape, stride)
    kh, kw = kernel_shape
    starts = range(0, stride * grad_out.shape[1], stride)
    return sum(up * x[:kh, left : left + kw] for up, left in zip(grad_out[0], starts, strict=True))
