"""Every channel of the padded image is a copy of the first."""

import numpy as np

RUNG = "zero padding"
ALSO = ("channels", "batch")
HINT_EN = "Pad an image whose second channel is all sevens. Are the sevens in your result?"
HINT_FA = "تصویری را که کانال دومش همه ۷ است لایه‌گذاری کنید. آیا هفت‌ها در حاصل شما هستند؟"
SENTENCE_FA = "هر کانالِ تصویرِ لایه‌گذاری‌شده رونوشتی از کانال نخست است."


def zero_pad(x, padding):
    *outer, h, w = x.shape
    out = np.zeros((*outer, h + 2 * padding, w + 2 * padding))
    out[..., padding : padding + h, padding : padding + w] = x[:, :1] if x.ndim == 4 else x
    return out
