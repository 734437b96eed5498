"""The sign is dropped where a ReLU would set to zero."""

import numpy as np
from q2_pointwise import conv1x1

RUNG = "bottleneck"
HINT_EN = "What does a ReLU make of -3: 3 or 0? And your function?"
HINT_FA = "ReLU از -3 چه می‌سازد: 3 یا 0؟ تابع شما چطور؟"
SENTENCE_FA = "جایی که ReLU صفر می‌گذارد، فقط علامت حذف شده است."


def bottleneck(x, w1, w2):
    return np.abs(conv1x1(np.abs(conv1x1(x, w1)), w2))
