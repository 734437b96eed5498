"""The output is taken as large as without padding ('valid')."""

RUNG = "costs"
ALSO = ("inception",)
HINT_EN = "With 'same' padding, how many rows does a 3x3 convolution make of 4 rows?"
HINT_FA = "با لایه‌گذاری 'same'، یک کانولوشن 3x3 از 4 سطر چند سطر می‌سازد؟"
SENTENCE_FA = "خروجی به اندازهٔ حالت بدون لایه‌گذاری ('valid') گرفته شده است."


def direct_cost(h, w, c_in, c_out, k):
    return (h - k + 1) * (w - k + 1) * c_in * c_out * k * k
