"""The results are collected in one long list and never brought back into rows and columns."""

import numpy as np
from q1_convolution import conv2d as right_conv2d

RUNG = "valid"
ALSO = ("padding", "stride", "channels", "batch", "manners")
HINT_EN = "Convolve a 3x3 image with [[1]] and print the shape of the output."
HINT_FA = "تصویری ۳ در ۳ را با [[1]] کانولوشن کنید و شکل خروجی را چاپ کنید."
SENTENCE_FA = "حاصل‌ها در فهرستی دراز گرد آمده‌اند و هرگز به سطر و ستون برنگشته‌اند."


def conv2d(x, kernel, stride=1, padding=0):
    out = right_conv2d(x, kernel, stride=stride, padding=padding)
    return np.reshape(out, (*x.shape[:-3], -1))
