"""There is no ReLU between the two convolutions, so they collapse to the single matrix w2 @ w1."""

import numpy as np
from q2_pointwise import conv1x1

RUNG = "bottleneck"
HINT_EN = (
    "Compare bottleneck(x, w1, w2) with conv1x1(x, w2 @ w1) and a ReLU, for w1 with negative numbers. "
    "Should they always agree?"
)
HINT_FA = (
    "برای w1 با عددهای منفی، bottleneck(x, w1, w2) را با conv1x1(x, w2 @ w1) و یک ReLU پس از آن مقایسه کنید. "
    "آیا این دو باید همیشه برابر باشند؟"
)
SENTENCE_FA = "میان دو کانولوشن ReLU نیامده است، پس هر دو به یک ماتریس w2 @ w1 فروکاسته می‌شوند."


def bottleneck(x, w1, w2):
    return np.maximum(conv1x1(conv1x1(x, w1), w2), 0)
