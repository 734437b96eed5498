"""Columns of zeros are put at the sides, but no rows above and below."""

import numpy as np

RUNG = "zero padding"
ALSO = ("padding", "batch")
HINT_EN = "Pad the image [[7]] with padding=1. Are there zeros above and below the 7?"
HINT_FA = "تصویر [[7]] را با padding=1 لایه‌گذاری کنید. آیا بالا و پایین ۷ صفر هست؟"
SENTENCE_FA = "ستون‌های صفر در دو پهلو گذاشته شده‌اند، ولی سطری در بالا و پایین نه."


def zero_pad(x, padding):
    zeros = np.zeros((*x.shape[:-1], padding))
    return np.concatenate([zeros, x, zeros], axis=-1)
