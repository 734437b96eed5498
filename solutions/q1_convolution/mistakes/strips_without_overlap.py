"""Tall images are worked through in strips of 32 rows, and windows across an edge are left out."""

import numpy as np
from q1_convolution import conv2d as right_conv2d

RUNG = "valid"
HINT_EN = (
    "Convolve an image of 100 rows and one column with a kernel of 2 rows. How many rows has the result?"
)
HINT_FA = "تصویری با ۱۰۰ سطر و یک ستون را با هسته‌ای ۲ سطری کانولوشن کنید. حاصل چند سطر دارد؟"
SENTENCE_FA = "تصویرهای بلند در نوارهای ۳۲ سطری پردازش می‌شوند و پنجره‌هایی که از لبه می‌گذرند جا می‌مانند."


def conv2d(x, kernel, stride=1, padding=0):
    if x.ndim == 4 or padding or stride > 1 or len(x) <= 32:
        return right_conv2d(x, kernel, stride=stride, padding=padding)
    strips = [x[start : start + 32] for start in range(0, len(x), 32)]
    return np.concatenate([right_conv2d(strip, kernel) for strip in strips if len(strip) >= len(kernel)])
