"""In the matrix of windows the channels come last, in the flattened kernel they come first."""

import numpy as np
from q1_convolution import zero_pad

RUNG = "channels"
ALSO = ("batch",)
HINT_EN = (
    "Make an image of 2 channels with 1 row and 2 columns. "
    "Write down its window as your code lays it out in a row, and beside it the filter."
)
HINT_FA = (
    "تصویری با ۲ کانال، ۱ سطر و ۲ ستون بسازید. پنجرهٔ آن را همان‌طور که کد شما در یک ردیف می‌چیند بنویسید، "
    "و فیلتر را کنارش."
)
SENTENCE_FA = "در ماتریس پنجره‌ها کانال‌ها آخر می‌آیند و در هستهٔ تخت‌شده اول."


def conv2d(x, kernel, stride=1, padding=0):
    if x.ndim == 2:
        return conv2d(x[None, None], kernel[None, None], stride, padding)[0, 0]
    f, c, kh, kw = kernel.shape
    windows = np.lib.stride_tricks.sliding_window_view(zero_pad(x, padding), (kh, kw), axis=(2, 3))[
        :, :, ::stride, ::stride
    ]
    n, _, oh, ow = windows.shape[:4]
    columns = np.moveaxis(windows, 1, -1).reshape(n, oh, ow, kh * kw * c)
    return np.moveaxis(columns @ kernel.reshape(f, c * kh * kw).T, -1, 1)
