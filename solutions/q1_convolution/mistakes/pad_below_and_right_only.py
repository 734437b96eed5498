"""All the padding is put on one side: below and to the right."""

import numpy as np

RUNG = "zero padding"
ALSO = ("padding", "batch")
HINT_EN = "Pad [[7]] with padding=1. Is the 7 in the middle?"
HINT_FA = "آرایهٔ [[7]] را با padding=1 لایه‌گذاری کنید. آیا ۷ در وسط است؟"
SENTENCE_FA = "همهٔ لایه‌گذاری در یک سو گذاشته شده است: پایین و راست."


def zero_pad(x, padding):
    *outer, h, w = x.shape
    out = np.zeros((*outer, h + 2 * padding, w + 2 * padding))
    out[..., :h, :w] = x
    return out
