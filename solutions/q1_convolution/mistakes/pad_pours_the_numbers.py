"""The larger array is filled line by line with the numbers of the image,
so rows break in the wrong places."""

import numpy as np

RUNG = "zero padding"
ALSO = ("padding", "batch")
HINT_EN = "Pad [[1, 2], [3, 4]] with padding=1. Does the 3 still stand under the 1?"
HINT_FA = "آرایهٔ [[1, 2], [3, 4]] را با padding=1 لایه‌گذاری کنید. آیا ۳ هنوز زیر ۱ است؟"
SENTENCE_FA = "آرایهٔ بزرگ‌تر سطر به سطر با عددهای تصویر پر شده است و سطرها در جای نادرست می‌شکنند."


def zero_pad(x, padding):
    *outer, h, w = x.shape
    out = np.zeros((*outer, h + 2 * padding, w + 2 * padding))
    out.flat[: x.size] = x.ravel()
    return out
