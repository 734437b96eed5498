"""Each filter looks at one channel only, the one with its own number."""

import numpy as np
from q1_convolution import conv2d as right_conv2d

RUNG = "channels"
ALSO = ("batch",)
HINT_EN = (
    "Give an image with two channels to a single filter. Does changing the second channel change the output?"
)
HINT_FA = "تصویری دوکاناله را به یک فیلتر تنها بدهید. آیا تغییر کانال دوم خروجی را تغییر می‌دهد؟"
SENTENCE_FA = "هر فیلتر فقط به یک کانال نگاه می‌کند، به کانالی که شماره‌اش با شمارهٔ خودش یکی است."


def conv2d(x, kernel, stride=1, padding=0):
    if x.ndim == 2:
        return right_conv2d(x, kernel, stride=stride, padding=padding)
    channels = x.shape[1]
    maps = [
        [
            right_conv2d(m[f % channels], k[f % channels], stride=stride, padding=padding)
            for f, k in enumerate(kernel)
        ]
        for m in x
    ]
    return np.array(maps)
