"""No more channels come out than came in: a 1x1 convolution is taken to reduce only."""

import numpy as np

RUNG = "conv1x1"
ALSO = ("bottleneck",)
HINT_EN = "Give one channel and a w of three rows. How many weighted sums does w describe?"
HINT_FA = "یک کانال و یک w با سه سطر بدهید. w چند مجموع وزن‌دار را توصیف می‌کند؟"
SENTENCE_FA = "بیش از کانال‌های ورودی بیرون نمی‌آید: گمان شده است که کانولوشن ۱ در ۱ تنها کاهش می‌دهد."


def conv1x1(x, w):
    return np.einsum("gf,nfhw->nghw", w[: x.shape[1]], x)
