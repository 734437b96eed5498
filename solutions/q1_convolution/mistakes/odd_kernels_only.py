"""The window is measured from its centre, k // 2 to either side,
so a kernel of even size gets a window of odd size."""

import numpy as np
from q1_convolution import zero_pad

RUNG = "valid"
ALSO = ("padding", "stride", "channels", "batch", "manners")
HINT_EN = "Convolve with a kernel of 1 row and 2 columns and print the shape of the window that you cut out."
HINT_FA = "با هسته‌ای با ۱ سطر و ۲ ستون کانولوشن بگیرید و شکل پنجره‌ای را که برش می‌دهید چاپ کنید."
SENTENCE_FA = (
    "پنجره از مرکزش سنجیده شده است، k // 2 به هر سو، پس به هسته‌ای با اندازهٔ زوج پنجره‌ای با اندازهٔ فرد می‌رسد."
)


def conv2d(x, kernel, stride=1, padding=0):
    if x.ndim == 2:
        return conv2d(x[None, None], kernel[None, None], stride, padding)[0, 0]
    x = zero_pad(x, padding)
    half_h, half_w = kernel.shape[2] // 2, kernel.shape[3] // 2
    tops, lefts = range(half_h, x.shape[2] - half_h, stride), range(half_w, x.shape[3] - half_w, stride)
    out = np.zeros((len(x), len(kernel), len(tops), len(lefts)))
    for row, i in enumerate(tops):
        for column, j in enumerate(lefts):
            window = x[:, None, :, i - half_h : i + half_h + 1, j - half_w : j + half_w + 1]
            out[:, :, row, column] = np.sum(window * kernel, axis=(2, 3, 4))
    return out
