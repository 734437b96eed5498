"""The padding is cut down to less than the kernel, since more of it would only give zeros."""

RUNG = "output size"
HINT_EN = (
    "An axis of 3 with a kernel of 2 and padding=2: draw the 7 places, and count the windows, "
    "also those that see nothing but zeros."
)
HINT_FA = (
    "محوری به طول ۳ با هستهٔ ۲ و padding=2: آن ۷ خانه را بکشید و پنجره‌ها را بشمارید، "
    "آن‌هایی را هم که جز صفر نمی‌بینند."
)
SENTENCE_FA = "لایه‌گذاری به کمتر از هسته بریده شده است، چون بیش از آن تنها صفر می‌دهد."


def output_size(n, kernel, stride=1, padding=0):
    return (n + 2 * min(padding, kernel - 1) - kernel) // stride + 1
