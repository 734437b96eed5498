"""The activation stops at 6, as MobileNet's ReLU6 does."""

import numpy as np
from q2_pointwise import conv1x1

RUNG = "bottleneck"
HINT_EN = "What does your activation make of -1, 5, 6, 7 and 100? And what does a ReLU make of them?"
HINT_FA = "تابع فعال‌سازی شما با -1، 5، 6، 7 و 100 چه می‌کند؟ و ReLU چه می‌کند؟"
SENTENCE_FA = "تابع فعال‌سازی در ۶ می‌ایستد، مانند ReLU6 در MobileNet."


def bottleneck(x, w1, w2):
    return np.clip(conv1x1(np.clip(conv1x1(x, w1), 0, 6), w2), 0, 6)
