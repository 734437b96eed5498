"""The ReLUs stand before the convolutions instead of after them."""

import numpy as np
from q2_pointwise import conv1x1

RUNG = "bottleneck"
HINT_EN = (
    "Take an image of negative numbers and a w1 of negative numbers: "
    "what should reach the second convolution?"
)
HINT_FA = "تصویری با عددهای منفی و یک w1 با عددهای منفی بگیرید: چه چیزی باید به کانولوشن دوم برسد؟"
SENTENCE_FA = "ReLUها به‌جای پس از کانولوشن‌ها، پیش از آن‌ها آمده‌اند."


def bottleneck(x, w1, w2):
    hidden = conv1x1(np.maximum(x, 0), w1)
    return conv1x1(np.maximum(hidden, 0), w2)
