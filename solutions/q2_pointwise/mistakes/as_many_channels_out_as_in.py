"""The output is made with zeros_like(x), so it has as many channels as the input."""

import numpy as np

RUNG = "conv1x1"
ALSO = ("bottleneck",)
HINT_EN = "Which letter of which shape says how many channels come out? Try a w with one row."
HINT_FA = "تعداد کانال‌های خروجی را کدام حرفِ کدام شکل تعیین می‌کند؟ یک w با تنها یک سطر امتحان کنید."
SENTENCE_FA = "خروجی با zeros_like(x) ساخته شده است، پس به تعداد ورودی کانال دارد."


def conv1x1(x, w):
    out = np.zeros_like(x, dtype=float)
    for g in range(len(w)):
        out[:, g] = np.tensordot(x, w[g], axes=([1], [0]))
    return out
