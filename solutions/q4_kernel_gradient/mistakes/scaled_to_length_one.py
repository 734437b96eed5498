"""A gradient that is longer than 1 is scaled down to length 1, so that it does not explode."""

import numpy as np
from q4_kernel_gradient import conv2d_kernel_grad as right_grad

RUNG = "one-hot"
ALSO = ("general", "channels", "padding", "stride")
HINT_EN = (
    "Multiply the upstream gradient by 1000. Does every entry of your gradient become 1000 times as large?"
)
HINT_FA = "گرادیان بالادست را در ۱۰۰۰ ضرب کنید. آیا هر درایهٔ گرادیان شما ۱۰۰۰ برابر می‌شود؟"
SENTENCE_FA = "گرادیانی که از ۱ بلندتر است به طول ۱ کوچک شده است تا بسیار بزرگ نشود."


def conv2d_kernel_grad(x, grad_out, kernel_shape, stride=1, padding=0):
    grad = right_grad(x, grad_out, kernel_shape, stride=stride, padding=padding)
    return grad / max(1.0, np.sqrt((grad**2).sum()))
