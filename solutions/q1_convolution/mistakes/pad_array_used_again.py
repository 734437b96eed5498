"""One array holds the padded images of each shape: a call changes what the call before it has returned."""

import numpy as np
from q1_convolution import zero_pad as right_zero_pad

RUNG = "zero padding"
HINT_EN = (
    "Keep the result of zero_pad, pad another image of the same shape, and print the first result again."
)
HINT_FA = (
    "حاصل zero_pad را نگه دارید، تصویر دیگری با همان شکل را لایه‌گذاری کنید و حاصل نخست را دوباره چاپ کنید."
)
SENTENCE_FA = (
    "یک آرایه تصویرهای لایه‌گذاری‌شدهٔ هر شکل را نگه می‌دارد: هر فراخوانی آنچه را فراخوانی پیشین برگردانده است "
    "تغییر می‌دهد."
)

_padded = {}


def zero_pad(x, padding):
    right = right_zero_pad(x, padding)
    result = _padded.setdefault(right.shape, np.zeros(right.shape))
    result[...] = right
    return result
