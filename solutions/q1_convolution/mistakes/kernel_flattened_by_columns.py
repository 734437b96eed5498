"""Window and kernel are both laid out in a row, the window row by row and the kernel column by column."""

import numpy as np
from q1_convolution import zero_pad

RUNG = "valid"
ALSO = ("padding", "stride", "channels", "batch", "manners")
HINT_EN = "Print kernel.ravel() and kernel.T.ravel() for [[1, 2], [3, 4]]. Which one fits to window.ravel()?"
HINT_FA = (
    "برای [[1, 2], [3, 4]] مقدار kernel.ravel() و kernel.T.ravel() را چاپ کنید. "
    "کدام با window.ravel() جور است؟"
)
SENTENCE_FA = "پنجره و هسته هر دو در یک ردیف چیده شده‌اند، ولی پنجره سطر به سطر و هسته ستون به ستون."


def conv2d(x, kernel, stride=1, padding=0):
    if x.ndim == 2:
        return conv2d(x[None, None], kernel[None, None], stride, padding)[0, 0]
    f, c, kh, kw = kernel.shape
    x = zero_pad(x, padding)
    weights = np.array([[matrix.ravel(order="F") for matrix in one] for one in kernel]).reshape(
        f, -1
    )  # (F, C * KH * KW)
    oh, ow = (x.shape[2] - kh) // stride + 1, (x.shape[3] - kw) // stride + 1
    out = np.zeros((len(x), f, oh, ow))
    for i in range(oh):
        for j in range(ow):
            window = x[:, :, i * stride : i * stride + kh, j * stride : j * stride + kw]
            out[:, :, i, j] = window.reshape(len(x), -1) @ weights.T
    return out
