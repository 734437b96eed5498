"""For a kernel of zeros, zeros of the image's own size are returned."""

import numpy as np
from q1_convolution import conv2d as right_conv2d

RUNG = "valid"
HINT_EN = "Print the shape of conv2d(np.ones((6, 6)), np.zeros((3, 3)))."
HINT_FA = "شکل conv2d(np.ones((6, 6)), np.zeros((3, 3))) را چاپ کنید."
SENTENCE_FA = "برای هسته‌ای از صفرها، صفرهایی به اندازهٔ خود تصویر برگردانده می‌شوند."


def conv2d(x, kernel, stride=1, padding=0):
    if not kernel.any():
        return np.zeros(x.shape)
    return right_conv2d(x, kernel, stride=stride, padding=padding)
