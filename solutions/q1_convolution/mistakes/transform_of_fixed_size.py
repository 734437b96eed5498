"""The Fourier transform has room for 64 x 64 pixels, and what lies beyond is cut off."""

import numpy as np
from q1_convolution import conv2d as right_conv2d

RUNG = "valid"
HINT_EN = "Print the shape of conv2d's result for an image of 1 x 100 pixels and a kernel of one number."
HINT_FA = "شکل حاصل conv2d را برای تصویری ۱ در ۱۰۰ و هسته‌ای با یک عدد چاپ کنید."
SENTENCE_FA = "تبدیل فوریه جای ۶۴ در ۶۴ پیکسل دارد و آنچه بیرون می‌ماند بریده می‌شود."


def conv2d(x, kernel, stride=1, padding=0):
    padded = np.pad(x, [(0, 0)] * (x.ndim - 2) + [(padding, padding)] * 2)
    return right_conv2d(padded[..., :64, :64], kernel, stride=stride)
