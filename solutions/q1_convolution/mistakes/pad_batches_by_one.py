"""In a batch, the padding is taken as yes or no: one line of zeros for any number above 0."""

import numpy as np

RUNG = "zero padding"
ALSO = ("padding", "batch")
HINT_EN = "Print zero_pad(np.ones((1, 1, 2, 2)), padding=2).shape. How many rows should there be?"
HINT_FA = "مقدار zero_pad(np.ones((1, 1, 2, 2)), padding=2).shape را چاپ کنید. باید چند سطر باشد؟"
SENTENCE_FA = "در دسته، لایه‌گذاری بله یا خیر گرفته می‌شود: برای هر عدد بالاتر از صفر یک ردیف صفر."


def zero_pad(x, padding):
    width = min(padding, 1) if x.ndim == 4 else padding
    return np.pad(x, [(0, 0)] * (x.ndim - 2) + [(width, width)] * 2)
