"""Rows of zeros are put above and below, but no columns at the sides."""

import numpy as np

RUNG = "zero padding"
ALSO = ("padding", "batch")
HINT_EN = "Pad an image of 1 row and 3 columns with padding=1. How many columns are there now?"
HINT_FA = "تصویری با ۱ سطر و ۳ ستون را با padding=1 لایه‌گذاری کنید. اکنون چند ستون دارد؟"
SENTENCE_FA = "سطرهای صفر در بالا و پایین گذاشته شده‌اند، ولی ستونی در دو پهلو نه."


def zero_pad(x, padding):
    zeros = np.zeros((*x.shape[:-2], padding, x.shape[-1]))
    return np.concatenate([zeros, x, zeros], axis=-2)
