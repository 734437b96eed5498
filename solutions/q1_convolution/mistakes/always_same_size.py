"""The image is always padded so that the output is as large as the image,
also when no padding is asked for."""

import numpy as np
from q1_convolution import conv2d as right_conv2d

RUNG = "valid"
ALSO = ("padding", "stride", "channels", "batch", "manners")
HINT_EN = "Without padding, at how many places can a kernel of 1 row and 3 columns lie on [[1, 2, 3]]?"
HINT_FA = "بدون لایه‌گذاری، هسته‌ای با ۱ سطر و ۳ ستون در چند جا روی [[1, 2, 3]] می‌نشیند؟"
SENTENCE_FA = (
    "تصویر همیشه طوری لایه‌گذاری شده است که خروجی به اندازهٔ تصویر شود، حتی وقتی لایه‌گذاری خواسته نشده است."
)


def conv2d(x, kernel, stride=1, padding=0):
    sides = [((k - 1) // 2, k // 2) for k in kernel.shape[-2:]]
    return right_conv2d(np.pad(x, [(0, 0)] * (x.ndim - 2) + sides), kernel, stride=stride)
