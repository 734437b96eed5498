"""Any padding is taken as 'same' padding: half a kernel on every side, whatever number is given."""

import numpy as np
from q1_convolution import conv2d as right_conv2d

RUNG = "padding"
ALSO = ("batch",)
HINT_EN = "Convolve a 2x2 image with a 3x3 kernel and padding=1, then padding=2, and print both shapes."
HINT_FA = (
    "تصویری ۲ در ۲ را با هسته‌ای ۳ در ۳ یک بار با padding=1 و یک بار با padding=2 کانولوشن کنید و هر دو شکل "
    "را چاپ کنید."
)
SENTENCE_FA = "هر لایه‌گذاری به معنی 'same' گرفته شده است: هر عددی که داده شود، نیم هسته در هر سو."


def conv2d(x, kernel, stride=1, padding=0):
    if padding:
        sides = [((k - 1) // 2, k // 2) for k in kernel.shape[-2:]]
        x = np.pad(x, [(0, 0)] * (x.ndim - 2) + sides)
    return right_conv2d(x, kernel, stride=stride)
