"""With padding 0, zero_pad returns the image itself and no new array."""

import numpy as np

RUNG = "zero padding"
HINT_EN = "Let y = zero_pad(x, padding=0) and write y[0, 0] = 7. What is x[0, 0] now?"
HINT_FA = "بگذارید y = zero_pad(x, padding=0) و بنویسید y[0, 0] = 7. حالا x[0, 0] چیست؟"
SENTENCE_FA = "با لایه‌گذاری ۰، zero_pad خود تصویر را برمی‌گرداند و نه آرایه‌ای تازه."


def zero_pad(x, padding):
    if padding == 0:
        return x
    return np.pad(x, [(0, 0)] * (x.ndim - 2) + [(padding, padding)] * 2)
