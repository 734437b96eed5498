"""A k x k window is counted as k numbers."""

RUNG = "costs"
ALSO = ("inception",)
HINT_EN = "Draw a 3x3 kernel. How many cells does it have?"
HINT_FA = "یک هستهٔ 3x3 بکشید. چند خانه دارد؟"
SENTENCE_FA = "پنجرهٔ k x k به‌جای k * k عدد، k عدد شمرده شده است."


def direct_cost(h, w, c_in, c_out, k):
    return h * w * c_in * c_out * k
