"""Every image of a batch gets the result of the first one."""

import numpy as np

RUNG = "conv1x1"
ALSO = ("bottleneck",)
HINT_EN = "Send two different images through the layer. Are the results equal?"
HINT_FA = "دو تصویر متفاوت را از لایه بگذرانید. آیا حاصل‌ها برابرند؟"
SENTENCE_FA = "هر تصویر دسته حاصل تصویر نخست را می‌گیرد."


def conv1x1(x, w):
    first = np.einsum("fhw,gf->ghw", x[0].astype(float), w)
    return np.stack([first] * len(x))


def bottleneck(x, w1, w2):
    return np.maximum(conv1x1(np.maximum(conv1x1(x, w1), 0), w2), 0)
