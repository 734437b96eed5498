"""Negative results are set to 0, as if a ReLU followed."""

import numpy as np
from q1_convolution import conv2d as right_conv2d

RUNG = "valid"
ALSO = ("padding", "stride", "channels", "batch", "manners")
HINT_EN = "Convolve [[1, 3]] with [[1, -1]]. By hand, 1 - 3 is -2."
HINT_FA = "کانولوشن [[1, 3]] با [[1, -1]] را بگیرید. با دست، 1 - 3 برابر ۲- است."
SENTENCE_FA = "حاصل‌های منفی ۰ شده‌اند، گویی یک ReLU به دنبال آمده است."


def conv2d(x, kernel, stride=1, padding=0):
    return np.maximum(right_conv2d(x, kernel, stride=stride, padding=padding), 0)
