"""Multiplications with the zeros of the padding are left out."""

RUNG = "costs"
ALSO = ("inception",)
HINT_EN = (
    "Does the layer do the same work at every pixel? "
    "Compare your count for a corner with the one for the middle."
)
HINT_FA = (
    "آیا لایه در هر پیکسل به یک اندازه کار می‌کند؟ شمارش خود را برای یک گوشه و برای وسط تصویر مقایسه کنید."
)
SENTENCE_FA = "ضرب در صفرهای لایه‌گذاری شمرده نشده است."


def direct_cost(h, w, c_in, c_out, k):
    pad = k // 2
    rows = sum(1 for i in range(h) for a in range(k) if 0 <= i + a - pad < h)
    columns = sum(1 for j in range(w) for b in range(k) if 0 <= j + b - pad < w)
    return rows * columns * c_in * c_out
