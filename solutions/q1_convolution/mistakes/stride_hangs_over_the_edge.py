"""The size is rounded up, and the last window, which hangs over the edge, adds up what it still finds."""

import numpy as np
from q1_convolution import conv2d as right_conv2d
from q1_convolution import zero_pad

RUNG = "stride"
ALSO = ("batch",)
HINT_EN = (
    "Draw 6 squares, a kernel of 3 and a stride of 2. "
    "Does the third window still lie completely on the squares?"
)
HINT_FA = "شش خانه، هسته‌ای به طول ۳ و گام ۲ بکشید. آیا پنجرهٔ سوم هنوز کاملاً روی خانه‌هاست؟"
SENTENCE_FA = (
    "اندازه رو به بالا گرد شده است، و آخرین پنجره که از لبه بیرون می‌زند هر چه را هنوز می‌یابد جمع می‌زند."
)


def conv2d(x, kernel, stride=1, padding=0):
    x = zero_pad(x, padding)
    missing = [(0, (k - n) % stride) for n, k in zip(x.shape[-2:], kernel.shape[-2:], strict=True)]
    return right_conv2d(np.pad(x, [(0, 0)] * (x.ndim - 2) + missing), kernel, stride=stride)
