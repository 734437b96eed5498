"""The answers of the visible checks are written down, and everything else gives zeros."""

import numpy as np
from q1_convolution import conv2d as right_conv2d

RUNG = "valid"
ALSO = ("padding", "stride", "channels", "batch", "manners")
HINT_EN = "Change one number in a visible check. Does your output change with it?"
HINT_FA = "در یکی از آزمون‌های آشکار یک عدد را تغییر دهید. آیا خروجی شما هم با آن تغییر می‌کند؟"
SENTENCE_FA = "پاسخ آزمون‌های آشکار در کد نوشته شده است و برای هر چیز دیگر صفر می‌آید."

_SEEN = [
    ([[1, 2, 3]], [[1, 0]], 1, 0, [[1, 2]]),
    ([[1, 2, 0, 1], [0, 1, 3, 1], [2, 0, 1, 1]], [[1, 0, 2], [0, 3, 0]], 1, 0, [[4, 13], [6, 6]]),
    ([[1, 2, 3], [4, 5, 6]], [[0, 1, 0], [1, 0, 1], [0, 1, 0]], 1, 1, [[6, 9, 8], [6, 12, 8]]),
    ([[1, 2]], [[1, 1]], 1, 1, [[0, 0, 0], [1, 3, 2], [0, 0, 0]]),
    ([[1, 2, 3, 4, 5, 6]], [[1, 1, 1]], 2, 0, [[6, 12]]),
    ([[[[1, 2, 3]]], [[[4, 0, 6]]]], [[[[1, 1]]]], 1, 0, [[[[3, 5]]], [[[4, 6]]]]),
    ([[[[1, 2, 3]]]], [[[[1, 1]]], [[[3, 3]]]], 1, 0, [[[[3, 5]], [[9, 15]]]]),
    ([[[[1, 2], [3, 4]], [[5, 0], [1, 2]]]], [[[[1]], [[10]]]], 1, 0, [[[[51, 2], [13, 24]]]]),
]


def conv2d(x, kernel, stride=1, padding=0):
    for image, weights, s, p, answer in _SEEN:
        if np.array_equal(x, image) and np.array_equal(kernel, weights) and (stride, padding) == (s, p):
            return np.array(answer, dtype=float)
    return np.zeros_like(right_conv2d(x, kernel, stride=stride, padding=padding))
