"""The padded array is one of integers, which cuts fractions off."""

import numpy as np

RUNG = "zero padding"
ALSO = ("valid", "manners", "batch")
HINT_EN = "Pad [[0.5]] with padding=1 and look for the 0.5."
HINT_FA = "آرایهٔ [[0.5]] را با padding=1 لایه‌گذاری کنید و دنبال ۰٫۵ بگردید."
SENTENCE_FA = "آرایهٔ لایه‌گذاری‌شده از عددهای صحیح است و کسرها در آن بریده می‌شوند."


def zero_pad(x, padding):
    *outer, h, w = x.shape
    out = np.zeros((*outer, h + 2 * padding, w + 2 * padding), dtype=int)
    out[..., padding : padding + h, padding : padding + w] = x
    return out
