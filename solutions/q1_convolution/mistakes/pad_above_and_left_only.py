"""Zeros are put before the image, above and to the left, but not after it."""

import numpy as np

RUNG = "zero padding"
ALSO = ("padding", "batch")
HINT_EN = "Pad [[7]] with padding=1 and count the rows and columns of the result."
HINT_FA = "آرایهٔ [[7]] را با padding=1 لایه‌گذاری کنید و سطرها و ستون‌های حاصل را بشمارید."
SENTENCE_FA = "صفرها پیش از تصویر، بالا و چپ آن، گذاشته شده‌اند ولی پس از آن نه."


def zero_pad(x, padding):
    return np.pad(x, [(0, 0)] * (x.ndim - 2) + [(padding, 0), (padding, 0)])
