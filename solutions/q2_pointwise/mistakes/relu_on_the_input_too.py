"""The image is sent through a ReLU before the first convolution."""

import numpy as np
from q2_pointwise import conv1x1

RUNG = "bottleneck"
HINT_EN = (
    "Take an image of negative numbers and a w1 of negative numbers. "
    "On paper, is anything zero after the first convolution?"
)
HINT_FA = "تصویری با عددهای منفی و یک w1 با عددهای منفی بگیرید. روی کاغذ، پس از کانولوشن اول چیزی صفر می‌شود؟"
SENTENCE_FA = "تصویر پیش از کانولوشن نخست هم از ReLU گذشته است."


def bottleneck(x, w1, w2):
    hidden = np.maximum(conv1x1(np.maximum(x, 0), w1), 0)
    return np.maximum(conv1x1(hidden, w2), 0)
