"""Prints what it does, and warns."""

import warnings

import numpy as np
from q4_kernel_gradient import X
from q4_kernel_gradient import conv2d_kernel_grad as _quiet

print("loading", X.shape)


def conv2d_kernel_grad(x, grad_out, kernel_shape, stride=1, padding=0):
    print("x =", x, "grad_out =", grad_out, sep="\n")
    warnings.warn("this is slow", stacklevel=2)
    grad = np.asarray(_quiet(x, grad_out, kernel_shape, stride, padding))
    print(f"{grad.shape=}")
    return grad
