"""The sum runs over the images as well as over the channels."""

import numpy as np

RUNG = "conv1x1"
ALSO = ("bottleneck",)
HINT_EN = "Put the same image twice into a batch: does the output for it change?"
HINT_FA = "یک تصویر را دو بار در یک دسته بگذارید: آیا خروجیِ آن عوض می‌شود؟"
SENTENCE_FA = "جمع علاوه بر کانال‌ها روی تصویرها هم گرفته شده است."


def conv1x1(x, w):
    out = np.zeros((len(x), len(w), *x.shape[2:]))
    for image in x:
        out += np.einsum("gf,fhw->ghw", w, image)
    return out
