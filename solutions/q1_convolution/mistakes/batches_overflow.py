"""In a batch, bytes are multiplied as bytes, where 100 * 3 is 44; in a single image they are not."""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from q1_convolution import conv2d as right_conv2d

RUNG = "manners"
ALSO = ("batch",)
HINT_EN = "Convolve np.full((1, 1, 1, 1), 100, dtype=np.uint8) with np.full((1, 1, 1, 1), 3, dtype=np.uint8)."
HINT_FA = (
    "np.full((1, 1, 1, 1), 100, dtype=np.uint8) را با np.full((1, 1, 1, 1), 3, dtype=np.uint8) کانولوشن کنید."
)
SENTENCE_FA = "در دسته، بایت‌ها به صورت بایت در هم ضرب می‌شوند، که در آن 100 * 3 می‌شود ۴۴؛ در تصویر تکی نه."


def conv2d(x, kernel, stride=1, padding=0):
    if x.ndim == 2:
        return right_conv2d(x, kernel, stride=stride, padding=padding)
    x = np.pad(x, [(0, 0), (0, 0), *[(padding, padding)] * 2])
    windows = sliding_window_view(x, kernel.shape[2:], (2, 3))[:, :, ::stride, ::stride]
    products = windows[:, np.newaxis] * kernel[:, :, np.newaxis, np.newaxis]
    return products.sum(axis=(2, 5, 6), dtype=float)
