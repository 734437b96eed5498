"""Only uint8 is made larger before the sums; int8 is not, and overflows."""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

RUNG = "manners"
HINT_EN = (
    "Print np.array([90], dtype=np.int8) * np.array([3], dtype=np.int8). Does conv2d give 270 for these two?"
)
HINT_FA = (
    "مقدار np.array([90], dtype=np.int8) * np.array([3], dtype=np.int8) را چاپ کنید. "
    "آیا conv2d برای این دو ۲۷۰ می‌دهد؟"
)
SENTENCE_FA = "فقط uint8 پیش از جمع بزرگ‌تر شده است؛ int8 نه، و سرریز می‌کند."


def conv2d(x, kernel, stride=1, padding=0):
    if x.ndim == 2:
        return conv2d(x[None, None], kernel[None, None], stride, padding)[0, 0]
    x, kernel = (one.astype(int) if one.dtype == np.uint8 else one for one in (x, kernel))
    windows = sliding_window_view(
        np.pad(x, [(0, 0), (0, 0), *[(padding, padding)] * 2]), kernel.shape[2:], (2, 3)
    )
    return np.einsum("ncijkl,fckl->nfij", windows[:, :, ::stride, ::stride], kernel).astype(float)
