"""The loops end at H - KH and W - KW without + 1,
so the last row and column of the output are never filled in."""

import numpy as np
from q1_convolution import zero_pad

RUNG = "valid"
ALSO = ("padding", "stride", "channels", "batch", "manners")
HINT_EN = "Print list(range(3 - 2)). At how many places can a kernel of 2 lie on 3 pixels?"
HINT_FA = "مقدار list(range(3 - 2)) را چاپ کنید. هسته‌ای به طول ۲ در چند جا روی ۳ پیکسل می‌نشیند؟"
SENTENCE_FA = "حلقه‌ها بدون + 1 در H - KH و W - KW تمام می‌شوند، پس آخرین سطر و ستون خروجی هرگز پر نمی‌شوند."


def conv2d(x, kernel, stride=1, padding=0):
    if x.ndim == 2:
        return conv2d(x[None, None], kernel[None, None], stride, padding)[0, 0]
    x, (kh, kw) = zero_pad(x, padding), kernel.shape[2:]
    h, w = x.shape[2:]
    out = np.zeros((len(x), len(kernel), (h - kh) // stride + 1, (w - kw) // stride + 1))
    for i in range(0, h - kh, stride):
        for j in range(0, w - kw, stride):
            window = x[:, None, :, i : i + kh, j : j + kw]
            out[:, :, i // stride, j // stride] = np.sum(window * kernel, axis=(2, 3, 4))
    return out
