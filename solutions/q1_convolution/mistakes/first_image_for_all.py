"""Every image gets the answer of the first."""

import numpy as np
from q1_convolution import conv2d as right_conv2d

RUNG = "batch"
HINT_EN = "Convolve a batch of two different images and compare the two answers."
HINT_FA = "دسته‌ای از دو تصویر متفاوت را کانولوشن کنید و دو پاسخ را مقایسه کنید."
SENTENCE_FA = "به همهٔ تصویرها پاسخ تصویر نخست داده شده است."


def conv2d(x, kernel, stride=1, padding=0):
    out = right_conv2d(x, kernel, stride=stride, padding=padding)
    return np.repeat(out[:1], len(x), axis=0) if x.ndim == 4 else out
