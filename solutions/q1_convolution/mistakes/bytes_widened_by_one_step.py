"""Bytes are made 16 bits wide, which is too narrow for products of two bytes."""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

RUNG = "manners"
ALSO = ("batch",)
HINT_EN = "Print np.array([250], dtype=np.int16) * np.array([250], dtype=np.int16)."
HINT_FA = "مقدار np.array([250], dtype=np.int16) * np.array([250], dtype=np.int16) را چاپ کنید."
SENTENCE_FA = "بایت‌ها ۱۶بیتی شده‌اند، که برای حاصل‌ضرب دو بایت تنگ است."


def conv2d(x, kernel, stride=1, padding=0):
    if x.ndim == 2:
        return conv2d(x[None, None], kernel[None, None], stride, padding)[0, 0]
    x, kernel = (one.astype(np.int16) if one.itemsize == 1 else one for one in (x, kernel))
    windows = sliding_window_view(
        np.pad(x, [(0, 0), (0, 0), *[(padding, padding)] * 2]), kernel.shape[2:], (2, 3)
    )
    return np.einsum("ncijkl,fckl->nfij", windows[:, :, ::stride, ::stride], kernel).astype(float)
