"""A kernel of one entry is taken to keep the size, whatever the stride is."""

RUNG = "output size"
HINT_EN = (
    "Draw 5 squares and cross out every one that a kernel of 1 stops at with a stride of 2. "
    "How many are crossed out?"
)
HINT_FA = (
    "پنج خانه بکشید و روی هر خانه‌ای که هسته‌ای به طول ۱ با گام ۲ در آن می‌ایستد ضربدر بزنید. "
    "چند خانه ضربدر دارد؟"
)
SENTENCE_FA = "گمان شده است که هستهٔ تک‌درایه‌ای، گام هرچه باشد، اندازه را نگه می‌دارد."


def output_size(n, kernel, stride=1, padding=0):
    if kernel == 1:
        return n + 2 * padding
    return (n + 2 * padding - kernel) // stride + 1
