"""The gradient is rounded to two decimals."""

import numpy as np
from q4_kernel_gradient import conv2d_kernel_grad as right_grad

RUNG = "general"
ALSO = ("stride",)
HINT_EN = "Give one pixel of 1 and the upstream gradient 0.125. Does the third decimal come out again?"
HINT_FA = "یک پیکسل ۱ و گرادیان بالادست 0.125 بدهید. آیا رقم سوم اعشار هم بیرون می‌آید؟"
SENTENCE_FA = "گرادیان به دو رقم اعشار گرد شده است."


def conv2d_kernel_grad(x, grad_out, kernel_shape, stride=1, padding=0):
    return np.round(right_grad(x, grad_out, kernel_shape, stride=stride, padding=padding), 2)
