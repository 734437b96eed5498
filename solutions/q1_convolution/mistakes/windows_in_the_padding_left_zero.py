"""The output has room for the padding, but stays 0 wherever the window touches it."""

import numpy as np
from q1_convolution import conv2d as right_conv2d

RUNG = "padding"
ALSO = ("batch",)
HINT_EN = "Convolve [[5]] with [[1, 1, 1]] and padding=1 by hand. Does the middle window see the 5?"
HINT_FA = "کانولوشن [[5]] با [[1, 1, 1]] را با padding=1 با دست بگیرید. آیا پنجرهٔ وسط ۵ را می‌بیند؟"
SENTENCE_FA = "خروجی برای لایه‌گذاری جا دارد، ولی هر جا که پنجره به لایه‌گذاری می‌رسد ۰ مانده است."


def conv2d(x, kernel, stride=1, padding=0):
    out = right_conv2d(x, kernel, stride=stride, padding=padding)
    for axis in (-2, -1):
        starts = np.arange(out.shape[axis]) * stride
        inside = (starts >= padding) & (starts + kernel.shape[axis] <= padding + x.shape[axis])
        out = out * (inside[:, None] if axis == -2 else inside)
    return out
