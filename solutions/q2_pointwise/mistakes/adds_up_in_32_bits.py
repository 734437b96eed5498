"""The costs of the two layers are added up in an array of 32-bit integers, where the sum overflows."""

import numpy as np

RUNG = "costs"
ALSO = ("inception",)
HINT_EN = (
    "Print np.array([2**31 - 1, 1], dtype=np.int32).sum(dtype=np.int32). "
    "Does Python's own 2**31 - 1 + 1 give the same?"
)
HINT_FA = (
    "مقدار np.array([2**31 - 1, 1], dtype=np.int32).sum(dtype=np.int32) را چاپ کنید. "
    "آیا 2**31 - 1 + 1 خود پایتون هم همین است؟"
)
SENTENCE_FA = "هزینهٔ دو لایه در آرایه‌ای از عددهای صحیح ۳۲بیتی جمع زده شده است و حاصل سرریز می‌کند."


def bottleneck_cost(h, w, c_in, c_mid, c_out, k):
    weights = np.array([c_in * c_mid, k * k * c_mid * c_out], dtype=np.int32)
    return int((h * w * weights).sum(dtype=np.int32))
