"""The weights are multiplied into the caller's image in place."""

import numpy as np

RUNG = "conv1x1"
ALSO = ("bottleneck",)
HINT_EN = "Call conv1x1(x, w) twice with the same x and print both answers."
HINT_FA = "conv1x1(x, w) را دو بار با همان x صدا بزنید و هر دو جواب را چاپ کنید."
SENTENCE_FA = "وزن‌ها درجا در تصویر فراخواننده ضرب شده‌اند."


def conv1x1(x, w):
    out = np.einsum("gf,nfhw->nghw", w, x)
    x *= w.sum(axis=0)[:, None, None]
    return out
