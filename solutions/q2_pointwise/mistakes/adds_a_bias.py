"""conv1x1 adds a bias of one to every output channel."""

import numpy as np

RUNG = "conv1x1"
ALSO = ("bottleneck",)
HINT_EN = "What does your layer give for an image of zeros? And a layer without a bias?"
HINT_FA = "لایهٔ شما برای تصویری سراسر صفر چه می‌دهد؟ و لایه‌ای که بایاس ندارد؟"
SENTENCE_FA = "conv1x1 به هر کانال خروجی بایاسی برابر یک می‌افزاید."


def conv1x1(x, w):
    bias = np.ones((len(w), 1, 1))
    return np.einsum("gf,nfhw->nghw", w, x) + bias
