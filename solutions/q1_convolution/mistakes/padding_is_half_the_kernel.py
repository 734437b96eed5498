"""Whatever padding is asked for, half of the kernel is put on each side."""

import numpy as np
from q1_convolution import conv2d as right_conv2d

RUNG = "padding"
ALSO = ("batch",)
HINT_EN = (
    "Convolve a 3x3 image with a 3x3 kernel, with padding=1 and with padding=2. "
    "Are the outputs of the same size?"
)
HINT_FA = (
    "تصویری ۳ در ۳ را با هسته‌ای ۳ در ۳، یک بار با padding=1 و یک بار با padding=2 کانولوشن کنید. "
    "آیا خروجی‌ها هم‌اندازه‌اند؟"
)
SENTENCE_FA = "هر لایه‌گذاری‌ای خواسته شود، در هر سو نیمی از هسته گذاشته شده است."


def conv2d(x, kernel, stride=1, padding=0):
    sides = [(size // 2 if padding else 0,) * 2 for size in kernel.shape[-2:]]
    return right_conv2d(np.pad(x, [(0, 0)] * (x.ndim - 2) + sides), kernel, stride=stride)
