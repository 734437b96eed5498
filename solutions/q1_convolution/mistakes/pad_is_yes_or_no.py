"""The padding is taken as yes or no: one line of zeros for any number above 0."""

import numpy as np

RUNG = "zero padding"
ALSO = ("padding", "batch")
HINT_EN = (
    "Pad the image [[7]] with padding=2. How many rows should there be above the 7, and how many are there?"
)
HINT_FA = "تصویر [[7]] را با padding=2 لایه‌گذاری کنید. بالای ۷ چند سطر باید باشد و چند سطر هست؟"
SENTENCE_FA = "لایه‌گذاری بله یا نه گرفته شده است: برای هر عدد بزرگ‌تر از ۰ یک ردیف صفر."


def zero_pad(x, padding):
    width = 1 if padding else 0
    return np.pad(x, [(0, 0)] * (x.ndim - 2) + [(width, width)] * 2)
