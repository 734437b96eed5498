"""The number of rows of the kernel is used for its columns as well."""

import numpy as np
from q1_convolution import zero_pad

RUNG = "valid"
ALSO = ("padding", "stride", "channels", "batch", "manners")
HINT_EN = (
    "Convolve an image of 1 row and 4 columns with a kernel of 1 row and 3 columns. "
    "How many positions are there?"
)
HINT_FA = "تصویری با ۱ سطر و ۴ ستون را با هسته‌ای با ۱ سطر و ۳ ستون کانولوشن کنید. چند جا برای هسته هست؟"
SENTENCE_FA = "تعداد سطرهای هسته برای ستون‌هایش هم به کار رفته است."


def conv2d(x, kernel, stride=1, padding=0):
    if x.ndim == 2:
        return conv2d(x[None, None], kernel[None, None], stride, padding)[0, 0]
    x, k = zero_pad(x, padding), kernel.shape[2]
    oh, ow = (x.shape[2] - k) // stride + 1, (x.shape[3] - k) // stride + 1
    out = np.zeros((len(x), len(kernel), oh, ow))
    for i in range(oh):
        for j in range(ow):
            window = x[:, None, :, i * stride : i * stride + k, j * stride : j * stride + k]
            out[:, :, i, j] = np.sum(window * kernel, axis=(2, 3, 4))
    return out
