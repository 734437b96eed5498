"""Windows that reach into the padding are scaled up, as if the zeros were missing numbers."""

import numpy as np
from q1_convolution import conv2d as right_conv2d

RUNG = "padding"
ALSO = ("batch",)
HINT_EN = "Convolve [[1]] with [[1, 1]] and padding=1. By hand, the middle row is 1, 1; is yours 2, 2?"
HINT_FA = (
    "کانولوشن [[1]] با [[1, 1]] را با padding=1 بگیرید. با دست، سطر میانی ۱ و ۱ است؛ آیا مال شما ۲ و ۲ است؟"
)
SENTENCE_FA = "پنجره‌هایی که به لایه‌گذاری می‌رسند بزرگ‌نمایی شده‌اند، گویی صفرها عددهایی گمشده‌اند."


def conv2d(x, kernel, stride=1, padding=0):
    image, window = np.ones(x.shape[-2:]), np.ones(kernel.shape[-2:])
    seen = right_conv2d(image, window, stride=stride, padding=padding)  # how many pixels each window has
    return right_conv2d(x, kernel, stride=stride, padding=padding) * window.size / np.maximum(seen, 1)
