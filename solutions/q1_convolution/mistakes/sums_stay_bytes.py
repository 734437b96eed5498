"""Bytes are multiplied and added up as bytes, so every result is a byte too: 250 + 10 is 4."""

import numpy as np

RUNG = "manners"
ALSO = ("batch",)
HINT_EN = "Print np.array([250], dtype=np.uint8) + np.array([10], dtype=np.uint8)."
HINT_FA = "مقدار np.array([250], dtype=np.uint8) + np.array([10], dtype=np.uint8) را چاپ کنید."
SENTENCE_FA = "بایت‌ها به صورت بایت ضرب و جمع شده‌اند، پس هر حاصل هم بایت است: 250 + 10 می‌شود ۴."


def conv2d(x, kernel, stride=1, padding=0):
    if x.ndim == 2:
        return conv2d(x[None, None], kernel[None, None], stride, padding)[0, 0]
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    windows = np.lib.stride_tricks.sliding_window_view(x, kernel.shape[2:], axis=(2, 3))[
        :, :, ::stride, ::stride
    ]
    return np.einsum("nchwij,fcij->nfhw", windows, kernel)
