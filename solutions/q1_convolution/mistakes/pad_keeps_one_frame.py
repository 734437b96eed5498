"""The padded array is made once for each size and handed out again without being refilled."""

import numpy as np

RUNG = "zero padding"
ALSO = ("valid", "manners", "batch")
REMEMBERS = True
HINT_EN = "Pad two different images of the same size, one after the other, and compare the results."
HINT_FA = "دو تصویر متفاوت با اندازهٔ یکسان را پشت سر هم لایه‌گذاری کنید و دو حاصل را مقایسه کنید."
SENTENCE_FA = "آرایهٔ لایه‌گذاری‌شده برای هر اندازه یک بار ساخته و بدون پر شدن دوباره باز هم داده می‌شود."

_frames = {}


def zero_pad(x, padding):
    if (x.shape, padding) not in _frames:
        _frames[x.shape, padding] = np.pad(x, [(0, 0)] * (x.ndim - 2) + [(padding, padding)] * 2)
    return _frames[x.shape, padding]
