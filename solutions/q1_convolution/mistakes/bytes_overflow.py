"""Bytes are multiplied as bytes, where 100 * 3 is 44."""

import numpy as np

RUNG = "manners"
ALSO = ("batch",)
HINT_EN = "Print np.array([100], dtype=np.uint8) * np.array([3], dtype=np.uint8)."
HINT_FA = "مقدار np.array([100], dtype=np.uint8) * np.array([3], dtype=np.uint8) را چاپ کنید."
SENTENCE_FA = "بایت‌ها به صورت بایت در هم ضرب شده‌اند، که در آن 100 * 3 می‌شود ۴۴."


def conv2d(x, kernel, stride=1, padding=0):
    if x.ndim == 2:
        return conv2d(x[None, None], kernel[None, None], stride, padding)[0, 0]
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    (kh, kw), (h, w) = kernel.shape[2:], x.shape[2:]
    out = np.zeros((len(x), len(kernel), (h - kh) // stride + 1, (w - kw) // stride + 1))
    for i in range(out.shape[2]):
        for j in range(out.shape[3]):
            window = x[:, None, :, i * stride : i * stride + kh, j * stride : j * stride + kw]
            out[:, :, i, j] = np.sum(window * kernel, axis=(2, 3, 4))
    return out
