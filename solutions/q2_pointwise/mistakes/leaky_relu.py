"""What is negative is scaled down by 0.01 (a leaky ReLU) instead of set to zero."""

import numpy as np
from q2_pointwise import conv1x1

RUNG = "bottleneck"
HINT_EN = "Are there negative numbers in your output? Can a ReLU give any?"
HINT_FA = "آیا در خروجی شما عدد منفی هست؟ ReLU می‌تواند عدد منفی بدهد؟"
SENTENCE_FA = "عددهای منفی به‌جای صفر شدن در 0.01 ضرب شده‌اند (leaky ReLU)."


def bottleneck(x, w1, w2):
    hidden = conv1x1(x, w1)
    hidden = np.where(hidden > 0, hidden, 0.01 * hidden)
    out = conv1x1(hidden, w2)
    return np.where(out > 0, out, 0.01 * out)
