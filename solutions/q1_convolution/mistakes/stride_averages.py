"""The outputs that a stride steps over are averaged instead of left out."""

import numpy as np
from q1_convolution import conv2d as right_conv2d

RUNG = "stride"
ALSO = ("batch",)
HINT_EN = (
    "Convolve [[0, 8, 0, 8, 0]] with [[1]] and stride=2. "
    "The windows lie on zeros only; where does anything else come from?"
)
HINT_FA = (
    "کانولوشن [[0, 8, 0, 8, 0]] با [[1]] را با stride=2 بگیرید. "
    "پنجره‌ها فقط روی صفرها هستند؛ عددهای دیگر از کجا می‌آیند؟"
)
SENTENCE_FA = "از خروجی‌هایی که گام از رویشان می‌گذرد به‌جای کنار گذاشتن میانگین گرفته شده است."


def conv2d(x, kernel, stride=1, padding=0):
    out = right_conv2d(x, kernel, padding=padding)
    for axis in (-2, -1):
        starts = np.arange(0, out.shape[axis], stride)
        counts = np.minimum(stride, out.shape[axis] - starts)
        out = np.add.reduceat(out, starts, axis=axis) / (counts[:, None] if axis == -2 else counts)
    return out
