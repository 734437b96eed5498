"""The result is squeezed, so that axes of length 1 are lost."""

import numpy as np
from q1_convolution import conv2d as right_conv2d

RUNG = "valid"
ALSO = ("stride", "channels", "batch", "manners")
HINT_EN = "Convolve an image of 1 row with [[1]] and print how many dimensions the output has."
HINT_FA = "تصویری با ۱ سطر را با [[1]] کانولوشن کنید و تعداد بعدهای خروجی را چاپ کنید."
SENTENCE_FA = "حاصل با squeeze فشرده شده است و محورهای به طول ۱ از دست رفته‌اند."


def conv2d(x, kernel, stride=1, padding=0):
    return np.squeeze(right_conv2d(x, kernel, stride=stride, padding=padding))
