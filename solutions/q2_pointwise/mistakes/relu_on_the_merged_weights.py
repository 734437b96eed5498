"""The two matrices are multiplied first, and the inner ReLU is applied to the product."""

import numpy as np
from q2_pointwise import conv1x1

RUNG = "bottleneck"
HINT_EN = "Take x = -1 in one channel, w1 = [[-1]] and w2 = [[1]]. By hand the result is 1; is yours 0?"
HINT_FA = "در یک کانال x = -1 و w1 = [[-1]] و w2 = [[1]] بگیرید. با دست، حاصل ۱ است؛ آیا مال شما ۰ است؟"
SENTENCE_FA = "نخست دو ماتریس در هم ضرب شده‌اند و ReLU میانی روی حاصل‌ضرب آن‌ها آمده است."


def bottleneck(x, w1, w2):
    return np.maximum(conv1x1(x, np.maximum(w2 @ w1, 0)), 0)
