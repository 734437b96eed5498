"""The image is put into [padding:-padding], which is empty for padding=0."""

import numpy as np

RUNG = "zero padding"
ALSO = ("valid", "stride", "channels", "batch", "manners")
HINT_EN = "Print np.arange(5)[1:-1], and then np.arange(5)[0:-0]."
HINT_FA = "مقدار np.arange(5)[1:-1] و سپس np.arange(5)[0:-0] را چاپ کنید."
SENTENCE_FA = "تصویر در [padding:-padding] گذاشته شده است، که برای padding=0 خالی است."


def zero_pad(x, padding):
    *outer, h, w = x.shape
    out = np.zeros((*outer, h + 2 * padding, w + 2 * padding))
    out[..., padding:-padding, padding:-padding] = x
    return out
