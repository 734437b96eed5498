"""Products are added to an array made with np.empty, on top of whatever was in that memory."""

import numpy as np
from q1_convolution import zero_pad

RUNG = "valid"
ALSO = ("padding", "stride", "channels", "batch", "manners")
HINT_EN = (
    "Run the same convolution ten times in a row and print every result. "
    "What does np.empty promise about its numbers?"
)
HINT_FA = (
    "یک کانولوشن را ده بار پشت سر هم اجرا کنید و هر بار حاصل را چاپ کنید. "
    "np.empty دربارهٔ عددهایش چه قولی می‌دهد؟"
)
SENTENCE_FA = (
    "حاصل‌ضرب‌ها به آرایه‌ای که با np.empty ساخته شده افزوده شده‌اند، یعنی به هر چه در آن حافظه بوده است."
)


def _empty(shape):
    """Return what np.empty would: any numbers,
    here always the same ones so that this file behaves the same everywhere."""
    return np.full(shape, 7.0)


def conv2d(x, kernel, stride=1, padding=0):
    if x.ndim == 2:
        return conv2d(x[None, None], kernel[None, None], stride, padding)[0, 0]
    x, (kh, kw) = zero_pad(x, padding), kernel.shape[2:]
    oh, ow = (x.shape[2] - kh) // stride + 1, (x.shape[3] - kw) // stride + 1
    out = _empty((len(x), len(kernel), oh, ow))
    for i in range(oh):
        for j in range(ow):
            window = x[:, None, :, i * stride : i * stride + kh, j * stride : j * stride + kw]
            out[:, :, i, j] += np.sum(window * kernel, axis=(2, 3, 4))
    return out
