"""The padded array is made as wide as it is high."""

import numpy as np

RUNG = "zero padding"
ALSO = ("valid", "padding", "stride", "channels", "batch", "manners")
HINT_EN = (
    "Pad an image of 1 row and 3 columns with padding=1. What shape should come out, and what shape does?"
)
HINT_FA = (
    "تصویری با ۱ سطر و ۳ ستون را با padding=1 لایه‌گذاری کنید. چه شکلی باید بیرون بیاید و چه شکلی بیرون می‌آید؟"
)
SENTENCE_FA = "آرایهٔ لایه‌گذاری‌شده به اندازهٔ ارتفاعش پهن گرفته شده است."


def zero_pad(x, padding):
    height = x.shape[-2]
    out = np.zeros((*x.shape[:-2], height + 2 * padding, height + 2 * padding))
    inner = x[..., : out.shape[-1] - 2 * padding]
    out[..., padding : padding + height, padding : padding + inner.shape[-1]] = inner
    return out
