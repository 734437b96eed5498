"""Every channel gives an output channel of its own; the channels are never added up."""

import numpy as np
from q1_convolution import conv2d as right_conv2d

RUNG = "channels"
ALSO = ("batch",)
HINT_EN = "Give an image with three channels to one filter. How many feature maps come out?"
HINT_FA = "تصویری سه‌کاناله را به یک فیلتر بدهید. چند نقشهٔ ویژگی بیرون می‌آید؟"
SENTENCE_FA = "هر کانال، کانال خروجی جداگانه‌ای می‌دهد و کانال‌ها هرگز با هم جمع نمی‌شوند."


def conv2d(x, kernel, stride=1, padding=0):
    if x.ndim == 2:
        return right_conv2d(x, kernel, stride=stride, padding=padding)
    return np.array(
        [
            [right_conv2d(m[c], k[c], stride=stride, padding=padding) for k in kernel for c in range(len(m))]
            for m in x
        ]
    )
