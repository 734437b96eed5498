"""A batch is taken to have its channels last: axes 1 and 2 are padded, which are channels and rows."""

import numpy as np

RUNG = "zero padding"
ALSO = ("padding", "batch")
HINT_EN = "Pad an array of shape (1, 1, 2, 3) with padding=1 and print the new shape. Which axes have grown?"
HINT_FA = (
    "آرایه‌ای با شکل (1, 1, 2, 3) را با padding=1 لایه‌گذاری و شکل تازه را چاپ کنید. کدام محورها بزرگ شده‌اند؟"
)
SENTENCE_FA = (
    "گمان شده است که کانال‌ها در دسته آخر می‌آیند: محورهای ۱ و ۲، یعنی کانال‌ها و سطرها، لایه‌گذاری شده‌اند."
)


def zero_pad(x, padding):
    around = (padding, padding)
    if x.ndim == 2:
        return np.pad(x, (around, around))
    return np.pad(x, ((0, 0), around, around, (0, 0)))
