"""The output is (N, OH, OW, F), with the filters on the last axis."""

import numpy as np
from q1_convolution import conv2d as right_conv2d

RUNG = "channels"
ALSO = ("batch", "manners")
HINT_EN = (
    "Convolve one 1x3 image with two 1x1 filters and print the shape of the output. "
    "Which axis counts the filters?"
)
HINT_FA = (
    "یک تصویر ۱ در ۳ را با دو فیلتر ۱ در ۱ کانولوشن کنید و شکل خروجی را چاپ کنید. "
    "کدام محور فیلترها را می‌شمارد؟"
)
SENTENCE_FA = "شکل خروجی (N, OH, OW, F) است و فیلترها روی محور آخرند."


def conv2d(x, kernel, stride=1, padding=0):
    out = right_conv2d(x, kernel, stride=stride, padding=padding)
    return np.moveaxis(out, 1, -1) if x.ndim == 4 else out
