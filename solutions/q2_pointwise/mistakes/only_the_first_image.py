"""Only the first image of the batch is convolved; the others stay zero."""

import numpy as np

RUNG = "conv1x1"
ALSO = ("bottleneck",)
HINT_EN = "Send a batch of two different images through the layer and look at out[1]."
HINT_FA = "یک دسته از دو تصویر متفاوت به لایه بدهید و out[1] را نگاه کنید."
SENTENCE_FA = "فقط نخستین تصویر دسته کانولوشن شده است و بقیه صفر مانده‌اند."


def conv1x1(x, w):
    n, _, h, width = x.shape
    out = np.zeros((n, len(w), h, width))
    for g in range(len(w)):
        for f in range(x.shape[1]):
            out[0, g] += w[g, f] * x[0, f]
    return out
