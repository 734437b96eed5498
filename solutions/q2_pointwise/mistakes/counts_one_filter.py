"""Only one filter is counted."""

RUNG = "costs"
ALSO = ("inception",)
HINT_EN = "Double c_out: there are twice as many filters. Does your count double?"
HINT_FA = "c_out را دو برابر کنید: فیلترها دو برابر شدند. شمارش شما هم دو برابر می‌شود؟"
SENTENCE_FA = "فقط یک فیلتر شمرده شده است."


def direct_cost(h, w, c_in, c_out, k):
    return h * w * c_in * k * k
