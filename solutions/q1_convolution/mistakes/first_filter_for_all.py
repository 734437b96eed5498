"""Every output channel comes from the first filter."""

import numpy as np
from q1_convolution import conv2d as right_conv2d

RUNG = "channels"
ALSO = ("batch",)
HINT_EN = "Convolve an image with two different filters and compare the two feature maps."
HINT_FA = "تصویری را با دو فیلتر متفاوت کانولوشن کنید و دو نقشهٔ ویژگی را مقایسه کنید."
SENTENCE_FA = "همهٔ کانال‌های خروجی از فیلتر نخست آمده‌اند."


def conv2d(x, kernel, stride=1, padding=0):
    out = right_conv2d(x, kernel, stride=stride, padding=padding)
    return np.repeat(out[:, :1], len(kernel), axis=1) if x.ndim == 4 else out
