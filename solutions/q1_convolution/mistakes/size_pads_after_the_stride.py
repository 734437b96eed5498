"""The padding is added to the finished size, where the stride no longer acts on it."""

RUNG = "output size"
HINT_EN = (
    "Draw 5 squares with padding=1 at both ends, a kernel of 2 and a stride of 2, "
    "and count the places one by one."
)
HINT_FA = "پنج خانه با padding=1 در هر دو سر، هسته‌ای به طول ۲ و گام ۲ بکشید و جاها را یکی‌یکی بشمارید."
SENTENCE_FA = "لایه‌گذاری به اندازهٔ آماده افزوده شده است، جایی که گام دیگر بر آن اثر ندارد."


def output_size(n, kernel, stride=1, padding=0):
    return (n - kernel) // stride + 1 + 2 * padding
