"""The image is read in the order of its memory, which in a view isn't the order of its pixels."""

import numpy as np

RUNG = "conv1x1"
ALSO = ("bottleneck",)
HINT_EN = "Let x = np.arange(4).reshape(1, 1, 2, 2).swapaxes(2, 3). Print x.ravel() and x.ravel(order='K')."
HINT_FA = "فرض کنید x = np.arange(4).reshape(1, 1, 2, 2).swapaxes(2, 3). مقدار x.ravel() و x.ravel(order='K') را چاپ کنید."
SENTENCE_FA = "تصویر به ترتیب حافظه‌اش خوانده می‌شود، که در یک نما با ترتیب پیکسل‌ها یکی نیست."


def conv1x1(x, w):
    return np.einsum("nfhw,gf->nghw", x.ravel(order="K").reshape(x.shape).astype(float), w)


def bottleneck(x, w1, w2):
    return np.maximum(conv1x1(np.maximum(conv1x1(x, w1), 0), w2), 0)
