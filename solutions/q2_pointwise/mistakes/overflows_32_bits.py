"""The cost is computed with 32-bit integers, which overflow."""

import numpy as np

RUNG = "costs"
ALSO = ("inception",)
HINT_EN = "Ask for the cost of a layer of several billion multiplications. Does the answer surprise you?"
HINT_FA = "هزینهٔ لایه‌ای با چند میلیارد ضرب را بپرسید. جواب شما را شگفت‌زده نمی‌کند؟"
SENTENCE_FA = "هزینه با عددهای صحیح ۳۲بیتی حساب شده است، که سرریز می‌کنند."


def direct_cost(h, w, c_in, c_out, k):
    return int(np.prod(np.array([h, w, c_in, c_out, k, k], dtype=np.int32), dtype=np.int32))
