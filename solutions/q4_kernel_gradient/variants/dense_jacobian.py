"""The chain rule literally: the Jacobian dO/dF as one matrix for each image, times dLoss/dO."""

import numpy as np


def conv2d_kernel_grad(x, grad_out, kernel_shape, stride=1, padding=0):
    if x.ndim == 2:
        return conv2d_kernel_grad(
            x[None, None], grad_out[None, None], (1, 1, *kernel_shape), stride, padding
        )[0, 0]
    f, c, kh, kw = kernel_shape
    n, _, oh, ow = grad_out.shape
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    grad = np.zeros((c * kh * kw, f))
    for m in range(n):
        jacobian = np.zeros((oh * ow, c * kh * kw))  # how output k changes with each weight of any filter
        for k in range(oh * ow):
            top, left = (k // ow) * stride, (k % ow) * stride
            jacobian[k] = x[m, :, top : top + kh, left : left + kw].ravel()
        grad += jacobian.T @ grad_out[m].reshape(f, oh * ow).T
    return np.ascontiguousarray(grad.T).reshape(kernel_shape)
