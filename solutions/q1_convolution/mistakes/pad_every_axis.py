"""Every axis is padded, so a batch gets images and channels of zeros."""

import numpy as np

RUNG = "zero padding"
ALSO = ("padding", "batch")
HINT_EN = (
    "Pad an array of shape (1, 2, 1, 2) and print the new shape. How many images and channels does it have?"
)
HINT_FA = "آرایه‌ای با شکل (1, 2, 1, 2) را لایه‌گذاری کنید و شکل تازه را چاپ کنید. چند تصویر و چند کانال دارد؟"
SENTENCE_FA = "همهٔ محورها لایه‌گذاری شده‌اند، پس به دسته تصویرها و کانال‌هایی از صفر افزوده می‌شود."


def zero_pad(x, padding):
    return np.pad(x, padding)
