"""The windows move on by the stride, but the output keeps the size for stride 1 and ends in zeros."""

import numpy as np
from q1_convolution import conv2d as right_conv2d

RUNG = "stride"
ALSO = ("batch",)
HINT_EN = "Convolve a 5x5 image of ones with [[1]] and stride=2. Where do the zeros in your output come from?"
HINT_FA = "تصویری ۵ در ۵ از یک‌ها را با [[1]] و stride=2 کانولوشن کنید. صفرهای خروجی شما از کجا می‌آیند؟"
SENTENCE_FA = "پنجره‌ها با گام پیش می‌روند، ولی خروجی اندازهٔ گام ۱ را نگه داشته است و به صفر ختم می‌شود."


def conv2d(x, kernel, stride=1, padding=0):
    right = right_conv2d(x, kernel, stride=stride, padding=padding)
    out = np.zeros_like(right_conv2d(x, kernel, padding=padding))
    out[..., : right.shape[-2], : right.shape[-1]] = right
    return out
