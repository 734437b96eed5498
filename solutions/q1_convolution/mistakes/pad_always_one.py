"""There is one line of zeros, whatever padding is asked for."""

import numpy as np

RUNG = "zero padding"
ALSO = ("valid", "padding", "stride", "channels", "batch", "manners")
HINT_EN = "Print zero_pad(x, padding=p).shape for p = 0, 1, 2, 3."
HINT_FA = "مقدار zero_pad(x, padding=p).shape را برای p = 0, 1, 2, 3 چاپ کنید."
SENTENCE_FA = "هر لایه‌گذاری‌ای که خواسته شود، فقط یک ردیف صفر گذاشته می‌شود."


def zero_pad(x, padding):
    return np.pad(x, [(0, 0)] * (x.ndim - 2) + [(1, 1), (1, 1)])
