"""The gradient is a difference of two losses for a step so small that rounding errors show."""

import numpy as np
from q4_kernel_gradient import conv2d_kernel_grad as right_grad

RUNG = "general"
HINT_EN = "Print (30002 + 1e-8) - 30002, and divide it by 1e-8. The loss is linear in the kernel: how large may a step be?"
HINT_FA = "مقدار (30002 + 1e-8) - 30002 را چاپ و بر 1e-8 تقسیم کنید. زیان نسبت به هسته خطی است: گام چقدر می‌تواند بزرگ باشد؟"
SENTENCE_FA = "گرادیان از تفاضل دو زیان با گامی چنان کوچک به دست آمده است که خطای گرد کردن نمایان می‌شود."


def conv2d_kernel_grad(x, grad_out, kernel_shape, stride=1, padding=0):
    slopes = right_grad(x, grad_out, kernel_shape, stride=stride, padding=padding)
    loss, gradient = np.sum(slopes), np.zeros(kernel_shape)
    for place in np.ndindex(*kernel_shape):
        kernel = np.ones(kernel_shape)
        kernel[place] += 1e-8
        gradient[place] = (np.sum(kernel * slopes) - loss) / 1e-8
    return gradient
