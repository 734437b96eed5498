"""Parentheses are missing: only the kernel is divided by the stride, since // comes before + and -."""

RUNG = "output size"
HINT_EN = "Print 8 - 4 // 2 and (8 - 4) // 2. Which of the two counts steps?"
HINT_FA = "مقدار 8 - 4 // 2 و (8 - 4) // 2 را چاپ کنید. کدام یک گام‌ها را می‌شمارد؟"
SENTENCE_FA = "پرانتز جا افتاده است: چون // پیش از + و - حساب می‌شود، فقط هسته بر گام تقسیم شده است."


def output_size(n, kernel, stride=1, padding=0):
    return n + 2 * padding - kernel // stride + 1
