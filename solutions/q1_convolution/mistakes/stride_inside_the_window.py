"""The stride spreads the kernel out over the image (a dilation) instead of moving it on."""

import numpy as np
from q1_convolution import conv2d as right_conv2d

RUNG = "stride"
ALSO = ("batch",)
HINT_EN = (
    "Convolve [[1, 2, 3, 4]] with [[1, 1]] and stride=2. "
    "Are the two numbers of the first window neighbours in the image?"
)
HINT_FA = (
    "کانولوشن [[1, 2, 3, 4]] با [[1, 1]] را با stride=2 بگیرید. آیا دو عدد پنجرهٔ نخست در تصویر همسایه‌اند؟"
)
SENTENCE_FA = "گام به‌جای پیش بردن هسته، آن را روی تصویر از هم باز کرده است (dilation)."


def conv2d(x, kernel, stride=1, padding=0):
    *outer, kh, kw = kernel.shape
    spread = np.zeros((*outer, (kh - 1) * stride + 1, (kw - 1) * stride + 1))
    spread[..., ::stride, ::stride] = kernel
    x = np.pad(x, [(0, 0)] * (x.ndim - 2) + [(padding, padding)] * 2)
    return right_conv2d(x, spread)
