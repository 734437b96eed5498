"""The input is added to the output where the shapes allow it, as in a residual block."""

import numpy as np
from q2_pointwise import conv1x1

RUNG = "bottleneck"
HINT_EN = (
    "What does your bottleneck give when w2 is all zeros? Nothing comes out of the second convolution then."
)
HINT_FA = "اگر همهٔ عددهای w2 صفر باشد، bottleneck شما چه می‌دهد؟ از کانولوشن دوم که چیزی بیرون نمی‌آید."
SENTENCE_FA = "هر جا شکل‌ها اجازه بدهند، مانند بلوک باقی‌مانده‌ای (residual)، ورودی به خروجی افزوده شده است."


def bottleneck(x, w1, w2):
    out = np.maximum(conv1x1(np.maximum(conv1x1(x, w1), 0), w2), 0)
    return out + x if out.shape == x.shape else out
