"""Results are clipped to 0..255 as if they were pixels of a picture."""

import numpy as np
from q1_convolution import conv2d as right_conv2d

RUNG = "valid"
ALSO = ("padding", "stride", "channels", "batch", "manners")
HINT_EN = "Convolve [[200, 200]] with [[1, 1]] and with [[-1, -1]]. By hand, the results are 400 and -400."
HINT_FA = "تصویر [[200, 200]] را با [[1, 1]] و با [[-1, -1]] کانولوشن کنید. با دست، حاصل‌ها ۴۰۰ و ۴۰۰- هستند."
SENTENCE_FA = "حاصل‌ها به بازهٔ ۰ تا ۲۵۵ بریده شده‌اند، گویی پیکسل‌های یک عکس‌اند."


def conv2d(x, kernel, stride=1, padding=0):
    return np.clip(right_conv2d(x, kernel, stride=stride, padding=padding), 0, 255)
