"""The padding is added to the size after dividing by the stride,
which is right only if one of the two is not used."""

import numpy as np
from q1_convolution import conv2d as right_conv2d

RUNG = "batch"
HINT_EN = "Convolve a 5x5 image with a 2x2 kernel, stride=2 and padding=1, and count the positions on paper."
HINT_FA = "تصویری ۵ در ۵ را با هسته‌ای ۲ در ۲، stride=2 و padding=1 کانولوشن کنید و جاها را روی کاغذ بشمارید."
SENTENCE_FA = (
    "لایه‌گذاری پس از تقسیم بر گام به اندازه افزوده شده است، "
    "که فقط وقتی درست است که یکی از این دو به کار نرود."
)


def conv2d(x, kernel, stride=1, padding=0):
    right = right_conv2d(x, kernel, stride=stride, padding=padding)
    oh, ow = (
        (n - k) // stride + 1 + 2 * padding for n, k in zip(x.shape[-2:], kernel.shape[-2:], strict=True)
    )
    out = np.zeros((*right.shape[:-2], oh, ow))
    out[..., : right.shape[-2], : right.shape[-1]] = right
    return out
