"""The ReLU clips at one as well as at zero."""

import numpy as np
from q2_pointwise import conv1x1

RUNG = "bottleneck"
HINT_EN = "What does your activation make of -1, 0, 1, 2 and 10? And what does a ReLU make of them?"
HINT_FA = "تابع فعال‌سازی شما با -1، 0، 1، 2 و 10 چه می‌کند؟ و ReLU چه می‌کند؟"
SENTENCE_FA = "ReLU علاوه بر صفر، در یک هم می‌بُرد."


def bottleneck(x, w1, w2):
    return np.clip(conv1x1(np.clip(conv1x1(x, w1), 0, 1), w2), 0, 1)
