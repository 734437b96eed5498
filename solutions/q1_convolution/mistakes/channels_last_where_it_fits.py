"""An image whose last axis is as long as the kernel has channels is read as channels last."""

import numpy as np
from q1_convolution import conv2d as right_conv2d

RUNG = "channels"
ALSO = ("batch",)
HINT_EN = (
    "Convolve an image with 2 channels, 1 row and 2 columns, "
    "and print what your function takes for its channels."
)
HINT_FA = (
    "تصویری با ۲ کانال، ۱ سطر و ۲ ستون را کانولوشن کنید و چیزی را که تابع شما کانال‌هایش می‌گیرد چاپ کنید."
)
SENTENCE_FA = (
    "تصویری که درازای محور آخرش با تعداد کانال‌های هسته برابر است، با کانال‌های در انتها خوانده شده است."
)


def conv2d(x, kernel, stride=1, padding=0):
    if x.ndim == 4 and x.shape[-1] == kernel.shape[1]:
        x = np.moveaxis(x, -1, 1)
    return right_conv2d(x, kernel, stride=stride, padding=padding)
