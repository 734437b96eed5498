"""The cost is computed in float32, which has no room for more than seven digits."""

import numpy as np

RUNG = "costs"
ALSO = ("inception",)
HINT_EN = "Try a layer whose cost is a large odd number. Is your answer odd?"
HINT_FA = "لایه‌ای را امتحان کنید که هزینه‌اش عددی بزرگ و فرد است. جواب شما فرد است؟"
SENTENCE_FA = "هزینه با float32 حساب شده است، که برای بیش از هفت رقم جا ندارد."


def direct_cost(h, w, c_in, c_out, k):
    return int(np.prod(np.array([h, w, c_in, c_out, k, k], dtype=np.float32)))
