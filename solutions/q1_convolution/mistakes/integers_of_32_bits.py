"""Integers are computed with 32 bits, where 2 * 10**9 + 2 * 10**9 is negative."""

import numpy as np
from q1_convolution import conv2d as right_conv2d

RUNG = "manners"
HINT_EN = "Print np.array([2 * 10**9], dtype=np.int32) * np.array([2], dtype=np.int32)."
HINT_FA = "مقدار np.array([2 * 10**9], dtype=np.int32) * np.array([2], dtype=np.int32) را چاپ کنید."
SENTENCE_FA = "عددهای صحیح با ۳۲ بیت حساب می‌شوند، که در آن 2 * 10**9 + 2 * 10**9 منفی است."


def conv2d(x, kernel, stride=1, padding=0):
    right = right_conv2d(x, kernel, stride=stride, padding=padding)
    whole = x.dtype.kind in "iu" and kernel.dtype.kind in "iu"
    return right.astype(np.int64).astype(np.int32) if whole else right
