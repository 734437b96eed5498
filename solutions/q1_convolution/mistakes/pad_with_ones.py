"""The frame is filled with ones."""

import numpy as np

RUNG = "zero padding"
ALSO = ("padding", "batch")
HINT_EN = "Pad an image of zeros and add up all the numbers of the result."
HINT_FA = "تصویری تمام‌صفر را لایه‌گذاری کنید و همهٔ عددهای حاصل را جمع بزنید."
SENTENCE_FA = "قاب با یک پر شده است."


def zero_pad(x, padding):
    *outer, h, w = x.shape
    out = np.ones((*outer, h + 2 * padding, w + 2 * padding))
    out[..., padding : padding + h, padding : padding + w] = x
    return out
