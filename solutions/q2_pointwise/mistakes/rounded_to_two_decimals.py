"""Results are rounded to two decimals."""

import numpy as np

RUNG = "conv1x1"
ALSO = ("bottleneck",)
HINT_EN = "Give one pixel of 1 and the weight 0.125. Does the third decimal come out again?"
HINT_FA = "یک پیکسل ۱ و وزن 0.125 بدهید. آیا رقم سوم اعشار هم بیرون می‌آید؟"
SENTENCE_FA = "حاصل‌ها به دو رقم اعشار گرد شده‌اند."


def conv1x1(x, w):
    return np.round(np.einsum("gf,nfhw->nghw", w, x), 2)
