"""w2 is applied before w1."""

import numpy as np
from q2_pointwise import conv1x1

RUNG = "bottleneck"
HINT_EN = "Take F = 2, M = 3, F1 = 1. Which of w1, w2 has as many columns as the image has channels?"
HINT_FA = (
    "F = 2 و M = 3 و F1 = 1 را بگیرید. تعداد ستون‌های کدام‌یک از w1 و w2 با تعداد کانال‌های تصویر برابر است؟"
)
SENTENCE_FA = "w2 پیش از w1 به کار رفته است."


def bottleneck(x, w1, w2):
    return np.maximum(conv1x1(np.maximum(conv1x1(x, w2), 0), w1), 0)
