"""Only the positive entries of the upstream gradient are passed on, as if a ReLU followed."""

import numpy as np
from q4_kernel_gradient import conv2d_kernel_grad as right_grad

RUNG = "general"
ALSO = ("channels", "padding", "stride")
HINT_EN = (
    "Let a single output matter, with the upstream gradient -1. "
    "What should the gradient be, and what is yours?"
)
HINT_FA = "فقط یک خروجی را با گرادیان بالادست -1 مهم کنید. گرادیان چه باید باشد و مال شما چیست؟"
SENTENCE_FA = "تنها درایه‌های مثبتِ گرادیان بالادست گذر داده شده‌اند، گویی پس از آن ReLU آمده است."


def conv2d_kernel_grad(x, grad_out, kernel_shape, stride=1, padding=0):
    return right_grad(x, np.maximum(grad_out, 0), kernel_shape, stride=stride, padding=padding)
