"""The result array lives outside the function and keeps the sums of earlier calls."""

import numpy as np
from q4_kernel_gradient import conv2d_kernel_grad as right_grad

RUNG = "general"
ALSO = ("one-hot", "channels", "padding", "stride")
REMEMBERS = True
HINT_EN = "Call your function twice with the same arguments. Do you get the same answer?"
HINT_FA = "تابعتان را دو بار با همان ورودی‌ها صدا بزنید. هر دو بار یک جواب می‌گیرید؟"
SENTENCE_FA = "آرایهٔ حاصل بیرون از تابع است و مجموع‌های فراخوانی‌های پیشین را نگه می‌دارد."


_grads = {}


def conv2d_kernel_grad(x, grad_out, kernel_shape, stride=1, padding=0):
    grad = _grads.setdefault(kernel_shape, np.zeros(kernel_shape))
    grad += right_grad(x, grad_out, kernel_shape, stride=stride, padding=padding)
    return grad.copy()
