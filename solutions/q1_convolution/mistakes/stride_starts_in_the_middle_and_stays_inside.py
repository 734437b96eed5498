"""Every window is moved on by half a stride, and the last one back to the edge."""

import numpy as np
from q1_convolution import conv2d as right_conv2d

RUNG = "stride"
ALSO = ("batch",)
HINT_EN = (
    "Convolve [[1, 2, 3, 4]] with [[1]] and stride=2. "
    "Does the first number that comes out stand first in the image?"
)
HINT_FA = (
    "کانولوشن [[1, 2, 3, 4]] با [[1]] را با stride=2 بگیرید. "
    "آیا نخستین عددی که بیرون می‌آید در تصویر هم نخستین است؟"
)
SENTENCE_FA = "هر پنجره نیم گام جلو برده شده و آخرین پنجره تا لبه برگردانده شده است."


def conv2d(x, kernel, stride=1, padding=0):
    out = right_conv2d(x, kernel, padding=padding)
    rows, columns = (
        np.minimum(np.arange(0, size, stride) + stride // 2, size - 1) for size in out.shape[-2:]
    )
    return out[..., rows, :][..., columns]
