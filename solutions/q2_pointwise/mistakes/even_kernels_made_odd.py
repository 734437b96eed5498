"""A kernel of even size is counted as if it had one row and one column more."""

RUNG = "costs"
HINT_EN = "How many numbers has a 2x2 kernel, and how many does your function count?"
HINT_FA = "هستهٔ ۲×۲ چند عدد دارد، و تابع شما چند تا می‌شمارد؟"
SENTENCE_FA = "هستهٔ با اندازهٔ زوج چنان شمرده می‌شود که گویی یک سطر و یک ستون بیشتر دارد."


def direct_cost(h, w, c_in, c_out, k):
    return h * w * c_in * c_out * (k // 2 * 2 + 1) ** 2


def bottleneck_cost(h, w, c_in, c_mid, c_out, k):
    return direct_cost(h, w, c_in, c_mid, 1) + direct_cost(h, w, c_mid, c_out, k)
