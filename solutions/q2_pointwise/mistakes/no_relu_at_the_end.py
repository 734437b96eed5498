"""There is no ReLU after the second convolution."""

import numpy as np
from q2_pointwise import conv1x1

RUNG = "bottleneck"
HINT_EN = "Take a w2 of negative numbers only. Can a ReLU give what you return?"
HINT_FA = "یک w2 با عددهای تنها منفی بگیرید. آیا ReLU می‌تواند چیزی را بدهد که شما برمی‌گردانید؟"
SENTENCE_FA = "پس از کانولوشن دوم ReLU نیامده است."


def bottleneck(x, w1, w2):
    return conv1x1(np.maximum(conv1x1(x, w1), 0), w2)
