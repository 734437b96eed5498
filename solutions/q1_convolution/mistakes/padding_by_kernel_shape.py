"""The padding is cut down to what the kernel can use, so a flat kernel gets no padding above and below."""

import numpy as np
from q1_convolution import conv2d as right_conv2d

RUNG = "padding"
ALSO = ("batch",)
HINT_EN = (
    "Convolve [[1, 2]] with [[1, 1]] and padding=1. How many rows does the padded image have, "
    "and how many your output?"
)
HINT_FA = (
    "کانولوشن [[1, 2]] با [[1, 1]] را با padding=1 بگیرید. "
    "تصویر لایه‌گذاری‌شده چند سطر دارد و خروجی شما چند سطر؟"
)
SENTENCE_FA = (
    "لایه‌گذاری تا جایی که به کار هسته بیاید کم شده است، پس هسته‌ای تخت در بالا و پایین لایه‌گذاری نمی‌گیرد."
)


def conv2d(x, kernel, stride=1, padding=0):
    sides = [(min(padding, k - 1),) * 2 for k in kernel.shape[-2:]]
    return right_conv2d(np.pad(x, [(0, 0)] * (x.ndim - 2) + sides), kernel, stride=stride)
