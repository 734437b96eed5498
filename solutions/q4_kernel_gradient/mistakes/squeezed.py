"""Axes of length 1 are squeezed out of the result."""

import numpy as np
from q4_kernel_gradient import conv2d_kernel_grad as right_grad

RUNG = "general"
ALSO = ("channels", "padding", "stride")
HINT_EN = "Call your function with a 1x2 kernel and print the shape of the result. Does it still say (1, 2)?"
HINT_FA = "تابعتان را با هستهٔ 1x2 صدا بزنید و شکل نتیجه را چاپ کنید. هنوز (1, 2) است؟"
SENTENCE_FA = "محورهای به طول ۱ از حاصل حذف شده‌اند."


def conv2d_kernel_grad(x, grad_out, kernel_shape, stride=1, padding=0):
    return np.squeeze(right_grad(x, grad_out, kernel_shape, stride=stride, padding=padding))
