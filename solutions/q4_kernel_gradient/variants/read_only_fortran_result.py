"""The result is read-only, of another memory layout and of a subclass of ndarray;
coefficients are sliced from the image."""

import numpy as np
from q4_kernel_gradient import X
from q4_kernel_gradient import conv2d_kernel_grad as _plain


class _Gradient(np.ndarray):
    """An array with a name."""


coefficients = np.lib.stride_tricks.sliding_window_view(X, (2, 2))


def conv2d_kernel_grad(x, grad_out, kernel_shape, stride=1, padding=0):
    grad = np.asfortranarray(_plain(x, grad_out, kernel_shape, stride, padding)).view(_Gradient)
    grad.setflags(write=False)
    return grad
