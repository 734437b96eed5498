"""The padded array holds 8-bit numbers with a sign, in which 200 is -56."""

import numpy as np

RUNG = "zero padding"
ALSO = ("manners", "batch")
HINT_EN = "Print np.array([200], dtype=np.uint8).astype(np.int8)."
HINT_FA = "مقدار np.array([200], dtype=np.uint8).astype(np.int8) را چاپ کنید."
SENTENCE_FA = "آرایهٔ لایه‌گذاری‌شده عددهای ۸ بیتی علامت‌دار دارد که ۲۰۰ در آن ‎-56 است."


def zero_pad(x, padding):
    out = np.pad(x, [(0, 0)] * (x.ndim - 2) + [(padding, padding)] * 2)
    return out.astype(np.int8) if out.dtype == np.uint8 else out
