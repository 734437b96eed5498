"""Exact arithmetic: an object array of Fractions comes back; coefficients are Fractions, too."""

from fractions import Fraction

import numpy as np
from q4_kernel_gradient import X

coefficients = np.vectorize(Fraction, otypes=[object])(
    np.array([[X[a : a + 2, b : b + 2] for b in range(2)] for a in range(2)])
)


def conv2d_kernel_grad(x, grad_out, kernel_shape, stride=1, padding=0):
    exact = np.vectorize(lambda number: Fraction(float(number)), otypes=[object])
    if x.ndim == 2:
        x, grad_out = x[None, None], grad_out[None, None]
    x, grad_out = (
        np.pad(
            exact(x), ((0, 0), (0, 0), (padding, padding), (padding, padding)), constant_values=Fraction(0)
        ),
        exact(grad_out),
    )
    kh, kw = kernel_shape[-2:]
    oh, ow = grad_out.shape[2:]
    grad = np.zeros((grad_out.shape[1], x.shape[1], kh, kw), dtype=object)
    for f, c, a, b in np.ndindex(*grad.shape):
        met = x[:, c, a : a + stride * oh : stride, b : b + stride * ow : stride]
        grad[f, c, a, b] = (met * grad_out[:, f]).sum()
    return grad.reshape(kernel_shape)
