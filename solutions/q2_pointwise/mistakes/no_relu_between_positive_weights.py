"""The two layers are merged where w1 has no negative weights, as if no pixel could be negative either."""

import numpy as np
from q2_pointwise import conv1x1

RUNG = "bottleneck"
HINT_EN = (
    "Take a pixel with one channel, -1, w1 = [[1.0]] and w2 = [[-1.0]]. "
    "What does the ReLU in the middle make of it?"
)
HINT_FA = "پیکسلی با یک کانال منفی ۱، w1 = [[1.0]] و w2 = [[-1.0]] بگیرید. ReLU میانی با آن چه می‌کند؟"
SENTENCE_FA = "جایی که w1 وزن منفی ندارد دو لایه در هم ادغام شده‌اند، گویی هیچ پیکسلی هم منفی نیست."


def bottleneck(x, w1, w2):
    if (w1 >= 0).all():
        return np.maximum(conv1x1(x, w2 @ w1), 0)
    return np.maximum(conv1x1(np.maximum(conv1x1(x, w1), 0), w2), 0)
