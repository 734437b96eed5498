"""A kernel of fractions is made a kernel of bytes where the image is one of bytes."""

import numpy as np
from q1_convolution import conv2d as right_conv2d

RUNG = "manners"
ALSO = ("batch",)
HINT_EN = "Convolve np.array([[100]], dtype=np.uint8) with np.array([[0.5]])."
HINT_FA = "np.array([[100]], dtype=np.uint8) را با np.array([[0.5]]) کانولوشن کنید."
SENTENCE_FA = "وقتی تصویر از بایت‌هاست، هستهٔ کسری هم هستهٔ بایت می‌شود."


def conv2d(x, kernel, stride=1, padding=0):
    if x.dtype == np.uint8:
        kernel = kernel.astype(np.int64)
    return right_conv2d(x, kernel, stride=stride, padding=padding)
