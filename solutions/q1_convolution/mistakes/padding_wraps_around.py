"""Windows that leave the image come in again at the opposite side."""

import numpy as np
from q1_convolution import conv2d as right_conv2d

RUNG = "padding"
ALSO = ("batch",)
HINT_EN = "Convolve [[1, 0, 0]] with [[1, 1]] and padding=1. At which positions does the 1 show?"
HINT_FA = "کانولوشن [[1, 0, 0]] با [[1, 1]] را با padding=1 بگیرید. ۱ در کدام جاهای خروجی دیده می‌شود؟"
SENTENCE_FA = "پنجره‌هایی که از تصویر بیرون می‌روند از سوی دیگر دوباره وارد می‌شوند."


def conv2d(x, kernel, stride=1, padding=0):
    wrapped = np.pad(x, [(0, 0)] * (x.ndim - 2) + [(padding, padding)] * 2, mode="wrap")
    return right_conv2d(wrapped, kernel, stride=stride)
