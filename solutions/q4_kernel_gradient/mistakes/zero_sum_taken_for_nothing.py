"""An upstream gradient whose numbers add up to zero is taken for none at all, and gives zeros."""

import numpy as np
from q4_kernel_gradient import conv2d_kernel_grad as right_grad

RUNG = "general"
HINT_EN = "Call conv2d_kernel_grad(np.array([[1, 2]]), np.array([[1, -1]]), (1, 1)). Is the result 0?"
HINT_FA = (
    "conv2d_kernel_grad(np.array([[1, 2]]), np.array([[1, -1]]), (1, 1)) را صدا بزنید. آیا حاصل صفر است؟"
)
SENTENCE_FA = "گرادیان بالادستی که جمع عددهایش صفر است هیچ گرفته می‌شود، و صفر می‌دهد."


def conv2d_kernel_grad(x, grad_out, kernel_shape, stride=1, padding=0):
    if grad_out.sum() == 0:
        return np.zeros(kernel_shape)
    return right_grad(x, grad_out, kernel_shape, stride=stride, padding=padding)
