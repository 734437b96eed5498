"""Zeros are put between the pixels too, as a transposed convolution does."""

import numpy as np

RUNG = "zero padding"
ALSO = ("padding", "batch")
HINT_EN = "Pad [[1, 2]] with padding=1. Do 1 and 2 still stand side by side?"
HINT_FA = "[[1, 2]] را با padding=1 لایه‌گذاری کنید. آیا ۱ و ۲ هنوز کنار هم‌اند؟"
SENTENCE_FA = "میان پیکسل‌ها هم صفر گذاشته شده است، مانند کانولوشن ترانهاده."


def zero_pad(x, padding):
    step, (h, w) = padding + 1, x.shape[-2:]
    out = np.zeros((*x.shape[:-2], (h - 1) * step + 1 + 2 * padding, (w - 1) * step + 1 + 2 * padding))
    out[..., padding : out.shape[-2] - padding : step, padding : out.shape[-1] - padding : step] = x
    return out
