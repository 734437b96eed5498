"""The padding is shared out between the two sides, half of it on each."""

import numpy as np

RUNG = "zero padding"
ALSO = ("padding", "batch")
HINT_EN = "Pad [[7]] with padding=1, then with padding=2, and count the zeros to the left of the 7 each time."
HINT_FA = (
    "آرایهٔ [[7]] را یک بار با padding=1 و یک بار با padding=2 لایه‌گذاری کنید و هر بار صفرهای سمت چپ ۷ را "
    "بشمارید."
)
SENTENCE_FA = "لایه‌گذاری میان دو سو تقسیم شده است، نیمی در هر سو."


def zero_pad(x, padding):
    before, after = padding // 2, padding - padding // 2
    return np.pad(x, [(0, 0)] * (x.ndim - 2) + [(before, after)] * 2)
