"""The upstream gradient is spread out with `stride` zeros between its entries:
the windows lie stride + 1 apart."""

import numpy as np
from q4_kernel_gradient import conv2d_kernel_grad as right_grad

RUNG = "stride"
HINT_EN = (
    "Spread [1, 10] out for stride 2 as your code does. "
    "How far apart are the 1 and the 10, and how far apart are two windows?"
)
HINT_FA = (
    "[1, 10] را همان‌طور که کد شما برای گام ۲ باز می‌کند بنویسید. "
    "فاصلهٔ ۱ و ۱۰ چند خانه است و فاصلهٔ دو پنجره چند؟"
)
SENTENCE_FA = (
    "گرادیان بالادست با `stride` صفر میان درایه‌هایش باز شده است: پنجره‌ها به فاصلهٔ stride + 1 از هم‌اند."
)


def conv2d_kernel_grad(x, grad_out, kernel_shape, stride=1, padding=0):
    step = stride + 1 if stride > 1 else 1
    room = [
        (padding, padding + step * outputs) for outputs in grad_out.shape[-2:]
    ]  # windows beyond the image see zeros
    x = np.pad(x, [(0, 0)] * (x.ndim - 2) + room)
    return right_grad(x, grad_out, kernel_shape, stride=step)
