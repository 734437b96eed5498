"""The first two axes are padded, which in a batch are images and channels."""

import numpy as np

RUNG = "zero padding"
ALSO = ("padding", "batch")
HINT_EN = (
    "Pad an array of shape (1, 1, 2, 3) with padding=1 and print the new shape. "
    "How many images are there now?"
)
HINT_FA = "آرایه‌ای با شکل (1, 1, 2, 3) را با padding=1 لایه‌گذاری و شکل تازه را چاپ کنید. اکنون چند تصویر هست؟"
SENTENCE_FA = "دو محور نخست لایه‌گذاری شده‌اند، که در یک دسته تصویرها و کانال‌ها هستند."


def zero_pad(x, padding):
    return np.pad(x, [(padding, padding)] * 2 + [(0, 0)] * (x.ndim - 2))
